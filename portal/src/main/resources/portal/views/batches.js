// The uploads, newest first: by whom, how far, with what result.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { changed, go, query } from '../address.js';
import { get } from '../api.js';
import { number, t, time } from '../language.js';
import { Loaded } from '../loaded.js';
import { pages } from '../pages.js';
import { bar, empty } from '../parts.js';
import { user } from '../session.js';
import { parties } from './batch-parts.js';
import { RegisterPanel } from './register.js';

const PATH = '/batches';
const AGAIN_MILLIS = 3_000;

export class BatchesView {
  #list;
  #panel;
  #again;

  constructor(show) {
    this.#list = new Loaded(show);
    this.#panel = new RegisterPanel(show, () => this.refresh());
  }

  arrive() {
    this.#panel.follow(query().has('register'));
    this.refresh();
  }

  async refresh() {
    clearTimeout(this.#again);
    const cursor = query().get('cursor');
    const isThere = await this.#list.load((signal) => get(`/v1/batches${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`, { signal }));
    const isSignedIn = this.#list.failure?.status !== 401;
    if (isThere && isSignedIn && this.#list.value?.items.some((batch) => batch.status !== 'completed')) {
      this.#again = setTimeout(() => this.refresh(), AGAIN_MILLIS);
    }
  }

  close() {
    clearTimeout(this.#again);
    this.#list.close();
    this.#panel.close();
  }

  shown() {
    this.#panel.shown();
  }

  render() {
    const texts = t().batches;
    return html`<h1>${texts.title}</h1>
      ${user().may('devices:register')
        ? html`<div class="toolbar"><button class="primary" @click=${() => go(changed(PATH, { register: 'yes' }), { state: history.state })}>+ ${t().devices.register}</button></div>`
        : nothing}
      ${this.#list.render((page) => this.#page(page, texts), () => this.refresh())} ${this.#panel.render()}`;
  }

  #page(page, texts) {
    if (page.items.length === 0) {
      return empty(texts.none, texts.noneHint);
    }
    return html`
      <div class="table"><table aria-label=${texts.table}>
        <thead><tr><th>${texts.started}</th><th>${texts.postedBy}</th><th>${texts.status}</th><th class="numbers">${texts.rows}</th>
          <th class="numbers">${texts.succeeded}</th><th class="numbers">${texts.failed}</th></tr></thead>
        <tbody>${page.items.map((batch) => this.#row(batch, texts))}</tbody>
      </table></div>
      ${pages(page)}`;
  }

  #row(batch, texts) {
    const status = texts.statuses[batch.status];
    return html`<tr>
      <td data-label=${texts.started}><a href="/batches/${batch.batchId}">${time(batch.startedAt)}</a></td>
      <td data-label=${texts.postedBy}>${parties(batch)}</td>
      <td data-label=${texts.status}>${status} ${batch.status === 'completed' ? nothing : bar(batch.rowCount - batch.pending, batch.rowCount, status)}</td>
      <td class="numbers" data-label=${texts.rows}>${number(batch.rowCount)}</td>
      <td class="numbers" data-label=${texts.succeeded}>${number(batch.succeeded)}</td>
      <td class="numbers" data-label=${texts.failed}>${number(batch.failed)}</td>
    </tr>`;
  }
}

// One batch: how far it is, and what became of each row.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { changed, go, query } from '../address.js';
import { download, get } from '../api.js';
import { number, t, time } from '../language.js';
import { Loaded } from '../loaded.js';
import { pages } from '../pages.js';
import { bar, copyable, problem } from '../parts.js';
import { followBatch } from '../progress.js';
import { user } from '../session.js';
import { outcomes, parties } from './batch-parts.js';

export class BatchView {
  #show;
  #batch;
  #results;
  #problem;
  #following = new AbortController();

  constructor(show, id) {
    this.id = id;
    this.#show = show;
    this.#batch = new Loaded(show);
    this.#results = new Loaded(show);
  }

  arrive() {
    this.#loadResults();
    if (this.#batch.value === undefined) {
      this.#begin();
    }
  }

  refresh() {
    this.arrive();
  }

  close() {
    this.#following.abort();
    this.#batch.close();
    this.#results.close();
  }

  render() {
    const texts = t().batches;
    return html`<p><a href="/batches">← ${texts.back}</a></p>
      <h1>${texts.one}</h1>
      ${this.#problem ?? nothing}
      ${this.#batch.render((batch) => this.#summary(batch, texts), () => this.#begin())}
      <section><h2>${texts.results}</h2>
        ${this.#filter(texts)}
        ${this.#results.render((page) => this.#page(page, texts))}</section>`;
  }

  #summary(batch, texts) {
    const status = texts.statuses[batch.status];
    return html`
      <p>${time(batch.startedAt)} · ${parties(batch)}</p>
      <div aria-live="polite"><p role="status"><strong>${status}</strong>
        ${t().register.registered(number(batch.rowCount - batch.pending), number(batch.rowCount))}</p></div>
      ${bar(batch.rowCount - batch.pending, batch.rowCount, status)}
      ${outcomes(batch)}
      <div class="toolbar">
        <button ?disabled=${batch.failed === 0} @click=${() => this.#download('?outcome=failed', 'failed-rows.csv')}>${t().register.downloadFailed}</button>
        <button @click=${() => this.#download('', 'results.csv')}>${texts.downloadAll}</button>
      </div>`;
  }

  #filter(texts) {
    const chosen = query().get('outcome') ?? '';
    const values = Object.keys(t().outcomes).filter((each) => each !== 'Released');
    return html`<p><label>${texts.outcome}
      <select @change=${(event) => go(changed(location.pathname, { outcome: event.target.value, cursor: null, page: null }))}>
        <option value="" .selected=${chosen === ''}>${texts.all}</option>
        ${values.map((each) => html`<option value=${each} .selected=${each === chosen}>${t().outcomes[each]}</option>`)}
      </select></label></p>`;
  }

  #page(page, texts) {
    return html`<div class="table"><table aria-label=${texts.results}>
        <thead><tr><th>${texts.file}</th><th class="numbers">${texts.row}</th><th class="numbers">${texts.line}</th>
          <th>${t().columns.serialNumber}</th><th>${texts.outcome}</th><th>${t().device.requestId}</th></tr></thead>
        <tbody>${page.items.map(
          (row) => html`<tr>
            <td data-label=${texts.file}>${row.file ?? '–'}</td>
            <td class="numbers" data-label=${texts.row}>${number(row.row)}</td>
            <td class="numbers" data-label=${texts.line}>${row.line === undefined ? '–' : number(row.line)}</td>
            <td data-label=${t().columns.serialNumber}>${serial(row)}</td>
            <td data-label=${texts.outcome}>${t().outcomes[row.outcome]}
              ${row.error?.reason ? html`<span class="quiet">${row.error.reason}</span>` : nothing}</td>
            <td data-label=${t().device.requestId}>${copyable(row.requestId)}</td></tr>`,
        )}</tbody></table></div>
      ${pages(page)}`;
  }

  async #begin() {
    const isThere = await this.#batch.load((signal) => get(`/v1/batches/${this.id}`, { signal }));
    if (isThere && this.#batch.value && this.#batch.value.status !== 'completed') {
      this.#followUp();
    }
  }

  #loadResults() {
    const parameters = new URLSearchParams();
    ['outcome', 'cursor'].forEach((name) => query().has(name) && parameters.set(name, query().get(name)));
    this.#results.load((signal) => get(`/v1/batches/${this.id}/results?${parameters}`, { signal }));
  }

  async #followUp() {
    this.#problem = undefined;
    try {
      await followBatch(
        this.id,
        (batch) => {
          this.#batch.value = batch;
          this.#show();
        },
        this.#following.signal,
      );
      this.#loadResults();
    } catch (failure) {
      this.#problem = problem(failure, () => this.#followUp());
      this.#show();
    }
  }

  async #download(parameters, name) {
    try {
      await download(`/v1/batches/${this.id}/results${parameters}`, name);
    } catch (failure) {
      this.#problem = problem(failure);
      this.#show();
    }
  }
}

/** A partner sees its rows, and not the customer's devices. */
function serial(row) {
  const name = row.serialNumber ?? row.deviceId ?? '–';
  return row.deviceId && user().tenant ? html`<a href="/devices/${row.deviceId}">${name}</a>` : name;
}

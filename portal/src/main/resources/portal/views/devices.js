// The Devices blade: what the organisation has, found by search, filters and columns that all live in the address.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { changed, go, query } from '../address.js';
import { download, get, post } from '../api.js';
import { BatchesByDay, StateDonut } from '../charts.js';
import { day, number, t, time } from '../language.js';
import { Loaded } from '../loaded.js';
import { confirmed, empty, problem, state } from '../parts.js';
import { user } from '../session.js';
import { RegisterPanel } from './register.js';

const PATH = '/devices';
const STATES = ['AutopilotRegistrationRequested', 'RegistrationFailed', 'ReadyForUser', 'Active', 'Inactive'];
const COLUMNS = ['assignedUser', 'serialNumber', 'model', 'state', 'groupTag', 'lastSeenAt', 'ageDays'];
const STEPS = ['image-checked', 'licenses-applied', 'delivered'];
const TYPING_MILLIS = 250;
const FILTERS = ['state', 'q', 'sort', 'cursor'];

export class DevicesView {
  #show;
  #list;
  #summary;
  #batches;
  #asked;
  #selected = new Set();
  #notice;
  #exporting = false;
  #typing;
  #panel;
  #donut = new StateDonut();
  #byDay = new BatchesByDay();

  constructor(show) {
    this.#show = show;
    this.#list = new Loaded(show);
    this.#summary = new Loaded(show);
    this.#batches = new Loaded(show);
    this.#panel = new RegisterPanel(show, () => this.refresh());
  }

  /** The address has changed. */
  arrive() {
    if (!this.#asked) {
      this.#loadCounts();
    }
    if (this.#asked !== location.search) {
      this.#asked = location.search;
      this.#selected.clear();
      this.#loadList();
    }
    this.#panel.follow(query().has('register'));
    this.#show();
  }

  refresh() {
    this.#loadCounts();
    this.#loadList();
  }

  close() {
    this.#list.close();
    this.#summary.close();
    this.#batches.close();
    this.#panel.close();
  }

  /** The pictures are drawn once their places are there. */
  shown() {
    this.#donut.draw(this.#summary.value);
    this.#byDay.draw(this.#batches.value);
    this.#panel.shown();
  }

  render() {
    const texts = t().devices;
    return html`
      <h1>${texts.title}</h1>
      ${this.#toolbar(texts)} ${this.#notice ?? nothing}
      <div class="blade">
        <div class="list">
          ${this.#filters(texts)}
          <div aria-live="polite">${this.#count(texts)}</div>
          ${this.#list.render((page) => this.#page(page, texts))}
        </div>
        ${this.#pictures(texts)}
      </div>
      ${this.#panel.render()}`;
  }

  #loadList() {
    const parameters = asked(FILTERS);
    this.#list.load((signal) => get(`/v1/devices?${parameters}`, { signal }));
  }

  #loadCounts() {
    this.#summary.load((signal) => get('/v1/devices/summary', { signal }));
    this.#batches.load((signal) => get('/v1/batches', { signal }));
  }

  #toolbar(texts) {
    const failed = this.#summary.value?.states.RegistrationFailed ?? 0;
    return html`
      <div class="toolbar" role="toolbar" aria-label=${texts.title}>
        ${user().may('devices:register')
          ? html`<button class="primary" @click=${() => go(changed(PATH, { register: 'yes' }))}>+ ${texts.register}</button>`
          : nothing}
        <button @click=${() => this.refresh()}>${texts.refresh}</button>
        <button ?disabled=${failed === 0 || this.#exporting} @click=${() => this.#export({ state: 'RegistrationFailed' }, 'errors.csv')}>
          ${texts.exportErrors}
        </button>
        <button ?disabled=${this.#exporting} @click=${() => this.#export({}, 'devices.csv')}>${texts.exportAll}</button>
        ${this.#exporting ? html`<span role="status">${texts.exporting}</span>` : nothing}
        ${this.#selected.size > 0 ? this.#ofSelected(texts) : nothing}
      </div>`;
  }

  #ofSelected(texts) {
    return html`
      <span class="selected">${texts.selected(this.#selected.size)}</span>
      ${user().may('devices:release') ? html`<button @click=${() => this.#release()}>${texts.release}</button>` : nothing}
      ${user().may('devices:register')
        ? html`<select aria-label=${texts.deliver} @change=${(event) => this.#deliver(event.target)}>
            <option value="">${texts.deliver}</option>
            ${STEPS.map((step) => html`<option value=${step}>${t().device.steps[step]}</option>`)}
          </select>`
        : nothing}`;
  }

  #filters(texts) {
    const chosen = query().getAll('state');
    const counts = this.#summary.value?.states ?? {};
    return html`
      <input type="search" class="search" placeholder=${texts.search} aria-label=${texts.search}
        .value=${query().get('q') ?? ''} @input=${(event) => this.#search(event.target.value)}>
      <fieldset class="filters">
        <legend>${texts.filter}</legend>
        ${STATES.map(
          (each) => html`<label><input type="checkbox" .checked=${chosen.includes(each)}
              @change=${(event) => this.#filter(each, event.target.checked)}>
            ${t().states[each]} ${each in counts ? html`<span class="count">${number(counts[each])}</span>` : nothing}</label>`,
        )}
      </fieldset>`;
  }

  #count(texts) {
    const page = this.#list.value;
    return page ? html`<p class="total">${texts.count(number(page.total), page.totalIsMinimum)}</p>` : nothing;
  }

  #page(page, texts) {
    if (page.items.length === 0) {
      return this.#nothingThere(texts);
    }
    const ids = page.items.map((device) => device.deviceId);
    return html`
      <div class="table">
        <table aria-label=${texts.table}>
          <thead><tr>
            <th class="pick"><input type="checkbox" aria-label=${texts.selectAll}
              .checked=${ids.every((id) => this.#selected.has(id))}
              @change=${(event) => this.#select(ids, event.target.checked)}></th>
            ${COLUMNS.map((column) => this.#heading(column, texts))}
          </tr></thead>
          <tbody>${page.items.map((device) => this.#row(device, texts))}</tbody>
        </table>
      </div>
      ${this.#pages(page, texts)}`;
  }

  #heading(column, texts) {
    const sort = query().get('sort') ?? 'serialNumber';
    const order = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none';
    const next = order === 'ascending' ? `-${column}` : column;
    const name = t().columns[column];
    return html`<th aria-sort=${order}>
      <button class="sort ${order}" title=${texts.sortedBy(name)} @click=${() => this.#narrow({ sort: next })}>${name}</button></th>`;
  }

  #row(device, texts) {
    const name = device.serialNumber ?? device.deviceId;
    return html`<tr>
      <td class="pick"><input type="checkbox" aria-label=${texts.select(name)} .checked=${this.#selected.has(device.deviceId)}
        @change=${(event) => this.#select([device.deviceId], event.target.checked)}></td>
      <td data-label=${t().columns.assignedUser}>${device.assignedUser ?? '–'}</td>
      <td data-label=${t().columns.serialNumber}><a href="/devices/${device.deviceId}">${name}</a></td>
      <td data-label=${t().columns.model}>${device.model ?? '–'}</td>
      <td data-label=${t().columns.state}>${state(device.state)}
        ${device.error ? html`<span class="quiet">${device.error.message}</span>` : nothing}</td>
      <td data-label=${t().columns.groupTag}>${device.groupTag ?? '–'}</td>
      <td data-label=${t().columns.lastSeenAt} title=${device.lastSeenAt ? time(device.lastSeenAt) : nothing}>${device.lastSeenAt ? day(device.lastSeenAt) : t().never}</td>
      <td data-label=${t().columns.ageDays}>${device.ageDays === null ? '–' : t().days(device.ageDays)}</td>
    </tr>`;
  }

  #pages(page, texts) {
    const current = Number(query().get('page') ?? 1);
    return html`<nav class="pages" aria-label=${texts.page(current)}>
      <button ?disabled=${current === 1} @click=${() => history.back()}>${texts.previous}</button>
      <span>${texts.page(current)}</span>
      <button ?disabled=${!page.nextCursor}
        @click=${() => go(changed(PATH, { cursor: page.nextCursor, page: String(current + 1) }))}>${texts.next}</button>
    </nav>`;
  }

  #nothingThere(texts) {
    const isNarrowed = query().has('q') || query().has('state');
    return isNarrowed
      ? empty(texts.noMatch, '', html`<button @click=${() => this.#narrow({ q: null, state: [] })}>${texts.clear}</button>`)
      : empty(texts.none, texts.noneHint);
  }

  #pictures(texts) {
    return html`<aside class="pictures">
      <figure><figcaption>${texts.byState}</figcaption>${this.#donut.render(this.#summary.value)}</figure>
      <figure><figcaption>${texts.overTime}</figcaption>${this.#byDay.render(this.#batches.value)}</figure>
    </aside>`;
  }

  #search(text) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#narrow({ q: text.trim() }), TYPING_MILLIS);
  }

  #filter(value, isChosen) {
    const others = query().getAll('state').filter((each) => each !== value);
    this.#narrow({ state: isChosen ? [...others, value] : others });
  }

  /** Another question, from its first page. */
  #narrow(changes) {
    go(changed(PATH, { ...changes, cursor: null, page: null }));
  }

  #select(ids, isChosen) {
    ids.forEach((id) => (isChosen ? this.#selected.add(id) : this.#selected.delete(id)));
    this.#show();
  }

  async #export(more, name) {
    const parameters = asked(['state', 'q', 'sort']);
    Object.entries(more).forEach(([key, value]) => parameters.set(key, value));
    this.#exporting = true;
    this.#tell(nothing);
    try {
      await download(`/v1/devices?${parameters}`, name);
    } catch (failure) {
      this.#tell(problem(failure));
    } finally {
      this.#exporting = false;
      this.#show();
    }
  }

  async #release() {
    const ids = [...this.#selected];
    const texts = t().devices;
    if (await confirmed(texts.releaseQuestion(ids.length), texts.releaseMeaning, texts.release)) {
      await this.#change(async () => {
        const answer = await post('/v1/devices:release', { deviceIds: ids });
        return html`${answer.accepted.length > 0 ? texts.released(answer.accepted.length) : nothing}
          ${answer.refused.length > 0 ? texts.notReleased(answer.refused.length) : nothing}`;
      });
    }
  }

  async #deliver(choice) {
    const step = choice.value;
    const ids = [...this.#selected];
    choice.value = '';
    await this.#change(async () => {
      const answer = await post('/v1/devices:confirm-delivery', { step, deviceIds: ids });
      return t().devices.stepConfirmed(answer.accepted.length);
    });
  }

  async #change(change) {
    try {
      const told = await change();
      this.#selected.clear();
      this.#tell(html`<p class="notice" role="status">${told}</p>`);
      this.refresh();
    } catch (failure) {
      this.#tell(problem(failure));
    }
  }

  #tell(notice) {
    this.#notice = notice;
    this.#show();
  }
}

function asked(names) {
  const kept = new URLSearchParams();
  for (const [name, value] of query()) {
    if (names.includes(name)) {
      kept.append(name, value);
    }
  }
  return kept;
}

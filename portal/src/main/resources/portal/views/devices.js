// The Devices blade: what the organisation has, found by search, filters and columns that all live in the address.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { changed, go, query } from '../address.js';
import { download, get } from '../api.js';
import { RegistrationsByDay, StateDonut } from '../charts.js';
import { number, t, zone } from '../language.js';
import { Loaded } from '../loaded.js';
import { pages } from '../pages.js';
import { empty, problem } from '../parts.js';
import { user } from '../session.js';
import { deviceTable } from './device-table.js';
import { RegisterPanel } from './register.js';
import { Selected } from './selected.js';

const PATH = '/devices';
const STATES = ['AutopilotRegistrationRequested', 'RegistrationFailed', 'ReadyForUser', 'Active', 'Inactive'];
const FILTERS = ['state', 'q', 'sort'];
const TYPING_MILLIS = 250;

export class DevicesView {
  #show;
  #list;
  #summary;
  #asked;
  #filtered;
  #selected;
  #exporting = false;
  #failure = nothing;
  #typing;
  #panel;
  #donut = new StateDonut();
  #byDay = new RegistrationsByDay();

  constructor(show) {
    this.#show = show;
    this.#list = new Loaded(show);
    this.#selected = new Selected(show, () => this.refresh());
    this.#panel = new RegisterPanel(show, () => this.refresh());
  }

  /** The address has changed. */
  arrive() {
    const filters = asked(FILTERS).toString();
    const question = asked([...FILTERS, 'cursor']).toString();
    if (filters !== this.#filtered) {
      this.#filtered = filters;
      this.#selected.clear();
    }
    if (question !== this.#asked) {
      this.#load(question, this.#summary === undefined);
    }
    this.#panel.follow(query().has('register'));
    this.#show();
  }

  /** In another language the same answers have other words. */
  refresh() {
    this.#load(this.#asked, true);
  }

  close() {
    clearTimeout(this.#typing);
    this.#list.close();
    this.#panel.close();
    this.#donut.close();
    this.#byDay.close();
  }

  /** The pictures are drawn once their places are there. */
  shown() {
    this.#donut.draw(this.#summary);
    this.#byDay.draw(this.#summary);
    this.#panel.shown();
  }

  render() {
    const texts = t().devices;
    return html`
      <h1>${texts.title}</h1>
      ${this.#toolbar(texts)} ${this.#failure} ${this.#selected.notice}
      <div class="blade">
        <div class="list">
          ${this.#filters(texts)}
          <div aria-live="polite">${this.#count(texts)}</div>
          ${this.#list.render((page) => this.#page(page, texts))}
        </div>
        <aside class="pictures">
          <figure><figcaption>${texts.byState}</figcaption>${this.#donut.render(this.#summary)}</figure>
          <figure><figcaption>${texts.overTime}</figcaption>${this.#byDay.render(this.#summary)}</figure>
        </aside>
      </div>
      ${this.#panel.render()}`;
  }

  /** One call, with the counts where these may have changed. */
  #load(question, withSummary) {
    this.#asked = question;
    const parameters = new URLSearchParams(question);
    if (withSummary) {
      parameters.set('summary', 'true');
      parameters.set('zone', zone());
    }
    this.#list.load(async (signal) => {
      const page = await get(`/v1/devices?${parameters}`, { signal });
      this.#summary = page.summary ?? this.#summary;
      return page;
    });
  }

  #toolbar(texts) {
    const failed = this.#summary?.states.RegistrationFailed ?? 0;
    return html`
      <div class="toolbar" role="group" aria-label=${texts.title}>
        ${user().may('devices:register')
          ? html`<button class="primary" @click=${() => go(changed(PATH, { register: 'yes' }), { state: history.state })}>+ ${texts.register}</button>`
          : nothing}
        <button @click=${() => this.refresh()}>${texts.refresh}</button>
        <button ?disabled=${failed === 0 || this.#exporting} @click=${() => this.#export({ state: 'RegistrationFailed' }, 'errors.csv')}>
          ${texts.exportErrors}
        </button>
        <button ?disabled=${this.#exporting} @click=${() => this.#export({}, 'devices.csv')}>${texts.exportAll}</button>
        ${this.#exporting ? html`<span role="status">${texts.exporting}</span>` : nothing}
        ${this.#selected.render()}
      </div>`;
  }

  #filters(texts) {
    const chosen = query().getAll('state');
    const counts = this.#summary?.states ?? {};
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
    const table = deviceTable(page.items, {
      sort: query().get('sort') ?? 'serialNumber',
      sortBy: (sort) => this.#narrow({ sort }),
      selected: this.#selected,
      pick: (ids, isChosen) => this.#selected.pick(ids, isChosen),
    });
    return html`${table} ${pages(page)}`;
  }

  #nothingThere(texts) {
    const isNarrowed = query().has('q') || query().has('state');
    return isNarrowed
      ? empty(texts.noMatch, '', html`<button @click=${() => this.#narrow({ q: null, state: [] })}>${texts.clear}</button>`)
      : empty(texts.none, texts.noneHint);
  }

  #search(text) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#narrow({ q: text.trim() && text }), TYPING_MILLIS);
  }

  #filter(value, isChosen) {
    const others = query().getAll('state').filter((each) => each !== value);
    this.#narrow({ state: isChosen ? [...others, value] : others });
  }

  /** Another question, from its first page. */
  #narrow(changes) {
    go(changed(PATH, { ...changes, cursor: null, page: null }));
  }

  async #export(more, name) {
    const parameters = asked(FILTERS);
    Object.entries(more).forEach(([key, value]) => parameters.set(key, value));
    this.#exporting = true;
    this.#failure = nothing;
    this.#show();
    try {
      await download(`/v1/devices?${parameters}`, name);
    } catch (failure) {
      this.#failure = problem(failure);
    } finally {
      this.#exporting = false;
      this.#show();
    }
  }
}

function asked(names) {
  return new URLSearchParams([...query()].filter(([name]) => names.includes(name)));
}

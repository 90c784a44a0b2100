// Who may register devices for whom: a customer accepts and ends, a partner asks.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { query } from '../address.js';
import { get, post } from '../api.js';
import { t, time } from '../language.js';
import { Loaded } from '../loaded.js';
import { pages } from '../pages.js';
import { confirmed, empty, problem } from '../parts.js';
import { user } from '../session.js';

const PATH = '/v1/partner-relationships';

export class PartnersView {
  #show;
  #list;
  #problem;

  constructor(show) {
    this.#show = show;
    this.#list = new Loaded(show);
  }

  arrive() {
    const cursor = query().has('cursor') ? `?${new URLSearchParams({ cursor: query().get('cursor') })}` : '';
    this.#list.load((signal) => get(PATH + cursor, { signal }));
  }

  refresh() {
    this.arrive();
  }

  close() {
    this.#list.close();
  }

  render() {
    const texts = t().partners;
    return html`<h1>${texts.title}</h1>${this.#problem ?? nothing} ${user().partner ? this.#ask(texts) : nothing}
      ${this.#list.render((page) => this.#page(page, texts))}`;
  }

  #ask(texts) {
    return html`<form class="ask" @submit=${(event) => this.#send(event)}>
      <label>${texts.askFor} <input name="customer" required maxlength="100" autocomplete="off"></label>
      <button class="primary">${texts.ask}</button></form>`;
  }

  #page(page, texts) {
    if (page.items.length === 0) {
      return user().tenant ? empty(texts.none, texts.noneHint) : empty(texts.noCustomer, texts.noCustomerHint);
    }
    return html`<div class="table"><table aria-label=${texts.table}>
      <thead><tr><th>${user().tenant ? texts.partner : texts.customer}</th><th>${texts.status}</th><th>${texts.since}</th><th>${texts.what}</th></tr></thead>
      <tbody>${page.items.map((each) => this.#row(each, texts))}</tbody></table></div> ${pages(page)}`;
  }

  #row(each, texts) {
    const other = user().tenant ? each.partner : each.customer;
    return html`<tr>
      <td data-label=${user().tenant ? texts.partner : texts.customer}>${other}</td>
      <td data-label=${texts.status}>${texts.statuses[each.status]}</td>
      <td data-label=${texts.since}>${time(each.endedAt ?? each.acceptedAt ?? each.requestedAt)}</td>
      <td data-label=${texts.what}>
        ${each.status === 'pending' && user().tenant
          ? html`<button class="primary" aria-label="${texts.accept} ${other}" @click=${() => this.#change(each, 'accept', texts.acceptQuestion(other), texts.accept)}>${texts.accept}</button>`
          : nothing}
        ${each.status === 'ended'
          ? nothing
          : html`<button aria-label="${texts.end} ${other}" @click=${() => this.#change(each, 'end', texts.endQuestion(other), texts.end)}>${texts.end}</button>`}
      </td></tr>`;
  }

  async #change(relationship, action, question, label) {
    if (await confirmed(question, '', label)) {
      await this.#call(() => post(`${PATH}/${relationship.id}:${action}`));
    }
  }

  async #send(event) {
    event.preventDefault();
    const form = event.target;
    await this.#call(() => post(PATH, { customer: new FormData(form).get('customer').trim() }));
    form.reset();
  }

  async #call(call) {
    this.#problem = undefined;
    try {
      await call();
      this.arrive();
    } catch (failure) {
      this.#problem = problem(failure);
      this.#show();
    }
  }
}

// One device: what it is, what was asked for it and what came of that, and its way to its user.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { get, put } from '../api.js';
import { t, time } from '../language.js';
import { Loaded } from '../loaded.js';
import { copyable, failure, problem, state } from '../parts.js';
import { user } from '../session.js';

const LOOK_AGAIN_MILLIS = 500;
const MOST_LOOKS = 20;

export class DeviceView {
  #show;
  #device;
  #problem;

  constructor(show, id) {
    this.id = id;
    this.#show = show;
    this.#device = new Loaded(show);
  }

  arrive() {
    return this.#device.load((signal) => get(`/v1/devices/${this.id}`, { signal }));
  }

  refresh() {
    return this.arrive();
  }

  close() {
    this.#device.close();
  }

  render() {
    return html`<p><a href="/devices">← ${t().device.back}</a></p>${this.#problem ?? nothing}
      ${this.#device.render((device) => this.#page(device))}`;
  }

  #page(device) {
    const texts = t().device;
    return html`
      <h1>${device.serialNumber ?? device.deviceId} ${state(device.state)}</h1>
      ${device.error ? html`<section><h2>${texts.error}</h2>${failure(device.error, device.requestId)}</section>` : nothing}
      <section><h2>${texts.facts}</h2>${this.#facts(device, texts)}</section>
      ${device.delivery ? html`<section><h2>${texts.delivery}</h2>${this.#delivery(device, texts)}</section>` : nothing}
      <section><h2>${texts.history}</h2>${this.#history(device, texts)}</section>`;
  }

  #facts(device, texts) {
    const columns = t().columns;
    const facts = [
      [texts.manufacturer, device.manufacturer],
      [columns.model, device.model],
      [columns.assignedUser, device.assignedUser],
      [columns.groupTag, device.groupTag],
      [texts.registeredAt, device.registeredAt && time(device.registeredAt)],
      [columns.lastSeenAt, device.lastSeenAt ? time(device.lastSeenAt) : t().never],
      [columns.ageDays, device.ageDays === null ? null : t().days(device.ageDays)],
      [texts.requestId, copyable(device.requestId)],
    ];
    return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value ?? '–'}</dd></div>`)}</dl>`;
  }

  #delivery(device, texts) {
    return html`<p class="quiet">${texts.deliveryHint}</p>
      <ol class="steps">${device.delivery.map(
        (each) => html`<li class=${each.confirmedAt ? 'done' : ''}><span>${texts.steps[each.step]}</span>
          ${each.confirmedAt
            ? html`<span class="quiet">${texts.by(each.confirmedBy, time(each.confirmedAt))}</span>`
            : device.registeredAt && user().may('devices:register')
              ? html`<button class="small" aria-label="${texts.confirm}: ${texts.steps[each.step]}"
                  @click=${() => this.#confirm(each.step)}>${texts.confirm}</button>`
              : html`<span class="quiet">${texts.open}</span>`}</li>`,
      )}</ol>`;
  }

  #history(device, texts) {
    return html`<div class="table"><table aria-label=${texts.history}>
      <thead><tr><th>${texts.kind}</th><th>${texts.asked}</th><th>${texts.outcome}</th><th>${texts.decided}</th><th>${texts.requestId}</th></tr></thead>
      <tbody>${device.history.map(
        (each) => html`<tr>
          <td data-label=${texts.kind}>${texts.kinds[each.kind] ?? each.kind}</td>
          <td data-label=${texts.asked}>${time(each.requestedAt)}</td>
          <td data-label=${texts.outcome}>${t().outcomes[each.outcome] ?? each.outcome}
            ${each.error?.reason ? html`<span class="quiet">${each.error.reason}</span>` : nothing}</td>
          <td data-label=${texts.decided}>${time(each.decidedAt)}</td>
          <td data-label=${texts.requestId}>${copyable(each.requestId)}</td></tr>`,
      )}</tbody></table></div>`;
  }

  async #confirm(step) {
    try {
      await put(`/v1/devices/${this.id}/delivery/${step}`);
      this.#problem = undefined;
      await this.#untilConfirmed(step);
    } catch (failed) {
      this.#problem = problem(failed);
      this.#show();
    }
  }

  /** What was taken is visible a moment later. */
  async #untilConfirmed(step) {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      await this.arrive();
      if (this.#device.value?.delivery?.find((each) => each.step === step).confirmedAt) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLIS));
    }
  }
}

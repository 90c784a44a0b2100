// The devices that the user has selected, on one page or several, and what can be done with all of them.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { post } from '../api.js';
import { number, t } from '../language.js';
import { confirmed, problem } from '../parts.js';
import { user } from '../session.js';

const STEPS = ['image-checked', 'licenses-applied', 'delivered'];
const MOST_OF_A_CALL = 1_000;

export class Selected {
  #show;
  #done;
  #ids = new Set();
  #failure = nothing;

  /** What came of the last thing done. */
  notice = nothing;

  /** `done` is called once something has been done with them. */
  constructor(show, done) {
    this.#show = show;
    this.#done = done;
  }

  has(id) {
    return this.#ids.has(id);
  }

  pick(ids, isChosen) {
    ids.forEach((id) => (isChosen ? this.#ids.add(id) : this.#ids.delete(id)));
    this.#show();
  }

  clear() {
    this.#ids.clear();
  }

  render() {
    const texts = t().devices;
    if (this.#ids.size === 0) {
      return nothing;
    }
    return html`
      <span class="selected" role="status">${texts.selected(number(this.#ids.size))}</span>
      <button @click=${() => this.pick([...this.#ids], false)}>${texts.selectNone}</button>
      ${user().may('devices:release') ? html`<button @click=${() => this.#release()}>${texts.release}</button>` : nothing}
      ${user().may('devices:register')
        ? html`<form @submit=${(event) => this.#deliver(event)}>
            <select name="step" required aria-label=${texts.deliver}>
              <option value="">${texts.deliver}</option>
              ${STEPS.map((step) => html`<option value=${step}>${t().device.steps[step]}</option>`)}
            </select>
            <button>${t().device.confirm}</button></form>`
        : nothing}`;
  }

  async #release() {
    const texts = t().devices;
    const count = this.#ids.size;
    if (await confirmed(texts.releaseQuestion(count), texts.releaseMeaning, texts.release)) {
      const { accepted, refused } = await this.#forAll('/v1/devices:release', {});
      this.#tell(accepted > 0 && texts.released(accepted), refused > 0 && texts.notReleased(refused));
    }
  }

  /** By a button of its own: a choice is changed by the arrow keys already. */
  async #deliver(event) {
    event.preventDefault();
    const step = new FormData(event.target).get('step');
    const { accepted, refused } = await this.#forAll('/v1/devices:confirm-delivery', { step });
    this.#tell(accepted > 0 && t().devices.stepConfirmed(accepted), refused > 0 && t().devices.stepRefused(refused));
  }

  /** In calls of as many devices as one may name; what a call that failed was for stays selected. */
  async #forAll(path, body) {
    const count = { accepted: 0, refused: 0 };
    const ids = [...this.#ids];
    try {
      for (let from = 0; from < ids.length; from += MOST_OF_A_CALL) {
        const deviceIds = ids.slice(from, from + MOST_OF_A_CALL);
        const answer = await ask(path, { ...body, deviceIds });
        count.accepted += answer.accepted.length;
        count.refused += answer.refused.length;
        deviceIds.forEach((id) => this.#ids.delete(id));
      }
      this.#failure = nothing;
    } catch (failure) {
      this.#failure = problem(failure);
    }
    return count;
  }

  #tell(...told) {
    const texts = told.filter(Boolean);
    this.notice = html`${texts.length > 0 ? html`<p class="notice" role="status">${texts.join(' ')}</p>` : nothing} ${this.#failure}`;
    this.#done();
    this.#show();
  }
}

/** Where none of them was taken the API answers with a problem. */
async function ask(path, body) {
  try {
    return await post(path, body);
  } catch (failure) {
    if (failure.status === 404 || failure.status === 409) {
      return { accepted: [], refused: body.deviceIds };
    }
    throw failure;
  }
}

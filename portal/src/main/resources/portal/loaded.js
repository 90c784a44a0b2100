// What a view has asked for: nothing yet, an answer, or a problem. A newer question ends an older one; once closed it asks no more.
import { html } from './vendor/lit-html/lit-html.js';
import { loading, problem } from './parts.js';

export class Loaded {
  #show;
  #ask;
  #question;
  #isClosed = false;

  /** Whether an answer is on its way. */
  isAsking = false;

  constructor(show) {
    this.#show = show;
  }

  /** Asks, and shows what comes. What was shown before stays until then. Resolves with whether it came. */
  async load(ask) {
    if (this.#isClosed) {
      return false;
    }
    this.#question?.abort();
    const question = new AbortController();
    this.#question = question;
    this.#ask = ask;
    this.failure = undefined;
    this.isAsking = true;
    this.#show();
    const [answer, failure] = await outcome(ask(question.signal));
    if (question.signal.aborted) {
      return false;
    }
    this.isAsking = false;
    this.failure = failure;
    this.value = failure ? this.value : answer;
    this.#show();
    return true;
  }

  close() {
    this.#isClosed = true;
    this.#question?.abort();
  }

  render(found, retry = () => this.load(this.#ask)) {
    if (this.failure) {
      return problem(this.failure, retry);
    }
    return this.value === undefined ? loading() : html`<div aria-busy=${this.isAsking}>${found(this.value)}</div>`;
  }
}

async function outcome(promise) {
  try {
    return [await promise];
  } catch (failure) {
    return [undefined, failure];
  }
}

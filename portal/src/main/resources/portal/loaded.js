// What a view has asked for: nothing yet, an answer, or a problem. A newer question ends an older one.
import { html } from './vendor/lit-html/lit-html.js';
import { loading, problem } from './parts.js';

export class Loaded {
  #show;
  #ask;
  #question;

  constructor(show) {
    this.#show = show;
  }

  /** Asks, and shows what comes. What was shown before stays until then. */
  async load(ask) {
    this.#question?.abort();
    const question = new AbortController();
    this.#question = question;
    this.#ask = ask;
    this.failure = undefined;
    try {
      const answer = await ask(question.signal);
      if (!question.signal.aborted) {
        this.value = answer;
        this.#show();
      }
    } catch (failure) {
      if (!question.signal.aborted) {
        this.failure = failure;
        this.#show();
      }
    }
  }

  forget() {
    this.value = undefined;
  }

  close() {
    this.#question?.abort();
  }

  render(found) {
    if (this.failure) {
      return problem(this.failure, () => this.load(this.#ask));
    }
    return this.value === undefined ? loading() : html`${found(this.value)}`;
  }
}

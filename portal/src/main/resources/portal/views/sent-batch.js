// What has been sent, followed until each of its rows is decided.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { download } from '../api.js';
import { number, t } from '../language.js';
import { bar, problem } from '../parts.js';
import { followBatch } from '../progress.js';
import { outcomes } from './batch-parts.js';

const REFRESH_MILLIS = 2_000;

export class SentBatch {
  #show;
  #refresh;
  #batch;
  #failure;
  #signal;
  #told = 0;
  #later;

  /** `answer` is the upload's; `refresh` is called as devices appear and change, until the signal ends it. */
  constructor(show, refresh, answer, signal) {
    this.#show = show;
    this.#refresh = refresh;
    this.#signal = signal;
    this.#batch = { ...answer, pending: answer.rowCount, succeeded: 0, failed: 0, outcomes: {}, status: 'processing' };
    this.#follow();
  }

  /** `again` and `leave` are what the user can do next. */
  render(again, leave) {
    const texts = t().register;
    const { batchId, rowCount, pending, failed, status } = this.#batch;
    const isDone = status === 'completed';
    return html`
      <div aria-live="polite">
        <p role="status"><strong>${isDone ? texts.done : texts.working}</strong>
          ${texts.registered(number(rowCount - pending), number(rowCount))}</p>
      </div>
      ${bar(rowCount - pending, rowCount, texts.working)}
      ${outcomes(this.#batch)}
      ${this.#failure ? problem(this.#failure, isDone ? undefined : () => this.#follow()) : nothing}
      ${isDone && failed > 0
        ? html`<p>${texts.mend}</p><button @click=${() => this.#downloadFailed()}>${texts.downloadFailed}</button>`
        : nothing}
      <div class="actions">
        <a class="button" href="/batches/${batchId}">${texts.toBatch}</a>
        ${isDone ? html`<button @click=${again}>${texts.another}</button>` : nothing}
        <button class="primary" @click=${leave}>${t().close}</button>
      </div>`;
  }

  async #follow() {
    this.#failure = undefined;
    this.#refresh();
    try {
      await followBatch(this.#batch.batchId, (batch) => this.#tell(batch), this.#signal);
    } catch (failure) {
      this.#failure = failure;
      this.#show();
    }
  }

  #tell(batch) {
    this.#batch = batch;
    const wait = batch.status === 'completed' ? 0 : this.#told + REFRESH_MILLIS - Date.now();
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#refreshNow(true), Math.max(0, wait));
    this.#show();
  }

  /** `again`: a device may appear a moment after its batch was told, and nothing else is told of it until it is decided. */
  #refreshNow(again) {
    if (this.#signal.aborted) {
      return;
    }
    this.#told = Date.now();
    this.#refresh();
    if (again && this.#batch.status !== 'completed') {
      this.#later = setTimeout(() => this.#refreshNow(false), REFRESH_MILLIS);
    }
  }

  async #downloadFailed() {
    try {
      await download(`/v1/batches/${this.#batch.batchId}/results?outcome=failed`, 'failed-rows.csv');
    } catch (failure) {
      this.#failure = failure;
      this.#show();
    }
  }
}

// The fly-in "Register devices": files are checked as soon as they are chosen, then sent, then followed to their end.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { changed, go } from '../address.js';
import { download, upload } from '../api.js';
import { number, percent, t } from '../language.js';
import { bar, problem } from '../parts.js';
import { followBatch } from '../progress.js';
import { outcomes } from './outcomes.js';

const PATH = '/v1/batches';
const REFRESH_MILLIS = 2_000;
const MOST_PROBLEMS = 100;

export class RegisterPanel {
  #show;
  #refresh;
  #isOpen = false;
  #work = new AbortController();
  #told = 0;

  /** `refresh` is called as devices appear and change. */
  constructor(show, refresh) {
    this.#show = show;
    this.#refresh = refresh;
    this.#clear();
  }

  #clear() {
    this.files = [];
    this.stage = 'choosing';
    this.failure = undefined;
    this.checked = undefined;
    this.batch = undefined;
    this.share = 0;
    this.key = crypto.randomUUID();
  }

  follow(isOpen) {
    if (isOpen && !this.#isOpen) {
      this.#clear();
    }
    this.#isOpen = isOpen;
  }

  shown() {
    const dialog = document.getElementById('register');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  close() {
    this.#work.abort();
  }

  render() {
    if (!this.#isOpen) {
      return nothing;
    }
    const texts = t().register;
    return html`
      <dialog id="register" class="panel" aria-labelledby="register-title" @close=${() => this.#leave()}
        @dragover=${(event) => event.preventDefault()} @drop=${(event) => this.#drop(event)}>
        <header><h2 id="register-title">${texts.title}</h2>
          <button aria-label=${t().close} @click=${() => this.#leave()}>✕</button></header>
        ${this.batch ? this.#progress(texts) : this.#choice(texts)}
      </dialog>`;
  }

  #choice(texts) {
    return html`
      <div class="drop">
        <p>${texts.drop}</p>
        <label class="button">${texts.choose}
          <input type="file" class="unseen" multiple accept=".csv,.txt,.tsv,.zip" ?disabled=${this.#isBusy()}
            @change=${(event) => this.#choose([...event.target.files])}></label>
        <p class="quiet">${texts.hint}</p>
      </div>
      ${this.files.length > 0
        ? html`<ul class="files">${this.files.map((file) => html`<li>${file.name} <span class="quiet">${size(file.size)}</span></li>`)}</ul>`
        : nothing}
      <div aria-live="polite">${this.#checked(texts)}</div>
      <div class="actions">
        <button class="primary" ?disabled=${this.stage !== 'checked'} @click=${() => this.#submit()}>${texts.submit}</button>
        <button @click=${() => this.#leave()}>${t().cancel}</button>
      </div>`;
  }

  #checked(texts) {
    switch (this.stage) {
      case 'checking':
      case 'uploading': {
        const label = this.stage === 'checking' ? texts.checking : texts.uploading;
        return html`<p role="status">${label} ${percent(this.share)}</p>${bar(this.share, 1, label)}`;
      }
      case 'refused':
        return this.#refused(texts);
      case 'checked':
        return html`<p class="notice good">${texts.found(number(this.checked.rowCount), number(this.files.length))}</p>
          ${this.checked.ignoredColumns.length > 0
            ? html`<p>${texts.ignored(this.checked.ignoredColumns.join(', '))}</p>`
            : nothing}`;
      default:
        return nothing;
    }
  }

  #refused(texts) {
    const { errors } = this.failure;
    if (errors.length === 0) {
      return problem(this.failure, () => this.#check());
    }
    return html`<div class="notice bad" role="alert"><strong>${texts.problems}</strong></div>
      <div class="table"><table aria-label=${texts.problems}>
        <thead><tr><th>${texts.file}</th><th>${texts.line}</th><th>${texts.column}</th><th>${texts.problem}</th></tr></thead>
        <tbody>${errors.slice(0, MOST_PROBLEMS).map(
          (each) => html`<tr><td data-label=${texts.file}>${each.file}</td><td data-label=${texts.line}>${each.line ?? ''}</td>
            <td data-label=${texts.column}>${each.column ?? ''}</td><td data-label=${texts.problem}>${each.message}</td></tr>`,
        )}</tbody></table></div>`;
  }

  #progress(texts) {
    const { batch } = this;
    const decided = batch.rowCount - batch.pending;
    const isDone = batch.status === 'completed';
    return html`
      <div aria-live="polite">
        <p role="status"><strong>${isDone ? texts.done : texts.working}</strong>
          ${texts.registered(number(decided), number(batch.rowCount))}</p>
      </div>
      ${bar(decided, batch.rowCount, texts.working)}
      ${outcomes(batch)}
      ${this.failure ? problem(this.failure) : nothing}
      ${isDone && batch.failed > 0
        ? html`<p>${texts.mend}</p><button @click=${() => this.#downloadFailed()}>${texts.downloadFailed}</button>`
        : nothing}
      <div class="actions">
        <a class="button" href="/batches/${batch.batchId}">${texts.toBatch}</a>
        ${isDone ? html`<button @click=${() => this.#again()}>${texts.another}</button>` : nothing}
        <button class="primary" @click=${() => this.#leave()}>${t().close}</button>
      </div>`;
  }

  #isBusy() {
    return this.stage === 'checking' || this.stage === 'uploading';
  }

  #drop(event) {
    event.preventDefault();
    if (!this.#isBusy() && !this.batch) {
      this.#choose([...event.dataTransfer.files]);
    }
  }

  #choose(files) {
    if (files.length > 0) {
      this.files = files;
      this.key = crypto.randomUUID();
      this.#check();
    }
  }

  /** The dry run: everything is read, nothing is registered. */
  #check() {
    return this.#send('checking', `${PATH}?dryRun=true`, null, (answer) => {
      this.checked = answer;
      this.stage = 'checked';
    });
  }

  /** With the same key when it is tried again, so that nothing is registered twice. */
  #submit() {
    return this.#send('uploading', PATH, this.key, (answer) => {
      this.batch = { ...answer, pending: answer.rowCount, succeeded: 0, failed: 0, outcomes: {}, status: 'processing' };
      this.#refresh();
      this.#followUp();
    });
  }

  async #send(stage, path, key, taken) {
    this.stage = stage;
    this.share = 0;
    this.failure = undefined;
    this.#show();
    try {
      const onProgress = (share) => {
        this.share = share;
        this.#show();
      };
      taken(await upload(path, this.files, { key, onProgress, signal: this.#work.signal }));
    } catch (failure) {
      this.failure = failure;
      this.stage = 'refused';
    }
    this.#show();
  }

  async #followUp() {
    const { batchId } = this.batch;
    const onProgress = (batch) => {
      if (this.batch?.batchId === batchId) {
        this.batch = batch;
      }
      if (Date.now() - this.#told > REFRESH_MILLIS || batch.status === 'completed') {
        this.#told = Date.now();
        this.#refresh();
      }
      this.#show();
    };
    try {
      await followBatch(batchId, onProgress, this.#work.signal);
    } catch (failure) {
      this.failure = failure;
      this.#show();
    }
  }

  async #downloadFailed() {
    try {
      await download(`/v1/batches/${this.batch.batchId}/results?outcome=failed`, 'failed-rows.csv');
    } catch (failure) {
      this.failure = failure;
      this.#show();
    }
  }

  #again() {
    this.#clear();
    this.#show();
  }

  #leave() {
    if (this.#isOpen) {
      go(changed(location.pathname, { register: null }));
    }
  }
}

function size(bytes) {
  return bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1_000))} kB` : `${number(Math.round(bytes / 1_000_000))} MB`;
}

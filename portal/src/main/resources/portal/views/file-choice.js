// The files to register: chosen or dropped, checked at once without registering anything, and sent when the user says so.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { get, upload } from '../api.js';
import { number, percent, t } from '../language.js';
import { Loaded } from '../loaded.js';
import { bar, inWords, problem } from '../parts.js';
import { user } from '../session.js';

const MOST_FILES = 20;
const MOST_PROBLEMS = 100;

export class FileChoice {
  #show;
  #sent;
  #leave;
  #work = new AbortController();
  #customers;
  #customer = '';
  #files = [];
  #stage = 'choosing';
  #share = 0;
  #checked;
  #failure;
  #key;

  /** `sent` is told the answer to the upload; `leave` is called where the user doesn't want to. */
  constructor(show, sent, leave) {
    this.#show = show;
    this.#sent = sent;
    this.#leave = leave;
    this.#customers = new Loaded(show);
    if (user().partner) {
      this.#customers.load((signal) => get('/v1/partner-relationships?status=accepted&limit=1000', { signal }));
    }
  }

  close() {
    this.#work.abort();
    this.#customers.close();
  }

  choose(files) {
    if (files.length > 0 && !this.#isBusy()) {
      this.#files = files;
      this.#begin();
    }
  }

  render() {
    const texts = t().register;
    if (user().partner && !this.#customer) {
      return html`${this.#forWhom(texts)} <div class="actions"><button @click=${this.#leave}>${t().cancel}</button></div>`;
    }
    return html`
      ${user().partner ? this.#forWhom(texts) : nothing}
      <div class="drop">
        <p>${texts.drop}</p>
        <label class="button">${texts.choose}
          <input type="file" class="unseen" multiple accept=".csv,.txt,.tsv,.zip" ?disabled=${this.#isBusy()}
            @change=${(event) => this.#take(event.target)}></label>
        <p class="quiet">${texts.hint}</p>
      </div>
      ${this.#files.length > 0
        ? html`<ul class="files">${this.#files.slice(0, MOST_FILES).map(
            (file) => html`<li>${file.name} <span class="quiet">${size(file.size)}</span></li>`,
          )}</ul>
          ${more(this.#files.length - MOST_FILES, texts)}`
        : nothing}
      <div aria-live="polite">${this.#found(texts)}</div>
      <div class="actions">
        <button class="primary" ?disabled=${this.#stage !== 'checked'} @click=${() => this.#submit()}>${texts.submit}</button>
        <button @click=${this.#leave}>${t().cancel}</button>
      </div>`;
  }

  #forWhom(texts) {
    return this.#customers.render(({ items }) =>
      items.length === 0
        ? html`<p class="notice">${texts.noCustomer}</p>`
        : html`<p><label>${texts.customer}
            <select ?disabled=${this.#isBusy()} @change=${(event) => this.#choose(event.target.value)}>
              <option value="">${texts.chooseCustomer}</option>
              ${items.map(({ customer }) => html`<option value=${customer} .selected=${customer === this.#customer}>${customer}</option>`)}
            </select></label></p>`,
    );
  }

  #found(texts) {
    switch (this.#stage) {
      case 'checking':
      case 'uploading': {
        const label = this.#stage === 'checking' ? texts.checking : texts.uploading;
        return html`<p role="status">${label} ${percent(this.#share)}</p>${bar(this.#share, 1, label)}`;
      }
      case 'refused':
        return this.#refused(texts);
      case 'checked':
        return html`<p class="notice good">${texts.found(number(this.#checked.rowCount), number(this.#files.length))}</p>
          ${this.#checked.ignoredColumns.length > 0
            ? html`<p>${texts.ignored(this.#checked.ignoredColumns.join(', '))}</p>`
            : nothing}`;
      default:
        return nothing;
    }
  }

  #refused(texts) {
    const { errors = [] } = this.#failure;
    if (errors.length === 0) {
      return problem(this.#failure, () => this.#check());
    }
    return html`<div class="notice bad" role="alert"><strong>${inWords(this.#failure)}</strong></div>
      <div class="table"><table aria-label=${texts.problems}>
        <thead><tr><th>${texts.file}</th><th>${texts.line}</th><th>${texts.column}</th><th>${texts.problem}</th></tr></thead>
        <tbody>${errors.slice(0, MOST_PROBLEMS).map(
          (each) => html`<tr><td data-label=${texts.file}>${each.file}</td><td data-label=${texts.line}>${each.line ?? ''}</td>
            <td data-label=${texts.column}>${each.column ?? ''}</td><td data-label=${texts.problem}>${each.message}</td></tr>`,
        )}</tbody></table></div>
      ${more(errors.length - MOST_PROBLEMS, texts)}`;
  }

  /** The box is emptied, so that a file that has been mended can be chosen again. */
  #take(input) {
    const files = [...input.files];
    input.value = '';
    this.choose(files);
  }

  #isBusy() {
    return this.#stage === 'checking' || this.#stage === 'uploading';
  }

  #choose(customer) {
    this.#customer = customer;
    this.#begin();
  }

  /** Other files, or the same for another customer, are another upload; the same again is not, whatever became of it. */
  #begin() {
    this.#key = crypto.randomUUID();
    this.#stage = 'choosing';
    if (this.#files.length > 0 && (this.#customer || !user().partner)) {
      this.#check();
    }
    this.#show();
  }

  #path() {
    return this.#customer ? `/v1/customers/${encodeURIComponent(this.#customer)}/batches` : '/v1/batches';
  }

  /** The dry run: everything is read, nothing is registered. */
  async #check() {
    this.#checked = await this.#send('checking', `${this.#path()}?dryRun=true`);
    if (this.#checked) {
      this.#stage = 'checked';
      this.#show();
    }
  }

  /** With the same key when it is tried again, so that nothing is registered twice. */
  async #submit() {
    const answer = await this.#send('uploading', this.#path(), this.#key);
    if (answer) {
      this.#sent(answer);
    }
  }

  /** The answer; none where it was refused. */
  async #send(stage, path, key) {
    this.#stage = stage;
    this.#share = 0;
    this.#show();
    const onProgress = (share) => {
      this.#share = share;
      this.#show();
    };
    try {
      return await upload(path, this.#files, { key, onProgress, signal: this.#work.signal });
    } catch (failure) {
      this.#failure = failure;
      this.#stage = 'refused';
      this.#show();
      return undefined;
    }
  }
}

function more(count, texts) {
  return count > 0 ? html`<p>${texts.more(number(count))}</p>` : nothing;
}

function size(bytes) {
  return bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1_000))} kB` : `${number(Math.round(bytes / 1_000_000))} MB`;
}

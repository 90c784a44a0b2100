// The fly-in "Register devices": first the choice of files, then what became of them. It is open while the address says so.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { changed, go } from '../address.js';
import { t } from '../language.js';
import { FileChoice } from './file-choice.js';
import { SentBatch } from './sent-batch.js';

export class RegisterPanel {
  #show;
  #refresh;
  #isOpen = false;
  #choice;
  #sent;
  #work = new AbortController();

  /** `refresh` is called as devices appear and change. */
  constructor(show, refresh) {
    this.#show = show;
    this.#refresh = refresh;
  }

  follow(isOpen) {
    if (isOpen && !this.#isOpen) {
      this.#begin();
    }
    if (!isOpen && this.#isOpen) {
      this.#end();
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
    this.#choice?.close();
    this.#work.abort();
  }

  render() {
    if (!this.#isOpen) {
      return nothing;
    }
    return html`
      <dialog id="register" class="panel" aria-labelledby="register-title" @close=${() => this.#leave()}
        @dragover=${(event) => event.preventDefault()} @drop=${(event) => this.#drop(event)}>
        <header><h2 id="register-title">${t().register.title}</h2>
          <button aria-label=${t().close} @click=${dismiss}>✕</button></header>
        ${this.#sent ? this.#sent.render(() => this.#again(), dismiss) : this.#choice.render()}
      </dialog>`;
  }

  /** What was sent before goes on being followed, so that the list shows it. */
  #begin() {
    this.#sent = undefined;
    this.#choice = new FileChoice(
      this.#show,
      (answer) => {
        this.#sent = new SentBatch(this.#show, this.#refresh, answer, this.#work.signal);
        this.#show();
      },
      dismiss,
    );
  }

  /** What has not been sent as a whole is not sent. */
  #end() {
    this.#choice.close();
    dismiss();
  }

  #again() {
    this.#begin();
    this.#show();
  }

  #drop(event) {
    event.preventDefault();
    if (!this.#sent) {
      this.#choice.choose([...event.dataTransfer.files]);
    }
  }

  #leave() {
    if (this.#isOpen) {
      go(changed(location.pathname, { register: null }), { state: history.state });
    }
  }
}

/** As the browser does it, which gives the focus back to who had it. */
function dismiss() {
  document.getElementById('register')?.close();
}

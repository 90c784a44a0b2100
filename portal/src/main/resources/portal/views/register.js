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

  /** `refresh` is called as devices appear and change. */
  constructor(show, refresh) {
    this.#show = show;
    this.#refresh = refresh;
  }

  follow(isOpen) {
    if (isOpen && !this.#isOpen) {
      this.#begin();
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
    this.#sent?.close();
  }

  render() {
    if (!this.#isOpen) {
      return nothing;
    }
    const leave = () => this.#leave();
    return html`
      <dialog id="register" class="panel" aria-labelledby="register-title" @close=${leave}
        @dragover=${(event) => event.preventDefault()} @drop=${(event) => this.#drop(event)}>
        <header><h2 id="register-title">${t().register.title}</h2>
          <button aria-label=${t().close} @click=${leave}>✕</button></header>
        ${this.#sent ? this.#sent.render(() => this.#again(), leave) : this.#choice.render()}
      </dialog>`;
  }

  /** What was sent before goes on being followed, so that the list shows it. */
  #begin() {
    this.#choice?.close();
    this.#sent = undefined;
    this.#choice = new FileChoice(
      this.#show,
      (answer) => {
        this.#sent = new SentBatch(this.#show, this.#refresh, answer);
        this.#show();
      },
      () => this.#leave(),
    );
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
      go(changed(location.pathname, { register: null }));
    }
  }
}

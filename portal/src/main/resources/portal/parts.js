// What several views show: waiting, problems, states, copies, questions.
import { html, nothing } from './vendor/lit-html/lit-html.js';
import { t } from './language.js';

const COPIED_MILLIS = 3_000;

export function loading() {
  return html`<p class="loading" role="status">${t().loading}</p>`;
}

/** A problem in the user's words, with what the API says of it. */
export function problem(failure, retry) {
  return html`
    <div class="notice bad" role="alert">
      <p><strong>${inWords(failure)}</strong></p>
      ${failure.message && failure.status !== 429 ? html`<p>${failure.message}</p>` : nothing}
      ${failure.requestId ? html`<p class="quiet">${t().problems.requestId}: <code>${failure.requestId}</code></p>` : nothing}
      ${retry ? html`<button @click=${retry}>${t().retry}</button>` : nothing}
    </div>`;
}

/** What a problem means to a user. */
export function inWords({ status, retryAfter }) {
  const texts = t().problems;
  const words = {
    0: texts.away,
    401: texts.signedOut,
    403: texts.forbidden,
    404: texts.notFound,
    409: texts.underWay,
    413: texts.tooMuch,
    415: texts.notTaken,
    422: texts.notTaken,
    429: texts.slowDown(retryAfter ?? '60'),
    503: texts.unavailable,
  };
  return words[status] ?? texts.other;
}

export function empty(title, hint, action = nothing) {
  return html`<div class="empty"><h2>${title}</h2><p>${hint}</p>${action}</div>`;
}

export function state(value) {
  return html`<span class="state ${value}">${t().states[value] ?? value}</span>`;
}

/** The text of an error and what support asks for. */
export function failure(error, requestId) {
  const texts = t().device;
  return html`
    <div class="notice bad">
      <p><strong>${error.message}</strong></p>
      <p>${error.detail}</p>
      <dl class="facts">
        ${error.reason ? html`<div><dt>${texts.reason}</dt><dd>${error.reason}</dd></div>` : nothing}
        ${error.serviceCode ? html`<div><dt>${texts.code}</dt><dd>${error.serviceCode}</dd></div>` : nothing}
        <div><dt>${texts.requestId}</dt><dd>${copyable(requestId)}</dd></div>
      </dl>
    </div>`;
}

export function copyable(text) {
  return html`<span><code>${text}</code> <button class="small" @click=${(event) => copy(event.currentTarget, text)}
    aria-label="${t().device.copy} ${text}">${t().device.copy}</button> <span role="status"></span></span>`;
}

/** Where the page may not reach the clipboard (it may by https alone), the text is marked for the user to copy. */
async function copy(button, text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    getSelection().selectAllChildren(button.parentElement.querySelector('code'));
    return;
  }
  const status = button.nextElementSibling;
  status.textContent = t().device.copied;
  setTimeout(() => status.replaceChildren(), COPIED_MILLIS);
}

/** A bar with its share told; `label` names it to screen readers. */
export function bar(done, all, label) {
  return html`<progress max=${all || 1} value=${done} aria-label=${label}></progress>`;
}

/** Asks before something is done; resolves with whether to do it. */
export function confirmed(question, meaning, action) {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'question');
  const heading = document.createElement('h2');
  heading.id = 'question';
  heading.textContent = question;
  const text = document.createElement('p');
  text.textContent = meaning;
  const form = document.createElement('form');
  form.method = 'dialog';
  form.className = 'actions';
  form.append(choice('yes', action, 'primary'), choice('no', t().cancel, ''));
  dialog.append(heading, text, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}

function choice(value, label, look) {
  const button = document.createElement('button');
  button.value = value;
  button.textContent = label;
  button.className = look;
  return button;
}

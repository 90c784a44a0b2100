// Signs in, and shows the view that the address names within the frame of every page.
import { html, nothing, render } from './vendor/lit-html/lit-html.js';
import { follow, go, onAddress, toBeginning } from './address.js';
import { choose, language, languages, t } from './language.js';
import { inWords } from './parts.js';
import { leave, signIn, signOut, user } from './session.js';
import { chooseTheme, theme, themes } from './theme.js';
import { BatchView } from './views/batch.js';
import { BatchesView } from './views/batches.js';
import { DeviceView } from './views/device.js';
import { DevicesView } from './views/devices.js';
import { PartnersView } from './views/partners.js';

const READ = 'devices:read';
const ROUTES = [
  { path: /^\/devices$/, view: DevicesView, name: 'devices', parties: ['tenant'], scope: READ },
  { path: /^\/devices\/([0-9a-f-]{36})$/, view: DeviceView, name: 'devices', parties: ['tenant'], scope: READ },
  { path: /^\/batches$/, view: BatchesView, name: 'batches', parties: ['tenant', 'partner'], scope: READ },
  { path: /^\/batches\/([0-9a-f-]{36})$/, view: BatchView, name: 'batches', parties: ['tenant', 'partner'], scope: READ },
  { path: /^\/partners$/, view: PartnersView, name: 'partners', parties: ['tenant', 'partner'], scope: 'partners:manage' },
];

const root = document.getElementById('app');
let route;
let view;
let isDue = false;

/** What the browser has kept of a page may be of a user who has signed out since. */
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

await begin();

async function begin() {
  try {
    await signIn();
  } catch (failure) {
    render(noSignIn(failure), root);
    return;
  }
  if (ROUTES.some(isOpen)) {
    onAddress(arrive);
    arrive();
  } else {
    render(nobody(), root);
  }
}

/** Opens the view of a new path; a view follows a new query by itself. */
function arrive() {
  const found = ROUTES.find((each) => isOpen(each) && each.path.test(location.pathname));
  if (!found) {
    go(ROUTES.find(isOpen).path.source.replaceAll(/[\\^$]/g, ''), { replace: true });
    return;
  }
  const [, id] = location.pathname.match(found.path);
  if (route === found && view.id === id) {
    view.arrive();
    return;
  }
  view?.close();
  route = found;
  view = new found.view(show, id);
  view.arrive();
  draw();
  toBeginning();
}

function isOpen({ parties, scope }) {
  const who = user();
  return parties.some((party) => who[party]) && who.may(scope);
}

/** Drawn once for all who ask for it in the same breath. */
function show() {
  if (!isDue) {
    isDue = true;
    queueMicrotask(draw);
  }
}

function draw() {
  isDue = false;
  document.title = `${t().nav[route.name]} – ${t().product}`;
  render(frame(), root);
  view.shown?.();
}

function frame() {
  return html`
    <a class="skip" href="#content">${t().skip}</a>
    <header @click=${follow}>
      <span class="brand"><img src="/portal/icon.svg" alt="" width="24" height="24">${t().product}</span>
      <nav aria-label=${t().nav.label}>
        ${[...new Set(ROUTES.filter(isOpen).map((each) => each.name))].map(
          (name) => html`<a href="/${name}" aria-current=${route.name === name ? 'page' : nothing}>${t().nav[name]}</a>`,
        )}
      </nav>
      ${ofUser()}
    </header>
    <main id="content" tabindex="-1" @click=${follow}>${view.render()}</main>`;
}

function ofUser() {
  return html`<span class="who">${user().name}</span>
    ${choices(t().language, languages(), language(), (each) => (each === 'en' ? 'English' : 'Nederlands'), changeLanguage)}
    ${choices(t().theme, themes(), theme(), (each) => t().themes[each], changeTheme)}
    <button @click=${signOut}>${t().signOut}</button>`;
}

function choices(label, values, current, name, change) {
  return html`<select aria-label=${label} @change=${(event) => change(event.target.value)}>
    ${values.map((value) => html`<option value=${value} ?selected=${value === current}>${name(value)}</option>`)}
  </select>`;
}

function changeLanguage(next) {
  choose(next);
  view.refresh();
  show();
}

function changeTheme(next) {
  chooseTheme(next);
  show();
}

/** A user of neither an organisation nor a partner. */
function nobody() {
  return html`<main class="empty"><h1>${t().nobody.title}</h1><p>${t().nobody.hint}</p>
    <p>${user().name}</p><button @click=${signOut}>${t().signOut}</button></main>`;
}

function noSignIn(failure) {
  return html`<main class="empty"><h1>${t().signIn.failed}</h1><p>${failure.message || inWords(failure)}</p>
    <button class="primary" @click=${leave}>${t().signIn.again}</button></main>`;
}

// Signs in, and shows the view that the address names within the frame of every page.
import { html, nothing, render } from './vendor/lit-html/lit-html.js';
import { follow, go, onAddress } from './address.js';
import { choose, language, languages, t } from './language.js';
import { SignInFailed, signIn, signInAgain, signOut, user } from './session.js';
import { chooseTheme, theme, themes } from './theme.js';
import { BatchView } from './views/batch.js';
import { BatchesView } from './views/batches.js';
import { DeviceView } from './views/device.js';
import { DevicesView } from './views/devices.js';
import { PartnersView } from './views/partners.js';

const ROUTES = [
  { path: /^\/devices$/, view: DevicesView, name: 'devices', party: 'tenant' },
  { path: /^\/devices\/([0-9a-f-]{36})$/, view: DeviceView, name: 'devices', party: 'tenant' },
  { path: /^\/batches$/, view: BatchesView, name: 'batches' },
  { path: /^\/batches\/([0-9a-f-]{36})$/, view: BatchView, name: 'batches' },
  { path: /^\/partners$/, view: PartnersView, name: 'partners', scope: 'partners:manage' },
];

const root = document.getElementById('app');
let route;
let view;

try {
  await signIn();
  onAddress(arrive);
  arrive();
} catch (failure) {
  if (!(failure instanceof SignInFailed)) {
    throw failure;
  }
  render(noSignIn(failure), root);
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
  show();
  document.getElementById('content').focus({ preventScroll: false });
}

function isOpen({ party, scope }) {
  const who = user();
  return (!party || who[party]) && (!scope || who.may(scope));
}

function show() {
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
      <span class="who">${user().name}</span>
      ${choices(t().language, languages(), language(), (each) => (each === 'en' ? 'English' : 'Nederlands'), changeLanguage)}
      ${choices(t().theme, themes(), theme(), (each) => t().themes[each], changeTheme)}
      <button @click=${signOut}>${t().signOut}</button>
    </header>
    <main id="content" tabindex="-1" @click=${follow}>${view.render()}</main>`;
}

function choices(label, values, current, name, change) {
  return html`<select aria-label=${label} @change=${(event) => change(event.target.value)}>
    ${values.map((value) => html`<option value=${value} ?selected=${value === current}>${name(value)}</option>`)}
  </select>`;
}

function changeLanguage(next) {
  choose(next);
  view.arrive();
  show();
}

function changeTheme(next) {
  chooseTheme(next);
  show();
}

function noSignIn(failure) {
  return html`<main class="empty"><h1>${t().signIn.failed}</h1><p>${failure.message}</p>
    <button class="primary" @click=${signInAgain}>${t().signIn.again}</button></main>`;
}

// From page to page by cursor. The way back is kept in the history's state, because a cursor only leads on.
import { html } from './vendor/lit-html/lit-html.js';
import { changed, go, query, toBeginning } from './address.js';
import { t } from './language.js';

const MOST_STEPS = 100;

export function pages({ nextCursor }) {
  const texts = t().pages;
  const current = Math.max(1, Number.parseInt(query().get('page'), 10) || 1);
  const trail = history.state?.trail ?? [];
  const here = location.pathname + location.search;
  const first = changed(location.pathname, { cursor: null, page: null });
  const turn = (path, steps) => {
    go(path, { state: { trail: steps } });
    toBeginning();
  };
  const back = () => turn(trail.at(-1) ?? first, trail.slice(0, -1));
  const on = () =>
    turn(changed(location.pathname, { cursor: nextCursor, page: String(current + 1) }), [...trail, here].slice(-MOST_STEPS));
  return html`<nav class="pages" aria-label=${texts.page(current)}>
    <button ?disabled=${current === 1} @click=${back}>${current > 1 && trail.length === 0 ? texts.first : texts.previous}</button>
    <span>${texts.page(current)}</span>
    <button ?disabled=${!nextCursor} @click=${on}>${texts.next}</button>
  </nav>`;
}

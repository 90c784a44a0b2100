// What several views tell of a batch.
import { html } from '../vendor/lit-html/lit-html.js';
import { number, t } from '../language.js';

/** How many rows came to what. */
export function outcomes(batch) {
  const texts = t().register;
  const each = Object.entries(batch.outcomes ?? {}).filter(([name, count]) => count > 0 && name !== 'Registered');
  return html`
    <dl class="outcomes">
      <div class="good"><dt>${texts.succeeded}</dt><dd>${number(batch.succeeded)}</dd></div>
      <div class="bad"><dt>${texts.failed}</dt><dd>${number(batch.failed)}</dd></div>
      ${each.map(([name, count]) => html`<div><dt>${t().outcomes[name] ?? name}</dt><dd>${number(count)}</dd></div>`)}
    </dl>`;
}

/** Who posted it, and for whom where that is somebody else. */
export function parties({ partner, customer }) {
  const by = partner ?? t().batches.own;
  return customer ? `${by} → ${customer}` : by;
}

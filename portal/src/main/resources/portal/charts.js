// Pictures of counts, drawn by Chart.js once it is there; the same numbers stand beside them as text.
import { html, nothing } from './vendor/lit-html/lit-html.js';
import { day, number, t } from './language.js';

const LIBRARY = './vendor/chart.js/chart.umd.js';
const DAY_MILLIS = 86_400_000;
const MOST_DAYS = 14;

let library;

function drawing() {
  library ??= import(LIBRARY).then(() => {
    globalThis.Chart.defaults.animation = false;
    globalThis.Chart.defaults.font.family = 'inherit';
    return globalThis.Chart;
  });
  return library;
}

class Picture {
  #id;
  #chart;
  #drawn;

  constructor(id) {
    this.#id = id;
  }

  render(value) {
    this.value = value;
    return html`<div class="picture"><canvas id=${this.#id} aria-hidden="true"></canvas></div>${this.words()}`;
  }

  /** Draws what has changed. */
  async draw(value) {
    const canvas = document.getElementById(this.#id);
    const look = JSON.stringify([value, t().languageName, document.documentElement.dataset.theme]);
    if (!canvas || value === undefined || (this.#drawn === look && this.#chart?.canvas === canvas)) {
      return;
    }
    this.#drawn = look;
    const Chart = await drawing();
    this.#chart?.destroy();
    Chart.defaults.color = colour('--text');
    Chart.defaults.borderColor = colour('--line');
    this.#chart = new Chart(canvas, this.chart(value));
  }
}

export class StateDonut extends Picture {
  constructor() {
    super('states');
  }

  chart({ states }) {
    const names = Object.keys(states);
    return {
      type: 'doughnut',
      data: {
        labels: names.map((each) => t().states[each]),
        datasets: [{ data: Object.values(states), backgroundColor: names.map((each) => colour(`--${each}`)), borderWidth: 0 }],
      },
      options: { maintainAspectRatio: false, plugins: { legend: { display: false } } },
    };
  }

  words() {
    if (!this.value) {
      return nothing;
    }
    return html`<ul class="legend">${Object.entries(this.value.states).map(
      ([each, count]) => html`<li><span class="swatch ${each}"></span>${t().states[each]}: ${number(count)}</li>`,
    )}</ul>`;
  }
}

export class BatchesByDay extends Picture {
  constructor() {
    super('by-day');
  }

  chart(page) {
    const days = rowsByDay(page);
    return {
      type: 'bar',
      data: {
        labels: days.map(([each]) => day(each)),
        datasets: [{ data: days.map(([, rows]) => rows), backgroundColor: colour('--accent') }],
      },
      options: { maintainAspectRatio: false, plugins: { legend: { display: false } }, scales: { x: { ticks: { maxTicksLimit: 4 } } } },
    };
  }

  words() {
    if (!this.value) {
      return nothing;
    }
    return html`<ul class="unseen">${rowsByDay(this.value).map(([each, rows]) => html`<li>${day(each)}: ${number(rows)}</li>`)}</ul>`;
  }
}

/** Every day from the first batch of the page to now, at most two weeks, also those without a batch. */
function rowsByDay(page) {
  const today = startOfDay(Date.now());
  const rows = new Map();
  page.items.forEach((batch) => {
    const at = startOfDay(Date.parse(batch.startedAt));
    rows.set(at, (rows.get(at) ?? 0) + batch.rowCount);
  });
  const first = Math.max(Math.min(today, ...rows.keys()), today - (MOST_DAYS - 1) * DAY_MILLIS);
  const days = [];
  for (let at = first; at <= today; at = startOfDay(at + 1.5 * DAY_MILLIS)) {
    days.push([at, rows.get(at) ?? 0]);
  }
  return days;
}

function startOfDay(millis) {
  return new Date(millis).setHours(0, 0, 0, 0);
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

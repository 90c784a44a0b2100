// Pictures of counts, drawn by Chart.js once it is there; the same numbers stand beside them as text.
import { html, nothing } from './vendor/lit-html/lit-html.js';
import { calendarDay, number, t } from './language.js';

const LIBRARY = './vendor/chart.js/chart.umd.js';

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
    const Chart = await drawing().catch(() => undefined);
    this.close();
    if (!Chart || !canvas.isConnected) {
      return;
    }
    Chart.defaults.color = colour('--text');
    Chart.defaults.borderColor = colour('--line');
    this.#chart = new Chart(canvas, this.chart(value));
  }

  /** The library keeps what is not destroyed. */
  close() {
    this.#chart?.destroy();
    this.#chart = undefined;
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
      ([each, count]) => html`<li><span class="swatch ${each}"></span><span>${t().states[each]}: ${number(count)}</span></li>`,
    )}</ul>`;
  }
}

export class RegistrationsByDay extends Picture {
  constructor() {
    super('by-day');
  }

  chart({ days }) {
    const { succeeded, failed } = t().batches;
    return {
      type: 'bar',
      data: {
        labels: days.map((each) => calendarDay(each.day)),
        datasets: [
          { label: succeeded, data: days.map((each) => each.registered), backgroundColor: colour('--accent') },
          { label: failed, data: days.map((each) => each.failed), backgroundColor: colour('--RegistrationFailed') },
        ],
      },
      options: {
        maintainAspectRatio: false,
        plugins: { legend: { display: false } },
        scales: { x: { stacked: true, ticks: { maxTicksLimit: 4 } }, y: { stacked: true } },
      },
    };
  }

  words() {
    if (!this.value) {
      return nothing;
    }
    const { succeeded, failed } = t().batches;
    return html`<ul class="unseen">${this.value.days.map(
      (each) => html`<li>${calendarDay(each.day)}: ${succeeded} ${number(each.registered)}, ${failed} ${number(each.failed)}</li>`,
    )}</ul>`;
  }
}

/** As it is now, in the light or in the dark: what is drawn knows no variables. */
function colour(name) {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

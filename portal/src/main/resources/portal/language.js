// English or Dutch: what the user chose, else what the browser prefers.
import { en } from './texts/en.js';
import { nl } from './texts/nl.js';

const KEY = 'rollcall.language';
const TEXTS = { en, nl };

const made = {};

let chosen = localStorage.getItem(KEY) ?? preferred();
document.documentElement.lang = chosen;

export function language() {
  return chosen;
}

export function languages() {
  return Object.keys(TEXTS);
}

export function choose(next) {
  chosen = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
}

/** The texts in the chosen language. */
export function t() {
  return TEXTS[chosen];
}

/** The zone of the user, whose days are shown. */
export function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function number(value) {
  return formats().number.format(value);
}

export function percent(share) {
  return formats().percent.format(share);
}

/** An instant in the zone of the user. */
export function time(instant) {
  return instant ? formats().time.format(new Date(instant)) : '–';
}

/** The day of an instant in the zone of the user. */
export function day(instant) {
  return formats().day.format(new Date(instant));
}

/** A day that is one already, `2026-11-23`. */
export function calendarDay(date) {
  return formats().calendarDay.format(new Date(date));
}

/** Those of the chosen language: each is dear to make, and used for every row. */
function formats() {
  made[chosen] ??= {
    number: new Intl.NumberFormat(chosen),
    percent: new Intl.NumberFormat(chosen, { style: 'percent' }),
    time: new Intl.DateTimeFormat(chosen, { dateStyle: 'medium', timeStyle: 'short' }),
    day: new Intl.DateTimeFormat(chosen, { dateStyle: 'medium' }),
    calendarDay: new Intl.DateTimeFormat(chosen, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  };
  return made[chosen];
}

function preferred() {
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in TEXTS);
  return known ?? 'en';
}

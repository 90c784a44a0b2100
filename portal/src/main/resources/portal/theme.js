// Light, dark, or as the system has it.
const KEY = 'rollcall.theme';
const THEMES = ['system', 'light', 'dark'];

let chosen = localStorage.getItem(KEY) ?? 'system';
document.documentElement.dataset.theme = chosen;

export function themes() {
  return THEMES;
}

export function theme() {
  return chosen;
}

export function chooseTheme(next) {
  chosen = next;
  localStorage.setItem(KEY, next);
  document.documentElement.dataset.theme = next;
}

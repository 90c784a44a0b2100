// What a sign-in must know when the browser comes back: kept for this tab, read once.
const KEY = 'rollcall.sign-in';

export function keepForReturn(asked) {
  sessionStorage.setItem(KEY, JSON.stringify(asked));
}

export function takeAtReturn() {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept && JSON.parse(kept);
}

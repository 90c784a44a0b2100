// The address says what is shown: a path and its query. Views read it, and go elsewhere by it.
const listeners = new Set();

window.addEventListener('popstate', () => listeners.forEach((listener) => listener()));

export function onAddress(listener) {
  listeners.add(listener);
}

export function query() {
  return new URLSearchParams(location.search);
}

/** `state` is kept with the address, for the way back. */
export function go(path, { replace = false, state = null } = {}) {
  if (replace) {
    history.replaceState(state, '', path);
  } else {
    history.pushState(state, '', path);
  }
  listeners.forEach((listener) => listener());
}

/** To where a page begins, for its reader. */
export function toBeginning() {
  document.getElementById('content').focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** For links: the click of the main button stays within the page. */
export function follow(event) {
  const link = event.target.closest('a[href^="/"]');
  if (link && !link.download && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    go(link.getAttribute('href'));
  }
}

/** `/devices?…` with some parameters changed; a null or empty one goes, an array repeats. */
export function changed(path, changes) {
  const parameters = query();
  for (const [name, value] of Object.entries(changes)) {
    parameters.delete(name);
    [value ?? []].flat().filter((each) => each !== '').forEach((each) => parameters.append(name, each));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

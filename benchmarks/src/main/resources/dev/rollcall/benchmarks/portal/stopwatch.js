// A stopwatch within the portal's page, by the browser's own clock: from what the user does until what comes of it is
// painted. It is there before the page's own scripts, and times the opening of the page by itself.
(() => {
  if (!location.protocol.startsWith('http') || window !== top) {
    return;
  }
  const API = '/v1/';
  const PICTURES_MILLIS = 10_000;

  const SHOWN = {
    list: ({ items }) => {
      const links = [...document.querySelectorAll('.list tbody a')];
      return links.length === items.length
        && links.every((link, row) => link.getAttribute('href').endsWith(items[row].deviceId));
    },
    device: (device) => document.querySelector('h1')?.textContent.includes(device.serialNumber ?? device.deviceId),
    selection: () => boxes().every((box) => box.checked),
    noSelection: () => boxes().every((box) => !box.checked),
  };

  /** What tells that the server has answered; the rest needs no answer. */
  const ANSWERED_BY = { list: /^\/v1\/devices$/, device: /^\/v1\/devices\/[0-9a-f-]{36}$/ };

  let timing;
  expect('list');
  timing.began = 0;
  const pictures = timing.painted
    .then(() => until(picturesDrawn, PICTURES_MILLIS))
    .then((areDrawn) => (areDrawn ? performance.now() : undefined));

  /** What is done next is timed until this is painted. */
  function expect(what) {
    performance.clearResourceTimings();
    timing = { what, calls: 0 };
    timing.painted = new Promise((resolve) => { timing.resolve = resolve; });
  }

  /** For what no event tells. */
  function begin() {
    timing.began = performance.now();
  }

  async function result() {
    const { began, ended, answeredBy } = await timing.painted;
    await until(() => timing.calls === 0);
    const calls = performance.getEntriesByType('resource')
      .filter((each) => new URL(each.name).pathname.startsWith(API) && each.startTime >= began);
    const answer = calls.find((each) => each.name === answeredBy);
    return {
      millis: ended - began,
      apiMillis: answer ? answer.responseEnd - answer.startTime : 0,
      calls: calls.map((each) => new URL(each.name).pathname.replace(/[0-9a-f-]{36}/, '{id}')),
    };
  }

  /** Of the page that is there now: milliseconds since the user opened it. */
  async function firstView() {
    const told = await result();
    return {
      calls: told.calls,
      milestones: [
        ['the modules are there', resource('/portal/config.json')?.startTime],
        ['the issuer has answered unseen', resource('/oauth2/token')?.startTime],
        ['token', resource('/oauth2/token')?.responseEnd],
        ['answer of the list', resource('/v1/devices')?.responseEnd],
        ['rows painted', told.millis],
        ['counts and pictures too', await pictures],
      ],
    };
  }

  function resource(path) {
    return performance.getEntriesByType('resource').find((each) => new URL(each.name).pathname === path);
  }

  function boxes() {
    return [...document.querySelectorAll('.list tbody input[type=checkbox]')];
  }

  function picturesDrawn() {
    const canvases = [...document.querySelectorAll('canvas')];
    return document.querySelector('.filters .count') && canvases.every((canvas) => canvas.style.display === 'block');
  }

  /** Two frames after it is so, the first of which has painted it. */
  function until(isSo, patience = Infinity) {
    const end = performance.now() + patience;
    return new Promise((resolve) => {
      const look = () => {
        if (isSo()) {
          requestAnimationFrame(() => resolve(true));
        } else if (performance.now() > end) {
          resolve(false);
        } else {
          requestAnimationFrame(look);
        }
      };
      requestAnimationFrame(look);
    });
  }

  async function untilPainted(now, answer, answeredBy) {
    await until(() => SHOWN[now.what](answer));
    now.resolve({ began: now.began, ended: performance.now(), answeredBy });
  }

  window.addEventListener('click', (event) => {
    timing.began = event.timeStamp;
    if (!(timing.what in ANSWERED_BY)) {
      untilPainted(timing);
    }
  }, true);
  window.addEventListener('input', (event) => {
    if (event.target.type === 'search') {
      timing.began = event.timeStamp;
    }
  }, true);

  const fetched = window.fetch;
  window.fetch = async (path, options) => {
    const now = timing;
    const asked = performance.now();
    const url = new URL(path, location);
    const response = await counted(now, url, () => fetched(path, options));
    const json = response.json.bind(response);
    response.json = async () => {
      const body = await counted(now, url, json);
      if (ANSWERED_BY[now.what]?.test(url.pathname) && asked >= now.began) {
        untilPainted(now, body, url.href);
      }
      return body;
    };
    return response;
  };

  async function counted(now, url, call) {
    now.calls += 1;
    try {
      return await call();
    } finally {
      now.calls -= 1;
    }
  }

  window.stopwatch = { expect, begin, result, firstView };
})();

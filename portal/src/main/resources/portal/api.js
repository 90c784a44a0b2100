// The public REST API, and nothing else. Whatever is not a success is thrown as a Problem.
import { accessToken, renew } from './session.js';
import { language } from './language.js';

/** An answer that is no success, as the API tells it (RFC 9457). */
export class Problem extends Error {
  constructor(status, told = {}, requestId = null, retryAfter = null) {
    super(told.detail ?? told.title ?? '');
    this.status = status;
    this.type = (told.type ?? '').split('/').pop();
    this.title = told.title ?? '';
    this.errors = told.errors ?? [];
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }

  /** Nothing came back at all. */
  static away() {
    return new Problem(0);
  }

  static async of(response) {
    const isProblem = (response.headers.get('Content-Type') ?? '').includes('problem+json');
    return new Problem(
      response.status,
      isProblem ? await response.json() : {},
      response.headers.get('X-Request-Id'),
      response.headers.get('Retry-After'),
    );
  }
}

export async function get(path, { signal, accept = 'application/json' } = {}) {
  const response = await call(path, { signal, headers: { Accept: accept } });
  return response.json();
}

export async function post(path, body) {
  const response = await call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return response.json();
}

export async function put(path) {
  await call(path, { method: 'PUT' });
}

/** The body as it comes, for events and for files. */
export function open(path, { signal, headers }) {
  return call(path, { signal, headers });
}

/** A CSV as a file of the user's. */
export async function download(path, name) {
  const response = await call(path, { headers: { Accept: 'text/csv' } });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Uploads files as one form; `onProgress` gets the share that is on its way, 0 to 1. */
export function upload(path, files, { key, onProgress, signal }) {
  const form = new FormData();
  files.forEach((file) => form.append('file', file, file.name));
  return authorized(
    (headers) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const request = new XMLHttpRequest();
        request.open('POST', path);
        request.responseType = 'text';
        Object.entries(key ? { ...headers, 'Idempotency-Key': key } : headers).forEach((header) => request.setRequestHeader(...header));
        request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
        request.onerror = () => reject(Problem.away());
        request.onabort = () => reject(new DOMException('', 'AbortError'));
        request.onload = () => (request.status < 300 ? resolve(JSON.parse(request.responseText)) : reject(problemOf(request)));
        signal?.addEventListener('abort', () => request.abort());
        request.send(form);
      }),
  );
}

function call(path, options) {
  return authorized(async (headers) => {
    let response;
    try {
      response = await fetch(path, { ...options, headers: { Accept: 'application/json', ...options.headers, ...headers }, credentials: 'omit' });
    } catch (failure) {
      throw failure.name === 'AbortError' ? failure : Problem.away();
    }
    if (!response.ok) {
      throw await Problem.of(response);
    }
    return response;
  });
}

/** A token that is refused is renewed, once. */
async function authorized(send) {
  const headers = async () => ({ Authorization: `Bearer ${await accessToken()}`, 'Accept-Language': language() });
  try {
    return await send(await headers());
  } catch (failure) {
    if (failure.status !== 401 || !(failure instanceof Problem)) {
      throw failure;
    }
    await renew();
    return send(await headers());
  }
}

function problemOf(request) {
  let told;
  try {
    told = JSON.parse(request.responseText);
  } catch {
    told = {};
  }
  return new Problem(
    request.status,
    told,
    request.getResponseHeader('X-Request-Id'),
    request.getResponseHeader('Retry-After'),
  );
}

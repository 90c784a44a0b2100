// A batch until each of its rows is decided: told by the server's events, or asked for where these don't come.
import { get, open } from './api.js';

const ASK_AGAIN_MILLIS = 1_000;
const RETRY_MILLIS = 2_000;
const MOST_BREAKS = 5;

/** Calls `onProgress` with each new state of the batch; resolves with the last one. A batch may become known a moment after it was taken. */
export async function followBatch(batchId, onProgress, signal) {
  let latest;
  const tell = (batch) => {
    latest = batch;
    onProgress(batch);
  };
  const heard = { lastId: '' };
  for (let breaks = 0; breaks < MOST_BREAKS && latest?.status !== 'completed'; breaks++) {
    try {
      await listen(batchId, heard, tell, signal);
    } catch (failure) {
      if (failure.status === 401) {
        throw failure;
      }
      if (failure.name === 'AbortError' || failure.status === 403) {
        break;
      }
      await pause(failure.status === 404 ? ASK_AGAIN_MILLIS : RETRY_MILLIS);
    }
  }
  while (latest?.status !== 'completed' && !signal.aborted) {
    tell(await patiently(() => get(`/v1/batches/${batchId}`, { signal }), signal));
    await pause(ASK_AGAIN_MILLIS);
  }
  return latest;
}

/** Server-Sent Events over `fetch`, which can send a token; `heard` keeps the id of the last, however they end. */
async function listen(batchId, heard, tell, signal) {
  const headers = { Accept: 'text/event-stream' };
  if (heard.lastId) {
    headers['Last-Event-ID'] = heard.lastId;
  }
  const response = await open(`/v1/batches/${batchId}/events`, { signal, headers });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (rest + part.value).split(/\r?\n\r?\n/);
    rest = events.pop();
    for (const event of events) {
      const fields = Object.fromEntries(event.split(/\r?\n/).map((line) => line.match(/^([a-z]*): ?(.*)$/)?.slice(1) ?? ['', '']));
      heard.lastId = fields.id ?? heard.lastId;
      if (fields.data) {
        tell(JSON.parse(fields.data));
      }
    }
  }
}

/** A call that is made again while the server is away or asks for patience. */
async function patiently(call, signal) {
  while (true) {
    try {
      return await call();
    } catch (failure) {
      if (signal.aborted || ![0, 404, 429, 503].includes(failure.status)) {
        throw failure;
      }
      await pause(Number(failure.retryAfter ?? 1) * 1_000);
    }
  }
}

function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

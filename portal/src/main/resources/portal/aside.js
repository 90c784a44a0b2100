// Asks the issuer beside the page, which stays as it is: unseen in a frame, or in a window where its user has to answer.
const CHANNEL = 'rollcall.sign-in';
const FRAME_MILLIS = 10_000;
const LOOK_MILLIS = 500;

/** Begins the state of such a question, so that its answer knows where it belongs. */
export const ASIDE = 'aside.';

/** The answer of the issuer; none where nobody answers in time. */
export async function askInFrame({ address, state }) {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = address;
  document.body.append(frame);
  const listening = listen(state);
  const late = new Promise((resolve) => setTimeout(resolve, FRAME_MILLIS));
  try {
    return await Promise.race([listening.answer, late]);
  } finally {
    listening.end();
    frame.remove();
  }
}

/** The answer of the issuer; none where the window was not to be had, or was closed. */
export async function askInWindow({ address, state }) {
  const opened = window.open(address, '', 'popup,width=520,height=680');
  if (!opened) {
    return undefined;
  }
  const listening = listen(state);
  let look;
  const closed = new Promise((resolve) => {
    look = setInterval(() => opened.closed && setTimeout(resolve, LOOK_MILLIS), LOOK_MILLIS);
  });
  try {
    return await Promise.race([listening.answer, closed]);
  } finally {
    clearInterval(look);
    listening.end();
  }
}

/** In the frame or window: gives the answer to the page that asked. */
export function handOver(answer) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(answer.toString());
  channel.close();
  window.close();
}

function listen(state) {
  const channel = new BroadcastChannel(CHANNEL);
  const answer = new Promise((resolve) => {
    channel.onmessage = ({ data }) => {
      const told = new URLSearchParams(data);
      if (told.get('state') === state) {
        resolve(told);
      }
    };
  });
  return { answer, end: () => channel.close() };
}

// Who has signed in. The token stays in this module's memory; a new one needs no question while the issuer's own session lasts,
// and once that has ended, the page with all that is on it waits for its user's answer.
import { ASIDE, askInFrame, askInWindow } from './aside.js';
import { SignInFailed, configure, farewell, question, redeem } from './issuer.js';
import { t } from './language.js';
import { confirmed } from './parts.js';
import { keepForReturn, takeAtReturn } from './return.js';

const RENEW_BEFORE_MILLIS = 30_000;

let token;
let renewing;

/** Resolves once somebody has signed in; the browser may leave the page for it and come back. */
export async function signIn() {
  await configure();
  token = (await returned()) ?? (await askUnseen()) ?? (await leave());
}

/** Leaves the page to sign in, and comes back to it. Never resolves. */
export async function leave() {
  const asked = await question('');
  keepForReturn({ ...asked, path: location.pathname + location.search });
  location.replace(asked.address);
  return new Promise(() => {});
}

/** A token that is good for a call. */
export async function accessToken() {
  if (Date.now() > token.expires - RENEW_BEFORE_MILLIS) {
    await renew();
  }
  return token.access;
}

/** Another token, once for all who need one. */
export function renew() {
  renewing ??= renewed().finally(() => (renewing = undefined));
  return renewing;
}

export function signOut() {
  location.assign(farewell(token.identity));
}

/** Of the signed-in user, as the token names them. */
export function user() {
  return {
    name: token.claims.preferred_username ?? token.claims.sub,
    tenant: token.claims.tenant,
    partner: token.claims.partner,
    may: (scope) => token.scopes.has(scope),
  };
}

async function returned() {
  if (location.pathname !== '/signed-in') {
    return undefined;
  }
  const answer = new URLSearchParams(location.search);
  const asked = takeAtReturn();
  history.replaceState(null, '', asked?.path ?? '/devices');
  return asked?.state === answer.get('state') ? redeem(answer, asked) : undefined;
}

async function renewed() {
  const next = (await askUnseen()) ?? (await askOpenly());
  if (next.claims.sub !== token.claims.sub) {
    location.reload();
    return new Promise(() => {});
  }
  token = next;
}

/** None where the issuer wants to see the user. */
async function askUnseen() {
  const asked = await question('none', ASIDE);
  const answer = await askInFrame(asked);
  if (!answer) {
    throw new SignInFailed('', 0);
  }
  return answer.has('code') ? redeem(answer, asked) : undefined;
}

async function askOpenly() {
  const { ended, meaning, again } = t().signIn;
  if (!(await confirmed(ended, meaning, again))) {
    throw new SignInFailed('');
  }
  const asked = await question('', ASIDE);
  const answer = await askInWindow(asked);
  if (!answer) {
    throw new SignInFailed('');
  }
  return redeem(answer, asked);
}

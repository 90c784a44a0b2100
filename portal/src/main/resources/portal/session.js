// Who has signed in: authorization code with PKCE. The token stays in this module's memory; a reload asks the issuer for
// another one, which needs no question while its own session lasts.
import { keepForReturn, takeAtReturn } from './return.js';

const RENEW_BEFORE_MILLIS = 30_000;

let configuration;
let token;

export class SignInFailed extends Error {}

/** Resolves once somebody has signed in; the browser may leave the page and come back before. */
export async function signIn() {
  configuration = await (await fetch('/portal/config.json')).json();
  const answer = new URLSearchParams(location.search);
  if (location.pathname !== '/signed-in') {
    return ask('none');
  }
  const asked = takeAtReturn();
  if (!asked || answer.get('state') !== asked.state) {
    return ask('none', '/devices');
  }
  if (answer.get('error') === 'login_required') {
    return ask('', asked.path);
  }
  if (!answer.has('code')) {
    throw new SignInFailed(answer.get('error_description') ?? answer.get('error') ?? '');
  }
  await redeem(answer.get('code'), asked.verifier);
  history.replaceState(null, '', asked.path);
}

/** A token that is good for a call. */
export function accessToken() {
  if (Date.now() > token.expires - RENEW_BEFORE_MILLIS) {
    return ask('none');
  }
  return token.access;
}

/** Signs in again and comes back to where the user is. Never resolves: the browser leaves. */
export function signInAgain() {
  return ask('none');
}

export function signOut() {
  const leaving = new URLSearchParams({
    id_token_hint: token.identity,
    client_id: configuration.clientId,
    post_logout_redirect_uri: `${location.origin}/`,
  });
  location.assign(`${configuration.endSessionEndpoint}?${leaving}`);
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

async function ask(prompt, path = location.pathname + location.search) {
  const verifier = random();
  const state = random();
  keepForReturn({ verifier, state, path });
  const question = new URLSearchParams({
    response_type: 'code',
    client_id: configuration.clientId,
    redirect_uri: `${location.origin}/signed-in`,
    scope: configuration.scope,
    state,
    code_challenge: await challenge(verifier),
    code_challenge_method: 'S256',
  });
  if (prompt) {
    question.set('prompt', prompt);
  }
  location.replace(`${configuration.authorizationEndpoint}?${question}`);
  return new Promise(() => {});
}

async function redeem(code, verifier) {
  const answer = await fetch(configuration.tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: configuration.clientId,
      redirect_uri: `${location.origin}/signed-in`,
      code,
      code_verifier: verifier,
    }),
  });
  const body = await answer.json();
  if (!answer.ok) {
    throw new SignInFailed(body.error_description ?? body.error ?? '');
  }
  const claims = payload(body.access_token);
  token = {
    access: body.access_token,
    identity: body.id_token,
    expires: Date.now() + body.expires_in * 1000,
    claims,
    scopes: new Set([claims.scope ?? []].flat().flatMap((scope) => scope.split(' '))),
  };
}

function payload(jwt) {
  const base64 = jwt.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

async function challenge(verifier) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

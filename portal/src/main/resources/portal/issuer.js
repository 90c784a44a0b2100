// The configured issuer, asked for an authorization code with PKCE (RFC 7636), as a page must that can keep no secret.
let configuration;

export class SignInFailed extends Error {
  /** `status` as of a call that could not be made for it: 0 where nobody answers. */
  constructor(message, status = 401) {
    super(message);
    this.status = status;
  }
}

export async function configure() {
  configuration = (await answer('/portal/config.json')).body;
}

/** Where to go with a question, and what must be known when its answer comes. */
export async function question(prompt, kind = '') {
  const verifier = random();
  const state = kind + random();
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: configuration.clientId,
    redirect_uri: redirectUri(),
    scope: configuration.scope,
    state,
    code_challenge: await challenge(verifier),
    code_challenge_method: 'S256',
  });
  if (prompt) {
    parameters.set('prompt', prompt);
  }
  return { address: `${configuration.authorizationEndpoint}?${parameters}`, state, verifier };
}

/** The token for the code of an answer. */
export async function redeem(told, { verifier }) {
  if (!told.has('code')) {
    throw new SignInFailed(told.get('error_description') ?? told.get('error') ?? '');
  }
  const { ok, body } = await answer(configuration.tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: configuration.clientId,
      redirect_uri: redirectUri(),
      code: told.get('code'),
      code_verifier: verifier,
    }),
  });
  if (!ok) {
    throw new SignInFailed(body.error_description ?? body.error ?? '');
  }
  const claims = payload(body.access_token);
  return {
    access: body.access_token,
    identity: body.id_token,
    expires: Date.now() + body.expires_in * 1000,
    claims,
    scopes: new Set([claims.scope ?? []].flat().flatMap((scope) => scope.split(' '))),
  };
}

/** Where a session of the issuer ends. */
export function farewell(identity) {
  const parameters = new URLSearchParams({
    id_token_hint: identity,
    client_id: configuration.clientId,
    post_logout_redirect_uri: `${location.origin}/`,
  });
  return `${configuration.endSessionEndpoint}?${parameters}`;
}

/** Whatever is no JSON comes from nobody who could have answered. */
async function answer(address, options) {
  try {
    const response = await fetch(address, options);
    return { ok: response.ok, body: await response.json() };
  } catch {
    throw new SignInFailed('', 0);
  }
}

function redirectUri() {
  return `${location.origin}/signed-in`;
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

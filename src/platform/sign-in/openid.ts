import { LRUCache } from "lru-cache";
import {
  type AuthorizationCodeGrantChecks,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ServerMetadata,
} from "openid-client";
import { Problem, refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import { OutsideFault, type OutsideFetch } from "../outside.ts";
import { ProviderAnswer, ProviderAway, ProviderClock, ProviderDenied } from "./contract.ts";
import type { IdentityProvider } from "./providers.ts";
import type { Round } from "./rounds.ts";

/** A provider with what it takes to ask it. */
export interface AskedProvider
  extends Pick<IdentityProvider, "name" | "issuer" | "clientId" | "scopes" | "asksUserinfo"> {
  readonly secret: string | undefined;
}

/** How far our clock and a provider's may be from each other. */
const CLOCKS_APART_S = 60;
const TIMEOUT_S = 10;
const KEPT_MS = 5 * 60_000;
const MAX_KEPT = 300;
const MAX_CLAIMS = 100_000;

/** What providers say of themselves, for some minutes: it hardly ever changes. Their keys are fetched each time: those do. */
const known = new LRUCache<string, ServerMetadata>({ max: MAX_KEPT, ttl: KEPT_MS });

/** How a client says who it is: the secret in the body where a provider takes that, else in a header; by PKCE alone without one. */
function clientAuth(secret: string | undefined): ClientAuth {
  if (secret === undefined) return None();
  const post = ClientSecretPost(secret);
  const basic = ClientSecretBasic(secret);
  return (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes("client_secret_post") ? post : basic)(
      server,
      ...rest,
    );
}

/** Reads what a provider says of itself. Throws what the library says of it, or OutsideFault. */
async function configurationOf(
  { issuer, clientId, secret }: AskedProvider,
  fetch: OutsideFetch,
  { fresh = false }: { readonly fresh?: boolean } = {},
): Promise<Configuration> {
  const asking = ((url: string, ask: Parameters<OutsideFetch>[1]) =>
    fetch(url, { ...ask, body: textOf(ask?.body) })) as CustomFetch;
  const execute = [
    enableNonRepudiationChecks,
    ...(issuer.startsWith("http:") ? [allowInsecureRequests] : []),
  ];
  const about = [clientId, { [clockTolerance]: CLOCKS_APART_S }, clientAuth(secret)] as const;
  const kept = fresh ? undefined : known.get(issuer);
  if (kept) {
    const config = new Configuration(kept, ...about);
    config[customFetch] = asking;
    config.timeout = TIMEOUT_S;
    for (const extend of execute) extend(config);
    return config;
  }
  const found = await discovery(new URL(issuer), ...about, {
    [customFetch]: asking,
    timeout: TIMEOUT_S,
    execute,
  });
  const { supportsPKCE: _method, ...server } = found.serverMetadata();
  known.set(issuer, server);
  return found;
}

const textOf = (body: unknown): string | undefined =>
  body === undefined || body === null ? undefined : String(body);

/** What was found out about a provider, for whoever sets it up. */
export interface ProviderTold {
  readonly authorizationEndpoint: string;
  readonly endSession: boolean;
  readonly userinfo: boolean;
  readonly scopes: readonly string[];
  readonly claims: readonly string[];
  /** It says that it can't PKCE by SHA-256; undefined where it says nothing. */
  readonly pkce: boolean | undefined;
}

/** Asks a provider what it is, anew. Refuses with ProviderAway, which says why. */
export async function tryProvider(provider: AskedProvider, fetch: OutsideFetch): Promise<ProviderTold> {
  try {
    const config = await configurationOf(provider, fetch, { fresh: true });
    const server = config.serverMetadata();
    const methods = server.code_challenge_methods_supported;
    return {
      authorizationEndpoint: addressOf(server.authorization_endpoint, provider.issuer),
      endSession: server.end_session_endpoint !== undefined,
      userinfo: server.userinfo_endpoint !== undefined,
      scopes: [...(server.scopes_supported ?? [])].slice(0, 100).map(String),
      claims: [...(server.claims_supported ?? [])].slice(0, 200).map(String),
      pkce: methods?.includes("S256"),
    };
  } catch (cause) {
    return awayBecause(cause, provider);
  }
}

/** An address that a browser is sent to: of the web, and no less safe than the issuer's own. */
function addressOf(address: string | undefined, issuer: string): string {
  const url = address === undefined ? undefined : URL.parse(address);
  const may = url?.protocol === "https:" || (url?.protocol === "http:" && issuer.startsWith("http:"));
  if (!url || !may) throw new OutsideFault("not-https");
  return url.href;
}

/** Begins a sign-in: where the browser goes, and what its answer is held against. Refuses with ProviderAway. */
export async function askProvider(
  provider: AskedProvider,
  redirectUri: string,
  fetch: OutsideFetch,
): Promise<{ readonly address: string } & Pick<Round, "state" | "nonce" | "codeVerifier">> {
  try {
    const config = await configurationOf(provider, fetch);
    const codeVerifier = randomPKCECodeVerifier();
    const [state, nonce] = [randomState(), randomNonce()];
    const address = buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: provider.scopes,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: "S256",
      state,
      nonce,
    });
    return { address: addressOf(address.href, provider.issuer), state, nonce, codeVerifier };
  } catch (cause) {
    return awayBecause(cause, provider);
  }
}

/** What a provider has said of somebody. */
export interface ProviderSaid {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly idToken: string;
  /** Where the sign-in is ended with it too; undefined where it does not take that. */
  readonly endsAt: string | undefined;
}

/**
 * Takes a provider's answer, as it stands in the address that the browser came back to: state, issuer and code, and for the code a
 * token, whose signature, issuer, audience, times and nonce are looked at. Refuses with ProviderDenied, ProviderAnswer, ProviderClock
 * or ProviderAway. `leadsBack`: where the browser comes after it has signed out there.
 */
export async function answerOf(
  provider: AskedProvider,
  { query, round, leadsBack }: { readonly query: string; readonly round: Round; readonly leadsBack: string },
  fetch: OutsideFetch,
): Promise<ProviderSaid> {
  try {
    const config = await configurationOf(provider, fetch);
    const url = new URL(round.redirectUri);
    url.search = query;
    const checks: AuthorizationCodeGrantChecks = {
      expectedState: round.state,
      expectedNonce: round.nonce,
      pkceCodeVerifier: round.codeVerifier,
      idTokenExpected: true,
    };
    const tokens = await authorizationCodeGrant(config, url, checks);
    const said = tokens.claims();
    if (!said || !tokens.id_token)
      return refuse(ProviderAnswer, { params: { name: provider.name, reason: "no id_token" } });
    const server = config.serverMetadata();
    const more =
      provider.asksUserinfo && server.userinfo_endpoint
        ? await fetchUserInfo(config, tokens.access_token, said.sub)
        : {};
    const claims: Record<string, unknown> = { ...more, ...said };
    if (JSON.stringify(claims).length > MAX_CLAIMS) throw new OutsideFault("too-large");
    return {
      issuer: said.iss,
      subject: said.sub,
      claims,
      idToken: tokens.id_token,
      endsAt: server.end_session_endpoint
        ? addressOf(buildEndSessionUrl(config, { post_logout_redirect_uri: leadsBack }).href, provider.issuer)
        : undefined,
    };
  } catch (cause) {
    return notTrusted(cause, provider);
  }
}

const OTHER_ISSUER = "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED";
const NOT_IN_TIME = "OAUTH_JWT_TIMESTAMP_CHECK_FAILED";
const SAID_NO = "OAUTH_AUTHORIZATION_RESPONSE_ERROR";
const NO_STATUS = 0;
const SERVER_FAULT = 500;

/** Refuses with why a provider could not be asked: it is away, or the address leads to something else. */
function awayBecause(cause: unknown, { name }: AskedProvider): never {
  const { outside, code } = faultIn(cause);
  // A fault of our own is none of the provider's
  if (!outside && code === undefined) throw cause;
  const reason = outside?.reason ?? (code === OTHER_ISSUER ? "other-issuer" : "not-openid");
  return refuse(ProviderAway, {
    params: { name },
    remarks: [remark("info", `provider-fault-${reason}`, "§3.2", { name })],
  });
}

/** Refuses with what is wrong with a provider's answer, in the words that a person can do something about. */
function notTrusted(cause: unknown, provider: AskedProvider): never {
  if (cause instanceof Problem) throw cause;
  const { outside, code, error, status = NO_STATUS } = faultIn(cause);
  if (outside || status >= SERVER_FAULT) return awayBecause(outside ?? new OutsideFault("away"), provider);
  if (code === undefined) throw cause;
  const params = { name: provider.name };
  if (code === SAID_NO) return refuse(ProviderDenied, { params });
  if (code === NOT_IN_TIME) return refuse(ProviderClock, { params });
  return refuse(ProviderAnswer, { params: { ...params, reason: error ?? code } });
}

interface Fault {
  readonly code?: string;
  readonly error?: string;
  readonly status?: number | undefined;
}
const MAX_CAUSES = 5;

/** What the library says of a fault, wherever in the chain of causes it says it. */
function faultIn(cause: unknown): Fault & { readonly outside: OutsideFault | undefined } {
  const chain: (Error & Fault)[] = [];
  let at = cause;
  for (; at instanceof Error && chain.length < MAX_CAUSES; at = at.cause) chain.push(at);
  // Last in the chain may stand what the provider answered
  const status = at instanceof Response ? at.status : undefined;
  const outside = chain.find((one) => one instanceof OutsideFault);
  const told = chain.find((one) => one.code !== undefined);
  return {
    outside,
    ...(told?.code === undefined ? {} : { code: told.code }),
    ...(told?.error === undefined ? {} : { error: told.error }),
    status: told?.status ?? status,
  };
}

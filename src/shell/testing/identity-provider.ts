import { createHash, createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What a test's provider can be made to do wrong. */
export interface Wrong {
  /** Changes what the token says before it is signed. */
  readonly claims?: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Signs with a key that nobody has published. */
  readonly otherKey?: boolean;
  /** Answers every request with a fault. */
  readonly down?: boolean;
}

/** An identity provider of its own for a test: oidc-provider, with its own pages to sign in on. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it says of somebody who signs in by a name there. */
  readonly people: Map<string, Record<string, unknown>>;
  wrong: Wrong;
  /** Signs with a new key from now on, and publishes that alone. */
  rotate(): void;
  /** Signs somebody in at the address that Tillit gave, as a browser does, and gives where it is sent back to. */
  signIn(address: string, who: string, answer?: "yes" | "no"): Promise<URL>;
  stop(): Promise<void>;
}

interface Key {
  readonly pem: string;
  readonly jwk: Record<string, unknown>;
}

function newKey(): Key {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = privateKey.export({ format: "jwk" }) as Record<string, unknown>;
  const kid = createHash("sha256").update(String(jwk.n)).digest("base64url").slice(0, 16);
  return {
    pem: privateKey.export({ format: "pem", type: "pkcs8" }) as string,
    jwk: { ...jwk, kid, use: "sig", alg: "RS256" },
  };
}

const ID = "tillit-prov";
const SECRET = "en-hemlighet-for-provet";

/** Starts one on an address of its own, by a name that is no site of Tillit's: cookies fare as they do between two sites. `at`: where Tillit answers, whose addresses it sends browsers back to. */
export async function identityProvider(at: string): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Record<string, unknown>>();
  const first = newKey();
  let key = first;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: ID,
        client_secret: SECRET,
        redirect_uris: [`${at}/logga-in`],
        post_logout_redirect_uris: [`${at}/logga-in`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [first.jwk as never] },
    pkce: { required: () => true },
    claims: {
      openid: ["sub"],
      profile: ["name", "given_name", "family_name"],
      email: ["email", "email_verified"],
      groups: ["groups", "employee"],
    },
    scopes: ["openid", "profile", "email", "groups"],
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ ...people.get(id), sub: id }) }),
    cookies: { keys: ["provets-kakor"] },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Session: 300,
      Grant: 300,
      Interaction: 300,
    },
    features: { rpInitiatedLogout: { enabled: true }, devInteractions: { enabled: true } },
  });
  const one: TestProvider = {
    issuer,
    clientId: ID,
    clientSecret: SECRET,
    people,
    wrong: {},
    rotate() {
      key = newKey();
    },
    signIn: (address, who, answer = "yes") => throughItsPages(issuer, address, who, answer),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  // oidc-provider never answers wrongly by itself: what it answers is changed here, and signed by the same keys
  provider.use(async (ctx, next) => {
    if (one.wrong.down) {
      ctx.status = 503;
      return;
    }
    await next();
    const answer = ctx.body as { id_token?: string; keys?: unknown } | undefined;
    // Its pages ask the net for a typeface, and wait for it
    if (typeof ctx.body === "string") ctx.body = ctx.body.replace(/@import url\([^)]*\);/g, "");
    if (ctx.path === "/jwks" && answer) ctx.body = { keys: [publicPart(key)] };
    if (ctx.path === "/token" && answer?.id_token)
      ctx.body = {
        ...answer,
        id_token: signedAnew(
          answer.id_token,
          one.wrong.otherKey ? { ...key, pem: newKey().pem } : key,
          one.wrong,
        ),
      };
  });
  server.on("request", provider.callback());
  return one;
}

const publicPart = ({ jwk: { kty, n, e, kid, use, alg } }: Key) => ({ kty, n, e, kid, use, alg });

function signedAnew(token: string, { pem, jwk }: Key, { claims = (same) => same }: Wrong): string {
  const said = JSON.parse(Buffer.from(token.split(".")[1] as string, "base64url").toString());
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ alg: "RS256", typ: "JWT", kid: jwk.kid })}.${part(claims(said))}`;
  return `${body}.${sign("sha256", Buffer.from(body), createPrivateKey(pem)).toString("base64url")}`;
}

/** As a browser: keeps cookies, follows where it is sent, and fills in the provider's own pages. */
async function throughItsPages(
  issuer: string,
  address: string,
  who: string,
  answer: "yes" | "no",
): Promise<URL> {
  const cookies = new Map<string, string>();
  const ask = async (url: URL, form?: Record<string, string>): Promise<Response> => {
    const reply = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return reply;
  };
  let url = new URL(address);
  let form: Record<string, string> | undefined;
  for (let step = 0; step < 12; step++) {
    const reply = await ask(url, form);
    form = undefined;
    const to = reply.headers.get("location");
    if (to) {
      url = new URL(to, url);
      if (url.origin !== issuer) return url;
      continue;
    }
    const page = await reply.text();
    if (answer === "no") {
      url = new URL(`${url.pathname}/abort`, url);
      continue;
    }
    const prompt = page.match(/name="prompt" value="(\w+)"/)?.[1];
    if (!prompt) throw new Error(`the provider shows something else: ${reply.status} ${page.slice(0, 500)}`);
    form = prompt === "login" ? { prompt, login: who, password: "x" } : { prompt };
  }
  throw new Error("the provider goes on and on");
}

import { identityProvider } from "../../src/shell/testing/identity-provider.ts";
import type { Call, Reply } from "../../src/shell/year/client.ts";

/** The address that requests in the same process are asked at. */
const AT = "http://localhost";
/** By which a browser is known again: any will do. */
const ROUND = "tillit_round=exempel-exempel-exempel-exempel-exempel-exe";

type Ask = (call: Omit<Call, "on">) => Promise<Reply>;

/** An identity provider is set up, tried, put in force and signed in by; and a program is given a token, which ends. */
export async function providersAndPrograms(ask: Ask): Promise<void> {
  const as = "systemforvaltare";
  const idp = await identityProvider(AT);
  try {
    idp.people.set("a1b2c3", { name: "Rektor från katalogen", groups: ["Tillit rektorer"] });
    const one = "/providers/kommunens-konto";
    const settings = {
      name: "Kommunens konto",
      issuer: idp.issuer,
      clientId: idp.clientId,
      scopes: "openid profile email groups",
      asksUserinfo: true,
      checksEmail: false,
      secret: { from: "sealed", value: idp.clientSecret },
    };
    const isNew = { "if-none-match": "*" };
    await ask({ method: "PUT", path: one, as, body: settings, headers: isNew });
    await ask({ method: "POST", path: `${one}/trial`, as });
    const rule = {
      id: "regel-rektorer",
      claim: "groups",
      operator: "contains",
      values: ["Tillit rektorer"],
      body: "bjornekullaskolan",
      role: "unit-manager",
      title: "Rektor",
    };
    const rules = { match: [{ by: "email", claim: "email" }], posts: [rule] };
    await ask({ method: "PUT", path: `${one}/rules`, as, body: rules, headers: isNew });
    const claims = JSON.stringify({ sub: "a1b2c3", name: "Namn Efternamn", groups: rule.values });
    await ask({ method: "POST", path: `${one}/rules/trial`, as, body: { claims } });
    await ask({ method: "POST", path: `${one}/rules/in-force`, as, body: { revision: 1 } });
    await ask({ method: "POST", path: `${one}/offer`, as, body: { offered: true } });
    const headers = { cookie: ROUND };
    const round = "/sign-in/providers/kommunens-konto/round";
    const begun = (await ask({ method: "POST", path: round, as, headers })).json as { address: string };
    const back = await idp.signIn(begun.address, "a1b2c3");
    const body = { query: back.search.slice(1) };
    const come = await ask({ method: "POST", path: "/sign-in/providers/answer", as, body, headers });
    for (const path of ["/sign-in/providers", "/providers", one, `${one}/rules`, `${one}/people`])
      await ask({ method: "GET", path, as });
    const { id } = come.json as { id: string };
    await ask({ method: "PUT", path: `/people/${id}/employee-number`, as, body: { number: "10042" } });
    await ask({ method: "GET", path: "/employee-numbers", as });
    await ask({ method: "DELETE", path: `${one}/people/${id}`, as });
  } finally {
    await idp.stop();
  }
  const program = {
    name: "Bokföringen varje natt",
    purpose: "Ekonomisystemet skickar SIE-filen",
    owner: "ekonomichef",
    body: "kommunstyrelseforvaltningen",
    role: "controller",
    actions: ["import:ledger"],
    bodies: [],
    validTo: "2029-12-31",
  };
  const made = await ask({ method: "POST", path: "/service-accounts", as, body: program });
  const account = `/service-accounts/${(made.json as { account: { id: string } }).account.id}`;
  await ask({ method: "POST", path: `${account}/token`, as });
  await ask({ method: "PUT", path: `${account}/owner`, as, body: { owner: "kommunchef" } });
  await ask({ method: "GET", path: "/service-accounts", as });
  await ask({ method: "POST", path: `${account}/end`, as });
}

/** What is another at each sign-in, as it can stand in an example. */
export const settledSignIn = (example: string): string =>
  example
    .replace(/http:\/\/localhost:\d+/g, "https://id.kommun.example")
    .replaceAll(AT, "https://tillit.kommun.example")
    .replaceAll(encodeURIComponent(AT), encodeURIComponent("https://tillit.kommun.example"))
    .replace(/\b(state|nonce|code_challenge|code|id_token_hint)=[\w.-]+/g, "$1=exempel")
    .replace(/\btillit_[\w-]{43}/g, "tillit_exempel")
    .replace(/\b(tjanst|person|uppdrag)-[0-9][0-9a-hjkmnp-tv-z]{15}\b/g, "$1-0000000000000000");

import { sql } from "kysely";
import type { Door, Tx } from "../../src/platform/database/door.ts";
import type { Stage } from "../../src/platform/sign-in/sessions.ts";
import { hotp, stepAt } from "../../src/platform/sign-in/totp.ts";
import { setPassword, startSession } from "../../src/platform/sign-in.ts";
import { newAuthenticator } from "../../src/shell/testing/authenticator.ts";
import type { Call, Reply } from "../../src/shell/year/client.ts";

type Ask = (call: Omit<Call, "on">) => Promise<Reply>;

const MUNICIPALITY = "1277";
const PERSON = "bildning-controller";
const KEEPER = "systemforvaltare";
const EMAIL = "controller@astorp.example";
const PASSWORD = "sju kalla mossar i dimman";
const ANOTHER = "violett traktor under granen";
/** By which name the calls of a recording come. */
const HOST = "localhost:80";

/** Local accounts: an invitation, one's own account with its second factors, and how they let in. */
export async function accountCalls(ask: Ask, door: Door): Promise<void> {
  const write = <T>(work: (tx: Tx) => Promise<T>) =>
    door.write(
      { municipality: MUNICIPALITY, personId: "installation", requestId: "example" },
      "exempel",
      work,
    );
  const post = (path: string, as: string, body?: unknown, headers?: Record<string, string>) =>
    ask({
      method: "POST",
      path,
      as,
      ...(body === undefined ? {} : { body }),
      ...(headers ? { headers } : {}),
    });
  const invited = await post("/accounts/invitations", KEEPER, {
    person: "revisor",
    email: "r@astorp.example",
  });
  const token = (invited.json as { link: string }).link.split("#")[1];
  await post("/account-links/look", KEEPER, { token });
  await post("/account-links/use", KEEPER, { token, password: ANOTHER }, { cookie: "" });
  await post("/account-links/ask", KEEPER, { email: "r@astorp.example" });
  await ask({ method: "GET", path: "/accounts", as: KEEPER });
  await post("/accounts/revisor/link", KEEPER);
  await write((tx) =>
    setPassword(tx, { municipality: MUNICIPALITY, email: EMAIL, personId: PERSON, password: PASSWORD }),
  );

  const own = async (stage: Stage | null = null) => {
    const session = await write((tx) => startSession(tx, MUNICIPALITY, PERSON, { stage }));
    return { cookie: `tillit_session=${session}` };
  };
  const me = await own();
  await own();
  await post("/own-account/proof", PERSON, { password: PASSWORD }, me);
  const begun = await post("/own-account/totp", PERSON, undefined, me);
  const { secret } = begun.json as { secret: string };
  const step = stepAt(new Date());
  await post("/own-account/totp/confirmation", PERSON, { code: hotp(secret, step) }, me);
  const phone = newAuthenticator(HOST);
  const made = await post("/own-account/passkeys/challenge", PERSON, undefined, me);
  const answer = phone.create(made.json as { challenge: string });
  await post("/own-account/passkeys", PERSON, { name: "Telefonen", answer }, me);
  const mine = await ask({ method: "GET", path: "/own-account", as: PERSON, headers: me });
  const { passkeys, sessions } = mine.json as {
    passkeys: { id: number }[];
    sessions: { id: string; here: boolean }[];
  };
  await post("/own-account/set-up", PERSON, undefined, await own("set-up"));
  await post("/sign-in/second-factor", PERSON, { code: hotp(secret, step + 1) }, await own("second-factor"));
  const asked = await post("/sign-in/passkey/challenge", PERSON, undefined, { cookie: "" });
  const signed = phone.get(asked.json as { challenge: string });
  await post("/sign-in/passkey", PERSON, { answer: signed }, { cookie: "" });
  await post("/own-account/recovery-codes", PERSON, undefined, me);
  const passkey = { path: `/own-account/passkeys/${passkeys[0]?.id}`, as: PERSON, headers: me };
  await ask({ method: "PUT", ...passkey, body: { name: "Plattan" } });
  await ask({ method: "DELETE", ...passkey });
  await ask({ method: "DELETE", path: "/own-account/totp", as: PERSON, headers: me });
  const other = sessions.find(({ here }) => !here);
  await ask({ method: "DELETE", path: `/own-account/sessions/${other?.id}`, as: PERSON, headers: me });
  await post("/own-account/sessions/end", PERSON, undefined, me);
  await post("/own-account/password", PERSON, { present: PASSWORD, password: ANOTHER }, me);

  const [letter] = await write(async (tx) => {
    const { rows } = await sql<{ letter_id: number }>`
      insert into platform.letter (municipality_id, kind, person_id, about, state, tries, fault)
      values (${MUNICIPALITY}, 'changed', ${PERSON}, '{}', 'failed', 12, 'Servern svarar inte') returning letter_id`.execute(
      tx,
    );
    return rows;
  });
  await post(`/accounts/letters/${letter?.letter_id}/sending`, KEEPER);
  await ask({
    method: "PUT",
    path: "/accounts/second-factor-roles",
    as: KEEPER,
    body: { roles: ["finance-director"] },
  });
  await post(`/accounts/${PERSON}/second-factor/removal`, KEEPER);
  await post(`/accounts/${PERSON}/sessions/end`, KEEPER);
  await post(`/accounts/${PERSON}/shutting`, KEEPER, { shut: true });
}

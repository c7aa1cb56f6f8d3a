import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { type Generated, sql } from "kysely";
import { problemKind, refuse } from "../kernel/problem.ts";
import type { Door, Tx } from "./database/door.ts";
import { sha256 } from "./hash.ts";
import { SESSION_HOURS } from "./http/cookies.ts";
import { type Noting, storeEvents } from "./http/security-log.ts";
import type { PersonalTable } from "./personal.ts";
import { forgetDevices, isKnownDevice, rememberDevice } from "./sign-in/devices.ts";
import { senderOf } from "./sign-in/sender.ts";
import { watchSpraying } from "./sign-in/sprayed.ts";
import { type Counted, countTry, forgetCount, takeBack } from "./sign-in/waits.ts";

type AccountTables = {
  "platform.account": {
    municipality_id: string;
    account_id: Generated<number>;
    person_id: string;
    password_hash: string;
  };
  "platform.session": { municipality_id: string; token_sha256: string; person_id: string; expires_at: Date };
};
const tables = (tx: Tx) => tx.withTables<AccountTables & PersonalTable>();

/** The account that an address opens: the address itself stands among the personal data and nowhere else. */
const accountOf = (tx: Tx, email: string) =>
  tables(tx)
    .selectFrom("platform.account as account")
    .innerJoin("platform.personal as personal", (join) =>
      join
        .onRef("personal.municipality_id", "=", "account.municipality_id")
        .onRef("personal.account_id", "=", "account.account_id")
        .on("personal.sort", "=", "email"),
    )
    .select(["account.account_id", "account.person_id", "account.password_hash"])
    .where("personal.value", "=", email)
    .executeTakeFirst();

/** One that has run out is kept so long: who comes back with it is told that it has ended. */
const ENDED_DAYS = 1;
/** Passwords looked at at once in this process; more at once is no sign-in but an attack on the machine. */
const MAX_VERIFYING = 64;

/** Argon2id with OWASP's present parameters: 19 MiB, two passes. */
const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Of nobody: checked when the address is unknown, so that the time taken tells nothing. */
const NOBODY = hashPassword(randomBytes(16).toString("hex"));

/** Starts a session and gives its token, which only the browser keeps. */
export async function startSession(tx: Tx, municipality: string, personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tables(tx)
    .deleteFrom("platform.session")
    .where("expires_at", "<", sql<Date>`now() - make_interval(days => ${ENDED_DAYS})`)
    .execute();
  await tables(tx)
    .insertInto("platform.session")
    .values({
      municipality_id: municipality,
      token_sha256: sha256(token),
      person_id: personId,
      expires_at: sql<Date>`now() + make_interval(hours => ${SESSION_HOURS})`,
    })
    .execute();
  return token;
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await tables(tx).deleteFrom("platform.session").where("token_sha256", "=", sha256(token)).execute();
}

/**
 * Makes or changes a local account. What is open ends, for the person who has it now and the one who had it: a password is
 * changed because somebody else may know it.
 */
export async function setPassword(
  tx: Tx,
  account: { municipality: string; email: string; personId: string; password: string },
): Promise<void> {
  const password_hash = await hashPassword(account.password);
  const email = account.email.toLowerCase();
  const before = await accountOf(tx, email);
  const whose = [account.personId, before?.person_id ?? account.personId];
  await tables(tx).deleteFrom("platform.session").where("person_id", "in", whose).execute();
  const of = { municipality_id: account.municipality, person_id: account.personId };
  if (before) {
    await tables(tx)
      .updateTable("platform.account")
      .set({ person_id: account.personId, password_hash })
      .where("account_id", "=", before.account_id)
      .execute();
    if (before.person_id !== account.personId)
      await tables(tx)
        .updateTable("platform.personal")
        .set({ person_id: account.personId })
        .where("account_id", "=", before.account_id)
        .execute();
  } else {
    const { account_id } = await tables(tx)
      .insertInto("platform.account")
      .values({ ...of, password_hash })
      .returning("account_id")
      .executeTakeFirstOrThrow();
    await tables(tx)
      .insertInto("platform.personal")
      .values({ ...of, sort: "email", account_id, value: email })
      .execute();
  }
  await forgetDevices(tx, whose);
  await forgetCount(tx, { sort: "address", sha256: sha256(email) });
  await storeEvents(tx, account.municipality, [
    { kind: "password-set", personId: account.personId, address: shortAddress(email), requestId: "-" },
  ]);
}

const WrongPassword = problemKind("wrong-password", 401);
const SignInWait = problemKind("sign-in-wait", 429);

/** A right password, until the session is begun. */
export interface Entered {
  readonly personId: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly counted: readonly Counted[];
  readonly device: string | undefined;
}

const spraying = watchSpraying();
let verifying = 0;

/**
 * Checks an e-mail address and a password, in transactions of its own: what is counted stays counted though the answer is a
 * refusal, and no connection waits for the password's slow hash. Refuses with WrongPassword, the same for an address without
 * an account, and with SignInWait while one has to wait.
 */
export async function checkPassword(
  door: Door,
  given: {
    readonly municipality: string;
    readonly email: string;
    readonly password: string;
    readonly ip: string;
    /** What the browser's cookie says that the device is. */
    readonly device: string | undefined;
    readonly requestId: string;
    readonly note: Noting;
  },
): Promise<Entered> {
  const { municipality, password, device, note } = given;
  const email = given.email.toLowerCase();
  const sender = senderOf(given.ip);
  const writer = { municipality, personId: "besökare", requestId: given.requestId };
  const { account, counted, waitS } = await door.write(writer, "Ett lösenord prövas", async (tx) => {
    const account = await accountOf(tx, email);
    const known = account && device ? await isKnownDevice(tx, device, account.person_id) : false;
    const counted: Counted[] =
      known && device
        ? [{ sort: "device", sha256: sha256(`${sha256(device)} ${email}`) }]
        : [
            { sort: "address", sha256: sha256(email) },
            { sort: "pair", sha256: sha256(`${sender} ${email}`) },
            { sort: "sender", sha256: sha256(sender) },
          ];
    const sprayed = known ? 0 : spraying.waitS(municipality, password);
    return { account, counted, waitS: sprayed || (await countTry(tx, municipality, counted)) };
  });
  const who = { address: shortAddress(email), ...(account ? { personId: account.person_id } : {}) };
  if (waitS > 0) {
    note({ kind: "sign-in-delayed", ...who });
    refuse(SignInWait, { params: inWords(waitS), retryAfterS: waitS });
  }
  if (verifying >= MAX_VERIFYING) refuse({ code: "busy", status: 503 });
  verifying++;
  const right = await verify(account?.password_hash ?? (await NOBODY), password).finally(() => {
    verifying--;
  });
  if (account && right)
    return { personId: account.person_id, email, passwordHash: account.password_hash, counted, device };
  note({ kind: "sign-in-failed", ...who });
  if (spraying.wrong({ municipality, password, address: email, sender })) note({ kind: "spraying" });
  return refuse(WrongPassword);
}

/** What follows a right password when its person's session begins; gives the token that the device keeps. */
export async function entered(tx: Tx, municipality: string, one: Entered): Promise<string> {
  // Set anew while the old one was looked at: then it is not the right one any longer
  const account = await accountOf(tx, one.email);
  if (account?.password_hash !== one.passwordHash || account.person_id !== one.personId)
    refuse(WrongPassword);
  await takeBack(tx, one.counted);
  return rememberDevice(tx, municipality, one.personId, one.device);
}

const SHORT_HEX = 16;
/** By which the same address is known again in the log; what was typed, which may be a password, is not there. */
const shortAddress = (email: string): string => sha256(email).slice(0, SHORT_HEX);

const MINUTE_S = 60;
/** "30 s", "4 min": short forms that are the same in every language. */
const inWords = (waitS: number): { readonly wait: string } => ({
  wait: waitS <= MINUTE_S ? `${waitS} s` : `${Math.ceil(waitS / MINUTE_S)} min`,
});

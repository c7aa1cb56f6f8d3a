import { randomBytes } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { sql } from "kysely";
import { problemKind, refuse } from "../kernel/problem.ts";
import type { Door, Tx } from "./database/door.ts";
import { sha256 } from "./hash.ts";
import { SESSION_HOURS } from "./http/cookies.ts";
import type { From } from "./http/from.ts";
import { type Noting, storeEvents } from "./http/security-log.ts";
import { accountAt, hashPassword, newAccount, storePassword } from "./sign-in/account-store.ts";
import { forgetDevices, isKnownDevice, rememberDevice } from "./sign-in/devices.ts";
import type { Somebody } from "./sign-in/elsewhere.ts";
import { endLink } from "./sign-in/links.ts";
import { senderOf } from "./sign-in/sender.ts";
import type { SessionTable, Stage } from "./sign-in/sessions.ts";
import { watchSpraying } from "./sign-in/sprayed.ts";
import { type Counted, countTry, forgetCount, takeBack, waitInWords } from "./sign-in/waits.ts";

const tables = (tx: Tx) => tx.withTables<SessionTable>();

/** One that has run out is kept so long: who comes back with it is told that it has ended. */
const ENDED_DAYS = 1;
/** Passwords looked at at once in this process; more at once is no sign-in but an attack on the machine. */
const MAX_VERIFYING = 64;

/** Of nobody: checked when the address is unknown, so that the time taken tells nothing. */
const NOBODY = hashPassword(randomBytes(16).toString("hex"));

/** Time to find the code, or to set up the app: a session that waits for it ends by itself. */
const STAGE_MINUTES: Readonly<Record<Stage, number>> = { "second-factor": 10, "set-up": 60 };

/**
 * Starts a session and gives its token, which only the browser keeps. `from`: by what its person knows it again. `stage`: what is to be
 * done before it opens anything. `home`: from which municipality's account it is opened.
 */
export async function startSession(
  tx: Tx,
  municipality: string,
  personId: string,
  {
    from,
    stage = null,
    home,
  }: {
    readonly from?: Pick<From, "network" | "browser">;
    readonly stage?: Stage | null;
    readonly home?: Somebody | undefined;
  } = {},
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tables(tx)
    .deleteFrom("platform.session")
    .where("expires_at", "<", sql<Date>`now() - make_interval(days => ${ENDED_DAYS})`)
    .execute();
  const minutes = stage === null ? SESSION_HOURS * 60 : STAGE_MINUTES[stage];
  await tables(tx)
    .insertInto("platform.session")
    .values({
      municipality_id: municipality,
      token_sha256: sha256(token),
      person_id: personId,
      expires_at: sql<Date>`now() + make_interval(mins => ${minutes})`,
      stage,
      network: from?.network || null,
      browser: from?.browser || null,
      home: home?.code ?? null,
      home_person: home?.person ?? null,
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
  const passwordHash = await hashPassword(account.password);
  const email = account.email.toLowerCase();
  const { municipality, personId } = account;
  const before = await accountAt(tx, email);
  const whose = [personId, before?.personId ?? personId];
  await tables(tx).deleteFrom("platform.session").where("person_id", "in", whose).execute();
  if (before) {
    await storePassword(tx, before.account, { passwordHash, personId });
    await endLink(tx, before.account);
  } else await newAccount(tx, municipality, { personId, email, passwordHash });
  await forgetDevices(tx, whose);
  await forgetCount(tx, { sort: "address", sha256: sha256(email) });
  await storeEvents(tx, account.municipality, [
    { kind: "password-set", personId: account.personId, address: shortAddress(email), requestId: "-" },
  ]);
}

const WrongPassword = problemKind("wrong-password", 401);
const SignInWait = problemKind("sign-in-wait", 429);
/** Told only to who has the right password, or the account's own passkey. */
const AccountShut = problemKind("account-shut", 403);

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
    const account = await accountAt(tx, email);
    const known = account && device ? await isKnownDevice(tx, device, account.personId) : false;
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
  const who = { address: shortAddress(email), ...(account ? { personId: account.personId } : {}) };
  if (waitS > 0) {
    note({ kind: "sign-in-delayed", ...who });
    refuse(SignInWait, { params: waitInWords(waitS), retryAfterS: waitS });
  }
  if (verifying >= MAX_VERIFYING) refuse({ code: "busy", status: 503 });
  verifying++;
  const right = await verify(account?.passwordHash ?? (await NOBODY), password).finally(() => {
    verifying--;
  });
  if (account?.passwordHash && right) {
    const { personId, passwordHash } = account;
    return { personId, email, passwordHash, counted, device };
  }
  note({ kind: "sign-in-failed", ...who });
  if (spraying.wrong({ municipality, password, address: email, sender })) note({ kind: "spraying" });
  return refuse(WrongPassword);
}

/** What follows a right password when its person's session begins; gives the token that the device keeps. */
export async function entered(tx: Tx, municipality: string, one: Entered): Promise<string> {
  // Set anew while the old one was looked at: then it is not the right one any longer
  const account = await accountAt(tx, one.email);
  if (account?.passwordHash !== one.passwordHash || account.personId !== one.personId) refuse(WrongPassword);
  if (account.shutAt) refuse(AccountShut);
  await takeBack(tx, one.counted);
  return rememberDevice(tx, municipality, one.personId, one.device);
}

const SHORT_HEX = 16;
/** By which the same address is known again in the log; what was typed, which may be a password, is not there. */
export const shortAddress = (email: string): string => sha256(email).slice(0, SHORT_HEX);

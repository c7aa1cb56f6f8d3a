import { sql } from "kysely";
import { problemKind, refuse } from "../../kernel/problem.ts";
import type { Door, Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";
import type { Noting } from "../http/security-log.ts";
import { dropPasskeys, passkeysOf } from "./passkeys.ts";
import {
  dropRecoveryCodes,
  looksLikeRecoveryCode,
  recoveryCodesLeft,
  takeRecoveryCode,
} from "./recovery-codes.ts";
import type { Seal } from "./seal.ts";
import { dropTotp, takeTotp, totpSince } from "./totp-store.ts";
import { type Counted, countTry, takeBack, waitInWords } from "./waits.ts";

/** A way to show a second time who one is. A passkey is two in one: what one has, and what one knows or is. */
export const FACTOR_WAYS = ["totp", "passkey", "recovery"] as const;
export type FactorWay = (typeof FACTOR_WAYS)[number];

/** The ways that a person has; none where no second factor has been set up. */
export async function waysOf(tx: Tx, personId: string): Promise<FactorWay[]> {
  const totp = (await totpSince(tx, personId)) !== null;
  const passkey = (await passkeysOf(tx, personId)).length > 0;
  if (!totp && !passkey) return [];
  const recovery = (await recoveryCodesLeft(tx, personId)) > 0;
  return FACTOR_WAYS.filter((way) => ({ totp, passkey, recovery })[way]);
}

/** Which of some people have a second factor. */
export async function haveFactor(tx: Tx, people: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from platform.totp where secret is not null and person_id = any(${[...people]}::text[])
    union select person_id from platform.passkey where person_id = any(${[...people]}::text[])`.execute(tx);
  return new Set(rows.map(({ person_id }) => person_id));
}

const WrongCode = problemKind("wrong-code", 401);
const SignInWait = problemKind("sign-in-wait", 429);

/** A code that is about to be looked at, counted as wrong until it has been seen to be right. */
export interface CodeTried {
  readonly counted: readonly Counted[];
}

/**
 * Counts a code before it is looked at, in a transaction of its own. Only whoever has given the password gets here, so that the count is
 * the person's alone: nobody else can make it wait. Refuses with SignInWait while one has to wait.
 */
export async function countCode(
  door: Door,
  {
    municipality,
    personId,
    requestId,
    note,
  }: {
    readonly municipality: string;
    readonly personId: string;
    readonly requestId: string;
    readonly note: Noting;
  },
): Promise<CodeTried> {
  const counted: Counted[] = [{ sort: "code", sha256: sha256(personId) }];
  const writer = { municipality, personId, requestId };
  const waitS = await door.write(writer, "En kod prövas", (tx) => countTry(tx, municipality, counted));
  if (waitS > 0) {
    note({ kind: "sign-in-delayed", personId });
    refuse(SignInWait, { params: waitInWords(waitS), retryAfterS: waitS });
  }
  return { counted };
}

/** Takes a code by time, or a recovery code, which is then used up; refuses with WrongCode one that is neither. */
export async function takeCode(
  tx: Tx,
  personId: string,
  code: string,
  { counted, now, seal }: CodeTried & { readonly now: Date; readonly seal: Seal },
): Promise<Exclude<FactorWay, "passkey">> {
  const digits = code.replace(/\s/g, "");
  const way = looksLikeRecoveryCode(code) ? "recovery" : "totp";
  const right =
    way === "recovery"
      ? await takeRecoveryCode(tx, personId, code)
      : await takeTotp(tx, seal, personId, digits, now);
  if (!right) refuse(WrongCode);
  await takeBack(tx, counted);
  return way;
}

/** Recovery codes are for the factors that there are: with the last of those they go, too. */
export async function dropRecoveryWithLast(tx: Tx, personId: string): Promise<void> {
  if ((await waysOf(tx, personId)).length === 0) await dropRecoveryCodes(tx, personId);
}

/** Takes away all second factors of a person. */
export async function dropFactors(tx: Tx, personId: string): Promise<void> {
  await dropTotp(tx, personId);
  await dropPasskeys(tx, personId);
  await dropRecoveryCodes(tx, personId);
}

import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";
import { base32 } from "./totp.ts";

export const RECOVERY_CODES = 10;
/** 80 bits: sixteen signs, which nobody finds by trying, though the hash is quick. */
const CODE_BYTES = 10;
const GROUP = 4;

type CodeTable = {
  "platform.recovery_code": {
    municipality_id: string;
    person_id: string;
    number: number;
    code_sha256: string;
    used_at: Date | null;
  };
};
const tables = (tx: Tx) => tx.withTables<CodeTable>();

/** A code as it is hashed: letters and digits alone, however it was typed. What people read wrong is what it was read for. */
const bare = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replaceAll("0", "O")
    .replaceAll("1", "I");

/** Whether a text can be a recovery code at all. */
export const looksLikeRecoveryCode = (code: string): boolean => bare(code).length === (CODE_BYTES * 8) / 5;

/** Makes ten new codes instead of those that there were. This is the one time that they can be read. */
export async function newRecoveryCodes(
  tx: Tx,
  municipality_id: string,
  person_id: string,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(CODE_BYTES)));
  await dropRecoveryCodes(tx, person_id);
  await tables(tx)
    .insertInto("platform.recovery_code")
    .values(
      codes.map((code, at) => ({
        municipality_id,
        person_id,
        number: at + 1,
        code_sha256: sha256(code),
        used_at: null,
      })),
    )
    .execute();
  return codes.map((code) => code.match(new RegExp(`.{${GROUP}}`, "g"))?.join("-") ?? code);
}

/** Uses a code up; false where it is none of the person's, or has been used. */
export async function takeRecoveryCode(tx: Tx, personId: string, code: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable("platform.recovery_code")
    .set({ used_at: sql<Date>`now()` })
    .where("person_id", "=", personId)
    .where("code_sha256", "=", sha256(bare(code)))
    .where("used_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many codes a person has left. */
export async function recoveryCodesLeft(tx: Tx, personId: string): Promise<number> {
  const { left } = await tables(tx)
    .selectFrom("platform.recovery_code")
    .select(sql<number>`count(*)::int`.as("left"))
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return left;
}

export async function dropRecoveryCodes(tx: Tx, personId: string): Promise<void> {
  await tables(tx).deleteFrom("platform.recovery_code").where("person_id", "=", personId).execute();
}

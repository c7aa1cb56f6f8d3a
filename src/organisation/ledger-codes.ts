import { sql } from "kysely";
import type { Day } from "../kernel/day.ts";
import type { Tx } from "../platform/database/door.ts";
import { inParts } from "../platform/database/parts.ts";
import {
  type CodeKey,
  type CodeOwners,
  type CodePeriod,
  covers,
  isSameCode,
  UNITS,
} from "./rules/ledger-codes.ts";

export type CodeTables = {
  "organisation.ledger_code": {
    municipality_id: string;
    dimension: string;
    code: string;
    /** The last of a range of codes; null for one code. */
    code_to: string | null;
    body_id: string;
    valid_from: Day;
    valid_to: Day | null;
  };
  "organisation.ledger_code_claim": {
    municipality_id: string;
    dimension: string;
    code: string;
    body_id: string;
  };
};
const tables = (tx: Tx) => tx.withTables<CodeTables>();

/** All codes and ranges with their units, by dimension, code and day; those of one code alone, or the periods of one body. */
export async function ledgerCodes(
  tx: Tx,
  { code, body }: { readonly code?: CodeKey; readonly body?: string } = {},
): Promise<CodeOwners[]> {
  let query = tables(tx).selectFrom("organisation.ledger_code").selectAll();
  if (code !== undefined)
    query = query
      .where("dimension", "=", code.dimension ?? UNITS)
      .where("code", "=", code.code)
      .where("code_to", "is not distinct from", code.codeTo ?? null);
  if (body !== undefined) query = query.where("body_id", "=", body);
  const rows = await query.orderBy(sql`dimension::int`).orderBy("code").orderBy("valid_from").execute();
  const key = (row: (typeof rows)[number]) => JSON.stringify([row.dimension, row.code, row.code_to]);
  return [...Map.groupBy(rows, key).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return {
      dimension: first.dimension,
      code: first.code,
      codeTo: first.code_to,
      periods: own.map(({ body_id: body, valid_from: validFrom, valid_to: validTo }) => ({
        body,
        validFrom,
        validTo,
      })),
    };
  });
}

/** The other codes and ranges that have a code in common with one. */
export async function codesBeside(tx: Tx, code: CodeKey): Promise<CodeOwners[]> {
  return (await ledgerCodes(tx)).filter((one) => covers(one, code) && !isSameCode(one, code));
}

/** Codes that several bodies had at once before that was refused, with these: they belong to none until it is said to which. */
export async function disputedCodes(tx: Tx): Promise<{ code: string; bodies: string[] }[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.ledger_code_claim")
    .select(["code", "body_id"])
    .where("dimension", "=", UNITS)
    .orderBy("code")
    .orderBy("body_id")
    .execute();
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => ({
    code,
    bodies: own.map((row) => row.body_id),
  }));
}

/** One change of codes at a time in a municipality: the next one waits, and then sees what this one stored. */
export const lockCodes = (tx: Tx, municipality: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} ledger codes`}, 0))`.execute(tx);

/** Says to whom a code belongs, in the place of what was said before. The caller holds the lock and has checked it. */
export async function storeCode(
  tx: Tx,
  municipality_id: string,
  { code, codeTo = null, dimension = UNITS, periods }: CodeOwners,
): Promise<void> {
  const db = tables(tx);
  await db
    .deleteFrom("organisation.ledger_code")
    .where("dimension", "=", dimension)
    .where("code", "=", code)
    .where("code_to", "is not distinct from", codeTo)
    .execute();
  await db
    .deleteFrom("organisation.ledger_code_claim")
    .where("dimension", "=", dimension)
    .where("code", "=", code)
    .execute();
  if (periods.length === 0) return;
  const of = { dimension, code, code_to: codeTo };
  await db
    .insertInto("organisation.ledger_code")
    .values(periods.map((period) => ({ municipality_id, ...of, ...columnsOf(period) })))
    .execute();
}

const columnsOf = ({ body, validFrom, validTo }: CodePeriod) => ({
  body_id: body,
  valid_from: validFrom,
  valid_to: validTo,
});

/** The codes of a new organisation's bodies, each for as long as there is the body. */
export async function storeCodes(
  tx: Tx,
  municipality_id: string,
  codes: readonly (CodePeriod & { readonly code: string })[],
): Promise<void> {
  const rows = codes.map(({ code, ...period }) => ({
    municipality_id,
    dimension: UNITS,
    code,
    code_to: null,
    ...columnsOf(period),
  }));
  for (const part of inParts(rows))
    await tables(tx).insertInto("organisation.ledger_code").values(part).execute();
}

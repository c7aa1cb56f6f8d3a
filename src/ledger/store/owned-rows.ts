import { type RawBuilder, sql } from "kysely";
import { UNITS } from "../../organisation/rules/ledger-codes.ts";
import type { Tx } from "../../platform/database/door.ts";
import { bodyDimensions } from "./dimensions.ts";
import { tables } from "./tables.ts";

/**
 * An import's rows on accounts 3–9, each with the body that it is of on its own day (null where there is none), and with the first
 * dimension and code that it carries of those that tell it (§2.5). The one place where whose a stored row is, is decided; `bodyOfRow`
 * is the same rule for a file that is not stored.
 */
export async function ownedRows(tx: Tx, importId: number): Promise<RawBuilder<unknown>> {
  const dimensions = await bodyDimensions(tx);
  const ranged = await dimensionsWithRanges(tx);
  const all = dimensions.map((dimension, i) => ({
    dimension,
    code: codeOfRow(dimension),
    owner: sql.ref(`owner_${i}`),
    owners: owners(importId, dimension, ranged.has(dimension)),
  }));
  const joins = all.map(
    ({ code, owner, owners }) => sql`left join ${owners} ${owner}
      on ${owner}.municipality_id = booked.municipality_id and ${owner}.code = ${code}
        and ${owner}.valid_from <= booked.day and (${owner}.valid_to is null or ${owner}.valid_to >= booked.day)`,
  );
  return sql`(
    select booked.day, booked.account, booked.amount_ore,
      coalesce(${sql.join(all.map(({ owner }) => sql`${owner}.body_id`))}) as body_id,
      case ${sql.join(
        all.map(({ dimension, code }) => sql`when ${code} is not null then ${dimension}::text`),
        sql` `,
      )} end as dimension,
      coalesce(${sql.join(all.map(({ code }) => code))}) as code
    from ledger.voucher_row booked ${sql.join(joins, sql` `)}
    where booked.import_id = ${importId} and booked.account >= '3')`;
}

/** What a row (`booked`) carries of a dimension. */
export const codeOfRow = (dimension: string): RawBuilder<string | null> =>
  dimension === UNITS ? sql`booked.code` : sql`booked.objects ->> ${dimension}::text`;

async function dimensionsWithRanges(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tables(tx)
    .selectFrom("organisation.ledger_code")
    .select("dimension")
    .distinct()
    .where("code_to", "is not", null)
    .execute();
  return new Set(rows.map(({ dimension }) => dimension));
}

/** Whose a code of a dimension is, code by code: a range is brought out to the codes of it that the import has. */
function owners(importId: number, dimension: string, ranges: boolean): RawBuilder<unknown> {
  const single = sql`select municipality_id, code, body_id, valid_from, valid_to from organisation.ledger_code
    where dimension = ${dimension} and code_to is null`;
  if (!ranges) return sql`(${single})`;
  return sql`(${single} union all
    select span.municipality_id, carried.code, span.body_id, span.valid_from, span.valid_to
    from organisation.ledger_code span
    join (select distinct booked.municipality_id, ${codeOfRow(dimension)} as code from ledger.voucher_row booked
        where booked.import_id = ${importId} and booked.account >= '3') carried
      on carried.municipality_id = span.municipality_id and length(carried.code) = length(span.code)
        and ${stem(sql`carried.code`)} = ${stem(sql`span.code`)}
        and carried.code collate "C" >= span.code and carried.code collate "C" <= span.code_to
    where span.dimension = ${dimension} and span.code_to is not null)`;
}

/** What a code begins with, before the number that it ends with: as the constraint on the table has it. */
export const stem = (code: RawBuilder<unknown>): RawBuilder<string> =>
  sql`regexp_replace(${code}, '[0-9]{1,18}$', '')`;

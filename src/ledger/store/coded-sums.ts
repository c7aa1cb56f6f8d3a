import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { type CodeKey, UNITS } from "../../organisation/rules/ledger-codes.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { CodedSum } from "../rules/effect.ts";
import { importsUntil } from "./accounts.ts";
import { codeOfRow, stem } from "./owned-rows.ts";

/**
 * What the accounts in force have on a code or a range of codes, on accounts 3–9 and no later than they reach: year by year, day by
 * day, with what the rows carry of the dimensions that tell whose they are.
 */
export async function codedSums(
  tx: Tx,
  { code, codeTo, dimension = UNITS }: CodeKey,
  { dimensions, asOf }: { readonly dimensions: readonly string[]; readonly asOf: Day },
): Promise<CodedSum[]> {
  const sources = (await importsUntil(tx, asOf)).filter(({ inForce }) => inForce);
  const of = codeOfRow(dimension);
  const codes = sql`jsonb_build_object(${sql.join(
    dimensions.flatMap((one) => [sql`${one}::text`, codeOfRow(one)]),
  )})`;
  const found: CodedSum[] = [];
  for (const { importId, year, lastDay } of sources) {
    const { rows } = await sql<Omit<CodedSum, "year">>`
      select booked.day, ${codes} as codes, count(*)::int as rows, sum(booked.amount_ore)::bigint as "amountOre"
      from ledger.voucher_row booked
      where booked.import_id = ${importId} and booked.account >= '3' and booked.day <= ${lastDay}
        and length(${of}) = length(${code}::text)
        and ${stem(of)} = ${stem(sql`${code}::text`)}
        and (${of}) collate "C" >= ${code}::text and (${of}) collate "C" <= ${codeTo ?? code}::text
      group by 1, 2`.execute(tx);
    for (const row of rows) found.push({ ...row, year });
  }
  return found;
}

import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Tx } from "../../../platform/database/door.ts";
import type { OrphanRule } from "../rules/orphans.ts";
import { type Sight, seenThing, seenTie } from "./sight.ts";
import { columns, inOrder, plain, type Row, type StoredThing } from "./walk.ts";

/**
 * The orphans by a rule: so many, past so many, and how many there are in all. What a thing hangs in may be any body's: only the thing
 * itself is of the bodies that are looked at.
 */
export async function orphansBy(
  tx: Tx,
  sight: Sight,
  rule: OrphanRule,
  { take, skip }: { readonly take: number; readonly skip: number },
): Promise<{ readonly count: number; readonly things: StoredThing[] }> {
  const wide: Sight = { ...sight, bodies: undefined, strategic: undefined, year: undefined };
  const wants: RawBuilder<SqlBool>[] = [
    sql`o.what = any(${[...rule.of]}::text[])`,
    seenThing("o", wide),
    seenTie("t", wide),
  ];
  if (rule.matter !== undefined) wants.push(sql`(o.what <> 'matter' or o.thing like ${`${rule.matter}:%`})`);
  if (rule.year === "own") wants.push(sql`(o.what <> 'body-goal' or o.year = th.year)`);
  if (rule.year === "looked-at" && sight.year !== undefined) wants.push(sql`o.year = ${sight.year}`);
  const [near, far] = rule.lacks === "above" ? ["from_thing", "to_thing"] : ["to_thing", "from_thing"];
  const end = (tie: string, column: string) => sql.ref(`${tie}.${column}`);
  const has = rule.through
    ? sql`select from decisions.tie n
        join decisions.tie t on t.municipality_id = n.municipality_id and ${end("t", near)} = ${end("n", far)}
        join decisions.thread_thing o on o.municipality_id = t.municipality_id and o.thing = ${end("t", far)}
        where ${end("n", near)} = th.thing and ${seenTie("n", wide)} and ${end("n", far)} like ${`${rule.through}:%`}
          and ${sql.join(wants, sql` and `)}`
    : sql`select from decisions.tie t
        join decisions.thread_thing o on o.municipality_id = t.municipality_id and o.thing = ${end("t", far)}
        where ${end("t", near)} = th.thing and ${sql.join(wants, sql` and `)}`;
  const own: RawBuilder<SqlBool>[] = [sql`th.what = ${rule.what}`, seenThing("th", sight)];
  if (sight.bodies !== undefined) own.push(sql`th.body_id = any(${[...sight.bodies]}::text[])`);
  if (sight.strategic !== undefined && rule.what !== "strategic-goal")
    own.push(sql`exists (select from decisions.tie up where up.from_thing = th.thing
      and up.to_thing = any(${[...sight.strategic]}::text[]) and ${seenTie("up", wide)})`);
  const { rows } = await sql<Row & { count: string }>`
    select ${columns}, count(*) over () as count from decisions.thread_thing th
    where ${sql.join(own, sql` and `)} and not exists (${has})
    order by ${inOrder} limit ${take} offset ${skip}`.execute(tx);
  return { count: Number(rows[0]?.count ?? 0), things: rows.map(plain) };
}

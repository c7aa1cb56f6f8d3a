import { sql } from "kysely";
import { type AsOf, dayOfMoment } from "../../kernel/moment.ts";
import { type SoleKind, soleOn } from "../../organisation/rules/sole.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { registeredByDay } from "./known.ts";

/** Above the number of any decision. */
const EVERY = 2 ** 31 - 1;

/**
 * The id of the council, or of the executive, whose matter of a kind and a year it is on a day or at a moment: a council that has been
 * followed by another keeps what it decided. Where several have had such a matter it is the one that decided last; where none
 * has, the one of the day. "" where the organisation has none at all, as no body's id is.
 */
export async function soleOwner(
  tx: Tx,
  of: { readonly kind: string; readonly bodyKind: SoleKind; readonly year: number },
  asOf: AsOf,
): Promise<string> {
  const bodies = (await allBodies(tx)).filter((body) => body.kind === of.bodyKind);
  const now = soleOn(bodies, of.bodyKind, dayOfMoment(asOf))?.id ?? "";
  if (bodies.length < 2) return now;
  const { rows } = await sql<{ body_id: string }>`
    select m.body_id from decisions.matter m
    left join decisions.decision d on d.municipality_id = m.municipality_id and d.matter_id = m.matter_id
      and d.decided_on <= ${dayOfMoment(asOf)}
      and ${registeredByDay()}
      and d.number <= ${typeof asOf === "string" ? EVERY : asOf.decision}
    where m.kind = ${of.kind} and m.year = ${of.year} and m.body_id in (${sql.join(bodies.map(({ id }) => id))})
    group by m.body_id
    order by max(d.number) desc nulls last, m.body_id = ${now} desc
    limit 1`.execute(tx);
  return rows[0]?.body_id ?? now;
}

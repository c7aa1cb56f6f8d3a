import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { presentDay } from "../bodies/reading-day.ts";

export interface OwnerlessCount {
  readonly ownerless: number;
  readonly held: number;
  readonly toCome: number;
  readonly unseen: number;
}

/** How much is held on a day, and how much of it by somebody without a post: none (model R-2). */
export async function ownerlessCount(tx: Tx, day: Day): Promise<OwnerlessCount> {
  const { rows } = await sql<OwnerlessCount>`
    with own as (select h.*, exists (select from organisation.post p
        where p.municipality_id = h.municipality_id and p.person_id = h.person_id
          and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to >= ${day}::date)) as there
      from organisation.holding h)
    select
      count(*) filter (where present and not there)::int as ownerless,
      count(*) filter (where present)::int as held,
      count(*) filter (where after_post is not null and valid_from > ${day}::date)::int as "toCome",
      count(*) filter (where present and after_post is not null and seen_on is null)::int as unseen
    from own, lateral (select valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date) as present) as of_day
    `.execute(tx);
  return rows[0] ?? { ownerless: 0, held: 0, toCome: 0, unseen: 0 };
}

/** Those who hold something on the municipality's own day and have no post. */
export async function peopleWithoutPost(tx: Tx): Promise<string[]> {
  const day = await presentDay(tx);
  const { rows } = await sql<{ person_id: string }>`
    select distinct h.person_id from organisation.holding h
    where h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
      and not exists (select from organisation.post p
        where p.municipality_id = h.municipality_id and p.person_id = h.person_id
          and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to >= ${day}::date))`.execute(
    tx,
  );
  return rows.map(({ person_id }) => person_id);
}

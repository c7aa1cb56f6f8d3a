import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { only } from "../../platform/memory/memory.ts";
import { tables } from "./tables.ts";

/**
 * Of some matters those that a person has written, is named in, has a thing of, or has been asked to write: in any of their versions.
 * Contents stay in the database.
 */
export async function namedInMatters(
  tx: Tx,
  person: string,
  matters: readonly string[],
  day: Day,
): Promise<ReadonlySet<string>> {
  if (matters.length === 0) return new Set();
  const rows = await tables(tx)
    .selectFrom("decisions.version as v")
    .select("v.matter_id")
    .distinct()
    .where("v.matter_id", "in", matters)
    .where((where) =>
      where.or([
        ...namedBy(person, day),
        sql<boolean>`exists (select from decisions.co_writer w
          where w.municipality_id = v.municipality_id and w.matter_id = v.matter_id and w.person_id = ${person}
            and w.valid_from <= ${day} and w.valid_to >= ${day} and (w.ended_on is null or w.ended_on > ${day}))`,
      ]),
    )
    .execute();
  return new Set(rows.map(({ matter_id }) => matter_id));
}

/**
 * The drafts of some bodies that a person has written last, is named in – whatever the field – or has a thing of, as
 * "matter@number"; of one `matter` alone where it is given. Contents stay in the database.
 */
export async function namedIn(
  tx: Tx,
  person: string,
  bodies: readonly string[],
  day: Day,
  matter?: string,
): Promise<ReadonlySet<string>> {
  if (bodies.length === 0) return new Set();
  // Touched when drafts come and go, and when this person is named in one or no longer is (migration 041)
  const rows = await only("decisions.version", ["open", `named ${person}`], () =>
    tables(tx)
      .selectFrom("decisions.version as v")
      .innerJoin("decisions.matter as m", (join) =>
        join.onRef("m.municipality_id", "=", "v.municipality_id").onRef("m.matter_id", "=", "v.matter_id"),
      )
      .select(["v.matter_id", "v.number"])
      .where("v.state", "=", "draft")
      .where("m.body_id", "in", bodies)
      .$if(matter !== undefined, (query) => query.where("v.matter_id", "=", matter as string))
      .where((where) => where.or(namedBy(person, day)))
      .execute(),
  );
  return new Set(rows.map(({ matter_id, number }) => `${matter_id}@${number}`));
}

/** How somebody is named in a version `v`. */
const namedBy = (person: string, day: Day) => [
  sql<boolean>`v.edited_by = ${person}`,
  sql<boolean>`jsonb_path_exists(v.content, '$.** ? (@ == $person)', jsonb_build_object('person', ${person}::text), true)`,
  sql<boolean>`exists (select from organisation.holding h
    where h.municipality_id = v.municipality_id and h.source = v.matter_id and h.person_id = ${person}
      and h.valid_from <= ${day} and (h.valid_to is null or h.valid_to >= ${day}))`,
];

import type { Day } from "../../../kernel/day.ts";
import type { AsOf } from "../../../kernel/moment.ts";
import { asItWas } from "../../../platform/database/as-it-was.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { remembered } from "../../../platform/memory/memory.ts";
import type { Body, BodyKind } from "../../rules/organisation.ts";
import { earlierDay, readingDay } from "../reading-day.ts";
import { type DatedOrganisation, organisationOn, type Placing, type Succession } from "../rules/dated.ts";

export type BodyTables = {
  "organisation.body": {
    municipality_id: string;
    body_id: string;
    kind: BodyKind;
    name: string;
    name_en: string | null;
    parent_id: string | null;
    assignment: string | null;
    position: number;
    valid_from: Day;
    valid_to: Day | null;
    share_hundredths: number | null;
    partners: readonly string[];
  };
  "organisation.body_placing": {
    municipality_id: string;
    body_id: string;
    valid_from: Day;
    name: string;
    name_en: string | null;
    parent_id: string | null;
    share_hundredths: number | null;
    partners: readonly string[];
    reorganisation_id: string;
  };
  "organisation.succession": {
    municipality_id: string;
    from_id: string;
    to_id: string;
    valid_from: Day;
    main: boolean;
    reorganisation_id: string;
  };
};
const tables = (tx: Tx) => tx.withTables<BodyTables>();

/** Of a reorganisation what is needed to know how it stood before. */
type SinceTables = {
  "organisation.reorganisation": {
    municipality_id: string;
    reorganisation_id: string;
    valid_from: Day;
    registered_on: Day;
    taken_back_on: Day | null;
    done: {
      readonly begun: readonly string[];
      readonly ended: readonly { readonly body: string; readonly validTo: Day | null }[];
    };
  };
};

/** Who there is is read of these: a save asks for it as a reader does, and does not read all of it anew. */
const READ_OF = ["organisation", "platform"];

/**
 * All bodies, in the organisation's own order, ended ones too, as they are called and stand on the day that is read, or on another;
 * for a moment as they were on its day by what was known then.
 */
export async function allBodies(tx: Tx, asOf?: AsOf): Promise<Body[]> {
  if (typeof asOf === "object") return organisationOn(await knownAt(tx, asOf.at), asOf.day);
  const day = asOf ?? (await readingDay(tx));
  return remembered(
    `bodies ${day}${known()}`,
    async () => organisationOn(await datedOrganisation(tx), day),
    READ_OF,
  );
}

/** What tells apart, among what is remembered, what was known of on the earlier day that is read. */
const known = (): string => (earlierDay() === undefined ? "" : ` known ${earlierDay()}`);

/** The organisation with all of its time; of an earlier day that is read, what was known of it then. */
export const datedOrganisation = (tx: Tx): Promise<DatedOrganisation> =>
  remembered(
    `dated organisation${known()}`,
    async () => {
      const earlier = earlierDay();
      return earlier === undefined
        ? datedOf(await bodyRows(tx), await placingRows(tx), await successionRows(tx))
        : knownBy(tx, earlier);
    },
    READ_OF,
  );

/** The organisation with all of its time that was known of at a day's end: without what has been registered since. */
async function knownBy(tx: Tx, day: Day): Promise<DatedOrganisation> {
  const since = await registeredSince(tx, day);
  const later = new Set(since.map(({ reorganisation_id }) => reorganisation_id));
  const begun = new Set(since.flatMap(({ done }) => done.begun));
  // Of a body that several have ended the earliest tells how it stood before them all
  const lasted = new Map(
    since.flatMap(({ done }) => done.ended.map((one) => [one.body, one.validTo] as const)),
  );
  const bodies = (await bodyRows(tx)).filter(({ body_id }) => !begun.has(body_id));
  const then = <R extends { readonly reorganisation_id: string }>(rows: readonly R[]) =>
    rows.filter((row) => !later.has(row.reorganisation_id));
  return datedOf(
    bodies.map((row) => ({
      ...row,
      valid_to: lasted.has(row.body_id) ? (lasted.get(row.body_id) ?? null) : row.valid_to,
    })),
    then(await placingRows(tx)),
    then(await successionRows(tx)),
  );
}

/** The reorganisations that stand and were registered after a day, the last one first, with what they wrote over. */
const registeredSince = (tx: Tx, day: Day) =>
  tx
    .withTables<SinceTables>()
    .selectFrom("organisation.reorganisation")
    .select(["reorganisation_id", "done"])
    .where("registered_on", ">", day)
    .where("taken_back_on", "is", null)
    .orderBy("registered_on", "desc")
    .orderBy("valid_from", "desc")
    .execute();

async function knownAt(tx: Tx, at: string): Promise<DatedOrganisation> {
  const bodies = await asItWas(tx, "organisation.body", { rows: await bodyRows(tx), key: ["body_id"], at });
  const placings = await asItWas(tx, "organisation.body_placing", {
    rows: await placingRows(tx),
    key: ["body_id", "valid_from"],
    at,
  });
  const successions = await asItWas(tx, "organisation.succession", {
    rows: await successionRows(tx),
    key: ["from_id", "to_id"],
    at,
  });
  const inOrder = bodies.toSorted((a, b) => a.position - b.position || (a.body_id < b.body_id ? -1 : 1));
  return datedOf(inOrder, placings, successions);
}

const bodyRows = (tx: Tx) =>
  tables(tx).selectFrom("organisation.body").selectAll().orderBy("position").orderBy("body_id").execute();

const placingRows = (tx: Tx) => tables(tx).selectFrom("organisation.body_placing").selectAll().execute();

const successionRows = (tx: Tx) => tables(tx).selectFrom("organisation.succession").selectAll().execute();

const datedOf = (
  bodies: readonly BodyTables["organisation.body"][],
  placings: readonly BodyTables["organisation.body_placing"][],
  successions: readonly BodyTables["organisation.succession"][],
): DatedOrganisation => ({
  bodies: bodies.map(bodyOf),
  placings: placings.map(placingOf),
  successions: successions.map(successionOf),
});

const bodyOf = (row: BodyTables["organisation.body"]): Body => ({
  id: row.body_id,
  kind: row.kind,
  name: row.name,
  nameEn: row.name_en,
  parent: row.parent_id,
  ...(row.share_hundredths == null ? {} : { sharePercent: row.share_hundredths / 100 }),
  ...(row.partners?.length ? { partners: row.partners } : {}),
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

const placingOf = (row: BodyTables["organisation.body_placing"]): Placing => ({
  body: row.body_id,
  validFrom: row.valid_from,
  name: row.name,
  nameEn: row.name_en,
  parent: row.parent_id,
  sharePercent: row.share_hundredths === null ? null : row.share_hundredths / 100,
  partners: row.partners,
});

const successionOf = (row: BodyTables["organisation.succession"]): Succession => ({
  from: row.from_id,
  to: row.to_id,
  validFrom: row.valid_from,
  main: row.main,
});

/** Which body another stood under on a day: the one that it served then, whatever has come of them since. */
export async function servedOn(tx: Tx): Promise<(body: string, day: Day) => string | null> {
  const dated = await datedOrganisation(tx);
  const days = new Map<Day, ReadonlyMap<string, string | null>>();
  return (body, day) => {
    const parents =
      days.get(day) ?? new Map(organisationOn(dated, day).map(({ id, parent }) => [id, parent]));
    days.set(day, parents);
    return parents.get(body) ?? null;
  };
}

/** By what a body has its assignment, in words; null where it has not been said. */
export async function assignmentOf(tx: Tx, body: string): Promise<string | null> {
  const row = await tables(tx)
    .selectFrom("organisation.body")
    .select("assignment")
    .where("body_id", "=", body)
    .executeTakeFirst();
  return row?.assignment ?? null;
}

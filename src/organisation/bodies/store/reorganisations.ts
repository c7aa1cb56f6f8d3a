import { sql } from "kysely";
import { addDays, type Day, within } from "../../../kernel/day.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { ledgerCodes, storeCode } from "../../ledger-codes.ts";
import { endPosts, givePosts, postId } from "../../people/store.ts";
import type { CodeOwners } from "../../rules/ledger-codes.ts";
import { type OrganisationTables, postIn } from "../../store.ts";
import type { HeldPostInBody, PostTurn } from "../rules/posts.ts";
import type { Reorganised } from "../rules/reorganise.ts";
import type { Step } from "../rules/steps.ts";

/** What had to be written, as it stood before: with it a reorganisation is taken back. */
interface Done {
  readonly begun: readonly string[];
  readonly ended: readonly { readonly body: string; readonly validTo: Day | null }[];
  readonly codes: readonly CodeOwners[];
  /** Posts that end, with their last day before; and those that go on from them in another body. */
  readonly posts: readonly HeldPostInBody[];
  readonly newPosts: readonly string[];
}

type Tables = OrganisationTables & {
  "organisation.reorganisation": {
    municipality_id: string;
    reorganisation_id: string;
    name: string;
    valid_from: Day;
    reason: string;
    decision: string;
    steps: unknown;
    done: unknown;
    registered_by: string;
    registered_on: Day;
    taken_back_by: string | null;
    taken_back_on: Day | null;
    taken_back_reason: string | null;
  };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

/** A reorganisation as it was registered. */
export interface Registered {
  readonly id: string;
  readonly name: string;
  readonly day: Day;
  readonly reason: string;
  readonly decision: string;
  readonly steps: readonly Step[];
  readonly done: Done;
  readonly registeredBy: string;
  readonly registeredOn: Day;
  readonly takenBack: { readonly by: string; readonly on: Day; readonly reason: string } | null;
}

/** All of them, the latest day first. */
export async function reorganisations(tx: Tx): Promise<Registered[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.reorganisation")
    .selectAll()
    .orderBy("valid_from", "desc")
    .orderBy("registered_on", "desc")
    .orderBy("reorganisation_id")
    .execute();
  return rows.map((row) => ({
    id: row.reorganisation_id,
    name: row.name,
    day: row.valid_from,
    reason: row.reason,
    decision: row.decision,
    steps: row.steps as readonly Step[],
    done: row.done as Done,
    registeredBy: row.registered_by,
    registeredOn: row.registered_on,
    takenBack:
      row.taken_back_by === null || row.taken_back_on === null
        ? null
        : { by: row.taken_back_by, on: row.taken_back_on, reason: row.taken_back_reason ?? "" },
  }));
}

/** One change of the organisation at a time in a municipality: the next one waits, and sees what this one stored. */
export const lockOrganisation = (tx: Tx, municipality: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} organisation`}, 0))`.execute(tx);

/** As long as a post can say what it was given by. */
const MAX_GIVEN_BY = 200;

/** The posts in some bodies that somebody holds on a day or is to hold after it. */
export async function postsIn(tx: Tx, bodies: readonly string[], day: Day): Promise<HeldPostInBody[]> {
  if (bodies.length === 0) return [];
  const rows = await tables(tx)
    .selectFrom("organisation.post")
    .selectAll()
    .where("body_id", "in", bodies)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("post_id")
    .execute();
  return rows.map((row) => ({ ...postIn(row), person: row.person_id }));
}

/** The codes that some bodies have on a day or are to have after it. */
export async function codesOf(tx: Tx, bodies: readonly string[], day: Day): Promise<CodeOwners[]> {
  const own = new Set(bodies);
  return (await ledgerCodes(tx)).filter(({ periods }) =>
    periods.some(({ body, validTo }) => own.has(body) && (validTo === null || validTo >= day)),
  );
}

export interface ToRegister {
  readonly id: string;
  readonly name: string;
  readonly day: Day;
  readonly reason: string;
  readonly decision: string;
  readonly steps: readonly Step[];
  readonly by: string;
  readonly on: Day;
}

/** Writes a reorganisation that has been judged: all that it comes to, from its day on, with what becomes of posts. The caller holds the lock. */
export async function registerReorganisation(
  tx: Tx,
  municipality_id: string,
  given: ToRegister,
  { begun, placed, ended, successions }: Reorganised,
  turns: readonly PostTurn[],
): Promise<void> {
  const db = tables(tx);
  const { id: reorganisation_id, day } = given;
  const last = addDays(day, -1);
  const endedIds = ended.map(({ body }) => body);
  const codes = await codesOf(tx, endedIds, day);
  const before = endedIds.length === 0 ? [] : await lastDaysOf(tx, endedIds);
  const newIds = new Map(turns.flatMap(({ post, next }) => (next ? [[post.id, postId()] as const] : [])));
  const going = turns.flatMap(({ post, next }) => {
    if (!next) return [];
    const actingFor = next.actingFor && (newIds.get(next.actingFor) ?? next.actingFor);
    return [
      {
        ...next,
        actingFor,
        id: newIds.get(post.id) as string,
        givenBy: given.decision.slice(0, MAX_GIVEN_BY),
      },
    ];
  });
  const done: Done = {
    begun: begun.map(({ id }) => id),
    ended: before,
    codes,
    posts: turns.map(({ post }) => post),
    newPosts: [...newIds.values()],
  };
  await db
    .insertInto("organisation.reorganisation")
    .values({
      municipality_id,
      reorganisation_id,
      name: given.name,
      valid_from: day,
      reason: given.reason,
      decision: given.decision,
      steps: JSON.stringify(given.steps),
      done: JSON.stringify(done),
      registered_by: given.by,
      registered_on: given.on,
      taken_back_by: null,
      taken_back_on: null,
      taken_back_reason: null,
    })
    .execute();
  if (begun.length > 0) {
    const { most } = await db
      .selectFrom("organisation.body")
      .select((eb) => eb.fn.coalesce(eb.fn.max("position"), sql<number>`0`).as("most"))
      .executeTakeFirstOrThrow();
    await db
      .insertInto("organisation.body")
      .values(
        begun.map((body, i) => ({
          municipality_id,
          body_id: body.id,
          kind: body.kind,
          name: body.name,
          name_en: body.nameEn ?? null,
          parent_id: body.parent,
          assignment: null,
          position: most + 1 + i,
          valid_from: day,
          valid_to: null,
          share_hundredths: hundredths(body.sharePercent),
          partners: [...(body.partners ?? [])],
        })),
      )
      .execute();
  }
  if (placed.length > 0)
    await db
      .insertInto("organisation.body_placing")
      .values(
        placed.map((one) => ({
          municipality_id,
          body_id: one.body,
          valid_from: one.validFrom,
          name: one.name,
          name_en: one.nameEn,
          parent_id: one.parent,
          share_hundredths: hundredths(one.sharePercent),
          partners: [...one.partners],
          reorganisation_id,
        })),
      )
      .execute();
  if (successions.length > 0)
    await db
      .insertInto("organisation.succession")
      .values(
        successions.map(({ from, to, validFrom, main }) => ({
          municipality_id,
          from_id: from,
          to_id: to,
          valid_from: validFrom,
          main,
          reorganisation_id,
        })),
      )
      .execute();
  for (const code of codes) {
    const owner = code.periods.find(
      (own) => endedIds.includes(own.body) && (own.validTo === null || own.validTo >= day),
    );
    const to = ended.find(({ body }) => body === owner?.body)?.to;
    const periods = to
      ? passedOn(code.periods, { from: endedIds, to, day })
      : untilDay(code.periods, endedIds, day);
    await storeCode(tx, municipality_id, { ...code, periods });
  }
  for (const body of endedIds)
    await db.updateTable("organisation.body").set({ valid_to: last }).where("body_id", "=", body).execute();
  // What their holders have goes on with them, or to whoever is nearest: nothing is ownerless
  if (going.length > 0) await givePosts(tx, municipality_id, going);
  if (turns.length > 0)
    await endPosts(
      tx,
      turns.map(({ post }) => ({ post: post.id, on: last })),
    );
}

const hundredths = (share: number | null | undefined): number | null =>
  share == null ? null : Math.round(share * 100);

/** A code's units when what some bodies have of it from a day on becomes another's; what others have, or are to have, stays. */
const passedOn = (
  periods: CodeOwners["periods"],
  { from, to, day }: { readonly from: readonly string[]; readonly to: string; readonly day: Day },
): CodeOwners["periods"] =>
  periods.flatMap((own) => {
    if (!from.includes(own.body) || (own.validTo !== null && own.validTo < day)) return [own];
    if (own.validFrom >= day) return [{ ...own, body: to }];
    return [
      { ...own, validTo: addDays(day, -1) },
      { ...own, body: to, validFrom: day },
    ];
  });

/** A code whose body ends with nobody after it belongs to nobody from the day on. */
const untilDay = (periods: CodeOwners["periods"], ended: readonly string[], day: Day) =>
  periods
    .filter(({ body, validFrom }) => !ended.includes(body) || validFrom < day)
    .map((own) =>
      ended.includes(own.body) && within(day, own.validFrom, own.validTo)
        ? { ...own, validTo: addDays(day, -1) }
        : own,
    );

async function lastDaysOf(tx: Tx, bodies: readonly string[]) {
  const rows = await tables(tx)
    .selectFrom("organisation.body")
    .select(["body_id as body", "valid_to as validTo"])
    .where("body_id", "in", bodies)
    .execute();
  return rows;
}

/** The posts, in bodies that a reorganisation begins, that have been given since: with them it can't be taken back. */
export async function postsGivenSince(tx: Tx, { done }: Registered): Promise<string[]> {
  if (done.begun.length === 0) return [];
  const rows = await tables(tx)
    .selectFrom("organisation.post")
    .select(["post_id", "title"])
    .where("body_id", "in", done.begun)
    .execute();
  return rows.filter(({ post_id }) => !done.newPosts.includes(post_id)).map(({ title }) => title);
}

/** Takes back what a reorganisation was to do: all stands as before it. Whether it may be is asked before. The caller holds the lock. */
export async function takeBack(
  tx: Tx,
  municipality: string,
  { id, day, done }: Registered,
  given: { readonly by: string; readonly on: Day; readonly reason: string },
): Promise<void> {
  const db = tables(tx);
  await db.deleteFrom("organisation.body_placing").where("reorganisation_id", "=", id).execute();
  await db.deleteFrom("organisation.succession").where("reorganisation_id", "=", id).execute();
  for (const { body, validTo } of done.ended)
    await db
      .updateTable("organisation.body")
      .set({ valid_to: validTo })
      .where("body_id", "=", body)
      .execute();
  // One that never began keeps its id, which nothing else gets
  for (const body of done.begun)
    await db
      .updateTable("organisation.body")
      .set({ valid_to: addDays(day, -1) })
      .where("body_id", "=", body)
      .execute();
  for (const code of done.codes) await storeCode(tx, municipality, code);
  const [had, coming] = [
    done.posts.filter(({ validFrom }) => validFrom < day),
    done.posts.filter(({ validFrom }) => validFrom >= day),
  ];
  if (coming.length > 0) await givePosts(tx, municipality, coming);
  await endPosts(tx, [
    ...had.map(({ id, validTo }) => ({ post: id, on: validTo })),
    // They were to begin: they never do
    ...done.newPosts.map((post) => ({ post, on: addDays(day, -1) })),
  ]);
  await db
    .updateTable("organisation.reorganisation")
    .set({ taken_back_by: given.by, taken_back_on: given.on, taken_back_reason: given.reason })
    .where("reorganisation_id", "=", id)
    .execute();
}

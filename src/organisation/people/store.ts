import { addDays, type Day } from "../../kernel/day.ts";
import { lastingId } from "../../kernel/plain-id.ts";
import type { Tx } from "../../platform/database/door.ts";
import { inParts } from "../../platform/database/parts.ts";
import type { PersonalTable } from "../../platform/personal.ts";
import { presentDay } from "../bodies/reading-day.ts";
import { followPosts } from "../follow-posts.ts";
import type { Post, Role } from "../rules/organisation.ts";
import { type OrganisationTables, postIn } from "../store.ts";

const tables = (tx: Tx) => tx.withTables<OrganisationTables & PersonalTable>();

/** People and posts are known by ids that hold no name and never come again: who is erased or changes name keeps the id. */
export const personId = (): string => lastingId("person");
export const postId = (): string => lastingId("uppdrag");

export interface NewPerson {
  /** Left out: a new one. */
  readonly id?: string;
  readonly name: string;
  /** The e-mail address where the person is reached; it opens no account. */
  readonly contact?: string | undefined;
}

/** Adds a person, and gives the id. The name stands in `platform.personal` alone. */
export async function newPerson(
  tx: Tx,
  municipality: string,
  { id = personId(), name, contact }: NewPerson,
): Promise<string> {
  await tables(tx)
    .insertInto("organisation.person")
    .values({
      municipality_id: municipality,
      person_id: id,
      erased_on: null,
      erased_by: null,
      erased_reason: null,
      protected_on: null,
      protected_by: null,
    })
    .execute();
  await setPersonal(tx, municipality, { person: id, sort: "name", value: name });
  if (contact !== undefined)
    await setPersonal(tx, municipality, { person: id, sort: "contact", value: contact });
  return id;
}

/** Writes what a person is called or where reached, in the place of what there was; undefined takes it away. */
export async function setPersonal(
  tx: Tx,
  municipality: string,
  {
    person,
    sort,
    value,
  }: { person: string; sort: "name" | "contact" | "employee-number"; value: string | undefined },
): Promise<void> {
  const row = { municipality_id: municipality, person_id: person, sort, account_id: 0 };
  if (value === undefined) {
    await tables(tx)
      .deleteFrom("platform.personal")
      .where("person_id", "=", person)
      .where("sort", "=", sort)
      .execute();
    return;
  }
  await tables(tx)
    .insertInto("platform.personal")
    .values({ ...row, value })
    .onConflict((on) =>
      on.columns(["municipality_id", "person_id", "sort", "account_id"]).doUpdateSet({ value }),
    )
    .execute();
}

/** The e-mail address where a person is reached; undefined where none is known. */
export async function contactOf(tx: Tx, person: string): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom("platform.personal")
    .select("value")
    .where("person_id", "=", person)
    .where("sort", "=", "contact")
    .executeTakeFirst();
  return row?.value;
}

/** Whose each address is, in small letters: those where people are reached, and those that open accounts. */
export async function contactsOf(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(tx)
    .selectFrom("platform.personal")
    .select(["person_id", "value"])
    .where("sort", "in", ["email", "contact"])
    .orderBy("sort", "desc")
    .orderBy("person_id")
    .execute();
  return new Map(rows.map(({ person_id, value }) => [value.toLowerCase(), person_id]));
}

/** Takes away those of some people who have no posts, and have done nothing: what brought them here has been taken back. */
export async function removeUnused(tx: Tx, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  const unused = await tables(tx)
    .selectFrom("organisation.person as person")
    .select("person.person_id")
    .where("person.person_id", "in", people)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("organisation.post as post")
            .select("post.post_id")
            .whereRef("post.municipality_id", "=", "person.municipality_id")
            .whereRef("post.person_id", "=", "person.person_id"),
        ),
      ),
    )
    .execute();
  for (const { person_id } of unused) {
    await tables(tx).deleteFrom("platform.personal").where("person_id", "=", person_id).execute();
    await tables(tx).deleteFrom("organisation.person").where("person_id", "=", person_id).execute();
  }
}

/** Notes that a person has a protected identity, or has it no more. */
export async function setProtected(
  tx: Tx,
  person: string,
  since: { on: Day; by: string } | null,
): Promise<void> {
  await tables(tx)
    .updateTable("organisation.person")
    .set({ protected_on: since?.on ?? null, protected_by: since?.by ?? null })
    .where("person_id", "=", person)
    .execute();
}

export interface GivenPost {
  /** Left out: a new one. */
  readonly id?: string;
  readonly person: string;
  readonly body: string;
  readonly role: Role;
  readonly title: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly party?: string | undefined;
  readonly place?: number | undefined;
  readonly givenBy?: string | undefined;
  readonly actingFor?: string | undefined;
}

/** Gives people posts, and gives the posts' ids. Whether roles can be held is asked before (`rules/posts.ts`). */
export async function givePosts(
  tx: Tx,
  municipality: string,
  given: readonly GivenPost[],
): Promise<string[]> {
  const posts = given.map((post) => ({ ...post, id: post.id ?? postId() }));
  const rows = posts.map((post) => ({
    municipality_id: municipality,
    post_id: post.id,
    person_id: post.person,
    body_id: post.body,
    role: post.role,
    title: post.title,
    valid_from: post.validFrom,
    valid_to: post.validTo,
    party: post.party ?? null,
    place: post.place ?? null,
    given_by: post.givenBy ?? null,
    acting_for: post.actingFor ?? null,
  }));
  for (const part of inParts(rows)) await tables(tx).insertInto("organisation.post").values(part).execute();
  await follow(
    tx,
    posts,
    posts.map(({ validFrom }) => validFrom),
  );
  return posts.map(({ id }) => id);
}

/** Gives a person a post, and gives its id. What waited for the post to be filled comes with it. */
export async function givePost(tx: Tx, municipality: string, post: GivenPost): Promise<string> {
  return (await givePosts(tx, municipality, [post]))[0] as string;
}

export interface Ending {
  readonly post: string;
  /** The last day; null: until further notice. */
  readonly on: Day | null;
}

/**
 * Gives posts their last days. One that would end before it begins never was, and is taken away, with those that act for it. What their
 * holders had goes the day after to whoever takes over (model R-2); refuses where nobody is left.
 */
export async function endPosts(tx: Tx, endings: readonly Ending[]): Promise<void> {
  const before = await postsById(
    tx,
    endings.map(({ post }) => post),
  );
  const ended = endings.flatMap((ending) => {
    const post = before.get(ending.post);
    return post ? [{ ...ending, post }] : [];
  });
  for (const { post, on } of ended) {
    if (on !== null && on < post.validFrom) {
      await tables(tx)
        .deleteFrom("organisation.post")
        .where((where) => where.or([where("post_id", "=", post.id), where("acting_for", "=", post.id)]))
        .execute();
      continue;
    }
    await tables(tx)
      .updateTable("organisation.post")
      .set({ valid_to: on })
      .where("post_id", "=", post.id)
      .execute();
  }
  const days = ended.flatMap(({ on }) => (on === null ? [] : [addDays(on, 1)]));
  await follow(
    tx,
    ended.map(({ post }) => post),
    days,
  );
}

/** Ends a post with a last day. */
export async function endPost(tx: Tx, { post, on }: { post: string; on: Day }): Promise<void> {
  await endPosts(tx, [{ post, on }]);
}

/** What people hold follows their posts: of those who get and leave them, and what waits for a post of the same sort. */
async function follow(
  tx: Tx,
  posts: readonly Pick<GivenPost, "person" | "body" | "role">[],
  days: readonly Day[],
): Promise<void> {
  if (posts.length === 0) return;
  const today = await presentDay(tx);
  const same = new Set(posts.map(({ body, role }) => `${body} ${role}`));
  const ended = await tables(tx)
    .selectFrom("organisation.post")
    .select(["post_id", "body_id", "role"])
    .where("body_id", "in", [...new Set(posts.map(({ body }) => body))])
    .execute();
  await followPosts(
    tx,
    {
      people: [...new Set(posts.map(({ person }) => person))],
      posts: ended
        .filter(({ body_id, role }) => same.has(`${body_id} ${role}`))
        .map(({ post_id }) => post_id),
    },
    today,
    { since: [today, ...days].toSorted()[0] as Day },
  );
}

/** A post with whose it is. */
export interface PostOf extends Post {
  readonly person: string;
}

/** Posts by their ids. */
export async function postsById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PostOf>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom("organisation.post")
    .selectAll()
    .where("post_id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.post_id, { ...postIn(row), person: row.person_id }]));
}

/** Writes what a post is called, and what was decided of it, in its place: a correction, not a change from a day. */
export async function correctPost(
  tx: Tx,
  post: string,
  { title, party, place, givenBy }: Pick<Post, "title" | "party" | "place" | "givenBy">,
): Promise<void> {
  await tables(tx)
    .updateTable("organisation.post")
    .set({ title, party: party ?? null, place: place ?? null, given_by: givenBy ?? null })
    .where("post_id", "=", post)
    .execute();
}

import type { Day } from "../../kernel/day.ts";
import { lastingId } from "../../kernel/plain-id.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { PersonalTable } from "../../platform/personal.ts";
import type { Role } from "../rules/organisation.ts";
import type { OrganisationTables } from "../store.ts";

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
  { person, sort, value }: { person: string; sort: "name" | "contact"; value: string | undefined },
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

/** Gives a person a post, and gives its id. Whether the role can be held there is asked before (`canBeHeld`). */
export async function givePost(tx: Tx, municipality: string, post: GivenPost): Promise<string> {
  const id = post.id ?? postId();
  await tables(tx)
    .insertInto("organisation.post")
    .values({
      municipality_id: municipality,
      post_id: id,
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
    })
    .execute();
  return id;
}

/** Ends a post with a last day. One that would end before it begins never was, and is taken away. */
export async function endPost(tx: Tx, { post, on }: { post: string; on: Day }): Promise<void> {
  await tables(tx)
    .deleteFrom("organisation.post")
    .where("post_id", "=", post)
    .where("valid_from", ">", on)
    .execute();
  await tables(tx)
    .updateTable("organisation.post")
    .set({ valid_to: on })
    .where("post_id", "=", post)
    .execute();
}

import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";
import type { PersonalTable } from "../personal.ts";

type IdentityTables = {
  "platform.provider_identity": {
    municipality_id: string;
    subject_sha256: string;
    provider_id: string;
    person_id: string;
    since: Day;
  };
};
const tables = (tx: Tx) => tx.withTables<IdentityTables & PersonalTable>();

/** Somebody as an identity provider knows them: the same pair is always the same person. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}
const hashOf = ({ issuer, subject }: Subject): string => sha256(`${issuer}\n${subject}`);

/** Holds what is known of a subject until the transaction ends: two first sign-ins at once make one person. */
export const lockSubject = (tx: Tx, municipality: string, who: Subject) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} subject ${hashOf(who)}`}, 0))`.execute(
    tx,
  );

export async function personOfSubject(tx: Tx, who: Subject): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom("platform.provider_identity")
    .select("person_id")
    .where("subject_sha256", "=", hashOf(who))
    .executeTakeFirst();
  return row?.person_id;
}

export async function rememberSubject(
  tx: Tx,
  municipality_id: string,
  {
    provider,
    person,
    on,
    ...who
  }: Subject & { readonly provider: string; readonly person: string; readonly on: Day },
): Promise<void> {
  await tables(tx)
    .insertInto("platform.provider_identity")
    .values({
      municipality_id,
      subject_sha256: hashOf(who),
      provider_id: provider,
      person_id: person,
      since: on,
    })
    .execute();
}

/** The providers that a person has come by. */
export async function identitiesOf(tx: Tx, person: string): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom("platform.provider_identity")
    .select("provider_id")
    .where("person_id", "=", person)
    .execute();
  return rows.map((row) => row.provider_id);
}

/** Who has come by a provider, and since when; the latest first, so many at most. */
export async function peopleOfProvider(
  tx: Tx,
  provider: string,
  most: number,
): Promise<{ readonly person: string; readonly since: Day }[]> {
  return tables(tx)
    .selectFrom("platform.provider_identity")
    .select(["person_id as person", "since"])
    .where("provider_id", "=", provider)
    .orderBy("since", "desc")
    .orderBy("person_id")
    .limit(most)
    .execute();
}

/** Whoever came by a provider as a person does so no longer: who comes next is known anew. */
export async function forgetSubject(tx: Tx, provider: string, person: string): Promise<void> {
  await tables(tx)
    .deleteFrom("platform.provider_identity")
    .where("provider_id", "=", provider)
    .where("person_id", "=", person)
    .execute();
}

/** How many have come by each provider. */
export async function subjectsByProvider(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(tx)
    .selectFrom("platform.provider_identity")
    .select(["provider_id", (of) => of.fn.countAll<number>().as("count")])
    .groupBy("provider_id")
    .execute();
  return new Map(rows.map((row) => [row.provider_id, row.count]));
}

/** What somebody can be known by besides: the address that opens an account or where one is reached, or an employee number. */
const SORTS = { email: ["email", "contact"], "employee-number": ["employee-number"] } as const;
export type KnownBy = keyof typeof SORTS;

/** The employee numbers that people are known by. */
export async function employeeNumbers(
  tx: Tx,
): Promise<{ readonly person: string; readonly number: string }[]> {
  return tables(tx)
    .selectFrom("platform.personal")
    .select(["person_id as person", "value as number"])
    .where("sort", "=", "employee-number")
    .orderBy("value")
    .execute();
}

/** Those of whom something is written as a provider tells it, whatever the letters' case. */
export async function peopleKnownBy(tx: Tx, by: KnownBy, value: string): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom("platform.personal")
    .select("person_id")
    .distinct()
    .where("sort", "in", SORTS[by])
    .where(sql<string>`lower(value)`, "=", value.toLowerCase())
    .limit(2)
    .execute();
  return rows.map((row) => row.person_id);
}

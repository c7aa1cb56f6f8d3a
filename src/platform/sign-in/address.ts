import type { Tx } from "../database/door.ts";
import type { PersonalTable } from "../personal.ts";

const addresses = (tx: Tx, personId: string) =>
  tx
    .withTables<PersonalTable>()
    .selectFrom("platform.personal")
    .select("value")
    .where("person_id", "=", personId)
    .where("sort", "=", "email")
    .orderBy("value")
    .limit(1);

/** The e-mail address of a person's local account; undefined where there is none. The one place that letters ask. */
export const addressOfPerson = async (tx: Tx, personId: string): Promise<string | undefined> =>
  (await addresses(tx, personId).executeTakeFirst())?.value;

/** The address that opens one of a person's accounts; undefined where it is there no more, or is another's now. */
export const addressOfAccount = async (
  tx: Tx,
  account: number,
  personId: string,
): Promise<string | undefined> =>
  (await addresses(tx, personId).where("account_id", "=", account).executeTakeFirst())?.value;

/** All who have an address that letters can go to. */
export async function peopleWithAddress(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .withTables<PersonalTable>()
    .selectFrom("platform.personal")
    .select("person_id")
    .where("sort", "=", "email")
    .execute();
  return new Set(rows.map(({ person_id }) => person_id));
}

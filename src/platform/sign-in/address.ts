import type { Tx } from "../database/door.ts";
import type { PersonalTable } from "../personal.ts";

/** The e-mail address of a person's local account; undefined where there is none. The one place that letters ask. */
export async function addressOfPerson(tx: Tx, personId: string): Promise<string | undefined> {
  const account = await tx
    .withTables<PersonalTable>()
    .selectFrom("platform.personal")
    .select("value")
    .where("person_id", "=", personId)
    .where("sort", "=", "email")
    .orderBy("value")
    .limit(1)
    .executeTakeFirst();
  return account?.value;
}

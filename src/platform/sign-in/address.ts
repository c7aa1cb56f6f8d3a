import type { Tx } from "../database/door.ts";

type AccountTable = { "platform.account": { person_id: string; email: string } };

/** The e-mail address of a person's local account; undefined where there is none. The one place that letters ask. */
export async function addressOfPerson(tx: Tx, personId: string): Promise<string | undefined> {
  const account = await tx
    .withTables<AccountTable>()
    .selectFrom("platform.account")
    .select("email")
    .where("person_id", "=", personId)
    .orderBy("email")
    .limit(1)
    .executeTakeFirst();
  return account?.email;
}

import { sql } from "kysely";
import type { Tx } from "./database/door.ts";
import { sha256 } from "./hash.ts";
import { forgetDevices } from "./sign-in/devices.ts";
import { dropFactors } from "./sign-in/second-factor.ts";
import { forgetCount } from "./sign-in/waits.ts";

export type PersonalTable = {
  "platform.personal": {
    municipality_id: string;
    person_id: string;
    /** A person's name, the address that opens a local account, the address where the person is reached, or the number of the employment. */
    sort: "name" | "email" | "contact" | "employee-number";
    /** Of an address that opens one; otherwise 0. */
    account_id: number;
    value: string;
  };
};

/** All names and addresses that there are of a person. */
export async function personalOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx
    .withTables<PersonalTable>()
    .selectFrom("platform.personal")
    .select("value")
    .where("person_id", "=", personId)
    .execute();
  return rows.map(({ value }) => value);
}

/**
 * Takes away all personal data of a person: name and addresses, the accounts with their second factors and sessions, who it is by an
 * identity provider, letters, the counts of wrong passwords, known devices, documents that have been made, and answers kept for those who ask again in which they stand. The log tells that it was done, and not what there was.
 */
export async function erasePersonal(tx: Tx, personId: string): Promise<void> {
  const written = await personalOf(tx, personId);
  await sql`delete from platform.account_link where account_id in (
    select account_id from platform.account where person_id = ${personId})`.execute(tx);
  await sql`delete from platform.account where person_id = ${personId}`.execute(tx);
  await sql`delete from platform.session where person_id = ${personId}`.execute(tx);
  await sql`delete from platform.provider_identity where person_id = ${personId}`.execute(tx);
  await sql`delete from platform.personal where person_id = ${personId}`.execute(tx);
  for (const one of written) await forgetCount(tx, { sort: "address", sha256: sha256(one) });
  await dropFactors(tx, personId);
  // What a mail server said of an address may stand in a letter
  await sql`delete from platform.letter where person_id = ${personId}`.execute(tx);
  await forgetDevices(tx, [personId]);
  await sql`delete from platform.answered_request
    where person_id = ${personId} or answer::text like any(${written.map(containing)}::text[])`.execute(tx);
  // Documents that have been made may name whoever was responsible, in a form that can't be searched: they are made anew
  await sql`delete from platform.made_document`.execute(tx);
}

/** A pattern for what holds a text, as JSON writes it. */
export const containing = (text: string): string =>
  `%${JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

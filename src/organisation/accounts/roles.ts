import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Role } from "../rules/organisation.ts";
import { postsOn } from "../rules/organisation.ts";
import { people } from "../store.ts";

type RoleTable = { "organisation.second_factor_role": { municipality_id: string; role: Role } };
const tables = (tx: Tx) => tx.withTables<RoleTable>();

/** The roles whose accounts must have a second factor, as the municipality has set it. */
export async function secondFactorRoles(tx: Tx): Promise<Role[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.second_factor_role")
    .select("role")
    .orderBy("role")
    .execute();
  return rows.map(({ role }) => role);
}

export async function storeFactorRoles(
  tx: Tx,
  municipality_id: string,
  roles: readonly Role[],
): Promise<void> {
  const before = await secondFactorRoles(tx);
  const gone = before.filter((role) => !roles.includes(role));
  const come = roles.filter((role) => !before.includes(role));
  if (gone.length > 0)
    await tables(tx).deleteFrom("organisation.second_factor_role").where("role", "in", gone).execute();
  if (come.length > 0)
    await tables(tx)
      .insertInto("organisation.second_factor_role")
      .values(come.map((role) => ({ municipality_id, role })))
      .execute();
}

/** Whether one of a person's posts of a day must have a second factor. */
export async function mustHaveFactor(tx: Tx, personId: string, day: Day): Promise<boolean> {
  const roles = await secondFactorRoles(tx);
  const [person] = await people(tx, personId);
  return person !== undefined && postsOn(person, day).some(({ role }) => roles.includes(role));
}

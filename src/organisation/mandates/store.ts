import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Mandate } from "../rules/mandate.ts";
import { mandateRow, type OrganisationTables } from "../store.ts";

const tables = (tx: Tx) => tx.withTables<OrganisationTables>();

/** One change of a municipality's mandates at a time, until the transaction ends: what is held against the others is as they are. */
export const lockMandates = (tx: Tx, municipality: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} mandates`}, 0))`.execute(tx);

export const storeMandate = (tx: Tx, municipality: string, mandate: Mandate) =>
  tables(tx).insertInto("organisation.mandate").values(mandateRow(municipality, mandate)).execute();

export const setLastDay = (tx: Tx, id: string, lastDay: Day) =>
  tables(tx)
    .updateTable("organisation.mandate")
    .set({ valid_to: lastDay })
    .where("mandate_id", "=", id)
    .execute();

/** Takes away a row that never came to be in force; the change log has it. */
export const removeMandate = (tx: Tx, id: string) =>
  tables(tx).deleteFrom("organisation.mandate").where("mandate_id", "=", id).execute();

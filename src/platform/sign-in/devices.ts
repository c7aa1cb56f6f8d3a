import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";

/** A device that nobody has signed in on for so long is a stranger again. */
export const KNOWN_DAYS = 180;
const MAX_DEVICES = 20;

type DeviceTable = {
  "platform.known_device": {
    municipality_id: string;
    device_sha256: string;
    person_id: string;
    last_at: Date;
  };
};
const tables = (tx: Tx) => tx.withTables<DeviceTable>();

/** Whether a person has signed in on the device whose cookie this is. */
export async function isKnownDevice(tx: Tx, token: string, personId: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom("platform.known_device")
    .select("device_sha256")
    .where("device_sha256", "=", sha256(token))
    .where("person_id", "=", personId)
    .where("last_at", ">", sql<Date>`now() - make_interval(days => ${KNOWN_DAYS})`)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Remembers that a person has signed in on a device, and gives the token that its browser keeps: the one that it has, if it is
 * one of ours, or else a new one. The oldest of a person's devices is forgotten when they become too many.
 */
export async function rememberDevice(
  tx: Tx,
  municipality_id: string,
  personId: string,
  token: string | undefined,
): Promise<string> {
  const own =
    token !== undefined && (await isOurs(tx, token)) ? token : randomBytes(32).toString("base64url");
  await tables(tx)
    .insertInto("platform.known_device")
    .values({ municipality_id, device_sha256: sha256(own), person_id: personId, last_at: sql<Date>`now()` })
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "device_sha256", "person_id"])
        .doUpdateSet({ last_at: sql<Date>`now()` }),
    )
    .execute();
  await sql`delete from platform.known_device where person_id = ${personId} and device_sha256 in (
    select device_sha256 from platform.known_device where person_id = ${personId}
    order by last_at desc offset ${MAX_DEVICES})`.execute(tx);
  return own;
}

/** No device is known for a person any longer. */
export async function forgetDevices(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom("platform.known_device").where("person_id", "in", personIds).execute();
}

async function isOurs(tx: Tx, token: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom("platform.known_device")
    .select("device_sha256")
    .where("device_sha256", "=", sha256(token))
    .executeTakeFirst();
  return row !== undefined;
}

import { INSTALLATION } from "../kernel/installation.ts";
import {
  endFirstAddress,
  hasFirstAddress,
  makeFirstAddress,
  storedMunicipalities,
} from "../organisation/installation/store.ts";
import type { Door } from "../platform/database/door.ts";

const BY_START = { municipality: INSTALLATION, personId: "installation", requestId: "start" };

/**
 * Where there is no municipality, a start makes the one-time address at which the first is set up; one that an earlier start, or a
 * command, made ends. Gives what it ends with; undefined where there is a municipality.
 */
export async function firstAddressToken(door: Door): Promise<string | undefined> {
  if ((await storedMunicipalities(door)).length === 0)
    return door.write(BY_START, "Engångsadressen görs", (tx) => makeFirstAddress(tx, INSTALLATION));
  if (await door.read(INSTALLATION, hasFirstAddress))
    await door.write(BY_START, "Engångsadressen upphör", (tx) => endFirstAddress(tx, INSTALLATION));
  return undefined;
}

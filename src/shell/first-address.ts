import { INSTALLATION } from "../kernel/installation.ts";
import type { FirstFor } from "../organisation/installation/rules/first-address.ts";
import {
  endFirstAddress,
  hasAccount,
  hasFirstAddress,
  makeFirstAddress,
  storedMunicipalities,
} from "../organisation/installation/store.ts";
import type { Door } from "../platform/database/door.ts";

const BY_START = { municipality: INSTALLATION, personId: "installation", requestId: "start" };

/** The one-time address that a start has made: what it ends with, and what it opens. */
export interface First {
  readonly token: string;
  readonly what: Exclude<FirstFor, "system-manager">;
}

/**
 * Where there is no municipality, a start makes the one-time address at which the first is set up; where there is one of its own and
 * nobody runs the installation yet, that of the operator's account. One that an earlier start, or a command, made ends. Undefined where
 * all that is there is the sample, or an operator has an account.
 */
export async function firstAddressToken(door: Door): Promise<First | undefined> {
  const all = await storedMunicipalities(door);
  const begun = all.length > 0;
  const runs = await door.read(INSTALLATION, hasAccount);
  if (!begun || (!runs && all.some(({ sample }) => !sample))) {
    const token = await door.write(BY_START, "Engångsadressen görs", (tx) =>
      makeFirstAddress(tx, INSTALLATION),
    );
    return { token, what: begun ? "operator" : "municipality" };
  }
  if (await door.read(INSTALLATION, hasFirstAddress))
    await door.write(BY_START, "Engångsadressen upphör", (tx) => endFirstAddress(tx, INSTALLATION));
  return undefined;
}

import type { Door, Tx } from "../database/door.ts";
import { resealSecrets } from "./providers.ts";
import type { Seal } from "./seal.ts";
import type { Resealed } from "./sealed-anew.ts";
import { resealTotp } from "./totp-store.ts";

const BY_START = { personId: "installation", requestId: "start" };

/**
 * At a start: what is sealed by an older key, or lay open in the database before it was sealed, is sealed by the newest. Afterwards the older
 * key can be taken away. Gives what no key opens, which its owners have to set up anew.
 */
export async function resealAll(
  door: Door,
  municipalities: readonly string[],
  seal: Seal,
): Promise<Resealed> {
  const all = { closed: 0, lost: 0 };
  for (const municipality of municipalities) {
    const work = async (tx: Tx) => [
      await resealTotp(tx, municipality, seal),
      await resealSecrets(tx, municipality, seal),
    ];
    for (const { closed, lost } of await door.write(
      { municipality, ...BY_START },
      "Det förseglade förseglas med den nya nyckeln",
      work,
    )) {
      all.closed += closed;
      all.lost += lost;
    }
  }
  return all;
}

import { noteEarlierThings } from "../decisions/facts/carried-on.ts";
import { hasCarriedOn } from "../decisions/store/carried-on.ts";
import { latestHeadsOfAll } from "../decisions/store/versions.ts";
import { type Day, LAST_DAY } from "../kernel/day.ts";
import { storedMunicipalities } from "../organisation/installation/store.ts";
import { machineClock, municipalDay } from "../platform/clock.ts";
import type { Door } from "../platform/database/door.ts";
import type { House } from "./chapters.ts";

const WRITER = { personId: "installation", requestId: "carried-on" };
/** Later than any decision: what is noted is all that is stored. */

/**
 * Notes which things of different years are one where that was stored before it was noted: once a municipality, in one
 * transaction, by the rule; those that have an id of that time are for a person to go through. Gives the municipalities for
 * which it was done. `on`: the day that the rule says it; each municipality's own where none is given.
 * `open`: whether a sample has a day of its own, since it is open.
 */
export async function noteThings(door: Door, house: House, on?: Day, open = true): Promise<string[]> {
  const done: string[] = [];
  for (const { code, sample, sampleDay } of await storedMunicipalities(door)) {
    const today = on ?? municipalDay({ open: open && sample, sampleDay }, machineClock.now());
    if (await door.read(code, hasCarriedOn)) continue;
    const noted = await door.write(
      { municipality: code, ...WRITER },
      "Vad som är samma sak i olika år läggs upp",
      async (tx) => {
        for (const kind of house.kinds.all.filter(({ things }) => things)) {
          const heads = await latestHeadsOfAll(tx, { kind: kind.routes.kind.kind }, LAST_DAY);
          const matters = heads.map(({ matter }) => matter);
          await noteEarlierThings(tx, code, kind, matters, today);
        }
        return hasCarriedOn(tx);
      },
    );
    if (noted) done.push(code);
  }
  return done;
}

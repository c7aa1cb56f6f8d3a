import { decisionNumbers } from "../decisions/store/chain.ts";
import { forgetThread, hasThread, keepThread } from "../decisions/thread/store/keep.ts";
import { allBodies } from "../organisation/store.ts";
import type { Door, Tx } from "../platform/database/door.ts";
import type { House } from "./chapters.ts";
import { decidedAs } from "./decided-as.ts";

const WRITER = { personId: "installation", requestId: "thread" };

/** What is registered outside matters, each chapter's in turn, as it stands in the red thread. */
export async function keepRegistered(tx: Tx, { chapters }: House, code: string): Promise<void> {
  const bodies = await allBodies(tx);
  for (const chapter of chapters)
    for (const kept of (await chapter.registered?.(tx)) ?? [])
      await keepThread(tx, code, chapter, { ...kept, bodies });
}

/** The thread of what was decided and registered before it was kept: once a municipality, its ties anew with its things; false where it was there. */
export async function keepNewThread(door: Door, house: House, code: string): Promise<boolean> {
  if (await door.read(code, hasThread)) return false;
  const decisions = await door.read(code, (tx) => decisionNumbers(tx));
  if (decisions.length === 0) return false;
  return door.write({ municipality: code, ...WRITER }, "Den röda tråden läggs upp", async (tx) => {
    await forgetThread(tx);
    const bodies = await allBodies(tx);
    for (const number of decisions) {
      const of = await decidedAs(tx, house, number);
      if (of?.chapter) await keepThread(tx, code, of.chapter, { ...of.stored, bodies });
    }
    await keepRegistered(tx, house, code);
    return true;
  });
}

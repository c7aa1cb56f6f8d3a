import { decisionNumbered, decisionsUntil } from "../decisions/store/chain.ts";
import { forgetThread, hasThread, keepThread } from "../decisions/thread/store/keep.ts";
import { day } from "../kernel/day.ts";
import { allBodies } from "../organisation/store.ts";
import type { Door, Tx } from "../platform/database/door.ts";
import type { House } from "./chapters.ts";

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
  const decisions = await door.read(code, (tx) => decisionsUntil(tx, {}, "9999-12-31"));
  if (decisions.length === 0) return false;
  return door.write({ municipality: code, ...WRITER }, "Den röda tråden läggs upp", async (tx) => {
    await forgetThread(tx);
    const bodies = await allBodies(tx);
    for (const { number, decidedOn } of decisions.reverse()) {
      const version = (await decisionNumbered(tx, number))?.version;
      const routes = version && house.kinds.find(version.matter.kind)?.routes;
      const chapter = house.chapters.find((one) => one.chapter === routes?.kind.chapter);
      if (!version || !routes || !chapter) continue;
      const { id, kind, body, year } = version.matter;
      const content = routes.read(version);
      await keepThread(tx, code, chapter, {
        source: id,
        kind,
        body,
        year,
        on: day(decidedOn),
        content,
        bodies,
      });
    }
    await keepRegistered(tx, house, code);
    return true;
  });
}

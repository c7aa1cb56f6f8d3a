import { soleOn } from "../../organisation/rules/sole.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Chapter, Kept } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Signal } from "./store.ts";
import { analysisThings, SIGNAL, signalThing } from "./thread.ts";

/** What of a signal that is noted the house keeps: it is in the thread at once, and hangs in what it is gathered into. */
export const signalsChapter: Chapter = { chapter: "goals", threadThings: async (of) => analysisThings(of) };

/** Signals as something that the house keeps something beside: they are for the executive, who watches the outside world. */
export async function keptSignals(tx: Tx): Promise<(signal: Signal) => Omit<Kept, "bodies">> {
  const bodies = await allBodies(tx);
  return (signal) => ({
    source: signalThing(signal.id),
    kind: SIGNAL,
    body: soleOn(bodies, "executive", signal.notedOn)?.id ?? "",
    year: null,
    on: signal.notedOn,
    content: signal,
  });
}

import { asTitle } from "../../decisions/rules/marked.ts";
import { keepBeside } from "../../decisions/store/search-rows.ts";
import { LAST_DAY, yearOf } from "../../kernel/day.ts";
import type { FoundBeside, KeptBeside } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { SIGNALS_PAGE } from "./kind.ts";
import { type Signal, signalsUntil } from "./store.ts";
import { SIGNAL, signalThing } from "./thread.ts";

/** Signals of the outside world are found by what was seen and where, by whoever has signed in. */
export const signalsFound: KeptBeside = {
  kind: SIGNAL,
  audience: "signed-in",
  all: async (tx) => (await signalsUntil(tx, LAST_DAY)).map(rowOf),
};

const rowOf = ({ id, text, seenAt, notedOn }: Omit<Signal, "goal" | "trend" | "notedBy">): FoundBeside => ({
  source: signalThing(id),
  // The outside world is no body's
  body: "",
  year: yearOf(notedOn),
  on: notedOn,
  rows: [
    {
      thing: signalThing(id),
      title: asTitle(text),
      text: [text, seenAt].join(" · "),
      href: SIGNALS_PAGE,
    },
  ],
});

/** Keeps one that has been noted, so that it is found. */
export const keepSignalFound = (tx: Tx, municipality: string, signal: Signal): Promise<void> =>
  keepBeside(tx, municipality, signalsFound, rowOf(signal));

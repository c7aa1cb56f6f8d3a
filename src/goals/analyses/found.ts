import { excerpt } from "../../decisions/rules/marked.ts";
import { keepBeside } from "../../decisions/store/search-rows.ts";
import type { Day } from "../../kernel/day.ts";
import { yearOf } from "../../kernel/day.ts";
import type { FoundBeside, KeptBeside } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { SIGNALS_PAGE } from "./kind.ts";
import { type Signal, signalsUntil } from "./store.ts";

const END_OF_TIME = "9999-12-31" as Day;
/** So much of what somebody has seen stands as its name. */
const TITLE = 120;

/** Signals of the outside world are found by what was seen and where, by whoever has signed in. */
export const signalsFound: KeptBeside = {
  kind: "signal",
  audience: "signed-in",
  all: async (tx) => (await signalsUntil(tx, END_OF_TIME)).map(rowOf),
};

const rowOf = ({ id, text, seenAt, notedOn }: Omit<Signal, "goal" | "trend" | "notedBy">): FoundBeside => ({
  source: `signal:${id}`,
  // The outside world is no body's
  body: "",
  year: yearOf(notedOn),
  on: notedOn,
  rows: [
    {
      thing: `signal:${id}`,
      title: excerpt(text, [], TITLE),
      text: [text, seenAt].join(" · "),
      href: SIGNALS_PAGE,
    },
  ],
});

/** Keeps one that has been noted, so that it is found. */
export const keepSignalFound = (tx: Tx, municipality: string, signal: Signal): Promise<void> =>
  keepBeside(tx, municipality, signalsFound, rowOf(signal));

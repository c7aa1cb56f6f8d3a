import type { Word } from "./text.ts";
import { isInfinitive, isTensed } from "./verbs.ts";

/** What binds two statements, or two words, on one level. */
export const BINDS = /^(?:och|samt|men|medan|plus)$/u;
const OPENS =
  /^(?:som|vilket|vilka|vilken|vars|där|när|då|eftersom|innan|tills|oavsett|ifall|hur|vad|vart|vem|att|om)$/u;
/** What may stand between "om" and its verb: "om" is else a preposition. */
const SUBJECT = /^(?:de|det|den|man|vi|hen|någon|barnet|eleven|du)$/u;

const STRIVES = /^(?:till|för|efter|mot)$/u;
const STRIVING = /^(?:bidra[r]?|medverka[r]?|verka[r]?|sträva[r]?|arbeta[r]?|jobba[r]?)$/u;

interface Clause {
  /** `relative`: som, där, hur …; `infinitive`: att göra; `that`: att något är. */
  readonly kind: "relative" | "infinitive" | "that";
  hasVerb: boolean;
  /** The latest word that binds, since when a new statement of the main clause may have begun. */
  bound: number | undefined;
}

/** Which words stand in a main clause; the others belong to one that hangs on a word in it. */
export function mainWords(words: readonly Word[]): boolean[] {
  const main: boolean[] = words.map(() => true);
  let clause: Clause | undefined;
  let mainHasVerb = false;
  let aim = false;
  for (const [i, word] of words.entries()) {
    const before = words[i - 1];
    if (!before || before.sentence !== word.sentence) {
      clause = undefined;
      mainHasVerb = false;
      aim = word.lower === "att";
    }
    // "Att öka … och att minska …": the wording is a list of aims
    if (
      word.lower === "att" &&
      (before?.sentence !== word.sentence || (aim && before && BINDS.test(before.lower)))
    ) {
      if (before && BINDS.test(before.lower)) main[i - 1] = true;
      clause = undefined;
      continue;
    }
    const opened = opens(words, i);
    if (opened && !(clause && !clause.hasVerb && opened.kind === "relative")) {
      clause = opened;
      main[i] = false;
      continue;
    }
    const finite = isTensed(word.lower);
    if (!clause) {
      mainHasVerb ||= finite;
      continue;
    }
    // "… för att minska A, samt utveckla B": the comma ends the aim
    if (
      clause.kind === "infinitive" &&
      BINDS.test(word.lower) &&
      word.gap.includes(",") &&
      isInfinitive(words[i + 1]?.lower ?? "")
    ) {
      clause = undefined;
      continue;
    }
    main[i] = false;
    if (BINDS.test(word.lower) || word.gap.includes(","))
      clause.bound = BINDS.test(word.lower) || finite ? i : (clause.bound ?? i);
    if (!finite) continue;
    const joined = before !== undefined && (BINDS.test(before.lower) || before.lower === "eller");
    if (clause.kind !== "infinitive" && !clause.hasVerb) clause.hasVerb = true;
    else if (joined && clause.kind !== "infinitive") clause.hasVerb = true;
    else if (clause.kind === "that" && mainHasVerb && clause.bound === undefined) clause.hasVerb = true;
    else {
      // The main clause goes on, from where a new subject may have begun
      const from = mainHasVerb && clause.bound !== undefined ? clause.bound : i;
      if (clause.kind === "that" && mainHasVerb && clause.bound === undefined) continue;
      for (let k = from; k <= i; k++) main[k] = true;
      clause = undefined;
      mainHasVerb = true;
    }
  }
  return main;
}

function opens(words: readonly Word[], i: number): Clause | undefined {
  const word = words[i] as Word;
  if (!OPENS.test(word.lower)) return undefined;
  const next = words[i + 1];
  if (!next || next.sentence !== word.sentence) return undefined;
  if (word.lower === "att") {
    // "fortsätter att minska" is one verb
    if (/^(?:fortsätt(?:er|a)|kommer|avser)$/u.test(words[i - 1]?.lower ?? "")) return undefined;
    // "bidra till att öka": what is striven for is what the wording says
    if (
      STRIVES.test(words[i - 1]?.lower ?? "") &&
      words.slice(Math.max(0, i - 6), i).some(({ lower }) => STRIVING.test(lower))
    )
      return undefined;
    const infinitive = words
      .slice(i + 1, i + 4)
      .some((w, at) => isInfinitive(w.lower) && (at === 0 || !isTensed(words[i + 1]?.lower ?? "")));
    const kind = infinitive && !tensedFirst(words, i + 1) ? "infinitive" : "that";
    return { kind, hasVerb: false, bound: undefined };
  }
  if (word.lower === "om" && !SUBJECT.test(next.lower)) return undefined;
  if (!tensedWithin(words, i + 1)) return undefined;
  return { kind: "relative", hasVerb: false, bound: undefined };
}

const tensedFirst = (words: readonly Word[], from: number): boolean => {
  for (const word of words.slice(from, from + 4)) {
    if (isTensed(word.lower) && !isInfinitive(word.lower)) return true;
    if (isInfinitive(word.lower)) return false;
  }
  return false;
};

/** "som arbetsgivare" opens no clause: no verb follows before the next thing begins. */
function tensedWithin(words: readonly Word[], from: number): boolean {
  const sentence = words[from]?.sentence;
  for (let i = from; i < words.length && i < from + 9; i++) {
    const word = words[i] as Word;
    if (word.sentence !== sentence) return false;
    if (i > from && word.gap.includes(",")) return false;
    if (isTensed(word.lower)) return true;
    if (i - from > 3 && BINDS.test(word.lower)) return false;
  }
  return false;
}

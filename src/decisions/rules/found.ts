import { isYear, MIN_AT_END, MIN_INSIDE } from "./search-words.ts";

/** Something that can be found by its words and gone to. */
export interface Findable {
  /** What it is: a page, a body, what a chapter has by a name of its own ("service", "account"), a decision, or a kind of matter's thing. */
  readonly sort: string;
  /** What it is the same as in other years: only the year nearest at hand is shown. */
  readonly same: string;
  readonly title: string;
  /** What it is called besides: a page in the other language. */
  readonly other?: string | undefined;
  readonly text: string;
  readonly body: string | null;
  readonly year: number | null;
  /** Of a body, and of what it has set out to do: what it runs that answers to the words, its services and units. */
  readonly runs: string;
  /** It has all the words, as what has found it knows: in another form, or in a text that is not here. */
  readonly answered?: true;
}

export interface Seeker {
  /** The body that one looks at: its things first among equals. */
  readonly own?: string | undefined;
  readonly year: number;
}

/** A word that is looked for: as it is written, and its root, where that is known ("skolornas", "skol"). */
export type Sought = readonly string[];

/** What counts beside the words themselves; what is not named counts 1. */
const SORT_WEIGHT: ReadonlyMap<string, number> = new Map([
  ["page", 4],
  ["body", 4],
  ["service", 4],
  ["body-goals", 3],
  // A matter as a whole: what it was decided as, and what stands in it, is nearer
  ["matter", 0],
  ["draft", 0],
  ["proposal", 0],
]);
const TITLE_WEIGHT = 5;
/** That a body runs what is looked for: such a body comes first of all, and its goals before what others' goals only mention. */
const RUNS_WEIGHT = { body: 26, other: 12 };

/**
 * What answers to all the words, best first: a beginning of the title before one of a word in it before the inside of one, and the title
 * before the text; then one's own body, then the year nearest at hand. The same thing of several years is there once.
 */
export function rankFound<F extends Findable>(
  all: readonly F[],
  words: readonly Sought[],
  seeker: Seeker,
): F[] {
  const weighed = all
    .map((one) => ({ one, weight: weightOf(one, words) }))
    .filter(({ weight }) => weight > 0)
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        Number(isOwn(b.one, seeker)) - Number(isOwn(a.one, seeker)) ||
        yearsAway(a.one, seeker) - yearsAway(b.one, seeker) ||
        a.one.title.localeCompare(b.one.title, "sv"),
    );
  const nearest = new Map<string, F>();
  for (const { one } of weighed) {
    const there = nearest.get(one.same);
    if (!there || yearsAway(one, seeker) < yearsAway(there, seeker)) nearest.set(one.same, one);
  }
  const shown = weighed.filter(({ one }) => nearest.get(one.same) === one).map(({ one }) => one);
  // A service and the line of an internal budget with its name are one to who looks
  const named = new Set<string>();
  return shown.filter(({ sort, title, body }) => {
    if (sort !== "service" && sort !== "line") return true;
    const name = `${body} ${title}`;
    return !named.has(name) && Boolean(named.add(name));
  });
}

const isOwn = (one: Findable, { own }: Seeker): boolean => own !== undefined && one.body === own;

/** A year that has come before one that is to come, the later the better; what has no year is at hand. */
function yearsAway({ year }: Findable, seeker: Seeker): number {
  if (year === null) return 0;
  return year <= seeker.year ? seeker.year - year : 1000 + year - seeker.year;
}

/** How well it answers to the words; 0: some word is not found. */
export function weightOf(one: Findable, words: readonly Sought[]): number {
  let sum = SORT_WEIGHT.get(one.sort) ?? 1;
  for (const sought of words) {
    const best = (text: string) => Math.max(...sought.map((word) => place(text, word)));
    const year = sought.find(isYear);
    const title = Math.max(best(one.title), best(one.other ?? ""));
    // A year is the thing's own, and not any day that its text happens to tell of
    const text = year ? (one.year === Number(year) ? 1 : 0) : one.answered ? 1 : best(one.text);
    const runs = sought.some((word) => answers(one.runs, word))
      ? RUNS_WEIGHT[one.sort === "body" ? "body" : "other"]
      : 0;
    const weight = Math.max(TITLE_WEIGHT * title, text) + runs;
    if (weight === 0) return 0;
    sum += weight * 10;
  }
  return sum;
}

/** Whether what a body runs is called so: "skola" answers to Grundskola, "el" neither to Elevhälsa nor to Hotell. */
export const answers = (name: string, word: string): boolean =>
  place(name, word) > 0 && (word.length >= MIN_INSIDE || partsOf(name).includes(word));

/**
 * 4: the text begins with just that word; 3: it begins with it; 2: a word does, or ends with it, as Swedish puts words together ("grundskola"); 1: it is inside one; 0: it is
 * not there.
 */
function place(text: string, word: string): number {
  const lower = text.toLocaleLowerCase("sv");
  const at = lower.indexOf(word);
  if (at < 0) return 0;
  const parts = partsOf(text);
  if (at === 0) return parts[0] === word ? 4 : 3;
  if (parts.some((part) => part.startsWith(word))) return 2;
  if (word.length >= MIN_AT_END && parts.some((part) => part.endsWith(word))) return 2;
  return word.length < MIN_INSIDE ? 0 : 1;
}

const partsOf = (text: string): string[] => text.toLocaleLowerCase("sv").split(/[\s,.–·:;/()"”-]+/);

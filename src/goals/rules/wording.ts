import { type Remark, remark } from "../../kernel/remark.ts";
import { activitiesIn } from "./wording/activity.ts";
import { mainWords } from "./wording/clauses.ts";
import { saysDirection } from "./wording/direction.ts";
import { meansIn } from "./wording/means.ts";
import { furtherGoals } from "./wording/several.ts";
import { type Span, wordsOf } from "./wording/text.ts";
import {
  type Read,
  tryApart,
  tryLevel,
  tryMeasured,
  tryResult,
  tryShort,
  tryWithout,
  tryYear,
} from "./wording/try.ts";
import { vagueIn } from "./wording/vague.ts";
import { namesTargetYear } from "./wording/year.ts";

const CITE = "§2.1";
const LONG_WORDING = 200;

/** What can be said of a wording (docs/wording.md): the code of the remark is `wording-<kind>`. */
export const WORDING_KINDS = [
  "activity",
  "vague",
  "no-direction",
  "no-year",
  "several",
  "means",
  "long",
] as const;
export type WordingKind = (typeof WORDING_KINDS)[number];

export interface WordingContext {
  readonly term: "short" | "long";
  /** The year by which the goal is to be met: what a suggestion names. */
  readonly year?: number;
}

/**
 * Reads a goal's wording as it is written and remarks on what makes it hard to steer by (V-5, V-6). It advises and never
 * stops anybody: each remark is at most a deviation. `params.text` is the words that it is about, `params.from` and
 * `params.to` their place in the wording, and `params.try` another way to write it, with the person's own words in Swedish.
 */
export function wordingRemarks(wording: string, { term, year }: WordingContext): Remark[] {
  const text = wording.trim();
  if (text === "") return [];
  const words = wordsOf(wording);
  const read: Read = { text: wording, words, main: mainWords(words), year };
  const found: Remark[] = [];
  const each = (spans: readonly Span[], code: string, tried: (span: Span) => string) => {
    for (const span of spans)
      found.push(remark("info", code, CITE, { ...placed(wording, span), try: tried(span) }));
  };
  const activities = activitiesIn(wording, words, read.main);
  const further = furtherGoals(wording, words, read.main);
  const whole = { from: wording.indexOf(text), to: wording.indexOf(text) + text.length };
  each(activities, "wording-activity", (span) => tryResult(read, span));
  const means = activities.length === 0 ? meansIn(wording, words) : [];
  // The goal does not hang on what stands in its means
  const vague = vagueIn(wording, words).filter(
    (span) => !means.some((one) => one.from <= span.from && span.to <= one.to),
  );
  each(vague, "wording-vague", (span) => tryMeasured(read, span, activities[0]));
  each(further, "wording-several", () => tryApart(read, further));
  each(means, "wording-means", (span) => tryWithout(read, span));
  if (!saysDirection(wording, words, read.main))
    each([whole], "wording-no-direction", () =>
      activities[0] ? tryResult(read, activities[0]) : tryLevel(read),
    );
  if (term === "long" && !namesTargetYear(wording))
    found.push(
      remark("deviation", "wording-no-year", CITE, { ...placed(wording, whole), try: tryYear(read) }),
    );
  if (text.length > LONG_WORDING) {
    const params = { ...placed(wording, whole), try: tryShort(read), max: LONG_WORDING, length: text.length };
    found.push(remark("info", "wording-long", CITE, params));
  }
  return found;
}

const placed = (wording: string, { from, to }: Span) => ({ text: wording.slice(from, to), from, to });

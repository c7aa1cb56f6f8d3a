import { type Remark, remark } from "../../kernel/remark.ts";
import { activitiesIn } from "./wording/activity.ts";
import { mainWords } from "./wording/clauses.ts";
import { saysDirection } from "./wording/direction.ts";
import { meansIn } from "./wording/means.ts";
import { furtherGoals } from "./wording/several.ts";
import { type Span, wordsOf } from "./wording/text.ts";
import { vagueIn } from "./wording/vague.ts";
import { namesTargetYear } from "./wording/year.ts";

const CITE = "§2.1";
const LONG_WORDING = 200;

export interface WordingContext {
  readonly term: "short" | "long";
}

/**
 * Reads a goal's wording as it is written and remarks on what makes it hard to steer by (V-5, V-6). It advises and never
 * stops anybody: each remark is at most a deviation. `params.from` and `params.to` give the place in the text.
 */
export function wordingRemarks(wording: string, { term }: WordingContext): Remark[] {
  const text = wording.trim();
  if (text === "") return [];
  const found: Remark[] = [];
  const words = wordsOf(wording);
  const main = mainWords(words);
  const each = (spans: readonly Span[], code: string) => {
    for (const { from, to } of spans)
      found.push(remark("info", code, CITE, { text: wording.slice(from, to), from, to }));
  };
  const activities = activitiesIn(wording, words, main);
  each(activities, "wording-activity");
  each(vagueIn(wording, words), "wording-vague");
  each(furtherGoals(wording, words, main), "wording-several");
  if (activities.length === 0) each(meansIn(wording), "wording-means");
  if (!saysDirection(wording, words, main)) found.push(remark("info", "wording-no-direction", CITE));
  if (term === "long" && !namesTargetYear(wording)) found.push(remark("deviation", "wording-no-year", CITE));
  if (text.length > LONG_WORDING)
    found.push(remark("info", "wording-long", CITE, { max: LONG_WORDING, length: text.length }));
  return found;
}

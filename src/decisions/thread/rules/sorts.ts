/**
 * What stands in the red thread (model §2.1, V-9), in the order in which it is listed under the same thing: what one wants, what is done,
 * what it costs, what can go wrong, what is known, what has been learnt.
 */
export const THREAD_SORTS = [
  "vision",
  "strategic-goal",
  "body-goal",
  "body",
  "indicator",
  "assignment",
  "action",
  "allocation",
  "budget-line",
  "law",
  "risk",
  "control",
  "measure",
  "fact",
  "need",
  "trend",
  "signal",
  "lesson",
  "document",
  "matter",
] as const;
export type ThreadSort = (typeof THREAD_SORTS)[number];

/** How one thing hangs in another: from the lower to the one nearer to the vision. */
export const TIE_SORTS = [
  "derived-from",
  "contributes-to",
  "answers-for",
  "measures",
  "serves",
  "part-of",
  "given-to",
  "threatens",
  "concerns",
  "controls",
  "mends",
  "grounds",
  "taken-into",
  "learnt-from",
  "governed-by",
  "decided-by",
  "follows-up",
] as const;
export type TieSort = (typeof TIE_SORTS)[number];

/** What is of the whole group: it stands in the thread of every body. */
export const OF_THE_WHOLE: readonly ThreadSort[] = [
  "vision",
  "strategic-goal",
  "law",
  "document",
  "trend",
  "signal",
];

/** What stands until the next is decided: of a year it is the latest of that year or an earlier one. */
export const STANDING: readonly ThreadSort[] = ["vision", "strategic-goal"];

const BODY = "body:";
/** A body as a thing in the thread: all that is its own leads through it to its goals. */
export const bodyThing = (id: string): string => `${BODY}${id}`;
export const bodyOfThing = (thing: string): string | undefined =>
  thing.startsWith(BODY) ? thing.slice(BODY.length) : undefined;

/** Something that can be gone to. */
export interface Target {
  readonly kind: "page" | "body" | "goal" | "decision" | "document";
  readonly title: string;
  /** What tells it from others of the same name: a body, a year. */
  readonly where: string;
  readonly href: string;
}

const MAX_FOUND = 20;

/**
 * What answers to the words written, best first: every word must be found, at the beginning of a word counts more than
 * inside one, the title more than where it is, and pages and bodies come before what is many.
 */
export function find(targets: readonly Target[], written: string): Target[] {
  const words = written.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
  if (words.length === 0) return targets.filter((target) => target.kind === "page").slice(0, MAX_FOUND);
  return targets
    .map((target) => ({ target, weight: weigh(target, words) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.target.title.localeCompare(b.target.title, "sv"))
    .slice(0, MAX_FOUND)
    .map(({ target }) => target);
}

const KIND_WEIGHT: Record<Target["kind"], number> = { page: 3, body: 3, goal: 2, document: 1, decision: 1 };

function weigh(target: Target, words: readonly string[]): number {
  const title = target.title.toLocaleLowerCase("sv");
  const where = target.where.toLocaleLowerCase("sv");
  let sum = KIND_WEIGHT[target.kind];
  for (const word of words) {
    const weight = Math.max(4 * place(title, word), place(where, word));
    if (weight === 0) return 0;
    sum += weight * 10;
  }
  return sum;
}

/** 3: the text begins with it; 2: a word does; 1: it is inside; 0: not there. */
function place(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return 3;
  return text.split(/[\s,–:/()-]+/).some((part) => part.startsWith(word)) ? 2 : 1;
}

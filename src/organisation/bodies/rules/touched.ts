import type { Placed } from "./chart.ts";

export type Mark = "new" | "renamed" | "moved" | "ends";

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly mark: Mark | undefined;
}

/** The part of an organisation that a reorganisation touches, before and after it, with what stands above each: the rest is as it was. */
export function touchedTree(
  before: readonly Placed[],
  after: readonly Placed[],
): { before: Line[]; after: Line[] } {
  const was = new Map(before.map((body) => [body.id, body]));
  const is = new Map(after.map((body) => [body.id, body]));
  const marks = new Map<string, Mark>();
  for (const { id, name, parent } of after) {
    const earlier = was.get(id);
    if (!earlier) marks.set(id, "new");
    else if (earlier.parent !== parent) marks.set(id, "moved");
    else if (earlier.name !== name) marks.set(id, "renamed");
  }
  for (const { id } of before) if (!is.has(id)) marks.set(id, "ends");
  return { before: lines(before, was, marks, ["new", "renamed"]), after: lines(after, is, marks, ["ends"]) };
}

/** `unmarked`: what is not said on that side. */
function lines(
  bodies: readonly Placed[],
  byId: ReadonlyMap<string, Placed>,
  marks: ReadonlyMap<string, Mark>,
  unmarked: readonly Mark[],
): Line[] {
  const kept = new Set<string>();
  for (const { id } of bodies) {
    if (!marks.has(id)) continue;
    let next: string | null = id;
    while (next !== null && !kept.has(next)) {
      kept.add(next);
      next = byId.get(next)?.parent ?? null;
    }
  }
  const under = Map.groupBy(
    bodies.filter(({ id }) => kept.has(id)),
    ({ parent }) => (parent !== null && byId.has(parent) ? parent : null),
  );
  const from = (parent: string | null, level: number): Line[] =>
    (under.get(parent) ?? []).flatMap(({ id, name }) => {
      const mark = marks.get(id);
      return [
        { id, name, level, mark: mark && !unmarked.includes(mark) ? mark : undefined },
        ...from(id, level + 1),
      ];
    });
  return from(null, 0);
}

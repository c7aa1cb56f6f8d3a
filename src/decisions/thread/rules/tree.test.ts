import fc from "fast-check";
import { expect, test } from "vitest";
import { threadLayout } from "./layout.ts";
import { ORPHAN_RULES, ORPHAN_SORTS } from "./orphans.ts";
import { STANDING, THREAD_SORTS } from "./sorts.ts";
import {
  type Hanging,
  joined,
  keyAbove,
  levelsOf,
  openAtFirst,
  rowOf,
  type TreeThing,
  treeRows,
} from "./tree.ts";

/** Threads of any shape: what is later hangs in what is earlier, in as many as it likes. */
const threads = fc
  .array(
    fc.record({
      what: fc.constantFrom(...THREAD_SORTS),
      in: fc.array(fc.nat(20), { maxLength: 3 }),
      more: fc.nat(3),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all): Hanging<TreeThing> => {
    const ties = all.flatMap((one, i) =>
      i === 0 ? [] : one.in.map((to) => ({ from: `t${i}`, to: `t${to % i}` })),
    );
    const things = all.map(({ what, more }, i) => {
      const known = new Set(ties.filter(({ to }) => to === `t${i}`).map(({ from }) => from)).size;
      return { thing: `t${i}`, what, name: `Sak ${i}`, bodyName: "", below: known + more };
    });
    return { things, ties };
  });
const all = () => true;

test("V-9: with everything open each thing is in the tree, under each that it hangs in and no other", () => {
  fc.assert(
    fc.property(threads, (part) => {
      const rows = treeRows(part, all).filter(({ more }) => more === undefined);
      expect(new Set(rows.map(({ thing }) => thing.thing))).toEqual(
        new Set(part.things.map(({ thing }) => thing)),
      );
      const under = new Map<string, Set<string>>();
      for (const { key, thing } of rows) {
        const above = keyAbove(key)?.split("\n").at(-1);
        if (above !== undefined) under.set(thing.thing, (under.get(thing.thing) ?? new Set()).add(above));
      }
      for (const { thing } of part.things) {
        const hangsIn = new Set(part.ties.filter(({ from }) => from === thing).map(({ to }) => to));
        expect(under.get(thing) ?? new Set()).toEqual(hangsIn);
      }
    }),
  );
});

test("V-9: the rows say their place as a tree is heard: level, place among those beside it, how many these are", () => {
  fc.assert(
    fc.property(threads, fc.func(fc.boolean()), (part, isOpen) => {
      const rows = treeRows(part, isOpen);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      const seen = new Map<string | undefined, number>();
      for (const [i, row] of rows.entries()) {
        const above = keyAbove(row.key);
        expect(row.level).toBe(row.key.split("\n").length);
        if (above !== undefined)
          expect(rows.slice(0, i).some(({ key, open }) => key === above && open)).toBe(true);
        seen.set(above, (seen.get(above) ?? 0) + 1);
        expect(row.position).toBe(seen.get(above));
      }
      for (const row of rows) expect(row.size).toBe(seen.get(keyAbove(row.key)));
    }),
  );
});

test("V-9: what has not been fetched is told by how many it is, in the place where it would stand", () => {
  fc.assert(
    fc.property(threads, (part) => {
      const rows = treeRows(part, all);
      for (const { thing, below } of part.things) {
        const known = new Set(part.ties.filter(({ to }) => to === thing).map(({ from }) => from)).size;
        const told = rows.filter((row) => row.more !== undefined && row.thing.thing === thing);
        for (const row of told) expect(row.more).toBe(below - known);
        expect(told.length > 0).toBe(below > known);
      }
    }),
  );
});

test("V-9: the way from the top to what is asked for is open, so that its row is seen", () => {
  fc.assert(
    fc.property(threads, fc.nat(13), (part, at) => {
      const here = part.things[at % part.things.length]?.thing as string;
      const open = openAtFirst(part, here);
      const rows = treeRows(part, (key) => open.has(key));
      expect(rowOf(rows, here)?.thing.thing).toBe(here);
    }),
  );
});

test("V-9: the way that is open first goes by the body's own goal, not by one that it only contributes to", () => {
  const thing = (id: string, what: TreeThing["what"], bodyName: string): TreeThing => ({
    thing: id,
    what,
    name: id,
    bodyName,
    below: 1,
  });
  const part = {
    things: [
      thing("vision", "vision", "Kommunfullmäktige"),
      thing("another", "body-goal", "Bildningsnämnden"),
      thing("own", "body-goal", "Socialnämnden"),
      thing("body", "body", "Socialnämnden"),
      thing("law", "law", "Socialnämnden"),
      thing("risk", "risk", "Socialnämnden"),
    ],
    ties: [
      { from: "another", to: "vision" },
      { from: "own", to: "vision" },
      { from: "body", to: "another" },
      { from: "body", to: "own" },
      { from: "risk", to: "law" },
      { from: "risk", to: "body" },
    ],
  };
  expect([...openAtFirst(part, "risk")].at(-1)).toBe(["vision", "own", "body", "risk"].join("\n"));
});

test("V-9: a thread that goes round ends all the same", () => {
  const thing = (id: string): TreeThing => ({ thing: id, what: "action", name: id, bodyName: "", below: 1 });
  const round = {
    things: [thing("top"), thing("a"), thing("b")],
    ties: [
      { from: "a", to: "top" },
      { from: "b", to: "a" },
      { from: "a", to: "b" },
    ],
  };
  expect(treeRows(round, all).length).toBeLessThan(10);
  expect(levelsOf(round).get("b")).toBe(2);
});

test("V-9: in the picture each line goes from left to right, and no card lies on another", () => {
  fc.assert(
    fc.property(threads, fc.integer({ min: 300, max: 2000 }), (part, width) => {
      const levels = levelsOf(part);
      const nodes = part.things.map(({ thing, what }) => ({
        id: thing,
        kind: what,
        level: levels.get(thing) ?? 0,
        parents: part.ties.filter(({ from }) => from === thing).map(({ to }) => to),
      }));
      const placed = threadLayout(nodes, width);
      const byId = new Map(placed.nodes.map((one) => [one.node.id, one]));
      expect(placed.nodes).toHaveLength(part.things.length);
      for (const { from, to } of placed.links)
        expect((byId.get(from)?.x ?? 0) + (byId.get(from)?.width ?? 0)).toBeLessThanOrEqual(
          byId.get(to)?.x ?? 0,
        );
      for (const [i, one] of placed.nodes.entries())
        for (const other of placed.nodes.slice(i + 1))
          expect(one.x !== other.x || one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(
            true,
          );
    }),
  );
});

test("V-9: more that is fetched is put to what is known, each thing and tie once", () => {
  fc.assert(
    fc.property(threads, (part) => {
      const twice = joined([part, part]);
      expect(twice.things).toHaveLength(part.things.length);
      expect(treeRows(twice, all)).toEqual(treeRows(part, all));
    }),
  );
});

test("V-9: each rule of orphans is of a sort that is in the thread, and asks for another", () => {
  for (const sort of ORPHAN_SORTS) {
    const { what, of, matter, year } = ORPHAN_RULES[sort];
    expect(THREAD_SORTS).toContain(what);
    expect(of.length).toBeGreaterThan(0);
    if (matter !== undefined) expect(of).toContain("matter");
    if (year === "looked-at") expect(STANDING).toContain(what);
  }
});

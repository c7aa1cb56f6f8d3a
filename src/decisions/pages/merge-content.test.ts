import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeContent, takeTheirs } from "./merge-content.ts";

const goal = (id: string, grounds: string) => ({ goal: id, judgement: "met", grounds });
const base = { effect: "Fler läser", staff: { text: "" }, goals: [goal("a", ""), goal("b", "")] };

describe("U-6: what two people write at the same time is brought together", () => {
  test("changes in different places are both kept", () => {
    const mine = { ...base, goals: [goal("a", "Provresultat"), goal("b", "")] };
    const theirs = { ...base, staff: { text: "Stabilt" }, goals: [goal("a", ""), goal("b", "Enkät")] };
    expect(mergeContent(base, mine, theirs)).toEqual({
      content: {
        ...base,
        staff: { text: "Stabilt" },
        goals: [goal("a", "Provresultat"), goal("b", "Enkät")],
      },
      clashes: [],
    });
  });

  test("the same place: mine stays, and the place is named with both texts", () => {
    const mine = { ...base, goals: [goal("a", "Min"), goal("b", "")] };
    const theirs = { ...base, goals: [goal("a", "Din"), goal("b", "")] };
    const { content, clashes } = mergeContent(base, mine, theirs);
    expect(content).toEqual(mine);
    expect(clashes).toEqual([{ path: ["goals", "a", "grounds"], mine: "Min", theirs: "Din" }]);
    expect(takeTheirs(content, clashes[0] as (typeof clashes)[0])).toEqual(theirs);
  });

  test("what one takes away stays away, unless the other has written in it", () => {
    const without = { ...base, goals: [goal("b", "")] };
    expect(mergeContent(base, without, { ...base, effect: "Ny" }).content).toEqual({
      ...without,
      effect: "Ny",
    });
    const written = { ...base, goals: [goal("a", "Skrivet"), goal("b", "")] };
    const struck = mergeContent(base, without, written);
    expect(struck.clashes).toEqual([{ path: ["goals", "a"], mine: undefined, theirs: goal("a", "Skrivet") }]);
    expect(takeTheirs(struck.content, struck.clashes[0] as (typeof struck.clashes)[0]).goals).toEqual([
      goal("b", ""),
      goal("a", "Skrivet"),
    ]);
    const kept = mergeContent(base, written, without);
    expect(kept.content).toEqual(written);
    expect(takeTheirs(kept.content, kept.clashes[0] as (typeof kept.clashes)[0])).toEqual(without);
  });

  test("things that both add are both there, and moving things about is kept", () => {
    const mine = { ...base, goals: [goal("b", ""), goal("a", ""), goal("c", "")] };
    const theirs = { ...base, goals: [goal("a", ""), goal("b", ""), goal("d", "")] };
    expect(mergeContent(base, mine, theirs).content.goals.map((g) => g.goal)).toEqual(["b", "a", "c", "d"]);
    expect(mergeContent(base, theirs, mine).content.goals.map((g) => g.goal)).toEqual(["b", "a", "c", "d"]);
  });

  test("what the server fills in while I write on does not disturb me", () => {
    const sent = { risks: [{ id: "r1", text: "El" }] };
    const mine = { risks: [{ id: "r1", text: "Elavbrott" }] };
    const answer = { risks: [{ id: "r1", text: "El", value: 9 }] };
    expect(mergeContent<object>(sent, mine, answer)).toEqual({
      content: { risks: [{ id: "r1", text: "Elavbrott", value: 9 }] },
      clashes: [],
    });
  });
});

const anyContent = fc.record({
  text: fc.constantFrom("", "a", "b"),
  tags: fc.array(fc.constantFrom("x", "y"), { maxLength: 2 }),
  things: fc.uniqueArray(
    fc.record({ id: fc.constantFrom("1", "2", "3"), n: fc.integer({ min: 0, max: 2 }) }),
    { selector: (thing) => thing.id },
  ),
});

test("U-6: nobody's change is lost when only one has written, and taking all of theirs gives their places", () => {
  fc.assert(
    fc.property(anyContent, anyContent, (was, changed) => {
      expect(mergeContent(was, changed, was)).toEqual({ content: changed, clashes: [] });
      expect(mergeContent(was, was, changed)).toEqual({ content: changed, clashes: [] });
    }),
  );
  fc.assert(
    fc.property(anyContent, anyContent, anyContent, (was, mine, theirs) => {
      const { content, clashes } = mergeContent(was, mine, theirs);
      const settled = clashes.reduce(takeTheirs, content);
      for (const thing of theirs.things) {
        const before = was.things.find((t) => t.id === thing.id);
        const changedByThem = JSON.stringify(before) !== JSON.stringify(thing);
        if (changedByThem) expect(settled.things).toContainEqual(thing);
      }
      if (theirs.text !== was.text) expect(settled.text).toBe(theirs.text);
    }),
  );
});

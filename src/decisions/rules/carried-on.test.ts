import { expect, test } from "vitest";
import { lastingId } from "../../kernel/plain-id.ts";
import { type Namesake, placeOfThing, standingOf, type Thing } from "./carried-on.ts";

const goal = (id: string, name: string, ...measuredBy: string[]): Thing => ({
  ids: [id],
  name,
  measuredBy,
  at: "goals.0",
});
const in2029 = (thing: Thing, more: Partial<Namesake> = {}): Namesake => ({
  year: 2029,
  series: "body-goals:x:2028/mal-1",
  thing,
  next: true,
  ...more,
});
const SAME = { is: "carried", series: "body-goals:x:2028/mal-1" };

test("V-6: an old id is the same goal where the year before words it alike or measures it by the same", () => {
  const now = goal("mal-1", "Fler läser bra 2030.", "Elever som når kravnivån");
  expect(standingOf(now, [], 2030)).toEqual({ is: "new" });
  expect(standingOf(now, [in2029(goal("mal-1", "fler läser  bra 2030. "))], 2030)).toEqual(SAME);
  expect(standingOf(now, [in2029(goal("mal-1", "Läsning 2029", "elever som når kravnivån"))], 2030)).toEqual(
    SAME,
  );
  const another = in2029(goal("mal-1", "Färre är sjuka.", "Sjukfrånvaro"));
  expect(standingOf(now, [another], 2030)).toEqual({ is: "another", before: another });
});

test("V-6: an old id that was not in use the year before is another's, whatever it says", () => {
  const now = goal("mal-1", "Fler läser bra.");
  expect(standingOf(now, [in2029(goal("mal-1", "Fler läser bra."), { next: false })], 2030).is).toBe(
    "another",
  );
});

test("V-6: no wording is the same as no wording of nothing", () => {
  expect(standingOf(goal("mal-1", ""), [in2029(goal("mal-1", " "))], 2030).is).toBe("another");
});

test("V-6: an id that never comes again is the same thing, however it is worded and whenever", () => {
  const id = lastingId("mal");
  const before = in2029(goal(id, "Ett"), { next: false, thing: undefined });
  expect(standingOf(goal(id, "Ett annat"), [before], 2033)).toEqual(SAME);
  expect(standingOf(goal(id, "Ett annat"), [before], 2027)).toEqual(SAME);
});

test("A-14: a thing's place is read from its name", () => {
  expect(placeOfThing("body-goals:socialnamnden:2029/mal-1/matt-1")).toEqual({
    matter: "body-goals:socialnamnden:2029",
    kind: "body-goals",
    body: "socialnamnden",
    year: 2029,
    ids: ["mal-1", "matt-1"],
  });
  expect(placeOfThing("body-goals:socialnamnden:2029")).toBeUndefined();
});

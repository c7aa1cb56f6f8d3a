import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOf } from "../../../kernel/sum.ts";
import { defaultAssumptions } from "./default-assumptions.ts";
import { AGES } from "./population.ts";
import { ageEvents, project } from "./projection.ts";

const START = 2025;

test("E-3, E-8: an age's people are those who came to it, less the dead and the moved, and all ages are the year's events", () => {
  const counts = fc.array(fc.nat(60), { minLength: AGES, maxLength: AGES });
  fc.assert(
    fc.property(counts, counts, fc.nat(40), (women, men, dwellings) => {
      const people = women.map((n, age) => n + (men[age] as number));
      const start = { year: START, people, women };
      const given = { ...defaultAssumptions(undefined), housing: [{ year: START + 2, dwellings }] };
      const years = project(start, START + 2, given);
      const [before, now] = years;
      if (!before || !now) throw new Error("no years");
      const events = now.people.map((_, age) => ageEvents(start, given, { year: now.year, age }));
      for (const [age, event] of events.entries()) {
        if (!event) throw new Error(`no events at ${age}`);
        expect(event.people).toBe(now.people[age]);
        expect(event.came).toBe(
          age === 0
            ? now.births
            : (before.people[age - 1] as number) + (age === AGES - 1 ? (before.people[age] as number) : 0),
        );
      }
      const sum = (of: "deaths" | "movedOut" | "movedIn" | "intoNew") =>
        sumOf(events.map((event) => event?.[of] ?? 0));
      expect([sum("deaths"), sum("movedOut"), sum("intoNew")]).toEqual([
        now.deaths,
        now.movedOut,
        now.intoNew,
      ]);
      expect(sum("movedIn") + sum("intoNew")).toBe(now.movedIn);
    }),
    { numRuns: 20 },
  );
});

test("E-8: a year that is not projected has no events", () => {
  const people = Array.from({ length: AGES }, () => 10);
  const start = { year: START, people, women: people };
  expect(ageEvents(start, defaultAssumptions(undefined), { year: START, age: 7 })).toBeUndefined();
});

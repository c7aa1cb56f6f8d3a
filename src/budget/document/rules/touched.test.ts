import { expect, test } from "vitest";
import { bodiesTouched, goalsTouched } from "./touched.ts";

const moved = (body: string) => ({ body, fromTkr: 0, toTkr: 0, differenceTkr: 1 });
// biome-ignore lint/suspicious/noExplicitAny: whose it is is all that is read of a reason
const reason = (body: string): any => ({ body });
const goal = (body: string, year: number, decision: number | null, id = "a") => ({
  body,
  year,
  decision,
  id,
});

test("§1.2: a proposal touches the bodies that get more or less of something else than prices", () => {
  const bodies = ["skola", "vård", "bygg"].map(moved);
  expect(bodiesTouched({ bodies, rises: [reason("vård")], cuts: [reason("skola"), reason("vård")] })).toEqual(
    ["skola", "vård"],
  );
});

test("a body's goals are those that it has decided for the year, else those of the year before", () => {
  const goals = [
    goal("skola", 2029, null),
    goal("skola", 2028, 7),
    goal("vård", 2029, 9),
    goal("vård", 2028, 8),
    goal("bygg", 2028, 6),
  ];
  expect(goalsTouched(["vård", "skola", "kultur"], 2029, goals)).toEqual([goals[2], goals[1]]);
});

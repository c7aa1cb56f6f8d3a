import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EnvironmentAnalysis, SituationAnalysis } from "../contract.ts";
import { environmentRemarks, nextYearEnvironment, withConsequence } from "./environment.ts";
import { liftEnvironment, liftSituation } from "./lift.ts";
import {
  lessonsLeftRemarks,
  nextYearSituation,
  pickedNames,
  pickedRemarks,
  situationRemarks,
} from "./situation.ts";

const trend = {
  id: "aldre",
  name: "Fler äldre",
  text: "",
  consequences: [{ goal: "liv", text: "Fler behöver hjälp" }],
  sources: ["SCB"],
};
const codes = (remarks: readonly { code: string }[]) => remarks.map(({ code }) => code);

test("A-1: an analysis has trends with a name; what leads nowhere or has no source is told, and stops nothing", () => {
  const goals = [{ id: "liv", name: "God livskvalitet" }];
  const written = [{ goal: "liv", text: "Tryggheten ökar" }];
  expect(environmentRemarks({ trends: [trend], byStrategicGoal: written }, goals)).toEqual([]);
  expect(environmentRemarks({ trends: [], byStrategicGoal: [] }, goals)).toMatchObject([
    { code: "no-trends", level: "stops" },
    { code: "goal-without-development", level: "info", params: { goal: "God livskvalitet" } },
  ]);
  const bare = { ...trend, consequences: [], sources: [] };
  expect(
    codes(environmentRemarks({ trends: [bare, { ...trend, name: "" }], byStrategicGoal: written }, goals)),
  ).toEqual(["trend-without-consequence", "trend-without-source", "trend-without-name"]);
});

test("A-1: a consequence is written in its place of the matrix, and one without words is taken away", () => {
  expect(withConsequence(trend, "liv", "Annat").consequences).toEqual([{ goal: "liv", text: "Annat" }]);
  expect(withConsequence(trend, "liv", "").consequences).toEqual([]);
});

test("A-1, A-2: the next year goes on with the same trends, facts and needs; what was for once is done with", () => {
  const before = { trends: [trend], byStrategicGoal: [], signals: [{ signal: "a" }] };
  expect(nextYearEnvironment(before)).toEqual({ ...before, signals: [] });
  const once = { id: "hyra", text: "Hyra", oneOff: true };
  const lasting = { id: "larare", text: "Lärare", oneOff: false };
  expect(
    nextYearSituation({ facts: [{ id: "f" }], lessons: [{}], trends: [{}], economicNeeds: [once, lasting] }),
  ).toEqual({ facts: [{ id: "f" }], lessons: [], trends: [], economicNeeds: [lasting] });
});

test("N-3: a lesson that is taken in has a use, and those that are left unanswered are counted", () => {
  const lesson = { lesson: "a", text: "Läsning", use: "" };
  const written = { effectForResidents: "Fler läser", economicNeeds: [], lessons: [lesson] };
  expect(codes(situationRemarks(written))).toEqual(["lesson-without-use"]);
  const waiting = [
    { lesson: "a", answered: false },
    { lesson: "b", answered: false },
    { lesson: "c", answered: true },
  ];
  expect(lessonsLeftRemarks(waiting, [lesson])).toMatchObject([{ level: "deviation", params: { count: 1 } }]);
});

test("A-2: what is picked is called as the register calls it; what is not there stops", () => {
  const register = new Map([["skollagen", "Skollagen (SFS 2010:800)"]]);
  const picked = [
    { id: "skollagen", name: "Annat" },
    { id: "borta", name: "Borta" },
  ];
  expect(pickedNames(picked, register).map(({ name }) => name)).toEqual([
    "Skollagen (SFS 2010:800)",
    "Borta",
  ]);
  expect(pickedRemarks("laws", picked, register)).toMatchObject([
    { code: "picked-unknown", at: "laws.1.text" },
  ]);
});

test("R-5: what was decided in an older shape is sent whole, and keeps what it has", () => {
  const earlier = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../shell/testing/earlier-contents.json"), "utf8"),
  ) as Record<string, unknown[]>;
  for (const content of (earlier["situation-analysis"] ?? []).map(liftSituation))
    expect(SituationAnalysis.parse(content)).toEqual(content);
  for (const content of (earlier["environment-analysis"] ?? []).map(liftEnvironment))
    expect(EnvironmentAnalysis.parse(content)).toEqual(content);
  expect(liftEnvironment({ trends: [{ name: "a" }, { id: "b", name: "b" }] })).toMatchObject({
    trends: [{ id: "trend-1", consequences: [] }, { id: "b" }],
    signals: [],
  });
});

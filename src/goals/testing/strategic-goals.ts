import type { GoalTree } from "../contract.ts";
import { StrategicGoals } from "../vision/contract.ts";

/** The council's goals as a tree has them, by id; nothing is measured of them. */
export const strategicGoals = (...ids: readonly string[]): GoalTree["strategicGoals"] =>
  StrategicGoals.parse({ goals: ids.map((id) => ({ id, name: id, text: id, agenda2030: [4] })) }).goals.map(
    (goal) => ({
      ...goal,
      matter: "strategic-goals:kommunfullmaktige:2027",
      body: "kommunfullmaktige",
      year: 2027,
      targetYear: 2030,
      state: "decided",
      indicators: [],
      judgements: [],
      time: { from: "2027-01-01", to: "2030-12-31" },
    }),
  );

import { matterId } from "../../decisions/rules/kind.ts";
import { allSeries, thingOf } from "../../decisions/store/carried-on.ts";
import { allInForce } from "../../decisions/store/versions.ts";
import { bodyGoalsRoutes } from "../../goals/contract.ts";
import { BODY_GOALS } from "../../goals/kind.ts";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { readReport } from "../contract.ts";
import { REPORT_KINDS } from "../rules/occasions.ts";
import type { JudgedGoal, ReportedPart } from "./contract.ts";

/**
 * What bodies have decided of how a year's goals go (U-7), the latest for each: in the year's reports, or in those of the year before
 * where the same goal is carried on (V-6). A report in which nobody has judged the goal says nothing of it.
 */
export async function judgedGoals(tx: Tx, year: number, asOf: Day): Promise<JudgedGoal[]> {
  const series = await allSeries(tx, BODY_GOALS.kind);
  const latest = new Map<string, Omit<JudgedGoal, "body" | "goal">>();
  for (const its of [year - 1, year])
    for (const kind of REPORT_KINDS)
      for (const version of await allInForce(tx, { kind, year: its }, asOf)) {
        const { matter, decision } = version;
        if (!decision) continue;
        for (const { goal, judgement, grounds } of readReport(version).goals) {
          if (judgement === null) continue;
          const judged = {
            kind,
            year: its,
            judgement,
            grounds,
            decision: decision.number,
            day: decision.decidedOn,
          };
          latest.set(series.of(thingOf(matterId(BODY_GOALS.kind, matter.body, its), goal)), judged);
        }
      }
  const sets = await allInForce(tx, { kind: BODY_GOALS.kind, year }, asOf);
  return sets.flatMap((set) =>
    bodyGoalsRoutes.read(set).goals.flatMap(({ id }) => {
      const judged = latest.get(series.of(thingOf(set.matter.id, id)));
      return judged ? [{ body: set.matter.body, goal: id, ...judged }] : [];
    }),
  );
}

/** What contributors have decided of their parts in others' goals (P-3), the latest for each part in the year's reports. */
export async function reportedParts(tx: Tx, year: number, asOf: Day): Promise<ReportedPart[]> {
  const latest = new Map<string, ReportedPart>();
  for (const kind of REPORT_KINDS)
    for (const version of await allInForce(tx, { kind, year }, asOf)) {
      const { matter, decision } = version;
      if (!decision) continue;
      for (const { lead, goal, text } of readReport(version).parts ?? [])
        latest.set(JSON.stringify([matter.body, lead, goal]), {
          body: matter.body,
          lead,
          goal,
          kind,
          text,
          decision: decision.number,
          day: decision.decidedOn,
        });
    }
  return [...latest.values()];
}

import { matterId } from "../decisions/rules/kind.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { bodyThing } from "../decisions/thread/rules/sorts.ts";
import { BODY_GOALS } from "../goals/kind.ts";
import { governing } from "../goals/vision/store.ts";
import type { Kept, ThreadThing, Tie } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { ActionPlan, Report } from "./contract.ts";
import { ACTION_PLAN, ANNUAL_REPORT, FOLLOW_UP, INTERIM_REPORT } from "./kind.ts";

const REPORTS: readonly string[] = [FOLLOW_UP.kind, INTERIM_REPORT.kind, ANNUAL_REPORT.kind];

/** What reports and action plans hang in (V-9): the goals that are judged, the report that an action plan comes of, the body that it is for. */
export async function followupTies(of: Kept, tx: Tx): Promise<Tie[]> {
  const { source, kind, body, on, content } = of;
  const year = of.year ?? 0;
  if (kind === ACTION_PLAN.kind) {
    const { basis, measures } = content as ActionPlan;
    // What is laid forward is decided, with the plan or after it
    const laid = basis && basis.state !== "draft" ? [basis.matter] : [];
    return [
      { from: source, to: bodyThing(body), sort: "part-of" },
      ...laid.map((report) => ({ from: source, to: report, sort: "mends" })),
      ...measures.map(({ id }) => ({ from: thingOf(source, id), to: source, sort: "part-of" })),
    ];
  }
  if (!REPORTS.includes(kind)) return [];
  const { goals, group } = content as Report;
  const own = matterId(BODY_GOALS.kind, body, year);
  const { strategicMatter } = group ? await governing(tx, year, on) : { strategicMatter: null };
  return [
    { from: source, to: bodyThing(body), sort: "follows-up" },
    ...goals.map(({ goal }) => ({ from: source, to: thingOf(own, goal), sort: "follows-up" })),
    ...(group && strategicMatter !== null
      ? group.strategicGoals.map(({ goal }) => ({
          from: source,
          to: thingOf(strategicMatter, goal),
          sort: "follows-up",
        }))
      : []),
  ];
}

/** The measures of an action plan as they stand in the thread, with what each gives. */
export function followupThings({ source, kind, body, year, content, bodies }: Kept): ThreadThing[] {
  if (kind !== ACTION_PLAN.kind) return [];
  const known = new Set(bodies.map(({ id }) => id));
  return (content as ActionPlan).measures.map(({ id, text, unit, amountTkr }) => ({
    thing: thingOf(source, id),
    what: "measure",
    name: text,
    href: `/uppfoljning/atgardsplan/${body}/${year}`,
    body: known.has(unit) ? unit : body,
    amountTkr,
  }));
}

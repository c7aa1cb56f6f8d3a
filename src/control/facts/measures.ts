import { coursesOn } from "../../decisions/course/facts.ts";
import { dueNow } from "../../decisions/course/rules/present.ts";
import { allInForce } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import { holders } from "../../organisation/holdings.ts";
import type { Tx } from "../../platform/database/door.ts";
import { CONTROL_REPORT } from "../kind.ts";
import { decidedReports, registeredMeasure, reportedMeasure } from "../kinds.ts";
import type { CarriedOut } from "../rules/carried-out.ts";
import { awaitsCheck, type MeasureCheck, measureClosed } from "../rules/measure.ts";
import { measureChecks, type Registered, registeredOn } from "../store.ts";

/** A measure after a deviation, wherever it was first written: with the control, or in a report. */
export interface Measure {
  readonly thing: string;
  readonly body: string;
  readonly year: number;
  readonly control: string;
  readonly text: string;
  /** Who has it now, and whom the report or the registration names. */
  readonly responsible: string;
  readonly decidedResponsible: string;
  readonly due: Day;
  readonly movedFrom: Day | null;
  readonly state: "not-begun" | "under-way" | "done" | "cancelled";
  readonly stateReason: string | null;
  /** Who said that it is done, and by which entry; null where nobody has. */
  readonly stateBy: string | null;
  readonly stateFrom: Day | null;
  readonly stateEntry: number | null;
  /** Done and looked at by another, or cancelled. */
  readonly closed: boolean;
  /** It is said to be done, and waits for another to look at it. */
  readonly awaitsCheck: boolean;
  /** All that has been said of it as done, oldest first. */
  readonly checks: readonly MeasureCheck[];
  /** A decided report speaks of it: before that it is the administration's own. */
  readonly reported: boolean;
  /** Where whoever has it sees to it; null where nobody does. */
  readonly href: string | null;
}

type Written = Pick<Measure, "thing" | "body" | "year" | "control" | "text" | "due" | "reported"> & {
  readonly named: string;
};

/**
 * The measures after deviations, as they stand on a day (K-4): those that decided reports speak of, all that the body has decided, and
 * those that were registered with their control. They live on until they are closed, whatever later reports say.
 */
export async function measuresOn(
  tx: Tx,
  of: { readonly body?: string | undefined },
  day: Day,
): Promise<Measure[]> {
  const body = of.body === undefined ? {} : { body: of.body };
  const registered = (await registeredOn(tx, body, day)).filter(({ measure }) => measure !== null);
  const reporting = await allInForce(tx, { kind: CONTROL_REPORT.kind, ...body }, day);
  const has = await holders(tx, day, [
    ...registered.map(registeredMeasure),
    ...reporting.map(({ matter }) => matter.id),
  ]);
  const checked = await measureChecks(tx, day);
  const written = new Map<string, Written>();
  for (const one of registered) {
    const { measure } = one;
    if (!measure) continue;
    const thing = registeredMeasure(one);
    const named = has.get(thing)?.named ?? one.by;
    written.set(thing, {
      ...place(one),
      thing,
      text: measure.text,
      due: measure.due,
      named,
      reported: false,
    });
  }
  for (const { matter } of reporting)
    for (const report of await decidedReports(tx, matter.id, day))
      for (const { control, measure } of report.results) {
        if (!measure) continue;
        const thing = measure.thing ?? reportedMeasure(matter.id, control);
        const { text, due, responsible } = measure;
        const at = { body: matter.body, year: matter.year, control };
        written.set(thing, { ...at, thing, text, due, named: responsible, reported: true });
      }
  const course = await coursesOn(tx, day, [...written.keys()]);
  return [...written.values()].map((one) => {
    const its = course(one.thing, "measure");
    const { state, stateReason, stateBy, stateFrom, stateEntry } = its;
    const checks = checked.get(one.thing) ?? [];
    return {
      thing: one.thing,
      body: one.body,
      year: one.year,
      control: one.control,
      text: one.text,
      responsible: has.get(one.thing)?.person ?? one.named,
      decidedResponsible: one.named,
      ...dueNow(its, one.due),
      state: state ?? "not-begun",
      stateReason,
      stateBy,
      stateFrom,
      stateEntry,
      closed: measureClosed(its, checks),
      awaitsCheck: awaitsCheck(its, checks),
      checks,
      reported: one.reported,
      href: has.get(one.thing)?.href ?? null,
    };
  });
}

const place = ({ body, year, control }: Registered) => ({ body, year, control });

/** What was registered of a body's controls of a year until a day, with whom each measure is with now. */
export async function carriedOutOn(
  tx: Tx,
  at: { readonly body: string; readonly year: number },
  day: Day,
): Promise<(CarriedOut & { readonly by: string })[]> {
  const registered = await registeredOn(tx, at, day);
  const holding = await holders(tx, day, registered.map(registeredMeasure));
  return registered.map((one) => {
    const thing = registeredMeasure(one);
    return {
      control: one.control,
      time: one.time,
      result: one.result,
      doneOn: one.doneOn,
      sample: one.sample,
      finding: one.finding,
      measure: one.measure && { thing, ...one.measure, responsible: holding.get(thing)?.person ?? one.by },
      by: one.by,
    };
  });
}

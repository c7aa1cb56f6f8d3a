import { matterId } from "../decisions/rules/kind.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { bodyThing } from "../decisions/thread/rules/sorts.ts";
import { lawSource, registeredThing } from "../documents/sources.ts";
import type { Kept, ThreadThing, Tie } from "../platform/chapter.ts";
import type { ControlPlan, ControlReport } from "./contract.ts";
import { controlThing } from "./facts/in-hand.ts";
import { CONTROL_PLAN, CONTROL_REPORT, carryOutPage, controlPage } from "./kind.ts";
import { reportedMeasure } from "./kinds.ts";

/** A measure of the reports, with the control that it came of. */
export interface MeasureOfReport {
  readonly thing: string;
  readonly control: string;
  readonly text: string;
}

/**
 * The measures of a year's reports, each by its own id: one that was registered with its control, or the report's own. They live on
 * until they are closed, also where a later report no longer speaks of them.
 */
export function measuresOf(
  source: string,
  reports: readonly Pick<ControlReport, "results">[],
): MeasureOfReport[] {
  const all = reports.flatMap(({ results }) =>
    results.flatMap(({ control, measure }) =>
      measure
        ? [{ thing: measure.thing ?? reportedMeasure(source, control), control, text: measure.text }]
        : [],
    ),
  );
  return [...new Map(all.map((one) => [one.thing, one])).values()];
}

/** What risks, controls and measures hang in (V-9): a body's goals, the laws that a risk is about, the risk that is controlled. */
export function controlTies(
  { source, kind, body, year, content }: Kept,
  measures: readonly MeasureOfReport[],
): Tie[] {
  if (kind === CONTROL_PLAN.kind) {
    const { risks, controls } = content as ControlPlan;
    return [
      ...risks.flatMap(({ id, laws = [], documents = [] }) => {
        const risk = thingOf(source, "risks", id);
        return [
          { from: risk, to: bodyThing(body), sort: "threatens" },
          ...laws.map((law) => ({ from: risk, to: lawSource(law), sort: "concerns" })),
          ...documents.map((document) => ({
            from: risk,
            to: registeredThing(document),
            sort: "governed-by",
          })),
        ];
      }),
      ...controls.map(({ id, risk }) => ({
        from: controlThing(source, id),
        to: thingOf(source, "risks", risk),
        sort: "controls",
      })),
    ];
  }
  if (kind !== CONTROL_REPORT.kind) return [];
  const plan = (content as ControlReport).plan?.matter ?? matterId(CONTROL_PLAN.kind, body, year ?? 0);
  return [
    { from: source, to: plan, sort: "follows-up" },
    ...measures.map(({ thing, control }) => ({
      from: thing,
      to: controlThing(plan, control),
      sort: "mends",
    })),
  ];
}

/** Risks, controls and measures as they stand in the thread. */
export function controlThings(
  { source, kind, body, year, content }: Kept,
  measures: readonly MeasureOfReport[],
): ThreadThing[] {
  const href = controlPage(body, year ?? 0);
  if (kind === CONTROL_PLAN.kind) {
    const { risks, controls } = content as ControlPlan;
    return [
      ...risks.map(({ id, text }) => ({
        thing: thingOf(source, "risks", id),
        what: "risk",
        name: text,
        href,
      })),
      ...controls.map(({ id, text }) => ({
        thing: controlThing(source, id),
        what: "control",
        name: text,
        href: carryOutPage(body, year ?? 0, id),
      })),
    ];
  }
  return measures.map(({ thing, text }) => ({ thing, what: "measure", name: text, href }));
}

import { dayOf, monthOf } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { MonthDay, WheelStep } from "./step.ts";

const CITE = "§2.4";

/** What a wheel must know of a kind of matter. */
export interface KnownKind {
  readonly kind: string;
  readonly occasions?: readonly string[] | undefined;
}

/**
 * What would make a wheel impossible to follow: unknown or circular prerequisites, days that are not, nobody to act,
 * matters that nobody can write.
 */
export function wheelRemarks(steps: readonly WheelStep[], kinds: readonly KnownKind[]): Remark[] {
  const known = new Set(steps.map((step) => step.id));
  const remarks = steps.flatMap((step, i) => [
    ...(steps.findIndex((other) => other.id === step.id) < i
      ? [remark("stops", "wheel-repeated-step", CITE, { step: step.id }, `steps.${i}.id`)]
      : []),
    ...dayRemarks(step, i),
    ...kindRemarks(step, i, kinds),
    ...step.after
      .filter((id) => !known.has(id))
      .map((id) =>
        remark("stops", "wheel-unknown-step", CITE, { step: step.id, after: id }, `steps.${i}.after`),
      ),
    ...(step.kind !== null && step.bodies.length === 0
      ? [remark("stops", "wheel-nobody-acts", CITE, { step: step.id }, `steps.${i}.bodies`)]
      : []),
  ]);
  const circle = circleIn(steps);
  if (circle) remarks.push(remark("stops", "wheel-circle", CITE, { steps: circle.join(" → ") }, "steps"));
  return remarks;
}

function kindRemarks(step: WheelStep, i: number, kinds: readonly KnownKind[]): Remark[] {
  if (step.kind === null) return [];
  const known = kinds.find(({ kind }) => kind === step.kind);
  if (!known)
    return [
      remark("stops", "wheel-unknown-kind", CITE, { step: step.id, kind: step.kind }, `steps.${i}.kind`),
    ];
  if (step.occasion === undefined || known.occasions?.includes(step.occasion)) return [];
  const facts = { step: step.id, occasion: step.occasion, occasions: known.occasions?.join(", ") ?? "–" };
  return [remark("stops", "wheel-unknown-occasion", CITE, facts, `steps.${i}.occasion`)];
}

function dayRemarks(step: WheelStep, i: number): Remark[] {
  const days = { from: step.from, due: step.due, electionYearDue: step.electionYearDue };
  return Object.entries(days).flatMap(([field, given]) =>
    given === undefined || isDayOfMonth(given)
      ? []
      : [
          remark(
            "stops",
            "wheel-no-such-day",
            CITE,
            { step: step.id, day: given.day, month: given.month },
            `steps.${i}.${field}`,
          ),
        ],
  );
}

/** Whether some year has the day: February has 29. */
const LEAP_YEAR = 2024;
const isDayOfMonth = ({ month, day }: MonthDay): boolean => monthOf(dayOf(LEAP_YEAR, month, day)) === month;

/** The first circle of prerequisites, as the ids on the way round; undefined when there is none. */
function circleIn(steps: readonly WheelStep[]): string[] | undefined {
  const before = new Map(steps.map((step) => [step.id, step.after]));
  const cleared = new Set<string>();
  const walk = (id: string, path: readonly string[]): string[] | undefined => {
    const at = path.indexOf(id);
    if (at >= 0) return [...path.slice(at), id];
    if (cleared.has(id)) return undefined;
    for (const next of before.get(id) ?? []) {
      const found = walk(next, [...path, id]);
      if (found) return found;
    }
    cleared.add(id);
    return undefined;
  };
  for (const { id } of steps) {
    const found = walk(id, []);
    if (found) return found;
  }
  return undefined;
}

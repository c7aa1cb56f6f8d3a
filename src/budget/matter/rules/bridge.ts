import { ownValue } from "../../../kernel/own-value.ts";
import { allocate } from "../../allocation/rules/allocate.ts";
import { checkAllocationInput } from "../../allocation/rules/check-input.ts";
import type { Allocation } from "../../base/rules/allocation.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import type { ByBody } from "../../base/rules/by-body.ts";
import type { Result } from "../../base/rules/result.ts";
import { withCapitalInFrames } from "../../position/rules/capital-in-frames.ts";
import { nextYear, type YearContent } from "./next-year.ts";

/**
 * What can differ between last year's plan for a year and how the year begins, in the order in which it is taken over: how the plan
 * is moved on, last year's allocations, what was given once, people, prices, the rest of the services, indexation, adjustments,
 * true-ups and capital cost. `rest` is what none of them says, and is nothing where both were computed as they are now.
 */
export const BRIDGE_STEPS = [
  "moved",
  "base",
  "one-offs",
  "people",
  "prices",
  "services",
  "indexation",
  "adjustments",
  "true-ups",
  "capital",
  "rest",
] as const;
export type BridgeStep = (typeof BRIDGE_STEPS)[number];

/** From last year's plan for a year to the year's own allocations, in tkr by body: plan + steps = start, for each body. */
export interface Bridge {
  readonly year: number;
  readonly bodies: readonly string[];
  readonly plan: ByBody;
  readonly steps: readonly { readonly step: BridgeStep; readonly byBody: ByBody }[];
  readonly start: ByBody;
}

/** A year's content as it is written or stored. */
export interface Begun extends YearContent {
  readonly allocation?: Allocation | undefined;
  readonly results?: readonly Result[] | undefined;
}

/** The years that last year's plan and the year's own have in common. */
export const bridgedYears = (before: Begun, now: Begun): number[] =>
  now.input.years.filter((year) => before.allocation?.years.some((own) => own.year === year));

/**
 * The bridges from last year's plan to how a year begins (E-2, E-8), one for each year that both have. Each step takes over one
 * part of the new year's input and keeps the rest, so that the steps sum to the difference, to the krona. None where last year's
 * plan was not computed, or where the new input can't be.
 */
export function bridgesOf(before: Begun, now: Begun): Bridge[] {
  const years = bridgedYears(before, now);
  if (years.length === 0 || "faults" in checkAllocationInput(now.input)) return [];
  const inputs = takenOver(before, now);
  const computed = inputs.map(({ step, input }) => ({ step, allocation: allocate(input) }));
  return years.map((year) => bridgeOf(year, before, now, computed));
}

function bridgeOf(
  year: number,
  before: Begun,
  now: Begun,
  computed: readonly { readonly step: BridgeStep; readonly allocation: Allocation }[],
): Bridge {
  const framesIn = (allocation: Allocation | undefined): ByBody =>
    allocation?.years.find((own) => own.year === year)?.frames ?? {};
  const plan = framesIn(before.allocation);
  const last = framesIn(computed.at(-1)?.allocation);
  const start = now.allocation ? framesIn(now.allocation) : last;
  const bodies = [...new Set([...Object.keys(plan), ...Object.keys(start)])];
  let from = plan;
  const steps = [
    ...computed.map((one) => ({ step: one.step, to: framesIn(one.allocation) })),
    { step: "rest" as const, to: start },
  ];
  return {
    year,
    bodies,
    plan,
    start,
    steps: steps.flatMap(({ step, to }) => {
      const byBody = Object.fromEntries(
        bodies.map((body) => [body, (ownValue(to, body) ?? 0) - (ownValue(from, body) ?? 0)]),
      );
      from = to;
      return Object.values(byBody).some((tkr) => tkr !== 0) ? [{ step, byBody }] : [];
    }),
  };
}

/** The moved plan, and then with one part after the other of the new year's input, until all of it is taken over. */
function takenOver(
  before: Begun,
  now: Begun,
): { readonly step: BridgeStep; readonly input: AllocationInput }[] {
  const { content: moved } = nextYear(before, { what: "", source: "" });
  const own = withCapitalInFrames({
    ...now,
    investments: now.investments ?? [],
    position: now.position ?? undefined,
  });
  let input: AllocationInput = withCapitalInFrames({
    ...moved,
    investments: moved.investments ?? [],
    position: moved.position ?? undefined,
  });
  const bodies = [...new Set([...input.bodies, ...own.bodies])];
  const inputs: { step: BridgeStep; input: AllocationInput }[] = [{ step: "moved", input }];
  const take = (step: BridgeStep, part: Partial<AllocationInput>) => {
    input = { ...input, ...part };
    inputs.push({ step, input });
  };
  const adjustments = (of: AllocationInput, sort: "capital" | "trueUp" | "other") =>
    of.adjustments.filter((one) => sort === (one.capital ? "capital" : one.trueUp ? "trueUp" : "other"));
  take("base", {
    bodies,
    base: Object.fromEntries(bodies.map((body) => [body, ownValue(own.base, body) ?? 0])),
  });
  take("one-offs", { oneOffs: own.oneOffs });
  take("people", { population: own.population });
  take("prices", {
    services: input.services.map((service) => ({
      ...service,
      priceKr: own.services.find(({ id }) => id === service.id)?.priceKr ?? service.priceKr,
    })),
  });
  take("services", { services: own.services });
  take("indexation", { indexation: own.indexation });
  const [planTrueUps, planCapital] = [adjustments(input, "trueUp"), adjustments(input, "capital")];
  const given = adjustments(own, "other");
  take("adjustments", { adjustments: [...given, ...planTrueUps, ...planCapital] });
  const trueUps = adjustments(own, "trueUp");
  take("true-ups", { adjustments: [...given, ...trueUps, ...planCapital] });
  take("capital", { adjustments: [...given, ...trueUps, ...adjustments(own, "capital")] });
  return inputs;
}

export const RESULT_STEPS = ["tax", "grants", "allocations", "beside", "financial"] as const;
export type ResultStep = (typeof RESULT_STEPS)[number];

export interface ResultBridge {
  readonly year: number;
  readonly planTkr: number;
  readonly steps: readonly { readonly step: ResultStep; readonly amountTkr: number }[];
  readonly startTkr: number;
}

/** From the result that last year planned for a year to the year's own, line by line; undefined where either is not computed. */
export function resultBridgeOf(before: Begun, now: Begun, year: number): ResultBridge | undefined {
  const parts = ({ results, allocation }: Begun) => {
    const result = results?.find((own) => own.year === year);
    const totalTkr = allocation?.years.find((own) => own.year === year)?.totalTkr;
    if (!result || totalTkr === undefined) return undefined;
    const { taxTkr, taxAndGrantsTkr, operationsTkr, resultTkr } = result;
    return {
      resultTkr,
      tax: taxTkr,
      grants: taxAndGrantsTkr - taxTkr,
      allocations: -totalTkr,
      beside: operationsTkr + totalTkr,
      financial: resultTkr - operationsTkr - taxAndGrantsTkr,
    };
  };
  const [was, is] = [parts(before), parts(now)];
  if (!was || !is) return undefined;
  return {
    year,
    planTkr: was.resultTkr,
    startTkr: is.resultTkr,
    steps: RESULT_STEPS.map((step) => ({ step, amountTkr: is[step] - was[step] })),
  };
}

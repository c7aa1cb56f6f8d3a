import { type Day, dayOf } from "../../../kernel/day.ts";
import type { VersionState } from "../../../kernel/version.ts";
import type { StepOccasion, WheelStep } from "../../../year/rules/step.ts";
import type { Occasion } from "../../base/rules/true-up-kind.ts";
import { isSupplementaryStep } from "../../matter/rules/supplementary-budget.ts";

/** The stages of a budget year, in the order in which they are taken (model §2.4, §2.2 E-4, E-5). */
export const STAGES = [
  "management-proposal",
  "planning-conditions",
  "reviewed-proposal",
  "political-preparation",
  "executive-proposal",
  "council-decision",
  "internal-budgets",
  "true-up-spring",
  "supplementary-budget",
  "true-up-autumn",
] as const;
export type StageId = (typeof STAGES)[number];

export const STAGE_STATES = ["decided", "done", "under-way", "late", "waiting", "to-come", "past"] as const;
export type StageState = (typeof STAGE_STATES)[number];

/** Whose turn a stage is. */
export const TURNS = ["management", "executive", "council", "committees"] as const;
export type Turn = (typeof TURNS)[number];

export interface VersionFact {
  readonly matter: string;
  readonly number: number;
  readonly state: VersionState;
  readonly decidedOn: Day | null;
}

export interface StageFacts {
  readonly year: number;
  readonly today: Day;
  /** The steps of the wheel that are about the year: the stages' days are theirs. */
  readonly steps: readonly StepOccasion[];
  /** Whether drafts are seen; the public sees what is decided, and for the rest only what time it is. */
  readonly drafts: boolean;
  /** Oldest first, as all lists of versions here. */
  readonly conditions: readonly VersionFact[];
  readonly budget: readonly VersionFact[];
  readonly trueUps: readonly (VersionFact & { readonly occasion: Occasion })[];
  /** Whether each body with an allocation has decided its internal budget on the allocation in force. */
  readonly internal: readonly { readonly body: string; readonly adapted: boolean }[];
}

export interface Stage {
  readonly id: StageId;
  readonly state: StageState;
  /** By the wheel in force; null where it has no such step. */
  readonly from: Day | null;
  readonly due: Day | null;
  /** Who takes it; what is next is `turn` of the first that is not taken. */
  readonly turn: Turn;
  readonly versions: readonly { readonly matter: string; readonly number: number }[];
}

/** Where a budget year stands: each stage with its dates, its versions and whether it has been taken. */
export function stagesOf(facts: StageFacts): Stage[] {
  return STAGES.map((id) => {
    const times = timesOf(id, facts.steps);
    const { come, versions } = STATES[id](facts);
    return {
      id,
      state: stateOf(id, come, times, facts),
      from: times?.from ?? null,
      due: times?.due ?? null,
      turn: TURN[id],
      versions: versions.map(({ matter, number }) => ({ matter, number })),
    };
  });
}

/** The first stage that is to be taken: it is somebody's turn. Undefined when the year's thread has come to its end. */
export const nextStage = (stages: readonly Stage[]): Stage | undefined =>
  stages.find(({ state }) => state === "late" || state === "under-way" || state === "to-come");

type Come = "decided" | "done" | "begun" | "not";

function stateOf(
  id: StageId,
  come: Come,
  times: Times | undefined,
  { today, drafts }: StageFacts,
): StageState {
  if (come === "decided" || come === "done") return come;
  // What has no days is neither late nor due
  if (!times) return come === "begun" ? "under-way" : "to-come";
  const { from, due } = times;
  // The council may change the year's budget, and need not
  if (id === "supplementary-budget" && come === "not")
    return today < from ? "to-come" : today <= due ? "waiting" : "past";
  if (today > due) return drafts || DECIDES.has(id) ? "late" : "under-way";
  return come === "begun" || today >= from ? "under-way" : "to-come";
}

/** Stages that end with a decision, which everybody sees. */
const DECIDES = new Set<StageId>([
  "planning-conditions",
  "council-decision",
  "internal-budgets",
  "true-up-spring",
  "true-up-autumn",
]);

interface Times {
  readonly from: Day;
  readonly due: Day;
}

const TURN: Readonly<Record<StageId, Turn>> = {
  "management-proposal": "management",
  "planning-conditions": "executive",
  "reviewed-proposal": "management",
  "political-preparation": "executive",
  "executive-proposal": "executive",
  "council-decision": "council",
  "internal-budgets": "committees",
  "true-up-spring": "executive",
  "supplementary-budget": "council",
  "true-up-autumn": "executive",
};

/** What comes before the council's budget, from the review of the economy to the executive's proposal, is one step. */
const preparation = ({ kind, reaches }: WheelStep) => kind === "budget" && reaches !== "decided";

/** Which steps of the wheel are a stage: a wheel of any municipality is read by what its steps are about. */
const STEPS: Readonly<Record<StageId, (step: WheelStep) => boolean>> = {
  "management-proposal": ({ kind, reaches }) => kind === "planning-conditions" && reaches !== "decided",
  "planning-conditions": ({ kind, reaches }) => kind === "planning-conditions" && reaches === "decided",
  "reviewed-proposal": preparation,
  "political-preparation": preparation,
  "executive-proposal": preparation,
  "council-decision": (step) =>
    step.kind === "budget" && step.reaches === "decided" && !isSupplementaryStep(step),
  // Fitted to the decided allocation, and decided; what is drawn up before it is another matter
  "internal-budgets": ({ kind, reaches }) => kind === "internal-budget" && reaches !== "begun",
  "true-up-spring": ({ kind, occasion }) => kind === "demography-true-up" && occasion === "spring",
  "supplementary-budget": isSupplementaryStep,
  "true-up-autumn": ({ kind, occasion }) => kind === "demography-true-up" && occasion === "autumn",
};

/** From the first day of its first step to the last of its last; undefined where the wheel has none. */
function timesOf(id: StageId, steps: readonly StepOccasion[]): Times | undefined {
  const own = steps.filter(({ step }) => STEPS[id](step));
  const [from] = own.map((one) => one.from).sort();
  const due = own
    .map((one) => one.due)
    .sort()
    .at(-1);
  return from && due ? { from, due } : undefined;
}

interface Found {
  readonly come: Come;
  readonly versions: readonly VersionFact[];
}

const decidedOf = (versions: readonly VersionFact[]) => versions.filter((v) => v.decidedOn !== null);
const openOf = (versions: readonly VersionFact[]) => versions.filter((v) => v.decidedOn === null);
const handedOn = (versions: readonly VersionFact[]) =>
  versions.some((v) => v.decidedOn !== null || v.state === "proposed");

/** The versions up to the council's first decision; those after it, once the year has begun, are supplementary. */
function partsOf({ budget, year }: StageFacts) {
  const first = budget.findIndex((v) => v.decidedOn !== null);
  const isLater = (v: VersionFact, i: number) =>
    first >= 0 && i > first && (v.decidedOn === null || v.decidedOn >= dayOf(year, 1, 1));
  return { first: budget.filter((v, i) => !isLater(v, i)), later: budget.filter(isLater) };
}

const decision = (versions: readonly VersionFact[]): Found => {
  const decided = decidedOf(versions);
  return { come: decided.length > 0 ? "decided" : handedOn(versions) ? "begun" : "not", versions: decided };
};

const trueUpStage = ({ trueUps }: StageFacts, occasion: Occasion): Found => {
  const versions = trueUps.filter((v) => v.occasion === occasion);
  const decided = decidedOf(versions).length > 0;
  return { come: decided ? "decided" : versions.length > 0 ? "begun" : "not", versions };
};

const STATES: Record<StageId, (facts: StageFacts) => Found> = {
  "management-proposal": ({ conditions }) => ({
    come: handedOn(conditions) ? "done" : conditions.length > 0 ? "begun" : "not",
    versions: openOf(conditions),
  }),
  "planning-conditions": ({ conditions }) => decision(conditions),
  "reviewed-proposal": (facts) => ({ come: partsOf(facts).first.length > 0 ? "done" : "not", versions: [] }),
  "political-preparation": (facts) => {
    const { first } = partsOf(facts);
    return {
      come: handedOn(first) ? "done" : first.length > 0 ? "begun" : "not",
      versions: first.filter((v) => v.state === "draft"),
    };
  },
  "executive-proposal": (facts) => {
    const { first } = partsOf(facts);
    return { come: handedOn(first) ? "done" : "not", versions: first.filter((v) => v.state === "proposed") };
  },
  "council-decision": (facts) => decision(partsOf(facts).first),
  "internal-budgets": ({ internal }) => {
    const adapted = internal.filter((one) => one.adapted).length;
    return {
      come: internal.length > 0 && adapted === internal.length ? "decided" : adapted > 0 ? "begun" : "not",
      versions: [],
    };
  },
  "true-up-spring": (facts) => trueUpStage(facts, "spring"),
  "supplementary-budget": (facts) => {
    const { later } = partsOf(facts);
    const decided = decidedOf(later).length > 0 && openOf(later).length === 0;
    return { come: decided ? "decided" : later.length > 0 ? "begun" : "not", versions: later };
  },
  "true-up-autumn": (facts) => trueUpStage(facts, "autumn"),
};

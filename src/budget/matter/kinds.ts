import {
  type InWordsOf,
  type MatterWork,
  matterKind,
  type VersionFacts,
} from "../../decisions/matter-kinds.ts";
import { decisionNumbered } from "../../decisions/store/chain.ts";
import { inForce, versionsOf } from "../../decisions/store/versions.ts";
import { governing } from "../../goals/vision/store.ts";
import type { Day } from "../../kernel/day.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { refuse } from "../../kernel/problem.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { stepsAbout } from "../../year/facts/steps-about.ts";
import { allocate } from "../allocation/rules/allocate.ts";
import { checkAllocationInput } from "../allocation/rules/check-input.ts";
import { unknownBodyRemarks } from "../allocation/rules/unknown-bodies.ts";
import { Budget, MAX_RESULT_TKR } from "../base/contract.ts";
import { councilOfBudget } from "../base/council.ts";
import type { AllocationInput } from "../base/rules/allocation-input.ts";
import { partRemarks, withParts } from "../base/rules/result-parts.ts";
import { withRowIds } from "../base/rules/row-ids.ts";
import { definitionRemarks } from "../base/rules/sound-economy.ts";
import { TRUE_UP_KIND } from "../base/rules/true-up-kind.ts";
import { positionRemarks, withResults } from "../position/complete.ts";
import { withCapitalInFrames } from "../position/rules/capital-in-frames.ts";
import { carriedRemarks, withCarriedBalance } from "./carried-balance.ts";
import { budgetRoutes, planningConditionsRoutes } from "./contract.ts";
import { BUDGET, PLANNING_CONDITIONS } from "./kind.ts";
import { withPopulation } from "./population-source.ts";
import { budgetOrderRemarks } from "./rules/budget-order.ts";
import { type BudgetFigures, budgetInWords } from "./rules/in-words.ts";
import { proposalRemarks } from "./rules/proposal-remarks.ts";
import {
  type BudgetOccasion,
  isSupplementary,
  isSupplementaryStep,
  supplementaryRemarks,
} from "./rules/supplementary-budget.ts";

/** A budget is computed when it is saved, by the same function as in the browser; nobody types a sum. */
export async function computed({ tx, ctx, matter, content: given }: MatterWork<Budget>): Promise<Budget> {
  const peopled = await withCarriedBalance(tx, ctx, matter.year, await withPopulation(tx, ctx, given));
  const content = { ...peopled, resultInput: withParts(peopled.resultInput, peopled.resultParts ?? []) };
  const checked = checkAllocationInput(content.input);
  if ("faults" in checked)
    refuse(BadInput, { remarks: checked.faults.map((fault) => ({ ...fault, at: `input.${fault.at}` })) });
  const input = withRowIds(inFrames(content, await withTrueUps(tx, checked.input)));
  const years = content.resultInput.map((line) => line.year);
  if (input.years[0] !== matter.year || years.join() !== input.years.join())
    refuse(BadInput, {
      remarks: [
        remark(
          "stops",
          "years-differ",
          "§2.2",
          { year: matter.year, years: input.years.join(", ") },
          "resultInput",
        ),
      ],
    });
  const allocation = allocate(input);
  const computedResults = withResults(content, input, allocation);
  if (
    !Budget.shape.resultInput.safeParse(content.resultInput).success ||
    !Budget.shape.results.safeParse(computedResults.results).success
  )
    refuse(BadInput, {
      remarks: [remark("stops", "sum-range", "§2.2", { max: MAX_RESULT_TKR }, "resultInput")],
    });
  return { ...content, input, allocation, ...computedResults };
}

/** Which adjustments true up the demography: those whose decision does, whatever was sent (E-4). */
async function withTrueUps(tx: Tx, input: AllocationInput): Promise<AllocationInput> {
  const numbers = new Set(input.adjustments.flatMap(({ decision }) => decision ?? []));
  const trueUps = new Set<number>();
  for (const number of numbers)
    if ((await decisionNumbered(tx, number))?.version.matter.kind === TRUE_UP_KIND) trueUps.add(number);
  return {
    ...input,
    adjustments: input.adjustments.map(({ trueUp: _sent, ...own }) =>
      own.decision !== undefined && trueUps.has(own.decision) ? { ...own, trueUp: true } : own,
    ),
  };
}

/** New investments' capital cost in the allocations, where the budget says so: never what was sent, and checked as any input. */
function inFrames({ investments, position }: Budget, given: AllocationInput): AllocationInput {
  const checked = checkAllocationInput(withCapitalInFrames({ input: given, investments, position }));
  return "input" in checked
    ? checked.input
    : refuse(BadInput, {
        remarks: checked.faults.map((fault) => ({ ...fault, at: "position.capitalInFrames" })),
      });
}

const remarks = async ({ tx, ctx, matter, content }: MatterWork<Budget>): Promise<Remark[]> => {
  const known = (await allBodies(tx)).map((body) => body.id);
  const strategic = (await governing(tx, matter.year, ctx.today)).strategicGoals.length;
  return [
    // The council's own goals come first, then the law's balance
    ...positionRemarks(content),
    ...definitionRemarks(content.soundEconomyDefinition, {
      financial: content.financialGoals.length,
      operations: strategic,
    }),
    ...(await carriedRemarks({ tx, ctx, matter, content })),
    ...unknownBodyRemarks(content, known),
    ...partRemarks(content.resultParts ?? []),
    ...proposalRemarks(content.input.adjustments, content.adjustmentProposals ?? [], known),
    ...(await carriedOverRemarks(tx, content.investments)),
  ];
};

/** What is carried over has been decided: the decision is named, and is one of the municipality's. */
async function carriedOverRemarks(tx: Tx, investments: Budget["investments"]): Promise<Remark[]> {
  const found: Remark[] = [];
  for (const [i, { name, carriedOverTkr = 0, carriedOverDecision: decision }] of investments.entries()) {
    const at = `investments.${i}.carriedOverDecision`;
    if (decision && !(await decisionNumbered(tx, decision)))
      found.push(remark("stops", "carried-over-unknown", "§2.2", { name, decision }, at));
    else if (!decision && carriedOverTkr !== 0)
      found.push(remark("info", "carried-over-undecided", "§2.2", { name, tkr: carriedOverTkr }));
  }
  return found;
}

/** A budget is completed without what the decided version before said of its changes. */
const completed = async (work: MatterWork<Budget>): Promise<Budget> =>
  computed({ ...work, content: await withOwnNote(work) });

/** What the decided version before said of its changes is not said of those of a new one. */
async function withOwnNote({ tx, matter, content }: MatterWork<Budget>): Promise<Budget> {
  const { changeNote, ...rest } = content;
  if (!changeNote?.trim()) return rest;
  const [latest] = await versionsOf(tx, matter.id);
  const before = latest?.decision ? (latest.content as Partial<Budget>).changeNote : undefined;
  return before === changeNote ? rest : content;
}

/** The council may change the budget of a year that has begun, when it decides on last year's annual report (E-5). */
async function supplementary({ tx, ctx, matter }: MatterWork<Budget>): Promise<Remark[]> {
  const before = await inForce(tx, matter, ctx.today);
  const report = { kind: "annual-report", body: matter.body, year: matter.year - 1 };
  const [step] = await stepsAbout(tx, matter.year, ctx.today, isSupplementaryStep);
  return supplementaryRemarks({
    year: matter.year,
    decidedBefore: before !== undefined,
    on: ctx.today,
    time: step,
    annualReportOn: (await inForce(tx, report, ctx.today))?.decision?.decidedOn,
  });
}

/** Whether it is the year's budget, or a change of it once the year has begun (E-5). */
const occasion = async ({ tx, ctx, matter }: MatterWork<Budget>): Promise<VersionFacts> => {
  const decidedBefore = (await inForce(tx, matter, ctx.today)) !== undefined;
  const supplements = isSupplementary({ year: matter.year, decidedBefore, on: ctx.today });
  return { occasion: (supplements ? "supplementary" : "original") satisfies BudgetOccasion };
};

/** What follows from the rest of a budget, whenever it is saved. */
const COMPUTED = ["allocation", "results", "statements"] as const satisfies (keyof Budget)[];

/** What a budget comes to in its own year; undefined where nothing has been computed of it. */
function figuresOf(content: Budget): BudgetFigures | undefined {
  const [first] = content.results ?? [];
  const [input] = content.resultInput;
  const frames = content.allocation?.years[0]?.frames;
  return first && input && frames && { taxRate: input.taxRate, resultTkr: first.resultTkr, frames };
}

const inWords =
  (kind: string) =>
  (content: Budget, { before, year, nameOf }: InWordsOf<Budget>): string | undefined => {
    const now = figuresOf(content);
    const opening = content.allocation?.years[0]?.opening ?? {};
    return now && budgetInWords(now, { kind, year, before: before && figuresOf(before), opening, nameOf });
  };

export const budgetKind = matterKind(budgetRoutes, {
  inWords: inWords("Budget"),
  facts: occasion,
  complete: completed,
  computed: COMPUTED,
  way: async ({ tx, ctx, matter }, { decidedOn, proposal }) =>
    // The first decision on a year's budget; later ones change it
    (await inForce(tx, matter, ctx.today))
      ? []
      : budgetOrderRemarks({ year: matter.year, decidedOn, proposal }),
  remarks: async (work) => [...(await remarks(work)), ...(await supplementary(work))],
});
export const planningConditionsKind = matterKind(planningConditionsRoutes, {
  inWords: inWords(PLANNING_CONDITIONS.names.sv),
  complete: completed,
  computed: COMPUTED,
  remarks,
});

/** What the council has allocated to a body for a year, as in force on a day. */
export async function allocationInForce(tx: Tx, body: string, year: number, asOf: Day) {
  const council = await councilOfBudget(tx, year, asOf);
  const version = await inForce(tx, { kind: BUDGET.kind, body: council, year }, asOf);
  if (!version?.decision) return undefined;
  const amountTkr = ownValue(budgetRoutes.read(version).allocation?.years[0]?.frames, body);
  return amountTkr === undefined
    ? undefined
    : { amountTkr, decision: version.decision.number, matter: version.matter.id };
}

import type { GoalDemand, SoundEconomyDefinition } from "../../budget/base/rules/sound-economy.ts";
import type { Judgement } from "../../goals/indicators/rules/indicator.ts";

/** Is there god ekonomisk hushållning (P-5, U-7)? */
export const SOUND_ECONOMY = ["yes", "partly", "no"] as const;
export type SoundEconomy = (typeof SOUND_ECONOMY)[number];

/** Which sentence of the rule gave the proposal: the first five are of the house's own rule, the others of the council's definition; its text is `rule.<code>` of the chapter. */
export const SOUND_ECONOMY_RULES = [
  "nothing-to-judge",
  "all-met",
  "half-way",
  "financial-not-met",
  "operations-not-met",
  "definition-met",
  "definition-financial-alone",
  "definition-operations-alone",
  "definition-not-met",
  "definition-cannot-judge",
] as const;
export type SoundEconomyRule = (typeof SOUND_ECONOMY_RULES)[number];

export interface SoundEconomyProposal {
  readonly judgement: SoundEconomy;
  readonly rule: SoundEconomyRule;
  readonly counts: Readonly<Record<Judgement, number>>;
}

/**
 * Proposes the overall judgement from the strategic goals (operations) and the financial goals (economy) by what the council decided
 * in its budget (P-5, U-7): both its demands fulfilled gives "yes", one of them "partly", none "no". Where the budget has words
 * alone, the house's own rule is used, and named.
 */
export function proposeSoundEconomy(
  strategic: readonly Judgement[],
  financial: readonly Judgement[],
  definition?: SoundEconomyDefinition,
): SoundEconomyProposal {
  if (!definition) return byHouseRule(strategic, financial);
  const counts = countJudgements([...strategic, ...financial]);
  const is = (judgement: SoundEconomy, rule: SoundEconomyRule) => ({ judgement, rule, counts });
  const economy = fulfils(definition.financial, financial);
  const operations = fulfils(definition.operations, strategic);
  if (economy === undefined || operations === undefined) return is("partly", "definition-cannot-judge");
  if (economy && operations) return is("yes", "definition-met");
  if (economy) return is("partly", "definition-financial-alone");
  return operations ? is("partly", "definition-operations-alone") : is("no", "definition-not-met");
}

/** Whether a demand is fulfilled whatever those that can't be judged would be; undefined where they decide, or there are no goals. */
export function fulfils(
  { counts, least }: GoalDemand,
  judgements: readonly Judgement[],
): boolean | undefined {
  if (judgements.length === 0) return undefined;
  const needed = least ?? judgements.length;
  const sure = judgements.filter((one) => one === "met" || (counts === "partly" && one === "partly")).length;
  const open = judgements.filter((one) => one === "cannot-judge").length;
  if (sure >= needed) return true;
  return sure + open >= needed ? undefined : false;
}

/**
 * The house's rule, for budgets that say in words alone what they mean: strategic and financial goals weigh alike (§1.2, §2.5).
 * - a financial goal that is not met, or no strategic goal met even in part, gives "no";
 * - every goal met gives "yes";
 * - what lies between, and what cannot be judged, gives "partly".
 */
function byHouseRule(strategic: readonly Judgement[], financial: readonly Judgement[]): SoundEconomyProposal {
  const all = [...strategic, ...financial];
  const counts = countJudgements(all);
  const is = (judgement: SoundEconomy, rule: SoundEconomyRule) => ({ judgement, rule, counts });
  if (all.length === 0 || counts["cannot-judge"] === all.length) return is("partly", "nothing-to-judge");
  if (financial.includes("not-met")) return is("no", "financial-not-met");
  if (strategic.includes("not-met") && strategic.every((j) => j === "not-met" || j === "cannot-judge"))
    return is("no", "operations-not-met");
  return counts.met === all.length ? is("yes", "all-met") : is("partly", "half-way");
}

/**
 * What several judgements say together: a strategic goal from the bodies' goals that contribute to it (U-7), and a goal
 * from its indicators (V-7). Met when all are, not met when none is even in part, partly otherwise; what cannot be judged
 * says nothing.
 */
export function proposeTogether(judgements: readonly Judgement[]): Judgement {
  const judged = judgements.filter((judgement) => judgement !== "cannot-judge");
  if (judged.length === 0) return "cannot-judge";
  if (judged.every((judgement) => judgement === "met")) return "met";
  return judged.every((judgement) => judgement === "not-met") ? "not-met" : "partly";
}

export function countJudgements(judgements: readonly Judgement[]): Record<Judgement, number> {
  const counts: Record<Judgement, number> = { met: 0, partly: 0, "not-met": 0, "cannot-judge": 0 };
  for (const judgement of judgements) counts[judgement] += 1;
  return counts;
}

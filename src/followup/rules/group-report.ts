import type { Judgement } from "../../goals/indicators/rules/indicator.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";
import type { ReportKind } from "./occasions.ts";
import { goalRemarks, type Judged } from "./report.ts";
import type { SoundEconomy } from "./sound-economy.ts";

const CITE = "§2.5";

export interface GroupPartFacts {
  readonly strategicGoals: readonly (Judged & { readonly goal: string })[];
  readonly financialGoals: readonly (Judged & { readonly id: string })[];
  readonly soundEconomy: { readonly judgement: SoundEconomy | null; readonly grounds: string };
  readonly expectedDevelopment: string;
}

export interface GroupContext {
  readonly kind: ReportKind;
  readonly strategicGoals: readonly { readonly id: string; readonly proposed: Judgement }[];
  readonly financialGoals: readonly { readonly id: string; readonly proposed: Judgement }[];
  readonly soundEconomy: SoundEconomy;
  /** Names of bodies whose decided report is not in the group's. */
  readonly missing: readonly string[];
}

/** Only the group's report has a group part, and it must have one. */
export function groupPartRemarks(hasPart: boolean, group: boolean): Remark[] {
  if (hasPart === group) return [];
  return [remark("stops", group ? "no-group-part" : "group-part-elsewhere", CITE, {}, "group")];
}

/**
 * The group's report judges every strategic and financial goal and, from them, god ekonomisk hushållning, each with its
 * grounds (P-5, U-7); it is assembled from the bodies' decided reports (U-6).
 */
export function groupReportRemarks(part: GroupPartFacts, context: GroupContext): Remark[] {
  const financial = part.financialGoals.map((judged) => ({ ...judged, goal: judged.id }));
  const remarks = [
    ...goalRemarks(part.strategicGoals, context.strategicGoals, "group.strategicGoals"),
    ...goalRemarks(financial, context.financialGoals, "group.financialGoals"),
  ];
  if (part.soundEconomy.judgement === null)
    remarks.push(remark("stops", "sound-economy-not-judged", "KL 11:1", {}, "group.soundEconomy.judgement"));
  else if (isBlank(part.soundEconomy.grounds))
    remarks.push(
      remark("stops", "sound-economy-without-grounds", "KL 11:1", {}, "group.soundEconomy.grounds"),
    );
  else if (part.soundEconomy.judgement !== context.soundEconomy)
    remarks.push(
      remark("info", "sound-economy-judged-otherwise", "KL 11:1", {}, "group.soundEconomy.judgement"),
    );
  if (context.kind === "annual-report" && isBlank(part.expectedDevelopment))
    remarks.push(remark("stops", "no-expected-development", "LKBR 11 kap.", {}, "group.expectedDevelopment"));
  if (context.missing.length > 0)
    remarks.push(
      remark("needs-reason", "reports-missing", CITE, {
        count: context.missing.length,
        bodies: context.missing.join(", "),
      }),
    );
  return remarks;
}

import type { Body } from "../../../organisation/rules/organisation.ts";
import { asFormula, type FinancialGoal, goalOutcome } from "../../base/rules/financial-goals.ts";
import { GROUP_LINE_IDS, type GroupLine, MUNICIPALITYS_OWN } from "../../base/rules/group-lines.ts";
import type { Lines } from "../../base/rules/result-lines.ts";
import type { CompanyLine, CompanyLines } from "./company-lines.ts";

/** The company's line that is added to each of the municipality's. */
export const COMPANYS: Readonly<Record<GroupLine, CompanyLine>> = {
  result: "result",
  netInvestments: "investments",
  depreciation: "depreciation",
  newLoans: "newLoans",
  amortisation: "amortisation",
  cash: "cash",
  assets: "assets",
  equity: "adjustedEquity",
  loans: "loans",
};

const WHOLE = 100;

/** A body as it is owned: its own share of the owner above it, where the organisation says it. */
type Owned = Pick<Body, "id" | "parent" | "kind"> & { readonly sharePercent?: number | null | undefined };

/** How much of a company the municipality owns, per cent: a subsidiary's share is of its owner's. */
export function ownersShare(bodies: readonly Owned[], id: string): number {
  let share = WHOLE;
  const passed = new Set<string>();
  for (let at: string | null = id; at !== null && !passed.has(at); ) {
    passed.add(at);
    const found: Owned | undefined = bodies.find((body) => body.id === at);
    if (found?.kind !== "company") break;
    share = (share * (found.sharePercent ?? WHOLE)) / WHOLE;
    at = found.parent;
  }
  return share;
}

/** A company where the owner decides by itself: it has a budget and goals here; others are only watched over. */
export const isOwnCompany = (bodies: readonly Owned[], id: string): boolean =>
  ownersShare(bodies, id) * 2 > WHOLE;

export interface CompanyPart {
  readonly body: string;
  readonly sharePercent: number;
  readonly years: readonly { readonly year: number; readonly lines: CompanyLines }[];
}

export interface GroupYear {
  readonly year: number;
  readonly lines: Lines;
  /** The companies that have no decided budget for the year: without them nothing is said of the group. */
  readonly missing: readonly string[];
}

/**
 * The municipality and its companies together, by the owner's share: a simple addition, without what they have with each other being
 * taken away. A year in which a company lacks a budget has the municipality's own lines alone (KL 11:6, LKBR 12).
 */
export const groupYears = (
  municipality: readonly { readonly year: number; readonly lines: Lines }[],
  companies: readonly CompanyPart[],
): GroupYear[] =>
  municipality.map(({ year, lines }) => {
    const parts = companies.map((company) => ({
      ...company,
      lines: company.years.find((one) => one.year === year)?.lines,
    }));
    const missing = parts.filter((part) => part.lines === undefined).map(({ body }) => body);
    const own = Object.fromEntries(
      MUNICIPALITYS_OWN.flatMap((line) => (lines[line] === undefined ? [] : [[line, lines[line]]])),
    );
    if (missing.length > 0) return { year, lines: own, missing };
    const added = GROUP_LINE_IDS.flatMap((line) =>
      lines[line] === undefined
        ? []
        : [
            [
              line,
              parts.reduce(
                (sum, { lines: of, sharePercent }) =>
                  sum + Math.round(((of?.[COMPANYS[line]] ?? 0) * sharePercent) / WHOLE),
                lines[line],
              ),
            ],
          ],
    );
    return { year, lines: { ...own, ...Object.fromEntries(added) }, missing };
  });

/** The group's financial goals with what each year gives; null where the group can't be computed (KL 11:6, P-5). */
export const judgedGroupGoals = (goals: readonly FinancialGoal[], years: readonly GroupYear[]) =>
  goals.map((goal) => {
    const { formula, direction, unit } = asFormula(goal);
    const outcomes = years.map(({ year, lines }) => ({ year, ...goalOutcome(goal, year, lines) }));
    return { id: goal.id, text: goal.text, formula, direction, unit, target: goal.target, outcomes };
  });

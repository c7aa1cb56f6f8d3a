import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";
import {
  type CompanyGiven,
  type CompanyLines,
  type CompanyYear,
  companyYears,
  openingOf,
  yearsFrom,
} from "./company-lines.ts";
import { type Demand, judgedDemands } from "./demands.ts";

const CITE = "§2.2";
const DIRECTIVE = "KL 10:3";

export interface CompanyContent extends CompanyGiven {
  readonly investments: readonly {
    readonly id: string;
    readonly name: string;
    readonly amountsTkr: Readonly<Record<string, number>>;
  }[];
  readonly demands: readonly Demand[];
}

/**
 * What is to be put right before a board can decide: sums that do not hold, money that is not there. A demand of the owner's that the
 * budget does not meet needs a reason (E-1, KL 10:3, KL 11:6).
 */
export function companyRemarks(content: CompanyContent, first: number): Remark[] {
  const years = companyYears(content, first);
  return [
    ...openingRemarks(content),
    ...yearRemarks(years),
    ...writtenRemarks(content, first),
    ...demandRemarks(content.demands, years),
  ];
}

/** What the company has equals what it has it from. */
function openingRemarks(content: CompanyContent): Remark[] {
  const { assets = 0, equityAndDebt = 0 } = openingOf(content);
  if (assets === equityAndDebt) return [];
  return [
    remark(
      "stops",
      "company-opening-differs",
      CITE,
      { assetsTkr: assets, debtTkr: equityAndDebt, differenceTkr: assets - equityAndDebt },
      "opening",
    ),
  ];
}

function yearRemarks(years: readonly CompanyYear[]): Remark[] {
  return years.flatMap(({ year, lines }, i) => {
    const { revenue = 0, costs = 0, cash = 0, loans = 0, fixedAssets = 0, equity = 0 } = lines;
    const stops = (code: string, line: string, params: Remark["params"]) =>
      remark("stops", code, CITE, { year, ...params }, `lines.${line}.${year}`);
    return [
      ...(i === 0 && revenue === 0 && costs === 0 ? [stops("company-empty", "revenue", {})] : []),
      ...(cash < 0 ? [stops("company-cash-short", "newLoans", { missingTkr: 0 - cash })] : []),
      ...(loans < 0 ? [stops("company-loans-negative", "amortisation", { overTkr: 0 - loans })] : []),
      ...(fixedAssets < 0
        ? [stops("company-depreciation-over", "depreciation", { overTkr: 0 - fixedAssets })]
        : []),
      ...(equity < 0
        ? [
            remark(
              "needs-reason",
              "company-equity-negative",
              CITE,
              { year, equityTkr: equity },
              "opening.equity",
            ),
          ]
        : []),
    ];
  });
}

function writtenRemarks({ investments, demands, lines }: CompanyContent, first: number): Remark[] {
  const years = yearsFrom(first).map(String);
  const outside = (amounts: Readonly<Record<string, number>>, at: string) =>
    Object.keys(amounts)
      .filter((year) => !years.includes(year))
      .map((year) =>
        remark("stops", "company-other-year", CITE, { year, years: years.join(", ") }, `${at}.${year}`),
      );
  return [
    ...Object.entries(lines).flatMap(([line, amounts]) => outside(amounts ?? {}, `lines.${line}`)),
    ...investments.flatMap(({ name, amountsTkr }, i) => [
      ...(isBlank(name)
        ? [remark("stops", "company-project-nameless", CITE, { number: i + 1 }, `investments.${i}.name`)]
        : []),
      ...outside(amountsTkr, `investments.${i}.amountsTkr`),
    ]),
    ...demands.flatMap(({ text, values = {} }, i) => [
      ...(isBlank(text)
        ? [remark("stops", "company-demand-nameless", DIRECTIVE, { number: i + 1 }, `demands.${i}.text`)]
        : []),
      ...outside(values, `demands.${i}.values`),
    ]),
  ];
}

function demandRemarks(demands: readonly Demand[], years: readonly CompanyYear[]): Remark[] {
  if (demands.length === 0) return [remark("deviation", "company-no-demands", DIRECTIVE, {}, "demands")];
  return judgedDemands(demands, years).flatMap(({ text, outcomes }, i) => {
    const at = `demands.${i}`;
    const { direction, target } = demands[i] as Demand;
    const missed = outcomes.flatMap(({ year, outcome, met }) =>
      met || outcome === null
        ? []
        : [
            remark(
              "needs-reason",
              direction === "at-least" ? "company-demand-below" : "company-demand-above",
              DIRECTIVE,
              { demand: text, year, outcomeValue: outcome, targetValue: target },
              at,
            ),
          ],
    );
    const unjudged = outcomes.filter(({ outcome }) => outcome === null).map(({ year }) => year);
    return unjudged.length === 0
      ? missed
      : [
          ...missed,
          remark(
            "deviation",
            "company-demand-unjudged",
            DIRECTIVE,
            { demand: text, years: unjudged.join(", ") },
            at,
          ),
        ];
  });
}

/** What the new year begins with, where it is not what last year's budget said that it would (E-1). */
export function openingMovedRemarks(opening: CompanyLines, last: CompanyLines | undefined): Remark[] {
  if (!last) return [];
  return (["equity", "loans"] as const).flatMap((line) => {
    const [nowTkr, plannedTkr] = [opening[line] ?? 0, last[line] ?? 0];
    return nowTkr === plannedTkr
      ? []
      : [
          remark(
            "info",
            line === "loans" ? "company-loans-moved" : "company-equity-moved",
            CITE,
            { nowTkr, plannedTkr, differenceTkr: nowTkr - plannedTkr },
            `opening.${line}`,
          ),
        ];
  });
}

/** What can't be stored: two things of one name, of which one would be lost where several people's drafts are brought together. */
export function twiceFaults({ investments, demands }: CompanyContent): Remark[] {
  return Object.entries({ investments, demands }).flatMap(([list, things]) => {
    const seen = new Set<string>();
    return things.flatMap(({ id }, i) => {
      if (seen.has(id)) return [remark("stops", "id-twice", CITE, { id }, `${list}.${i}.id`)];
      seen.add(id);
      return [];
    });
  });
}

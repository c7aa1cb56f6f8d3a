import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import type { Adjustment } from "../../base/rules/allocation-input.ts";
import type { Investment, InvestmentCost } from "../../base/rules/investment.ts";
import type { Position, PositionInput, YearLines } from "../../base/rules/position.ts";
import type { Result, ResultInput } from "../../base/rules/result.ts";
import {
  definitionOf,
  LINE_IDS,
  LINES,
  type LineId,
  type LinePart,
  type Lines,
  OPENING_LINES,
  type Sign,
  sumOfParts,
  YEAR_LINES,
} from "../../base/rules/result-lines.ts";
import { leftToRestoreTkr } from "./balance-requirement.ts";
import { capitalInFramesTkr } from "./capital-in-frames.ts";
import { capitalCosts, investmentCost } from "./investments.ts";

export interface PositionBasis {
  readonly position: PositionInput;
  readonly investments: readonly Investment[];
  readonly resultInput: readonly ResultInput[];
  /** Each year's result as it is before new investments and loans: its tax is taken from it. */
  readonly results: readonly Pick<Result, "taxTkr">[];
  readonly allocations: readonly {
    readonly year: number;
    readonly totalTkr: number;
    readonly frames: Readonly<Record<string, number>>;
  }[];
  readonly population: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The allocations' adjustments: those that are capital cost have an internal income of as much. */
  readonly adjustments?: readonly Adjustment[] | undefined;
}

/** Interest for the year on what the loans have grown since the opening balance; what they were then is in the given net. */
const newInterest = (loansTkr: number, openingTkr: number, rate: number) =>
  roundHalfAwayFromZero(new Exact(loansTkr - openingTkr).times(rate).div(100));

/**
 * Income statement, cash flow, balance sheet and balance requirement for the budget year and the plan years (E-7). Loans are
 * the residual: as much as is missing to the cash that is always kept; their interest is paid from the year after. All whole
 * tkr; assets are equity and liabilities every year where they are in the opening balance.
 */
export function positionOf(basis: PositionBasis): Position {
  const { position, resultInput } = basis;
  const years = resultInput.map((line) => line.year);
  const projects = basis.investments.map((one) => investmentCost(one, years, position.internalRate));
  const opening: YearLines = {
    year: (years[0] as number) - 1,
    lines: {
      ...position.opening,
      ...sums(position.opening, ["assets", "liabilities", "equityAndLiabilities", "netDebt"]),
      reserve: position.reserveTkr,
      toRestore: position.earlierDeficits.reduce((sum, deficit) => sum + deficit.amountTkr, 0),
      ...(position.pensionsOutsideTkr === null ? {} : { pensionsOutside: position.pensionsOutsideTkr }),
    },
  };
  const capital = (basis.adjustments ?? []).filter((adjustment) => adjustment.capital);
  let before: Lines = opening.lines;
  const computed = years.map((year, i): YearLines => {
    const lines: Partial<Record<LineId, number>> = {
      ...givenLines(basis, projects, year, i),
      internalCapital: capitalInFramesTkr(capital, year),
    };
    for (const line of LINE_IDS) {
      const definition = definitionOf(line);
      if (definition.kind === "sum") lines[line] = sumOfParts(definition.parts ?? [], lines, before);
      else if (line === "newInterest")
        lines[line] = newInterest(before.loans ?? 0, position.opening.loans, position.loanRate);
      else if (line === "newLoans")
        lines[line] = Math.max(0, position.leastCashTkr - (lines.cashBeforeLoans ?? 0));
      else if (line === "toRestore") lines[line] = leftToRestoreTkr(before, lines);
    }
    before = lines;
    return { year, lines };
  });
  return {
    opening,
    years: computed,
    projects,
    capitalCosts: capitalCosts(projects, basis.allocations, (year, body) =>
      capitalInFramesTkr(capital, year, body),
    ),
  };
}

const sums = (lines: Lines, wanted: readonly LineId[]): Lines => {
  const all: Partial<Record<LineId, number>> = { ...lines };
  for (const line of wanted) all[line] = sumOfParts(definitionOf(line).parts ?? [], all, {});
  return all;
};

function givenLines(
  { position, resultInput, results, allocations, population }: PositionBasis,
  projects: readonly InvestmentCost[],
  year: number,
  i: number,
): Lines {
  const input = resultInput[i] as ResultInput;
  const own = position.years.find((line) => line.year === year);
  const built = projects.flatMap((project) => project.years.filter((line) => line.year === year));
  const sum = (of: (line: (typeof built)[number]) => number) =>
    built.reduce((total, line) => total + of(line), 0);
  const people = population[year];
  return {
    tax: results[i]?.taxTkr ?? 0,
    equalisation: input.equalisationTkr,
    allocations: allocations[i]?.totalTkr ?? 0,
    central: 0 - input.centralTkr,
    givenDepreciation: 0 - input.depreciationTkr,
    givenFinancialNet: input.financialNetTkr,
    newDepreciation: sum((line) => line.depreciationTkr),
    dissolvedGrants: sum((line) => line.dissolvedTkr),
    investments: sum((line) => line.spentTkr),
    investmentGrants: sum((line) => line.grantTkr),
    ...Object.fromEntries(YEAR_LINES.map((line) => [line, own?.[line] ?? 0])),
    ...(position.pensionsOutsideTkr === null ? {} : { pensionsOutside: position.pensionsOutsideTkr }),
    ...(people ? { inhabitants: Object.values(people).reduce((total, count) => total + count, 0) } : {}),
  };
}

/**
 * The result input with what new investments and loans add, and the internal income of what the allocations hold of their
 * capital cost: so that the budget's result is the position's.
 */
export function withNewCosts(input: readonly ResultInput[], { years }: Position): ResultInput[] {
  return input.map((line, i) => {
    const lines = years[i]?.lines ?? {};
    const {
      newDepreciation = 0,
      dissolvedGrants = 0,
      newInterest: interest = 0,
      internalCapital = 0,
    } = lines;
    return {
      ...line,
      centralTkr: line.centralTkr + internalCapital,
      depreciationTkr: line.depreciationTkr - newDepreciation + dissolvedGrants,
      financialNetTkr: line.financialNetTkr - interest,
    };
  });
}

export interface ExplainedLine {
  readonly line: LineId;
  readonly year: number;
  readonly tkr: number;
  readonly kind: "given" | "sum" | "rule";
  readonly source: string | undefined;
  /** Signed parts, each a line of its own year; for a sum they sum to it exactly. */
  readonly parts: readonly {
    readonly sign: Sign;
    readonly line: LineId;
    readonly year: number;
    readonly tkr: number;
  }[];
}

/** How a line of a year came about (E-8); undefined where the position has no such line. */
export function explainPositionLine(
  position: Position,
  line: LineId,
  year: number,
): ExplainedLine | undefined {
  const of = (wanted: number) =>
    wanted === position.opening.year ? position.opening : position.years.find((y) => y.year === wanted);
  const now = of(year);
  const tkr = now?.lines[line];
  if (!now || tkr === undefined) return undefined;
  const definition = definitionOf(line);
  if (now === position.opening && (OPENING_LINES as readonly string[]).includes(line))
    return { line, year, tkr, kind: "given", source: "opening", parts: [] };
  const all: readonly LinePart[] = definition.parts ?? [];
  const parts = all.flatMap(([sign, part, when]) => {
    const partYear = when ? year - 1 : year;
    const amount = of(partYear)?.lines[part as LineId];
    return amount === undefined ? [] : [{ sign, line: part as LineId, year: partYear, tkr: amount }];
  });
  if (now === position.opening && parts.length === 0)
    return { line, year, tkr, kind: "given", source: "opening", parts };
  return {
    line,
    year,
    tkr,
    kind: definition.kind,
    source: LINES[line].kind === "given" ? definition.source : undefined,
    parts,
  };
}

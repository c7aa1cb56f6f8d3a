import type { PaperBlock, PaperCell, PaperChapter } from "../../../kernel/paper.ts";
import { volumeOf } from "../../allocation/rules/volumes.ts";
import type { AllocationInput, Indexation, Service } from "../../base/rules/allocation-input.ts";
import { exactText, percentText } from "../../base/rules/exact-text.ts";
import type { ResultInput } from "../../base/rules/result.ts";
import { type PartLine, partsOf, type ResultPart } from "../../base/rules/result-parts.ts";
import type { BudgetFacts } from "../facts.ts";
import { indexName, say, serviceName } from "../texts.ts";
import { column, decimals, tkr } from "./tables.ts";

/** What the budget rests on: its sources, tax and equalisation, indices, and the people in each service's ages (E-3, E-7). */
export function conditionsChapter({ budget, allocation, resultInput }: BudgetFacts): PaperChapter {
  const { sources, input } = budget;
  const years = allocation.years.map((one) => one.year);
  return {
    title: say("conditions"),
    blocks: [
      ...(sources.length > 0
        ? [
            {
              kind: "table",
              title: say("sources"),
              columns: [column(say("what")), column(say("source"))],
              rows: sources.map(({ what, source }) => [what, source]),
              strong: [],
            } as const,
          ]
        : []),
      taxTable(resultInput, budget.resultParts ?? []),
      ...(input.indexation.length > 0 ? [indexTable(input.indexation, years)] : []),
      ...(input.services.length > 0 ? [peopleTable(input, years)] : []),
    ],
  };
}

function taxTable(lines: readonly ResultInput[], parts: readonly ResultPart[]): PaperBlock {
  const growth = (line: ResultInput, i: number): PaperCell => {
    const before = lines[i - 1]?.taxBaseTkr;
    return before ? decimals((line.taxBaseTkr / before - 1) * 100, 2) : "–";
  };
  const row = (label: string, of: (line: ResultInput, i: number) => PaperCell) => [label, ...lines.map(of)];
  /** What a line is made of, below it; what the engine has added to it is the last. */
  const partRows = (name: PartLine): PaperCell[][] => {
    const own = partsOf(parts, name);
    const rest = (line: ResultInput) =>
      line[name] - own.reduce((sum, part) => sum + (part.amountsTkr[line.year] ?? 0), 0);
    return [
      ...own.map((part) => row(`– ${part.name}`, (line) => tkr(part.amountsTkr[line.year] ?? 0))),
      ...(own.length > 0 && lines.some((line) => rest(line) !== 0)
        ? [row(`– ${say("internal-part")}`, (line) => tkr(rest(line)))]
        : []),
    ];
  };
  return {
    kind: "table",
    title: say("tax-table"),
    columns: [column(say("row")), ...lines.map(({ year }) => column(String(year), "number"))],
    rows: [
      row(say("tax-base"), (line) => tkr(line.taxBaseTkr)),
      row(say("tax-base-growth"), growth),
      row(say("tax-rate"), (line) => decimals(line.taxRate, 2)),
      row(say("settlement"), (line) => tkr(line.settlementTkr)),
      ...partRows("settlementTkr"),
      row(say("equalisation"), (line) => tkr(line.equalisationTkr)),
      ...partRows("equalisationTkr"),
      row(say("central"), (line) => tkr(line.centralTkr)),
      ...partRows("centralTkr"),
      row(say("depreciation"), (line) => tkr(line.depreciationTkr)),
      row(say("financial"), (line) => tkr(line.financialNetTkr)),
    ],
    strong: [],
  };
}

/** Each kind's rate by year; the span where bodies have different ones. */
function indexTable(indexation: readonly Indexation[], years: readonly number[]): PaperBlock {
  const rate = (kind: string, year: number): string => {
    const rates = indexation.filter((line) => line.kind === kind).map((line) => line.rate[year] ?? 0);
    const [low, high] = [Math.min(...rates), Math.max(...rates)];
    return low === high ? percentText(low, "sv") : `${percentText(low, "sv")} – ${percentText(high, "sv")}`;
  };
  return {
    kind: "table",
    title: say("index-table"),
    columns: [column(say("kind")), ...years.map((year) => column(String(year), "number"))],
    rows: [...new Set(indexation.map((line) => line.kind))].map((kind) => [
      indexName(kind),
      ...years.map((year) => rate(kind, year)),
    ]),
    strong: [],
  };
}

function peopleTable({ services, population }: AllocationInput, years: readonly number[]): PaperBlock {
  const shown = [(years[0] as number) - 1, ...years];
  return {
    kind: "table",
    title: say("people-table"),
    columns: [
      column(say("service")),
      column(say("ages")),
      column(say("price", { year: years[0] as number }), "number"),
      ...shown.map((year) => column(String(year), "number")),
    ],
    rows: services.map((service) => [
      service.name ?? serviceName(service.id),
      agesText(service),
      exactText(String(service.priceKr[years[0] as number] ?? 0), "sv"),
      ...shown.map((year) => volumeCell(volumeOf({ population }, service, year))),
    ]),
    strong: [],
  };
}

/** A service's ages, or that its volumes are measured. */
export function agesText({ ages }: Pick<Service, "ages">): string {
  if (!ages) return say("measured");
  const [from, to] = ages;
  return say(from === to ? "age-one" : "age-span", { from, to });
}

/** People, or a measured volume with its decimals. */
export const volumeCell = (volume: number): PaperCell =>
  Number.isInteger(volume) ? tkr(volume) : decimals(volume, 2);

import type { PaperBlock, PaperCell, PaperChapter, PaperText } from "../../../kernel/paper.ts";
import { volumeOf } from "../../allocation/rules/volumes.ts";
import type { AllocationInput, Indexation, Service } from "../../base/rules/allocation-input.ts";
import { exactText, percentText } from "../../base/rules/exact-text.ts";
import type { ResultInput } from "../../base/rules/result.ts";
import { type PartLine, partsOf } from "../../base/rules/result-parts.ts";
import { besideAllocations } from "../../position/rules/beside.ts";
import type { BudgetFacts } from "../facts.ts";
import type { Words } from "../texts.ts";
import { titled } from "./headings.ts";
import { column, decimals, tkr } from "./tables.ts";

/** What the budget rests on: its sources, tax and equalisation, indices, and the people in each service's ages (E-3, E-7). */
export function conditionsChapter(
  { budget, allocation }: BudgetFacts,
  words: Words,
): PaperChapter<PaperText> {
  const { say, written } = words;
  const { sources, input } = budget;
  const years = allocation.years.map((one) => one.year);
  return {
    ...titled(words, "conditions"),
    blocks: [
      ...(sources.length > 0
        ? [
            {
              kind: "table",
              title: say("sources"),
              columns: [column(say("what")), column(say("source"))],
              rows: sources.map(({ what, source }) => [written(what), written(source)]),
              strong: [],
            } as const,
          ]
        : []),
      taxTable(budget, words),
      ...(input.indexation.length > 0 ? [indexTable(input.indexation, years, words)] : []),
      ...(input.services.length > 0 ? [peopleTable(input, years, words)] : []),
    ],
  };
}

type Block = PaperBlock<PaperText>;
type Cell = PaperCell<PaperText>;

function taxTable(budget: BudgetFacts["budget"], { say, written, joined, lineName }: Words): Block {
  const lines = budget.resultInput;
  const beside = besideAllocations(budget);
  const parts = budget.resultParts ?? [];
  const growth = (line: ResultInput, i: number): PaperCell => {
    const before = lines[i - 1]?.taxBaseTkr;
    return before ? decimals((line.taxBaseTkr / before - 1) * 100, 2) : "–";
  };
  const row = (label: PaperText, of: (line: ResultInput, i: number) => PaperCell): Cell[] => [
    label,
    ...lines.map(of),
  ];
  /** A line of the result by the name that it has there, and what it is made of below it. */
  const partRows = (name: PartLine): Cell[][] =>
    partsOf(parts, name).map((part) =>
      row(joined("– ", written(part.name)), (line) => tkr(part.amountsTkr[line.year] ?? 0)),
    );
  const besideRow = (
    line: "central" | "internalCapital" | "depreciation" | "dissolvedGrants" | "financialNet",
  ) => row(lineName(line), (_, i) => tkr(beside[i]?.[`${line}Tkr`]));
  const any = (of: "internalCapitalTkr" | "dissolvedGrantsTkr") => beside.some((one) => one[of] !== 0);
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
      row(lineName("equalisation"), (line) => tkr(line.equalisationTkr)),
      ...partRows("equalisationTkr"),
      besideRow("central"),
      ...partRows("centralTkr"),
      ...(any("internalCapitalTkr") ? [besideRow("internalCapital")] : []),
      besideRow("depreciation"),
      ...(any("dissolvedGrantsTkr") ? [besideRow("dissolvedGrants")] : []),
      besideRow("financialNet"),
    ],
    strong: [],
  };
}

/** Each kind's rate by year; the span where bodies have different ones. */
function indexTable(
  indexation: readonly Indexation[],
  years: readonly number[],
  { language, say, indexName }: Words,
): Block {
  const percent = (rate: number) => percentText(rate, language);
  const rate = (kind: string, year: number): string => {
    const rates = indexation.filter((line) => line.kind === kind).map((line) => line.rate[year] ?? 0);
    const [low, high] = [Math.min(...rates), Math.max(...rates)];
    return low === high ? percent(low) : `${percent(low)} – ${percent(high)}`;
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

function peopleTable(
  { services, population }: AllocationInput,
  years: readonly number[],
  words: Words,
): Block {
  const { say, serviceName, language } = words;
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
      serviceName(service.id, service.name),
      agesText(service, words),
      exactText(String(service.priceKr[years[0] as number] ?? 0), language),
      ...shown.map((year) => volumeCell(volumeOf({ population }, service, year))),
    ]),
    strong: [],
  };
}

/** A service's ages, or that its volumes are measured. */
export function agesText({ ages }: Pick<Service, "ages">, { say }: Words): string {
  if (!ages) return say("measured");
  const [from, to] = ages;
  return say(from === to ? "age-one" : "age-span", { from, to });
}

/** People, or a measured volume with its decimals. */
export const volumeCell = (volume: number): PaperCell =>
  Number.isInteger(volume) ? tkr(volume) : decimals(volume, 2);

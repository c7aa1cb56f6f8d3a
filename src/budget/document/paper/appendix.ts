import type { PaperBlock, PaperChapter } from "../../../kernel/paper.ts";
import { sumOf } from "../../../kernel/sum.ts";
import type { AllocationLine, AllocationYear, Origin } from "../../base/rules/allocation.ts";
import { exactText, percentText } from "../../base/rules/exact-text.ts";
import type { BudgetFacts } from "../facts.ts";
import { indexName, say, serviceName } from "../texts.ts";
import { agesText, volumeCell } from "./conditions.ts";
import { column, tkr } from "./tables.ts";

type Of<Step extends Origin["step"]> = AllocationLine & { readonly origin: Extract<Origin, { step: Step }> };
const linesOf = <Step extends Origin["step"]>(year: AllocationYear, step: Step) =>
  year.lines.filter((line): line is Of<Step> => line.origin.step === step);

/** How every figure was computed (E-8): each line of demography and indexation with its inputs, exactly and in whole tkr. */
export function appendixChapter(facts: BudgetFacts): PaperChapter {
  const names = new Map(facts.bodies.map(({ id, name }) => [id, name]));
  const bodyName = (id: string) => names.get(id) ?? id;
  return {
    title: say("appendix"),
    blocks: [
      { kind: "prose", text: say("appendix-lead") },
      ...facts.allocation.years.flatMap((year): PaperBlock[] => [
        { kind: "heading", level: 2, text: String(year.year) },
        ...oneOffs(year, bodyName),
        ...demography(year, bodyName),
        ...trueUps(year, bodyName),
        ...indexation(year, bodyName),
      ]),
    ],
  };
}

type Name = (id: string) => string;
const total = (lines: readonly AllocationLine[]) => tkr(sumOf(lines.map((line) => line.amountTkr)));

function oneOffs(year: AllocationYear, bodyName: Name): PaperBlock[] {
  const lines = linesOf(year, "one-off");
  if (lines.length === 0) return [];
  return [textTable(say("one-off-table", { year: year.year }), lines, bodyName)];
}

function textTable(title: string, lines: readonly Of<"one-off" | "true-up">[], bodyName: Name): PaperBlock {
  return {
    kind: "table",
    title,
    columns: [column(say("body")), column(say("text")), column(say("whole"), "number")],
    rows: [
      ...lines.map((line) => [bodyName(line.body), line.origin.text || say("no-text"), tkr(line.amountTkr)]),
      [say("sum"), "", total(lines)],
    ],
    strong: [lines.length],
  };
}

function demography({ year, ...rest }: AllocationYear, bodyName: Name): PaperBlock[] {
  const lines = linesOf({ year, ...rest }, "demography");
  if (lines.length === 0) return [];
  return [
    {
      kind: "table",
      title: say("demography-table", { year }),
      columns: [
        column(say("service")),
        column(say("body")),
        column(say("before", { year: year - 1 }), "number"),
        column(say("now", { year }), "number"),
        column(say("coverage"), "number"),
        column(say("price"), "number"),
        column(say("exact"), "number"),
        column(say("whole"), "number"),
      ],
      rows: [
        ...lines.map(({ body, amountTkr, origin }) => [
          `${origin.name ?? serviceName(origin.service)}, ${agesText(origin)}`,
          bodyName(body),
          volumeCell(origin.peopleBefore),
          volumeCell(origin.peopleNow),
          percentText(origin.coverage, "sv"),
          exactText(String(origin.priceKr), "sv"),
          exactText(origin.exactTkr, "sv"),
          tkr(amountTkr),
        ]),
        [say("sum"), "", "", "", "", "", "", total(lines)],
      ],
      strong: [lines.length],
    },
  ];
}

/** Adjustments after a true-up belong to the demography, but are not counted from the forecast (E-4). */
function trueUps(year: AllocationYear, bodyName: Name): PaperBlock[] {
  const lines = linesOf(year, "true-up");
  return lines.length === 0 ? [] : [textTable(say("true-up-table", { year: year.year }), lines, bodyName)];
}

function indexation(year: AllocationYear, bodyName: Name): PaperBlock[] {
  const lines = linesOf(year, "indexation");
  if (lines.length === 0) return [];
  return [
    {
      kind: "table",
      title: say("indexation-table", { year: year.year }),
      columns: [
        column(say("body")),
        column(say("kind")),
        column(say("base"), "number"),
        column(say("rate"), "number"),
        column(say("share"), "number"),
        column(say("exact"), "number"),
        column(say("whole"), "number"),
      ],
      rows: [
        ...lines.map(({ body, amountTkr, origin }) => [
          bodyName(body),
          indexName(origin.kind, origin.name),
          tkr(origin.baseTkr),
          percentText(origin.rate, "sv"),
          percentText(origin.share, "sv"),
          exactText(origin.exactTkr, "sv"),
          tkr(amountTkr),
        ]),
        [say("sum"), "", "", "", "", "", total(lines)],
      ],
      strong: [lines.length],
    },
  ];
}

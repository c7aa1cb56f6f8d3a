import type { PaperBlock, PaperChapter, PaperText } from "../../../kernel/paper.ts";
import { sumOf } from "../../../kernel/sum.ts";
import type { AllocationLine, AllocationYear, Origin } from "../../base/rules/allocation.ts";
import { exactText, percentText } from "../../base/rules/exact-text.ts";
import type { BudgetFacts } from "../facts.ts";
import type { Words } from "../texts.ts";
import { agesText, volumeCell } from "./conditions.ts";
import { titled } from "./headings.ts";
import { column, tkr } from "./tables.ts";

type Of<Step extends Origin["step"]> = AllocationLine & { readonly origin: Extract<Origin, { step: Step }> };
const linesOf = <Step extends Origin["step"]>(year: AllocationYear, step: Step) =>
  year.lines.filter((line): line is Of<Step> => line.origin.step === step);

/** How every figure was computed (E-8): each line of demography and indexation with its inputs, exactly and in whole tkr. */
export function appendixChapter(facts: BudgetFacts, words: Words): PaperChapter<PaperText> {
  const names = new Map(facts.bodies.map(({ id, name }) => [id, name]));
  const telling = { words, bodyName: (id: string) => words.written(names.get(id) ?? id) };
  return {
    ...titled(words, "appendix"),
    blocks: [
      { kind: "prose", text: words.say("appendix-lead") },
      ...facts.allocation.years.flatMap((year): Block[] => [
        { kind: "heading", level: 2, text: String(year.year) },
        ...oneOffs(year, telling),
        ...demography(year, telling),
        ...trueUps(year, telling),
        ...indexation(year, telling),
      ]),
    ],
  };
}

type Block = PaperBlock<PaperText>;
interface Telling {
  readonly words: Words;
  readonly bodyName: (id: string) => PaperText;
}
const total = (lines: readonly AllocationLine[]) => tkr(sumOf(lines.map((line) => line.amountTkr)));

function oneOffs(year: AllocationYear, telling: Telling): Block[] {
  const lines = linesOf(year, "one-off");
  if (lines.length === 0) return [];
  return [textTable(telling.words.say("one-off-table", { year: year.year }), lines, telling)];
}

function textTable(
  title: string,
  lines: readonly Of<"one-off" | "true-up">[],
  { words: { say, written }, bodyName }: Telling,
): Block {
  return {
    kind: "table",
    title,
    columns: [column(say("body")), column(say("text")), column(say("whole"), "number")],
    rows: [
      ...lines.map(({ body, origin, amountTkr }) => [
        bodyName(body),
        origin.text ? written(origin.text) : say("no-text"),
        tkr(amountTkr),
      ]),
      [say("sum"), "", total(lines)],
    ],
    strong: [lines.length],
  };
}

function demography({ year, ...rest }: AllocationYear, { words, bodyName }: Telling): Block[] {
  const { say, joined, serviceName, language } = words;
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
          joined(serviceName(origin.service, origin.name), ", ", agesText(origin, words)),
          bodyName(body),
          volumeCell(origin.peopleBefore),
          volumeCell(origin.peopleNow),
          percentText(origin.coverage, language),
          exactText(String(origin.priceKr), language),
          exactText(origin.exactTkr, language),
          tkr(amountTkr),
        ]),
        [say("sum"), "", "", "", "", "", "", total(lines)],
      ],
      strong: [lines.length],
    },
  ];
}

/** Adjustments after a true-up belong to the demography, but are not counted from the forecast (E-4). */
function trueUps(year: AllocationYear, telling: Telling): Block[] {
  const lines = linesOf(year, "true-up");
  if (lines.length === 0) return [];
  return [textTable(telling.words.say("true-up-table", { year: year.year }), lines, telling)];
}

function indexation(year: AllocationYear, { words, bodyName }: Telling): Block[] {
  const { say, indexName, language } = words;
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
          percentText(origin.rate, language),
          percentText(origin.share, language),
          exactText(origin.exactTkr, language),
          tkr(amountTkr),
        ]),
        [say("sum"), "", "", "", "", "", total(lines)],
      ],
      strong: [lines.length],
    },
  ];
}

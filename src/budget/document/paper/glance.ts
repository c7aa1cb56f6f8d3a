import type { PaperBlock, PaperChapter, PaperText } from "../../../kernel/paper.ts";
import type { AllocationLine } from "../../base/rules/allocation.ts";
import type { BudgetFacts } from "../facts.ts";
import { atAGlance, type Reason, SHOWN } from "../rules/at-a-glance.ts";
import type { Words } from "../texts.ts";
import { metText } from "./economy.ts";
import { titled } from "./headings.ts";
import { column, decimals, tkr } from "./tables.ts";

/** What stands first: what the budget changes for whom against the year before, and what comes of it (E-1). */
export function glanceChapter(facts: BudgetFacts, words: Words): PaperChapter<PaperText> {
  const { say, written, tkrText } = words;
  const { allocation, year, results, financialGoals } = facts;
  const seen = atAGlance(allocation, year);
  if (!seen) return { ...titled(words, "glance"), blocks: [] };
  const { fromTkr, toTkr, differenceTkr } = seen.total;
  const amounts = { year, before: year - 1, from: tkrText(fromTkr), to: tkrText(toTkr) };
  const nameOf = (id: string) => written(facts.bodies.find((body) => body.id === id)?.name ?? id);
  const reasons = (title: string, some: readonly Reason[]): PaperBlock<PaperText>[] =>
    some.length === 0
      ? []
      : [
          {
            kind: "table",
            title,
            columns: [
              column(say("glance-what")),
              column(say("body")),
              column(say("glance-change"), "number"),
            ],
            rows: some
              .slice(0, SHOWN)
              .map(({ line, body, amountTkr }) => [nameOfLine(line, words), nameOf(body), tkr(amountTkr)]),
            strong: [],
          },
        ];
  return {
    ...titled(words, "glance"),
    blocks: [
      {
        kind: "lead",
        text: say(differenceTkr < 0 ? "glance-down" : "glance-up", {
          ...amounts,
          by: tkrText(Math.abs(differenceTkr)),
        }),
      },
      {
        kind: "table",
        title: say("glance-bodies", { year }),
        columns: [
          column(say("body")),
          column(String(year - 1), "number"),
          column(String(year), "number"),
          column(say("glance-change"), "number"),
        ],
        rows: seen.bodies.map((moved) => [
          nameOf(moved.body),
          tkr(moved.fromTkr, { year: year - 1, body: moved.body }),
          tkr(moved.toTkr, { year, body: moved.body }),
          tkr(moved.differenceTkr),
        ]),
        strong: [],
      },
      ...reasons(say("glance-rises"), seen.rises),
      ...reasons(say("glance-cuts"), seen.cuts),
      {
        kind: "table",
        title: say("glance-result"),
        columns: [
          column(say("glance-year")),
          column(say("glance-result-tkr"), "number"),
          column(say("glance-share"), "number"),
        ],
        rows: results.map((one) => [String(one.year), tkr(one.resultTkr), decimals(one.resultPercent, 1)]),
        strong: [],
      },
      ...financialGoals.map((goal) => ({ kind: "prose", text: metText(goal, words) }) as const),
    ],
  };
}

function nameOfLine({ origin }: AllocationLine, { written, serviceName, indexName }: Words): PaperText {
  if (origin.step === "demography") return serviceName(origin.service, origin.name);
  if (origin.step === "indexation") return indexName(origin.kind, origin.name);
  return written(origin.text);
}

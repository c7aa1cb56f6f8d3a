import { inRunningText } from "../../../decisions/rules/in-words.ts";
import { numberText, tkrText } from "../../../kernel/format.ts";
import { type ByBody, differencesByBody } from "../../base/rules/by-body.ts";

/** What a budget's year comes to. */
export interface BudgetFigures {
  readonly taxRate: number;
  readonly resultTkr: number;
  /** What each body is allocated, by its id. */
  readonly frames: ByBody;
}

/**
 * A budget, or planning conditions, in one sentence: the biggest rise and the biggest cut of a body's allocation, the result and the tax
 * rate. Held against what was decided of it before; the first time against the year before, as the allocations begin.
 */
export function budgetInWords(
  now: BudgetFigures,
  of: {
    /** "Budget". */
    readonly kind: string;
    readonly year: number;
    readonly before: BudgetFigures | undefined;
    readonly opening: ByBody;
    readonly nameOf: (body: string) => string;
  },
): string {
  const { before } = of;
  const changes = Object.entries(differencesByBody(before?.frames ?? of.opening, now.frames)).map(
    ([body, tkr]) => ({ body, tkr }),
  );
  const name = (body: string) => inRunningText(of.nameOf(body));
  const [most] = changes.filter(({ tkr }) => tkr > 0).sort((a, b) => b.tkr - a.tkr);
  const [least] = changes.filter(({ tkr }) => tkr < 0).sort((a, b) => a.tkr - b.tkr);
  const parts = [
    ...(most ? [`${tkrText(most.tkr, "sv", true)} till ${name(most.body)}`] : []),
    ...(least ? [`${tkrText(least.tkr, "sv", true)} för ${name(least.body)}`] : []),
  ];
  const rate = numberText(now.taxRate, "sv", 2);
  const tax =
    before && before.taxRate !== now.taxRate
      ? `skattesatsen ändras från ${numberText(before.taxRate, "sv", 2)} till ${rate}`
      : `skattesats ${rate}`;
  const result =
    before && before.resultTkr !== now.resultTkr
      ? `resultatet går från ${numberText(before.resultTkr, "sv")} till ${numberText(now.resultTkr, "sv")} tkr`
      : `resultat ${numberText(now.resultTkr, "sv")} tkr`;
  const what = `${of.kind} ${of.year}`;
  if (before && parts.length === 0) return `${what} ändras utan att någon ram ändras; ${result}, ${tax}`;
  return `${what}${before ? " ändras" : ""}: ${[...parts, result, tax].join(", ")}`;
}

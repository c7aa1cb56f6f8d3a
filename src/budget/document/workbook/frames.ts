import { Exact } from "../../../kernel/money.ts";
import { sumOf } from "../../../kernel/sum.ts";
import type { Sheet, SheetCell } from "../../../platform/rendering/workbook.ts";
import { explain } from "../../allocation/rules/explain.ts";
import { type AllocationLine, type AllocationYear, STEPS, stepOf } from "../../base/rules/allocation.ts";
import type { BudgetFacts } from "../facts.ts";
import { swedish } from "../texts.ts";
import { cellOf, EXACT, type Places, placesOf, rowNumber, TKR } from "./inputs.ts";

const { indexName, say, sayInBook, serviceName, stepName, stepShort } = swedish;

/** Columns of the lines: body, step, item, before, now, factor, price or rate, exact, rounding, whole, as given, change. */
const [BODY, STEP, EXACTLY, WHOLE] = ["A", "B", "H", "J"];

/**
 * Every line of a year. Exact is a formula over the inputs; rounding is what largest remainder adds, as a number; whole is
 * their sum, and beside it stands the whole amount of the version, with how far a changed input has moved the line from it.
 */
export function linesSheet(facts: BudgetFacts, year: AllocationYear): Sheet {
  const places = placesOf(facts.budget.input);
  return {
    name: sayInBook("lines", { year: year.year }),
    columns: [
      { header: sayInBook("id"), width: 28 },
      { header: sayInBook("step"), width: 22 },
      { header: sayInBook("post"), width: 40 },
      { header: sayInBook("before"), width: 18, format: TKR },
      { header: sayInBook("now"), width: 12, format: TKR },
      { header: sayInBook("factor"), width: 18 },
      { header: sayInBook("price-or-rate"), width: 14 },
      { header: sayInBook("exact"), width: 16, format: EXACT },
      { header: sayInBook("rounding"), width: 14, format: EXACT },
      { header: sayInBook("whole"), width: 14, format: TKR },
      { header: sayInBook("given"), width: 16, format: TKR },
      { header: sayInBook("change"), width: 12, format: TKR },
    ],
    rows: year.lines.map((line, i) => {
      const row = rowNumber(i);
      const { item, parts, exact, exactTkr } = partsOf(facts, year, line, i, places);
      const amountTkr = line.amountTkr;
      return [
        line.body,
        stepName(stepOf(line)),
        item,
        ...parts,
        { formula: exact, result: exactTkr.toNumber() },
        new Exact(amountTkr).minus(exactTkr).toNumber(),
        { formula: `ROUND(${EXACTLY}${row}+I${row},0)`, result: amountTkr },
        amountTkr,
        { formula: `${WHOLE}${row}-K${row}`, result: 0 },
      ];
    }),
  };
}

interface Parts {
  readonly item: string;
  /** Before or base, now, factor, price or rate. */
  readonly parts: readonly [SheetCell, SheetCell, SheetCell, SheetCell];
  /** The formula of the exact amount. */
  readonly exact: string;
  readonly exactTkr: Exact;
}

function partsOf(
  facts: BudgetFacts,
  { year, lines }: AllocationYear,
  { origin, amountTkr }: AllocationLine,
  index: number,
  places: Places,
): Parts {
  const row = rowNumber(index);
  // Lines of demography and of indexation stand in the input's own order
  const place = index - lines.findIndex((line) => line.origin.step === origin.step);
  switch (origin.step) {
    case "demography": {
      const [from, to] = [places.service(place, "from"), places.service(place, "to")];
      const volume = (of: number) =>
        origin.measured ? places.volume(place, of) : places.people(of, from, to);
      return {
        item: serviceName(origin.service, origin.name),
        parts: [
          { formula: volume(year - 1), result: origin.peopleBefore },
          { formula: volume(year), result: origin.peopleNow },
          { formula: places.service(place, "coverage"), result: origin.coverage },
          { formula: places.service(place, year), result: origin.priceKr },
        ],
        exact: `(E${row}-D${row})*F${row}*G${row}/1000`,
        exactTkr: new Exact(origin.exactTkr),
      };
    }
    case "indexation": {
      const before = facts.allocation.years.find((one) => one.year === year - 1);
      const base = before ? grownBase(before, place) : places.indexation(place, "base");
      return {
        item: indexName(origin.kind, origin.name),
        parts: [
          { formula: base, result: origin.baseTkr },
          null,
          { formula: places.indexation(place, { share: year }), result: origin.share },
          { formula: places.indexation(place, { rate: year }), result: origin.rate },
        ],
        exact: `D${row}*G${row}*F${row}`,
        exactTkr: new Exact(origin.exactTkr),
      };
    }
    case "one-off":
      return {
        item: origin.text || say("no-text"),
        parts: [null, null, null, null],
        exact: `-${origin.from === "given" ? places.oneOff(origin.index) : places.adjustment(origin.index)}`,
        exactTkr: new Exact(amountTkr),
      };
    case "true-up":
    case "other":
      return {
        item: origin.text || say("no-text"),
        parts: [null, null, null, null],
        exact: places.adjustment(origin.index),
        exactTkr: new Exact(amountTkr),
      };
  }
}

/** What an index line grows from in a later year: its base of the year before and what it was granted then. */
function grownBase(before: AllocationYear, place: number): string {
  const sheet = sayInBook("lines", { year: before.year });
  const index = before.lines.findIndex((line) => line.origin.step === "indexation") + place;
  return `${cellOf(sheet, "D", index)}+${cellOf(sheet, WHOLE as string, index)}`;
}

/** Where a year's sum of all frames stands. */
export const totalFrameOf = (facts: BudgetFacts, year: number): string =>
  cellOf(sayInBook("frames", { year }), "H", facts.bodies.length);

/** Every body's frame of a year: what it opens from, and the steps' sums of its lines. */
export function framesSheet(facts: BudgetFacts, { year, lines }: AllocationYear): Sheet {
  const { allocation, bodies, budget } = facts;
  const places = placesOf(budget.input);
  const sheet = sayInBook("lines", { year });
  const last = rowNumber(Math.max(0, lines.length - 1));
  const range = (letters: string | undefined) => `'${sheet}'!$${letters}$2:$${letters}$${last}`;
  const first = year === allocation.years[0]?.year;
  const rows = bodies.map(({ id, name }, i): SheetCell[] => {
    const row = rowNumber(i);
    const explained = explain(allocation, { year, body: id });
    const frame = explained?.closingTkr ?? 0;
    return [
      id,
      name,
      {
        formula: first ? places.base(i) : cellOf(sayInBook("frames", { year: year - 1 }), "H", i),
        result: explained?.openingTkr ?? 0,
      },
      ...STEPS.map((step) => ({
        formula: `SUMIFS(${range(WHOLE)},${range(BODY)},$A${row},${range(STEP)},"${stepName(step)}")`,
        result: explained?.steps.find((one) => one.step === step)?.amountTkr ?? 0,
      })),
      { formula: `SUM(C${row}:G${row})`, result: frame },
      frame,
      { formula: `H${row}-I${row}`, result: 0 },
    ];
  });
  const result = (cell: SheetCell | undefined) =>
    typeof cell === "number" ? cell : typeof cell === "object" && cell !== null ? cell.result : 0;
  const sums = ["C", "D", "E", "F", "G", "H", "I", "J"].map((letters, i) => ({
    formula: `SUM(${letters}2:${letters}${rowNumber(bodies.length - 1)})`,
    result: sumOf(rows.map((row) => result(row[i + 2]))),
  }));
  return {
    name: sayInBook("frames", { year }),
    columns: [
      { header: sayInBook("id"), width: 28 },
      { header: sayInBook("name"), width: 34 },
      { header: sayInBook("opening"), width: 16, format: TKR },
      ...STEPS.map((step) => ({ header: stepShort(step), width: 14, format: TKR })),
      { header: sayInBook("frame"), width: 14, format: TKR },
      { header: sayInBook("given"), width: 16, format: TKR },
      { header: sayInBook("change"), width: 12, format: TKR },
    ],
    rows: [...rows, [null, sayInBook("sum"), ...sums]],
    strong: [bodies.length],
  };
}

import type { Budget } from "../../../base/contract.ts";
import { GIVEN_LINES } from "../../../base/rules/input-content.ts";
import { adjustmentRows } from "../../rules/input-rows.ts";

/** A cell of one of the editor's sheets: the place of its list in the content, and row and column from 0. */
export interface SheetPlace {
  readonly list: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Where a place of the content is written: "input.services.3.priceKr.2028" is a row and a column of the sheet of services, which
 * may be in another order than the content. Undefined where no sheet has it.
 */
export function sheetPlace(
  at: string,
  { input, resultInput, resultParts = [], adjustmentProposals = [] }: Budget,
): SheetPlace | undefined {
  const [list = "", key = "", field = "", year = ""] = at.replace(/^input\./, "").split(".");
  const years = input.years.map(String);
  const y = Math.max(0, years.indexOf(year));
  const index = Number(key);
  const column = (names: readonly string[]) => Math.max(0, names.indexOf(year ? `${field}.${year}` : field));
  const yearly = (name: string, of = years) => of.map((one) => `${name}.${one}`);
  if (list === "base") return place("input.base", input.bodies.indexOf(key), 1);
  if (!/^\d+$/.test(key)) return undefined;
  if (list === "services") {
    const service = input.services[index];
    const measured = service?.measured !== undefined;
    const row = input.services
      .slice(0, index)
      .filter((one) => (one.measured !== undefined) === measured).length;
    const volumes = yearly("measured", [String((input.years[0] ?? 0) - 1), ...years]);
    const names = measured ? volumes : ["ages", "coverage"];
    return place(
      measured ? "input.services-measured" : "input.services",
      row,
      column(["name", "body", ...names, ...yearly("priceKr"), "source"]),
    );
  }
  if (list === "indexation") {
    const rates = years.flatMap((one) => [`rate.${one}`, `share.${one}`]);
    return place("input.indexation", index, column(["body", "kind", "name", "baseTkr", ...rates, "source"]));
  }
  if (list === "oneOffs")
    return place("input.oneOffs", index, column(["text", "body", "amountTkr", "source"]));
  if (list === "adjustments" || list === "adjustmentProposals") {
    const rows = adjustmentRows({ adjustments: input.adjustments, proposals: adjustmentProposals });
    const own = list === "adjustments" ? input.adjustments[index] : adjustmentProposals[index];
    const shown = rows.filter(({ fixed }) => !fixed);
    const row = shown.findIndex(({ id }) => own?.id === id || own?.id === `${id}.${own?.year}`);
    const ofYear = Math.max(0, input.years.indexOf(own?.year ?? 0));
    const names = [
      "text",
      "state",
      "body",
      ...years,
      "oneOff",
      "effect",
      "owner",
      "by",
      "source",
      "decision",
    ];
    return place(
      "input.adjustments",
      row,
      field === "amountTkr" ? 3 + ofYear : Math.max(0, names.indexOf(field)),
    );
  }
  if (list === "resultInput")
    return resultInput[index]
      ? place("resultInput", (GIVEN_LINES as readonly string[]).indexOf(field), 1 + index)
      : undefined;
  if (list === "resultParts" && resultParts[index]) {
    const names = ["name", "line", ...years, "source"];
    return place("resultParts", index, field === "amountsTkr" ? 2 + y : Math.max(0, names.indexOf(field)));
  }
  return undefined;
}

const place = (list: string, row: number, column: number): SheetPlace | undefined =>
  row < 0 ? undefined : { list, row, column };

import type { PaperCell, PaperTable } from "../../../kernel/paper.ts";
import { type FigurePlace, placeText } from "../../base/rules/figure-place.ts";

export const column = (label: string, kind: "text" | "number" = "text"): PaperTable["columns"][number] => ({
  label,
  kind,
});

/** An amount in whole tkr; a dash where there is none. `place` is where the figure is explained (E-8). */
export const tkr = (amount: number | undefined, place?: FigurePlace): PaperCell =>
  amount === undefined ? "–" : { number: amount, ...told(place) };

export const decimals = (number: number, count: number, place?: FigurePlace): PaperCell => ({
  number,
  decimals: count,
  ...told(place),
});

const told = (place: FigurePlace | undefined) => (place ? { figure: placeText(place) } : {});

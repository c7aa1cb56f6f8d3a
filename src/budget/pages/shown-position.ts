import type { z } from "zod";
import type { PositionView } from "../contract-position.ts";
import type { Position } from "../rules/position.ts";
import { isLine, type LineId } from "../rules/position-lines.ts";

/** The position that the page shows. */
export type ShownPosition = z.output<typeof PositionView>;
/** One with its statements. */
export type Whole = ShownPosition & { readonly statements: Position };

export const LINE_PARAM = "rad";

export interface LinePlace {
  readonly line: LineId;
  readonly year: number;
}

export const linePlaceText = ({ line, year }: LinePlace): string => `${line}.${year}`;

/** The line that an address names; undefined where it names none. */
export function linePlaceOf(text: string | undefined): LinePlace | undefined {
  const [line = "", year = ""] = (text ?? "").split(".");
  return isLine(line) && /^\d{4}$/.test(year) ? { line, year: Number(year) } : undefined;
}

import type { Language } from "../../../../kernel/format.ts";
import { numberText } from "../../../../kernel/format.ts";
import type { SheetColumn, SheetFault } from "../../../../platform/ui/sheet/sheet-types.ts";
import { percentText } from "../../../base/rules/exact-text.ts";
import type { Typed } from "../../../base/rules/typed-number.ts";

/** Whole thousands of kronor, as they may stand in any cell of the inputs. */
export const TKR_LIMITS = { min: -1_000_000_000, max: 1_000_000_000, decimals: 0, unit: "tkr" } as const;
export const PRICE_LIMITS = { min: 0, max: 1_000_000_000, decimals: 2, unit: "kr" } as const;
export const RATE_LIMITS = { min: -50, max: 50, decimals: 6 } as const;
export const VOLUME_LIMITS = { min: 0, max: 20_000_000, decimals: 2 } as const;

const width = { text: 220, number: 108 } as const;

/** A column of texts; what is too long is said, not cut. */
export function textColumn<Row>(
  id: string,
  title: string,
  of: {
    readonly get: (row: Row) => string;
    readonly set: (row: Row, text: string) => Row;
    readonly max: number;
    readonly width?: number;
    readonly frozen?: boolean;
  },
): SheetColumn<Row> {
  return {
    id,
    title,
    width: of.width ?? width.text,
    ...(of.frozen ? { frozen: true } : {}),
    text: of.get,
    edit: {
      take: (row, text) =>
        text.trim().length > of.max
          ? { code: "too-long", params: { max: of.max } }
          : of.set(row, text.trim()),
    },
  };
}

/** A column of numbers, read by `take` and written by `say`. An empty cell is what `empty` says, or refused. */
export function numberColumn<Row>(
  id: string,
  title: string,
  of: {
    readonly get: (row: Row) => number | undefined;
    readonly set: (row: Row, value: number) => Row;
    readonly take: (text: string) => Typed;
    readonly say: (value: number) => string;
    readonly clear?: (row: Row) => Row;
    readonly sum?: (rows: readonly Row[]) => string;
    readonly width?: number;
  },
): SheetColumn<Row> {
  return {
    id,
    title,
    width: of.width ?? width.number,
    numeric: true,
    text: (row) => {
      const value = of.get(row);
      return value === undefined ? "" : of.say(value);
    },
    edit: {
      take: (row, text): Row | SheetFault => {
        if (text.trim() === "" && of.clear) return of.clear(row);
        const typed = of.take(text);
        return "fault" in typed
          ? { code: typed.fault.code, params: typed.fault.params }
          : of.set(row, typed.value);
      },
    },
    ...(of.sum ? { sum: of.sum } : {}),
  };
}

/** A column of one choice among several. */
export function choiceColumn<Row>(
  id: string,
  title: string,
  of: {
    readonly get: (row: Row) => string;
    readonly set: (row: Row, value: string) => Row;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
    readonly width?: number;
  },
): SheetColumn<Row> {
  return {
    id,
    title,
    width: of.width ?? 180,
    text: (row) => of.choices.find(({ value }) => value === of.get(row))?.label ?? of.get(row),
    edit: {
      text: of.get,
      take: (row, value) =>
        of.choices.some((choice) => choice.value === value)
          ? of.set(row, value)
          : { code: "no-choice", params: { value } },
      choices: () => of.choices,
    },
  };
}

/** As few decimals as say the number, with thin spaces. */
export function plainNumber(value: number, language: Language): string {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  return numberText(value, language, Math.min(decimals, 6));
}

export const sayNumber = (language: Language) => (value: number) => plainNumber(value, language);
export const sayPercent = (language: Language) => (value: number) => percentText(value, language);

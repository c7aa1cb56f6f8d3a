import { z } from "zod";
import { idUnlike } from "../../../kernel/plain-id.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";
import { byYear, Id, Tkr } from "./fields.ts";
import type { ResultInput } from "./result.ts";

/** The lines that are more than one thing: settlements, the parts of the equalisation and grants, pensions and reserves. */
export const PART_LINES = ["settlementTkr", "equalisationTkr", "centralTkr"] as const;
export type PartLine = (typeof PART_LINES)[number];

export const MAX_PARTS = 100;

/**
 * What a line beside the allocations is made of (E-7, E-8): pensions and reserves of the central costs, the parts of the
 * equalisation, grants. A line with parts is their sum, and is not given by itself.
 */
export const ResultParts = z
  .array(
    z.object({
      id: Id,
      line: z.enum(PART_LINES),
      name: z.string().max(200),
      /** By year; absent: nothing. */
      amountsTkr: byYear(Tkr),
      source: z.string().max(500).optional(),
    }),
  )
  .max(MAX_PARTS);
export type ResultPart = z.output<typeof ResultParts>[number];

export const partsOf = (parts: readonly ResultPart[], line: PartLine): readonly ResultPart[] =>
  parts.filter((part) => part.line === line);

/** The lines of the result with those that have parts as the parts' sums, in tkr. */
export function withParts<L extends ResultInput>(lines: readonly L[], parts: readonly ResultPart[]): L[] {
  const summed = PART_LINES.filter((line) => partsOf(parts, line).length > 0);
  return lines.map((given) => ({
    ...given,
    ...Object.fromEntries(
      summed.map((line) => [
        line,
        partsOf(parts, line).reduce((sum, part) => sum + (part.amountsTkr[given.year] ?? 0), 0),
      ]),
    ),
  }));
}

/**
 * Parts whose sums are the lines that a scenario gave: what a line was changed by stands as a part of its own, named by
 * `name`, so that the parts still tell all of it (E-9).
 */
export function partsForLines(
  parts: readonly ResultPart[],
  lines: readonly ResultInput[],
  name: string,
): ResultPart[] {
  const summed = withParts(lines, parts);
  const changed = PART_LINES.flatMap((line): ResultPart[] => {
    const amountsTkr = Object.fromEntries(
      lines.flatMap((given, i) => {
        const more = given[line] - (summed[i]?.[line] ?? 0);
        return more === 0 ? [] : [[String(given.year), more]];
      }),
    );
    if (Object.keys(amountsTkr).length === 0) return [];
    const id = idUnlike(new Set(parts.map((part) => part.id)), `${line.toLowerCase()}-changed`);
    return [{ id, line, name, amountsTkr }];
  });
  return [...parts, ...changed];
}

/**
 * By how many tkr a part changes each year beyond the last one: as from the year before to it. A part that either of them does
 * not have is of one year only, or new, and does not change. A settlement is not foreseen, and has no part beyond.
 */
export function partChangeTkr({ line, amountsTkr }: ResultPart, lastYear: number): number {
  const [before, now] = [amountsTkr[lastYear - 1], amountsTkr[lastYear]];
  return line === "settlementTkr" || !before || !now ? 0 : now - before;
}

/** The parts with one year more after the last one. */
export const movedParts = (parts: readonly ResultPart[], lastYear: number): ResultPart[] =>
  parts.map((part) => {
    const amountTkr = part.amountsTkr[lastYear];
    return amountTkr === undefined || part.line === "settlementTkr"
      ? part
      : {
          ...part,
          amountsTkr: { ...part.amountsTkr, [lastYear + 1]: amountTkr + partChangeTkr(part, lastYear) },
        };
  });

/** A decided budget has no part without a name; a draft may, while it is written. */
export const partRemarks = (parts: readonly ResultPart[]): Remark[] =>
  parts.flatMap((part, i) =>
    isBlank(part.name)
      ? [remark("stops", "part-without-name", "§2.2", { number: i + 1 }, `resultParts.${i}.name`)]
      : [],
  );

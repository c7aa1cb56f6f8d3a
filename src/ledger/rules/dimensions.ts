import { z } from "zod";
import type { Day } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { Dimension, type OwnerOfCode, UNITS } from "../../organisation/rules/ledger-codes.ts";

/** Of so many dimensions a row's body can be read: more than that nobody can follow. */
export const MAX_DIMENSIONS = 5;
/** Where a municipality has said nothing: the responsible unit alone. */
export const BY_RESPONSIBILITY: readonly string[] = [UNITS];

/** The dimensions that tell whose a row is (§2.5, T-4), the first first. */
export const BodyDimensions = z.array(Dimension).min(1).max(MAX_DIMENSIONS);

/** Each dimension once: the order is what decides between them. */
export function dimensionRemarks(dimensions: readonly string[]): Remark[] {
  return dimensions.flatMap((dimension, i) =>
    dimensions.indexOf(dimension) < i
      ? [remark("stops", "dimension-twice", "§2.5", { dimension }, `dimensions.${i}`)]
      : [],
  );
}

/** A dimension with the code that a row has of it. */
export interface Carried {
  readonly dimension: string;
  readonly code: string;
}

/**
 * Whose a row is: that of the first dimension, in the municipality's order, whose code somebody has on the row's day. Where nobody
 * has any of them `carried` is the first that the row carries, which is where one would say whose it is.
 */
export function bodyOfRow(
  codeOf: (dimension: string) => string | null | undefined,
  {
    day,
    ownerOf,
    dimensions,
  }: { readonly day: Day; readonly ownerOf: OwnerOfCode; readonly dimensions: readonly string[] },
): { readonly carried: Carried | null; readonly body: string | null } {
  let first: Carried | null = null;
  for (const dimension of dimensions) {
    const code = codeOf(dimension);
    if (code == null) continue;
    const carried = { dimension, code };
    first ??= carried;
    const body = ownerOf(code, day, dimension);
    if (body !== undefined) return { carried, body };
  }
  return { carried: first, body: null };
}

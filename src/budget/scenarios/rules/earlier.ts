import type { AllocationInput } from "../../base/rules/allocation-input.ts";

/**
 * A scenario's changes in the present shape: the first ones named the base's rows by their place in it. They are read
 * in the very base that they were made of, where a place means a row; one that was not there is a row that is gone.
 */
export function liftChanges(changes: unknown, base: AllocationInput | undefined): unknown {
  if (!isRecord(changes) || !namesPlaces(changes)) return changes;
  const { given, linePoints, ...rest } = changes;
  return {
    ...rest,
    given: byPlace(
      given,
      base?.adjustments,
      (own, row) => own.body === row.body && own.year === row.year,
    ).map(([own, row]) => ({ ...own, ...(row?.text ? { text: row.text } : {}) })),
    ...(linePoints === undefined
      ? {}
      : {
          linePoints: byPlace(
            linePoints,
            base?.indexation,
            (own, row) => own.body === row.body && own.kind === row.kind,
          ).map(([own]) => own),
        }),
  };
}

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether changes are of the earlier shape, and their base must be known for them to be read. */
export const namesPlaces = (changes: unknown): boolean =>
  isRecord(changes) && (isRecord(changes.given) || isRecord(changes.linePoints));

/** What was said of each place, with the row that lay there. */
function byPlace<Row extends { readonly id?: string | undefined }>(
  said: unknown,
  rows: readonly Row[] = [],
  isMeant: (own: Json, row: Row) => boolean,
): (readonly [Json, Row | undefined])[] {
  if (!isRecord(said)) return [];
  return Object.entries(said).flatMap(([place, own]) => {
    if (!isRecord(own)) return [];
    const row = rows[Number(place)];
    const meant = row !== undefined && isMeant(own, row) ? row : undefined;
    return [[{ ...own, id: meant?.id ?? `rad-${place}` }, meant] as const];
  });
}

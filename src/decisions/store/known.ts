import { type RawBuilder, type SqlBool, sql } from "kysely";
import { earlierDay } from "../../organisation/bodies/reading-day.ts";
import type { VersionHead } from "./tables.ts";

/**
 * Of some versions those that are told of on the day that is read. On an earlier day than the municipality's own what was known at its
 * end: no draft, whose latest wording alone is kept; a proposal from the day on which it was laid forward; and what was registered later
 * with an earlier day had not been decided (docs/decisions/042).
 */
export function knownOnDay<V extends VersionHead>(versions: readonly V[]): readonly V[] {
  const day = earlierDay();
  if (day === undefined) return versions;
  return versions.flatMap((version) => {
    const { decision, proposedOn, registeredOn } = version;
    if (decision === null) return proposedOn !== null && proposedOn <= day ? [version] : [];
    const later = registeredOn !== null && registeredOn > day;
    return later ? [{ ...version, decision: { ...decision, decidedOn: registeredOn } }] : [version];
  });
}

/** Only decisions that had been registered by the day that is read, where they are `d`. */
export function registeredByDay(): RawBuilder<SqlBool> {
  const day = earlierDay();
  return day === undefined
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(d.registered_on is null or d.registered_on <= ${day})`;
}

import { inForce } from "../decisions/store/versions.ts";
import type { FigureSource } from "../goals/analyses/figures.ts";
import { plainName } from "../kernel/plain-id.ts";
import { readReport } from "./contract.ts";
import { ANNUAL_REPORT } from "./kind.ts";

/** What the last annual report before an analysis says of those who work in the body (U-3). */
export const staffFigures: FigureSource = async (tx, { body, year, asOf }) => {
  const version = await inForce(tx, { kind: ANNUAL_REPORT.kind, body, year: year - 2 }, asOf);
  if (!version) return [];
  return readReport(version).staff.figures.map(({ name, unit, value, source }) => ({
    source: `staff:${body}:${plainName(name)}`,
    name: `${name} ${year - 2}`,
    unit,
    value,
    on: (version.decision?.decidedOn ?? null) as string | null,
    from: source,
  }));
};

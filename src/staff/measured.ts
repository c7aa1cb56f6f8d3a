import type { StaffMeasure } from "../goals/indicators/computed/rules/computation.ts";
import type { ComputedSources } from "../goals/indicators/computed/sources.ts";
import { allBodies } from "../organisation/store.ts";
import { staffApart } from "./rules/apart.ts";
import { isOfFew, rowsWithin, type StaffSum, staffSum } from "./rules/sums.ts";
import { staffRows } from "./store.ts";

const VALUES: Readonly<Record<StaffMeasure, (sum: Omit<StaffSum, "fewest">) => number | null>> = {
  "sick-leave": ({ sickLeave }) => sickLeave,
  "long-sick-leave": ({ longShare }) => longShare,
  "full-time": ({ fullTime }) => fullTime,
  headcount: ({ headcount }) => headcount,
};

/** What an indicator is computed of in the staff figures, and how it is told apart (§2.5, V-7, P-6). */
export const measuredStaff: ComputedSources["staff"] = async (tx, { whose, measure, period, asOf }) => {
  const [from, to] = [period.from.slice(0, 7), period.to.slice(0, 7)];
  const { rows, imports } = await staffRows(tx, { from, to }, asOf);
  if (rows.length === 0) return { lacks: "no-staff-figures" };
  const last =
    rows
      .map(({ month }) => month)
      .sort()
      .at(-1) ?? "";
  if (last < to) return { lacks: "staff-figures-end", month: last };
  const bodies = await allBodies(tx);
  const own = rowsWithin(rows, bodies, whose);
  const sum = staffSum(own);
  if (!sum) return { lacks: "no-staff-of-body" };
  const { all, groups, units } = staffApart(rows, bodies, whose);
  const value = VALUES[measure](sum);
  if (isOfFew(sum) || !all?.sum) return { lacks: "too-few" };
  if (value === null) return { lacks: "not-told" };
  return {
    value,
    people: sum.headcount,
    imports: imports.map(({ number, name }) => ({ number, name })),
    // By age it is shown with the staff figures: an indicator has no such part
    parts: [...groups.filter(({ ages }) => ages === null), ...units].flatMap((part) => {
      const said = part.sum && VALUES[measure](part.sum);
      return part.sum && said !== null
        ? [
            {
              sex: part.sex,
              unit: part.unit === whose ? null : part.unit,
              value: said,
              people: part.sum.headcount,
            },
          ]
        : [];
    }),
  };
};

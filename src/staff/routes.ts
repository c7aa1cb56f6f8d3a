import { refuse } from "../kernel/problem.ts";
import { allBodies, whoAsks } from "../organisation/store.ts";
import { type Handler, handle, handleFile } from "../platform/http/handle.ts";
import {
  getStaffFigures,
  importStaff,
  listStaffImports,
  NoStaffImport,
  SameStaffFile,
  StaffUndone,
  undoStaffImport,
} from "./contract.ts";
import type { StaffRead } from "./intake.ts";
import { type StaffGroup, staffApart } from "./rules/apart.ts";
import { staffSum } from "./rules/sums.ts";
import type { StaffTableFor } from "./rules/table.ts";
import {
  importOfStaffFile,
  lockStaff,
  markStaffUndone,
  staffImports,
  staffRows,
  storeStaffImport,
} from "./store.ts";

/** Staff figures are read in at the executive, as the accounts are (KL 6:1). */
export const staffHandlers: Handler[] = [
  handle(getStaffFigures, async ({ params: { year }, query, ctx, tx }) => {
    const { rows } = await staffRows(tx, { from: `${year}-01`, to: `${year}-12` }, ctx.today);
    const bodies = await allBodies(tx);
    const names = new Map(bodies.map(({ id, name }) => [id, name]));
    const whose = query.body ?? null;
    const named = (group: StaffGroup) => ({
      ...group,
      name: group.unit && (names.get(group.unit) ?? group.unit),
    });
    const { all, groups, units } = staffApart(rows, bodies, whose);
    const months = [...Map.groupBy(rows, ({ month }) => month)].flatMap(([month, of]) => {
      const own = staffApart(of, bodies, whose).all;
      return own ? [{ month, of: named(own) }] : [];
    });
    return {
      months: months.sort((a, b) => a.month.localeCompare(b.month)),
      all: all ? named(all) : null,
      groups: groups.map(named),
      units: units.map(named),
    };
  }),

  handleFile(
    importStaff,
    {
      module: new URL("./intake.ts", import.meta.url),
      prepare: async ({ ctx, tx }): Promise<StaffTableFor> => {
        const who = await whoAsks(tx, ctx);
        who.mustBy(importStaff);
        return {
          units: who.bodies.map(({ id, name }) => ({ id, name })),
          month: ctx.today.slice(0, 7),
        };
      },
    },
    async ({ query, upload: { filename, sha256 }, ctx, tx }, { rows, notes }: StaffRead) => {
      const who = await whoAsks(tx, ctx);
      await lockStaff(tx, ctx.municipality);
      const same = await importOfStaffFile(tx, sha256);
      if (same) refuse(SameStaffFile, { params: { filename: same.name, day: same.imported_on } });
      const before = await staffImports(tx, ctx.today);
      const months = [...Map.groupBy(rows, ({ month }) => month)].sort(([a], [b]) => a.localeCompare(b));
      const number =
        query.preview === "true"
          ? null
          : await storeStaffImport(tx, {
              municipality_id: ctx.municipality,
              name: filename,
              file_sha256: sha256,
              months: months.map(([month]) => month),
              rows: rows.length,
              figures: JSON.stringify(rows),
              imported_by: who.person?.id as string,
              imported_on: ctx.today,
            });
      return {
        number,
        filename,
        rows: rows.length,
        units: new Set(rows.map(({ unit }) => unit)).size,
        months: months.map(([month, of]) => {
          const sum = staffSum(of);
          return {
            month,
            headcount: sum?.headcount ?? 0,
            fullTime: sum?.fullTime ?? 0,
            sickLeave: sum?.sickLeave ?? null,
            replaces: before.find(({ inForce }) => inForce.includes(month))?.name ?? null,
          };
        }),
        notes: [...notes],
      };
    },
  ),

  handle(listStaffImports, async ({ ctx, tx }) => staffImports(tx, ctx.today)),

  handle(undoStaffImport, async ({ params: { number }, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(undoStaffImport);
    await lockStaff(tx, ctx.municipality);
    const find = async () => (await staffImports(tx, ctx.today)).find((one) => one.number === number);
    const found = (await find()) ?? refuse(NoStaffImport, { params: { number } });
    if (!(await markStaffUndone(tx, number, ctx.today, who.person?.id as string)))
      refuse(StaffUndone, { params: { name: found.name } });
    return (await find()) ?? found;
  }),
];

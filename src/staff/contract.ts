import { z } from "zod";
import { problemKind } from "../kernel/problem.ts";
import { BodyId, Year } from "../organisation/contract.ts";
import { NotAWorkbook, RemarkShape, route, WorkbookTooLarge } from "../platform/http/contract.ts";
import { STAFF_FIGURES } from "./kind.ts";
import { AGES, SEXES, STAFF_LIMITS } from "./rules/figure.ts";

const chapter = "staff";

/** What a table of staff figures has wrong, each fault with its cell. */
export const StaffFaults = problemKind("staff-faults", 422);
export const SameStaffFile = problemKind("same-staff-file", 409);
export const StaffUndone = problemKind("staff-undone", 409);
export const NoStaffImport = problemKind("no-staff-import", 404);

const Month = z.string();
const Count = z.number().int().min(0);
const allow = { action: `import:${STAFF_FIGURES.object}`, of: "executive" } as const;

/** Some of those who work somewhere; `sum` null: so few that it is not shown, or it could be counted out by it. */
export const StaffGroupView = z.object({
  sex: z.enum(SEXES).nullable(),
  ages: z.enum(AGES).nullable(),
  unit: BodyId.nullable(),
  name: z.string().nullable(),
  sum: z
    .object({
      /** A month's mean. */
      headcount: Count,
      /** Full-time equivalents, a month's mean. */
      fullTime: z.number(),
      /** Per cent of ordinary working hours. */
      sickLeave: z.number().nullable(),
      /** Per cent of the sick leave that is sixty days or more. */
      longShare: z.number().nullable(),
    })
    .nullable(),
});
export type StaffGroupView = z.output<typeof StaffGroupView>;

export const getStaffFigures = route({
  id: "getStaffFigures",
  method: "GET",
  path: "/staff/figures/{year}",
  chapter,
  summary: "Anställda, årsarbetare och sjukfrånvaro ett år: efter kön, ålder, enhet och månad (§2.5)",
  params: z.object({ year: Year }),
  query: z.object({ body: BodyId.optional() }),
  returns: z.object({
    /** The months of the year that there are figures of. */
    months: z.array(z.object({ month: Month, of: StaffGroupView })),
    /** All of them together; null where there are none. */
    all: StaffGroupView.nullable(),
    groups: z.array(StaffGroupView),
    /** What lies right under the body. */
    units: z.array(StaffGroupView),
  }),
});

export const StaffImportView = z.object({
  number: z.number().int(),
  name: z.string(),
  months: z.array(Month),
  rows: Count,
  importedOn: z.string(),
  importedBy: z.string(),
  undoneOn: z.string().nullable(),
  /** The months that its figures are those of. */
  inForce: z.array(Month),
});
export type StaffImportView = z.output<typeof StaffImportView>;

export const importStaff = route({
  id: "importStaffFigures",
  method: "POST",
  path: "/staff/imports",
  chapter,
  allow,
  summary:
    "Läs in personaluppgifter ur en tabell (Excel eller CSV), eller granska dem först med preview=true (§2.5)",
  query: z.object({ preview: z.enum(["true", "false"]).default("false") }),
  upload: { maxBytes: STAFF_LIMITS.bytes },
  returns: z.object({
    /** Null in a preview: nothing has been stored. */
    number: z.number().int().nullable(),
    filename: z.string(),
    rows: Count,
    units: Count,
    months: z.array(
      z.object({
        month: Month,
        headcount: Count,
        fullTime: z.number(),
        sickLeave: z.number().nullable(),
        /** The import whose figures of the month it replaces. */
        replaces: z.string().nullable(),
      }),
    ),
    notes: z.array(RemarkShape),
  }),
  problems: [StaffFaults, SameStaffFile, NotAWorkbook, WorkbookTooLarge],
});
export type StaffPreview = z.output<(typeof importStaff)["returns"]>;

export const listStaffImports = route({
  id: "listStaffImports",
  method: "GET",
  path: "/staff/imports",
  chapter,
  summary: "Inlästa tabeller med personaluppgifter, den senaste först (§2.5)",
  returns: z.array(StaffImportView),
});

export const undoStaffImport = route({
  id: "undoStaffImport",
  method: "POST",
  path: "/staff/imports/{number}/undo",
  chapter,
  allow,
  summary: "Ångra en inläsning av personaluppgifter: det som gällde förut för månaderna gäller igen (§2.5)",
  params: z.object({ number: z.coerce.number().int().min(1).max(100_000) }),
  returns: StaffImportView,
  problems: [NoStaffImport, StaffUndone],
});

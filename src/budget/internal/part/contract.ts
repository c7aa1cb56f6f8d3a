import { z } from "zod";
import { DraftNotYours, UnknownBody, VersionLine } from "../../../decisions/contract.ts";
import { problemKind } from "../../../kernel/problem.ts";
import { BodyId, MayShape, Year } from "../../../organisation/contract.ts";
import { RemarkShape, route } from "../../../platform/http/contract.ts";
import { InternalBudget } from "../contract.ts";

/** What the unit writes: its own lines and jobs, and whether it is done. */
export const UnitPart = InternalBudget.pick({ lines: true }).extend({
  jobs: InternalBudget.shape.jobs.unwrap(),
  done: z.boolean(),
});
export type UnitPart = z.output<typeof UnitPart>;

/** Nothing of the committee's that a unit could write a part of: not begun, or laid forward or decided already. */
export const NoPartNow = problemKind("no-part-now", 409);
/** A unit that works for no committee has no part of an internal budget. */
export const NoCommittee = problemKind("no-committee", 422);

const part = { chapter: "budget", params: z.object({ body: BodyId, year: Year }), editable: true } as const;
const UnitPartView = z.object({
  /** The internal budget that it is a part of. */
  matter: z.string(),
  committee: z.string(),
  body: z.string(),
  year: Year,
  content: UnitPart,
  version: VersionLine.pick({ number: true, state: true }),
  /** What the administration has given the unit; null where nothing is given. */
  frameTkr: z.number().int().nullable(),
  sumTkr: z.number().int(),
  periodKeys: InternalBudget.shape.periodKeys.unwrap(),
  wages: InternalBudget.shape.wages.unwrap().nullable(),
  remarks: z.array(RemarkShape),
  may: z.object({ edit: MayShape }),
});
export type UnitPartView = z.output<typeof UnitPartView>;

export const getUnitPart = route({
  ...part,
  id: "getUnitPart",
  method: "GET",
  path: "/budget/unit-part/{body}/{year}",
  summary: "Enhetens del av nämndens internbudget: läs (§2.2)",
  returns: UnitPartView,
  problems: [UnknownBody, NoCommittee, NoPartNow, DraftNotYours],
});

export const putUnitPart = route({
  ...part,
  id: "putUnitPart",
  method: "PUT",
  path: "/budget/unit-part/{body}/{year}",
  summary: "Enhetens del av nämndens internbudget: skriv; andras rader rörs inte (§2.2)",
  allow: { action: "edit:internal-budget", of: "body", among: ["unit"] },
  body: UnitPart,
  returns: UnitPartView,
  problems: [UnknownBody, NoCommittee, NoPartNow],
});

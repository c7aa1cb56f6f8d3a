import { z } from "zod";
import { Year } from "../../../organisation/contract.ts";
import { route } from "../../../platform/http/contract.ts";
import { VersionFacts } from "../contract.ts";
import { STAGES } from "../rules/stages.ts";

const Whole = z.number().int();
const Amounts = z.record(z.string(), Whole);
const chapter = "budget";
const params = z.object({ year: Year });

/** What happened to a year's allocations, step by step, with the change since the step before (§2.4). */
export const Milestones = z.object({
  year: Year,
  bodies: z.array(z.object({ id: z.string(), name: z.string() })),
  milestones: z.array(
    z.object({
      stage: z.enum(STAGES),
      /** The day of the decision, or else of the saving. */
      day: z.string(),
      facts: VersionFacts,
      note: z.string().nullable(),
      /** The year's allocations by body; of a true-up its adjustments. */
      amounts: Amounts,
      changes: Amounts,
      totalTkr: Whole,
      changeTkr: Whole,
      /** The year's result; null for a true-up. */
      resultTkr: Whole.nullable(),
      /** The version that the change is counted from, as `getComparison` names it. */
      since: z.string().nullable(),
    }),
  ),
});
export type Milestones = z.output<typeof Milestones>;

export const getMilestones = route({
  id: "getMilestones",
  method: "GET",
  path: "/budget/milestones/{year}",
  chapter,
  summary: "Vad som hänt med ett budgetårs ramar, steg för steg, per nämnd (§2.4)",
  access: "public",
  params,
  returns: Milestones,
});

export const getMilestonesCsv = route({
  id: "getMilestonesCsv",
  method: "GET",
  path: "/budget/milestones/{year}/lines.csv",
  chapter,
  summary: "Öppna data: ramarna vid varje steg, per nämnd, som CSV (§2.4)",
  access: "public",
  params,
  returns: z.unknown(),
  produces: "text/csv",
});

export const getMilestonesSchema = route({
  id: "getMilestonesSchema",
  method: "GET",
  path: "/budget/milestones/{year}/lines.schema.json",
  chapter,
  summary: "Öppna data: beskrivningen av CSV-filens kolumner, enligt CSV on the Web (§2.4)",
  access: "public",
  params,
  returns: z.unknown(),
  produces: "application/csvm+json",
});

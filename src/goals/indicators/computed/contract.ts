import { z } from "zod";
import { BodyId, MayShape, Year } from "../../../organisation/contract.ts";
import { route } from "../../../platform/http/contract.ts";
import { LACKS } from "./rules/computation.ts";

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const PeriodShape = z.object({ from: z.string(), to: z.string() });

export const Proposal = z.object({
  period: PeriodShape,
  /** What the value is read to be; null where the reporter has a number to write first. */
  value: z.number().nullable(),
  /** The state of the source, to be sent back with the value. */
  of: z.string(),
  /** In words, to be stored with the value. */
  source: z.string(),
  /** What it is the sum of, where that is of the accounts. */
  ledger: z
    .object({
      amountOre: z.number().int(),
      /** What it is divided by. `number` null: whoever reports writes it. */
      divisor: z.object({ name: z.string(), number: z.number().nullable() }).nullable(),
      /** The largest first; what there is no room for is told by its sum. */
      accounts: z.array(z.object({ account: z.string(), name: z.string(), amountOre: z.number().int() })),
      otherOre: z.number().int(),
    })
    .nullable(),
  /** Of whom it is told apart, where the source does that: those who can be shown. They are kept with the value. */
  parts: z.array(
    z.object({
      sex: z.enum(["women", "men"]).nullable(),
      unit: BodyId.nullable(),
      value: z.number(),
      people: z.number().int(),
    }),
  ),
});
export type Proposal = z.output<typeof Proposal>;

/** A value that was computed of what has changed since. */
export const ChangedValue = Proposal.pick({ period: true, of: true, source: true }).extend({
  day: z.string(),
  stated: z.number(),
  /** What was computed then, and now. */
  before: z.number(),
  now: z.number(),
  number: z.number().nullable(),
});
export type ChangedValue = z.output<typeof ChangedValue>;

export const getComputed = route({
  id: "getComputedValue",
  method: "GET",
  path: "/goals/computed/{body}/{goal}/{indicator}/{year}",
  chapter: "goals",
  summary:
    "Vad en indikators värde blir enligt dess källa, vad det bygger på och vad som har ändrats sedan (§2.1)",
  params: z.object({ body: BodyId, goal: Id, indicator: Id, year: Year }),
  returns: z.object({
    may: MayShape,
    proposal: Proposal.nullable(),
    /** Why there is none; null where there is, or where the indicator's values are written. */
    lacks: z
      .object({ why: z.enum(LACKS), day: z.string().nullable(), month: z.string().nullable() })
      .nullable(),
    /** What is computed for the year and has become another since: offered as a correction. */
    changed: z.array(ChangedValue),
  }),
});

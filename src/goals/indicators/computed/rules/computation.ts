import { z } from "zod";

/** What of the accounts is measured: net cost is positive when it costs, income when it gives (§2.5). */
export const LEDGER_SIDES = ["net-cost", "cost", "income"] as const;
export type LedgerSide = (typeof LEDGER_SIDES)[number];

/** What of the staff figures is measured: sick leave in per cent of ordinary hours, the long part of it, full-time equivalents, people. */
export const STAFF_MEASURES = ["sick-leave", "long-sick-leave", "full-time", "headcount"] as const;
export type StaffMeasure = (typeof STAFF_MEASURES)[number];

/** What an amount is counted in. */
export const SCALES = ["kr", "tkr", "mkr"] as const;
export type Scale = (typeof SCALES)[number];

export const COMPUTATION_LIMITS = { accounts: 10, topAge: 100, divisorName: 60 } as const;

/** Why nothing can be computed: each is told with what to do. */
export const LACKS = [
  "no-period",
  "no-accounts",
  "accounts-end",
  "no-rows",
  "no-population",
  "nobody-to-divide-by",
  "no-staff-figures",
  "staff-figures-end",
  "no-staff-of-body",
  "too-few",
  "not-told",
] as const;
export type Lack = (typeof LACKS)[number];

/** A body's id; null: the body whose goal it is, and of the council's goals the whole municipality. */
const Whose = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .nullable();
const Age = z.number().int().min(0).max(COMPUTATION_LIMITS.topAge);

/** What an amount is divided by: those who live here of some ages, or a number that whoever reports the value writes. */
const Per = z.discriminatedUnion("by", [
  z.object({ by: z.literal("inhabitants"), from: Age, to: Age }),
  z.object({ by: z.literal("number"), name: z.string().trim().min(1).max(COMPUTATION_LIMITS.divisorName) }),
]);

/** What an indicator's value is computed from, so that nobody types what the house knows (V-7). */
export const Computation = z.discriminatedUnion("from", [
  z.object({
    from: z.literal("ledger"),
    of: Whose,
    side: z.enum(LEDGER_SIDES),
    /** What the accounts begin with: "5" is staff, "50" wages. None: all of the side. */
    accounts: z.array(z.string().regex(/^[3-9]\d{0,5}$/)).max(COMPUTATION_LIMITS.accounts),
    scale: z.enum(SCALES),
    per: Per.nullable(),
  }),
  z.object({ from: z.literal("staff-figures"), of: Whose, measure: z.enum(STAFF_MEASURES) }),
]);
export type Computation = z.output<typeof Computation>;
export type LedgerComputation = Extract<Computation, { from: "ledger" }>;

/** How an indicator is computed; undefined where its values are written, whatever it was once computed from. */
export const computationOf = ({
  sourceKind,
  computed,
}: {
  readonly sourceKind: string;
  readonly computed?: Computation | undefined;
}): Computation | undefined => (computed?.from === sourceKind ? computed : undefined);

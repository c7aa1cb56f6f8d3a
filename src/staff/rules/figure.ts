import { z } from "zod";

/** The ages by which sick leave is to be told (LKBR 11 kap.). */
export const AGES = ["-29", "30-49", "50-"] as const;
export type AgeBand = (typeof AGES)[number];
export const SEXES = ["women", "men"] as const;

/** The most that a figure can be: no municipality has more. */
const MAX_PEOPLE = 200_000;
const MAX_HOURS = 100_000_000;
const Hours = z.number().min(0).max(MAX_HOURS);

/** What is said of those who work in a unit in a month: of all of them, or of one sex and some ages. */
export const StaffRow = z.object({
  unit: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** "2028-04" */
  month: z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])$/),
  sex: z.enum(SEXES).nullable(),
  ages: z.enum(AGES).nullable(),
  headcount: z.number().int().min(0).max(MAX_PEOPLE),
  /** Full-time equivalents. */
  fullTime: z.number().min(0).max(MAX_PEOPLE),
  sickHours: Hours,
  /** Of them in periods of sixty days or more; null where the file does not tell. */
  longSickHours: Hours.nullable(),
  ordinaryHours: Hours,
});
export type StaffRow = z.output<typeof StaffRow>;

export const STAFF_LIMITS = {
  bytes: 8_000_000,
  unpackedBytes: 60_000_000,
  rows: 20_001,
  columns: 40,
  figures: 20_000,
  people: MAX_PEOPLE,
  hours: MAX_HOURS,
} as const;

import { z } from "zod";
import type { ReadOnly } from "../../../kernel/read-only.ts";
import { BodyId } from "../../../organisation/rules/body-id.ts";
import { AdjustmentBeside } from "../../base/rules/allocation-input.ts";
import { LIMITS } from "../../base/rules/allocation-limits.ts";
import { GrowthPercent } from "../../base/rules/assumed.ts";
import { byYear, Id, MAX_RESULT_TKR, Name, Tkr, Year } from "../../base/rules/fields.ts";

const MAX_ADDED = 500;
const MAX_PEOPLE_SHIFTS = 100;

const Share = z.number().min(0).max(1);
const Points = z.number().min(-LIMITS.rate).max(LIMITS.rate);
/**
 * Which of the base's adjustments is changed, by its id; an amount of null takes it away. Body, year and text say what it was,
 * should a later base not have it.
 */
const GivenChange = AdjustmentBeside.pick({ body: true, year: true, amountTkr: true, text: true }).extend({
  id: Name,
  amountTkr: Tkr.nullable(),
});

const AddedAdjustment = AdjustmentBeside.pick({
  id: true,
  body: true,
  year: true,
  amountTkr: true,
  oneOff: true,
  text: true,
})
  .required()
  .extend({ id: Id, text: z.string().max(500) });
export type AddedAdjustment = ReadOnly<z.output<typeof AddedAdjustment>>;

/** More people (or fewer) of an age from a year on: the same age each year, or the same people as they grow older. */
const PeopleShift = z.object({
  id: Id,
  fromYear: Year,
  age: z
    .number()
    .int()
    .min(0)
    .max(LIMITS.ages - 1),
  extra: z.number().int().min(-100_000).max(100_000),
  ageing: z.boolean(),
});
export type PeopleShift = ReadOnly<z.output<typeof PeopleShift>>;

/** Which of the base's lines grows more, by its id. Body and kind say what it was, should a later base not have it. */
const LinePoints = z.object({ id: Name, body: BodyId, kind: Name, points: byYear(Points) });
export type LinePoints = ReadOnly<z.output<typeof LinePoints>>;

/** Growth a year in per cent, and investments in tkr a year. */
const Beyond = z.object({
  taxBasePercent: GrowthPercent.optional(),
  pricePercent: GrowthPercent.optional(),
  /** Of the people of each age, once no forecast reaches. */
  peoplePercent: GrowthPercent.optional(),
  ratePercent: z.record(Name, GrowthPercent).optional(),
  investmentsTkr: z.number().int().min(0).max(MAX_RESULT_TKR).optional(),
});
export type Beyond = ReadOnly<z.output<typeof Beyond>>;

/**
 * What a scenario changes in a budget: the base's own numbers stay where nothing is said (model §2.2, E-9). What the base must
 * have for it is checked against the base (`changeRemarks`).
 */
export const Changes = z.object({
  /** Kronor per user, by service and year. */
  priceKr: z.record(Name, byYear(z.number().min(0).max(LIMITS.priceKr))),
  /** Share of the people in the ages, by service. */
  coverage: z.record(Name, Share),
  /** What is added to the growth of every body's lines of a kind, by year: 0.01 is one percentage point more. */
  ratePoints: z.record(Name, byYear(Points)),
  /** The part of the growth that is granted, by kind and year, for every body's lines of the kind. */
  share: z.record(Name, byYear(Share)),
  /** Kronor per hundred, by year. */
  taxRate: byYear(z.number().min(0).max(50)),
  /** Per cent more taxable income from a year on: 1 makes that year's and all later years' base 1 per cent larger. */
  taxBasePercent: byYear(z.number().min(-50).max(50)),
  /** Amounts in tkr beside the allocations, by line and year. */
  lines: z.object({
    equalisationTkr: byYear(Tkr).optional(),
    settlementTkr: byYear(Tkr).optional(),
    centralTkr: byYear(Tkr).optional(),
    depreciationTkr: byYear(Tkr).optional(),
    financialNetTkr: byYear(Tkr).optional(),
  }),
  /** The base's own adjustments, each at most once. */
  given: z.array(GivenChange).max(LIMITS.adjustments).readonly(),
  added: z.array(AddedAdjustment).max(MAX_ADDED).readonly(),
  people: z.array(PeopleShift).max(MAX_PEOPLE_SHIFTS).readonly(),
  /** Measured volumes, by service and year. */
  volumes: z.record(Name, byYear(z.number().min(0).max(LIMITS.people))).optional(),
  /** What is added to the growth of one body's line alone, beside what its kind gets; each line at most once. */
  linePoints: z.array(LinePoints).max(LIMITS.indexation).readonly().optional(),
  /** What an outlook assumes of the years beyond the plan; where nothing is said they go on as the last plan year. */
  beyond: Beyond.optional(),
});
export type Changes = ReadOnly<z.output<typeof Changes>>;

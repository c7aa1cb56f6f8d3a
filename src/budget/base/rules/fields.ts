import { z } from "zod";

/** The smallest pieces that the shapes of a budget's content are made of. */

/** What any line of a municipality's result stays below, in tkr. */
export const MAX_RESULT_TKR = 1_000_000_000;
export const Tkr = z.number().int().min(-MAX_RESULT_TKR).max(MAX_RESULT_TKR);
export const TkrFromNothing = z.number().int().min(0).max(MAX_RESULT_TKR);

/** A year in what is stored. In an address a year is a text: that one is `Year` of organisation/contract.ts, which reads it. */
export const Year = z.number().int().min(2000).max(2200);
const YearText = z.string().regex(/^\d{4}$/, { message: "ska vara ett årtal" });
export const byYear = <V extends z.ZodType>(value: V) => z.record(YearText, value);

/** What a person's own rows are known by. */
export const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
/** A service, a kind of indexation, a body: what the allocation's input may call them. */
export const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_.:-]{0,79}$/u;
export const Name = z.string().regex(NAME);

import { z } from "zod";
import type { ReadOnly } from "../../../kernel/read-only.ts";
import { Year } from "./fields.ts";

/** Which version a year was begun from: "budget:kommunfullmaktige:2030" and its number, of the year before. */
export const BegunFrom = z.object({
  matter: z.string().regex(/^[a-z-]{1,40}:[a-z0-9-]{1,60}:\d{4}$/, { message: "ska vara ett ärende" }),
  year: Year,
  version: z.number().int().min(1).max(100_000),
});
export type BegunFrom = ReadOnly<z.output<typeof BegunFrom>>;

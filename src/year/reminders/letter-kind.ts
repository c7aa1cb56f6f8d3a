import { z } from "zod";
import { DayText } from "../../organisation/contract.ts";

/** What a letter of reminders is about: its day, and whether its receiver's own list is in it or only what is late with those led. */
export const OfReminder = z.object({ day: DayText, own: z.boolean() });
export type OfReminder = z.output<typeof OfReminder>;

export const REMINDER_LETTER = { kind: "reminder", about: OfReminder } as const;

import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import { REMINDER } from "./kind.ts";
import { HOW, LINE_KINDS, ReminderSetting, Weekday } from "./rules/choice.ts";

const chapter = "year";
const allow = { action: `manage:${REMINDER.object}`, of: "executive" } as const;

export const ReminderLinkUnknown = problemKind("reminder-link-unknown", 404);

export const ReminderChoice = z.object({
  /** Null: as the municipality has it. */
  how: z.enum(HOW).nullable(),
  weekday: Weekday,
  language: z.enum(["sv", "en"]),
  /** The kinds of line that are not wanted. */
  without: z.array(z.enum(LINE_KINDS)).max(LINE_KINDS.length),
});
export type ReminderChoice = z.output<typeof ReminderChoice>;

const OwnReminders = z.object({
  /** Whether this installation sends mail. */
  offered: z.boolean(),
  /** The account's, to which letters go; null for who has none. */
  address: z.string().nullable(),
  choice: ReminderChoice,
  /** How the municipality has it. */
  setting: ReminderSetting,
});

export const getReminders = route({
  id: "getReminders",
  method: "GET",
  path: "/year/reminders",
  chapter,
  summary: "Hur man vill bli påmind om det som väntar, och hur kommunen har det (§2.4)",
  kept: false,
  returns: OwnReminders,
  answerName: "OwnReminders",
});

export const chooseReminders = route({
  id: "chooseReminders",
  method: "POST",
  path: "/year/reminders",
  chapter,
  summary: "Välj hur man vill bli påmind: varje dag, varje vecka eller aldrig, och om vad (§2.4)",
  allow: "anyone",
  onAnyDay: true,
  body: ReminderChoice,
  returns: OwnReminders,
  answerName: "OwnReminders",
});

export const setReminders = route({
  id: "setReminders",
  method: "POST",
  path: "/year/reminders/setting",
  chapter,
  summary: "Säg hur påminnelser är för den som inte har valt, och när närmaste chef får veta (§2.4)",
  allow,
  body: ReminderSetting,
  returns: ReminderSetting,
});

export const endReminders = route({
  id: "endReminders",
  method: "POST",
  path: "/year/reminders/end/{link}",
  chapter,
  summary: "Avsluta påminnelser med länken i ett brev, som ett e-postprogram gör det (RFC 8058)",
  access: "public",
  form: true,
  params: z.object({ link: z.string().regex(/^[A-Za-z0-9_-]{22}\.[a-z-]{1,20}\.[A-Za-z0-9_-]{43}$/) }),
  returns: z.object({ ended: z.enum([...LINE_KINDS, "all"]) }),
  problems: [ReminderLinkUnknown],
});

import type { Language } from "../../../kernel/format.ts";
import { dataText, type useTexts } from "../../../platform/ui/texts.ts";

/** A table that has come since is called what the database calls it. */
export const tableName = (t: ReturnType<typeof useTexts<"organisation">>, table: string): string =>
  dataText(t, "changes.table", table.replace(/[._]/g, "-"), { defaultValue: table });

/** The machine's time by the clock in Sweden. */
export const timeText = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "sv" ? "sv-SE" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "Europe/Stockholm",
  }).format(new Date(at));

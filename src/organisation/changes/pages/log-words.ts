import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useMandateName } from "../../mandates/pages/mandate-words.ts";
import { type LogWords, THE_HOUSE } from "../rules/said.ts";

/** A table that has come since is called what the database calls it. */
export const tableName = (t: ReturnType<typeof useTexts<"organisation">>, table: string): string =>
  dataText(t, "changes.table", table.replace(/[._]/g, "-"), { defaultValue: table });

/** Who made a change: what no person has done is the house's own. */
export const whoDid = (t: ReturnType<typeof useTexts<"organisation">>, name: string): string =>
  THE_HOUSE.includes(name) ? t("history.the-house") : name;

/** The words that a change is told with, in the reader's language. */
export function useLogWords(): LogWords {
  const t = useTexts("organisation");
  const language = useLanguage();
  const action = useMandateName();
  return {
    language,
    nothing: t("history.nothing"),
    fromTo: (before, after) => t("history.from-to", { before, after }),
    field: (column) => dataText(t, "history.field", column),
    role: (one) => dataText(t, "role", one, { defaultValue: one }),
    kind: (one) => dataText(t, "organ-kind", one, { defaultValue: one }),
    scope: (one) => dataText(t, "scope", one, { defaultValue: one }),
    state: (one) => dataText(t, "history.state", one, { defaultValue: one }),
    action,
  };
}

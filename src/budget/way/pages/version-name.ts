import { dayText, type Language } from "../../../kernel/format.ts";
import { dataText, type Text } from "../../../platform/ui/texts.ts";
import type { VersionFacts } from "../contract.ts";

/** "Budget 2027, version 1: Kommunfullmäktige 30 november 2026, § 143", or who saved it and when. */
export function versionName(version: VersionFacts, t: Text<"budget">, language: Language): string {
  const { kind, year, decision } = version;
  const what = `${dataText(t, "stages.kind", kind, { year })}, ${t("stages.version", { version: version.version }).toLocaleLowerCase()}`;
  const how = decision
    ? t("stages.decided", { ...decision, day: dayText(decision.decidedOn, language) })
    : t("stages.saved", { day: dayText(version.writtenOn, language), who: version.editedBy });
  return `${what}: ${how}`;
}

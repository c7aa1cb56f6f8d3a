import { useTexts } from "../../../platform/ui/texts.ts";

/** Stands where a table would show only what differs from the base, and nothing does. */
export function Unchanged() {
  const t = useTexts("budget");
  return <p className="quiet">{t("scenario.unchanged")}</p>;
}

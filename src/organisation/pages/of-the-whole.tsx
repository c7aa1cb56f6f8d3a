import { useTexts } from "../../platform/ui/texts.ts";
import { useLookedAt } from "./use-looked-at.ts";

/** Said where a body is chosen and what is shown is not that body's alone: one must not take the whole's figures for one's own. */
export function OfTheWhole() {
  const t = useTexts("organisation");
  const { ownerName } = useLookedAt();
  return ownerName === undefined ? null : (
    <p className="quiet small">{t("page.of-the-whole", { body: ownerName })}</p>
  );
}

import { numberText } from "../../../kernel/format.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";

/** How a year balances, in a few words: "I balans", or what it lacks (see `unbalancedYears`). */
export function useBalanceWord(): (lackingTkr: number | undefined) => string {
  const t = useTexts("budget");
  const language = useLanguage();
  return (lackingTkr) => {
    if (lackingTkr === undefined) return t("scenario.balanced");
    return lackingTkr === 0
      ? t("scenario.even")
      : t("scenario.unbalanced", { amount: numberText(lackingTkr, language) });
  };
}

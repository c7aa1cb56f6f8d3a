import { monthText } from "../../kernel/format.ts";
import { useLanguage } from "../../platform/ui/texts.ts";

/** "april 2028" of "2028-04". */
export function useMonthName(): (month: string) => string {
  const language = useLanguage();
  return (month) => `${monthText(Number(month.slice(5)), language)} ${month.slice(0, 4)}`;
}

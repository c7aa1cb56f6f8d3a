import { dayText } from "../../../kernel/format.ts";
import { swedishDay, swedishTime } from "../../../platform/clock.ts";
import { useLanguage } from "../../../platform/ui/texts.ts";

/** A moment as people say it: "30 november 2026 15:04", in Swedish time. */
export function Moment({ at }: { readonly at: string }) {
  const language = useLanguage();
  const moment = new Date(at);
  return (
    <time dateTime={at}>
      {dayText(swedishDay(moment), language)} {swedishTime(moment)}
    </time>
  );
}

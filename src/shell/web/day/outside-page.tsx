import { Page } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { OUTSIDE_REASONS, OUTSIDE_THE_DAY } from "../../outside-the-day.ts";
import { menu } from "../menu.ts";

/** The pages that have a name of their own, by their address. */
const NAMES = new Map(
  menu.flatMap(({ pages }) => pages.map(({ address, names }) => [address, names] as const)),
);

/** Vilka sidor visar inte dagen: all that does not show what was known on the day in the bar, with why. */
export function OutsidePage() {
  const t = useTexts("shell");
  const language = useLanguage();
  return (
    <Page title={t("page.day.which")} lead={t("page.day.which-lead")} cite="§3">
      <dl className="outside-list">
        {OUTSIDE_REASONS.filter((reason) => reason !== "moment").map((reason) => {
          const names = OUTSIDE_THE_DAY[reason].pages.flatMap((path) => NAMES.get(path)?.[language] ?? []);
          return (
            <div key={reason}>
              <dt>{t(`page.day.of.${reason}`)}</dt>
              <dd>
                {t(`page.day.why.${reason}`)}
                {names.length > 1 ? <span className="quiet small"> {names.join(" · ")}</span> : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </Page>
  );
}

import { useMatches } from "@tanstack/react-router";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { useReadingDay } from "../../../platform/ui/reading-day.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { outsideReason } from "../../outside-the-day.ts";
import { noteChosen } from "./focus-back.ts";
import "./day.css";

const OUTSIDE_PAGE = "/dag";

/** While another day than the present is read: which, that nothing is written, and the way back. */
export function ReadingBand() {
  const t = useTexts("shell");
  const reading = useReadingDay();
  if (!reading) return null;
  const { earlier, today } = reading;
  return (
    <section className="reading-band" aria-label={t("page.day.name")}>
      <span>
        {t(earlier ? "page.day.known" : "page.day.coming")} <When at={today} />
        {t("page.day.write")}
      </span>
      <button
        type="button"
        className="sample-button"
        onClick={() => {
          // The band goes, and this button with it
          noteChosen();
          void reading.goToPresent();
        }}
      >
        {t("page.day.back")}
      </button>
      {earlier ? <Link href={OUTSIDE_PAGE}>{t("page.day.which")}</Link> : null}
    </section>
  );
}

/** One line on a page that does not show the day that is read, and why. */
export function OutsideLine() {
  const t = useTexts("shell");
  const reading = useReadingDay();
  const matches = useMatches();
  const path = matches.at(-1)?.fullPath ?? "";
  const reason = outsideReason(path);
  if (!reading?.earlier || reason === undefined || path === OUTSIDE_PAGE) return null;
  return (
    <p className="outside-line">
      <Icon name="info" size={18} /> {t("page.day.not-here")} {t(`page.day.why.${reason}`)}
    </p>
  );
}

import { Cite } from "../../../../platform/ui/cite.tsx";
import { Link, usePageExists } from "../../../../platform/ui/link.tsx";
import { When } from "../../../../platform/ui/number.tsx";
import { useReadingDay } from "../../../../platform/ui/reading-day.ts";
import { Status } from "../../../../platform/ui/status.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import type { Told } from "../told.ts";

/** What the part that is pointed at is: whose, when, how it stands. With nothing pointed at: how to read the picture. */
export function FigurePanel({
  told,
  today,
  openable = false,
}: {
  readonly told: Told | undefined;
  readonly today: string;
  /** With a link to the part's page: a finger's first press on the part itself only tells of it. */
  readonly openable?: boolean;
}) {
  const t = useTexts("shell");
  const exists = usePageExists();
  const reading = useReadingDay() !== undefined;
  if (!told)
    return (
      <div className="panel sheet">
        <p className="panel-sort">{t("page.start.how")}</p>
        <p>{t("page.start.figure-lead")}</p>
        <p className="quiet small">
          {t("page.start.hint")} {t(reading ? "page.day.known" : "page.sample.day")} <When at={today} />.
        </p>
      </div>
    );
  return (
    <div className="panel sheet">
      <p className="panel-sort">
        {told.sort} <Cite of={told.cite} />
      </p>
      <p className="panel-title" lang={told.language}>
        {told.title}
      </p>
      <p>
        <Status value={told.state} {...(told.stateWord ? { word: told.stateWord } : {})} />
      </p>
      {told.lines.map((line) => {
        const { text, language } = typeof line === "string" ? { text: line } : line;
        return (
          <p key={text} className="panel-line" lang={language}>
            {text}
          </p>
        );
      })}
      {openable && told.href && exists(told.href) ? (
        <p>
          <Link href={told.href}>{t("page.start.open")}</Link>
        </p>
      ) : null}
    </div>
  );
}

import { matterPath } from "../../../decisions/rules/kind.ts";
import { dayText } from "../../../kernel/format.ts";
import { useSole } from "../../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { Evaluation, Vision } from "../contract.ts";
import { STRATEGIC_GOALS, VISION } from "../kind.ts";

/** The vision that all else hangs on, with its parts, and where one reads how it and the goals before were followed up (V-1, V-2). */
export function VisionBanner({
  vision,
  evaluated,
}: {
  readonly vision: Omit<Vision, "validTo"> & {
    readonly validTo: string;
    readonly year: number;
    readonly decision: number;
  };
  readonly evaluated: { readonly evaluation: Evaluation | null; readonly year: number | null };
}) {
  const t = useTexts("goals");
  const language = useLanguage();
  const body = useSole("council")?.id;
  const reviewed = vision.review?.before;
  const before = evaluated.evaluation?.before;
  return (
    <section className="vision-banner" aria-label={t("page.vision")}>
      <p className="vision-kicker">{t("page.vision")}</p>
      <p className="vision-name" lang={WRITTEN}>
        {vision.name}
      </p>
      <p className="prose" lang={WRITTEN}>
        {vision.text}
      </p>
      {vision.parts.length > 0 ? (
        <ul lang={WRITTEN}>
          {vision.parts.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      ) : null}
      <p className="quiet small">
        {t("page.until", { day: dayText(vision.validTo, language) })} ·{" "}
        <Link href={`/beslut/${vision.decision}`}>{t("page.decision", { number: vision.decision })}</Link>
        {reviewed && body ? (
          <>
            {" · "}
            <Link href={matterPath({ kind: VISION.kind, body, year: vision.year })}>
              {t("governed.review-of", { year: reviewed.year })}
            </Link>
          </>
        ) : null}
        {before && body && evaluated.year !== null ? (
          <>
            {" · "}
            <Link href={matterPath({ kind: STRATEGIC_GOALS.kind, body, year: evaluated.year })}>
              {t("governed.evaluation-of", { year: before.year })}
            </Link>
          </>
        ) : null}
      </p>
    </section>
  );
}

import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { dayText } from "../../../kernel/format.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { Vision } from "../contract.ts";
import { visionOutcome } from "../rules/vision.ts";
import "../../pages/goals.css";
import "./governing.css";

/** V-1: the vision with its parts, and what has come true of the one before, which stands beside it. */
export function VisionView({ content }: ContentProps) {
  const t = useTexts("goals");
  const vision = Vision.parse(content);
  const { parts, followUp, review } = vision;
  return (
    <div className="stack">
      <div className="sheet stack">
        <VisionWords vision={vision} />
        {parts.length > 0 ? (
          <div>
            <h3 className="ds-heading" data-size="2xs">
              {t("governing.parts")}
            </h3>
            <ul lang={WRITTEN}>
              {parts.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {followUp ? (
          <div>
            <h3 className="ds-heading" data-size="2xs">
              {t("governing.follow-up")}
            </h3>
            <p className="prose" lang={WRITTEN}>
              {followUp}
            </p>
          </div>
        ) : null}
      </div>
      {review ? <Review vision={vision} review={review} /> : null}
    </div>
  );
}

function VisionWords({ vision }: { readonly vision: Pick<Vision, "name" | "text" | "validTo"> }) {
  const t = useTexts("goals");
  const language = useLanguage();
  return (
    <div>
      <p className="vision-name" lang={WRITTEN}>
        {vision.name}
      </p>
      <p className="prose" lang={WRITTEN}>
        {vision.text}
      </p>
      <p className="quiet">
        {t("governing.valid-to")} {dayText(vision.validTo, language)}
      </p>
    </div>
  );
}

function Review({
  vision,
  review,
}: {
  readonly vision: Vision;
  readonly review: NonNullable<Vision["review"]>;
}) {
  const t = useTexts("goals");
  const { before } = review;
  const outcome = before && visionOutcome(vision, before);
  return (
    <Section title={t("governing.review")} level={3}>
      {before && outcome ? (
        <p>
          <strong>{t(`governing.${outcome}`)}.</strong> <span lang={WRITTEN}>{review.why}</span>{" "}
          <Link href={`/beslut/${before.decision}`}>
            {t("governing.before", { year: before.year, number: before.decision })}
          </Link>
        </p>
      ) : null}
      <DataTable
        caption={t("governing.review-caption")}
        copy={false}
        columns={[
          { id: "part", header: t("governing.part"), value: (row) => row.text },
          {
            id: "judgement",
            header: t("governing.came-true"),
            value: (row) => row.judgement ?? "",
            cell: (row) => (row.judgement ? <Status value={row.judgement} /> : "–"),
          },
          { id: "grounds", header: t("governing.grounds"), value: (row) => row.grounds },
        ]}
        rows={review.rows}
        rowKey={(row) => row.part}
      />
      {before && outcome === "changed" ? (
        <div className="columns governing-both">
          <section className="sheet" aria-label={t("governing.was")}>
            <p className="quiet small">{t("governing.was")}</p>
            <VisionWords vision={before} />
          </section>
          <section className="sheet" aria-label={t("governing.is")}>
            <p className="quiet small">{t("governing.is")}</p>
            <VisionWords vision={vision} />
          </section>
        </div>
      ) : null}
    </Section>
  );
}

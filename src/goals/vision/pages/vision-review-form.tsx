import { TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { Vision } from "../contract.ts";
import { visionOutcome, WHOLE } from "../rules/vision.ts";
import { JudgementFields } from "./judgement-fields.tsx";

type Review = NonNullable<Vision["review"]>;

/** V-1: each part of the vision in force is judged with its grounds; whether it is kept or changed is seen from what is written. */
export function VisionReviewForm({
  vision,
  review,
  former,
  onChange,
}: {
  readonly vision: Vision;
  readonly review: Review;
  readonly former: Vision;
  readonly onChange: (review: Review) => void;
}) {
  const t = useTexts("goals");
  const outcome = visionOutcome(vision, review.before ?? former);
  return (
    <Section title={t("vision-edit.review-section")} lead={t("vision-edit.review-lead")} cite="§2.1">
      {review.rows.map((row, i) => {
        const what = row.part === WHOLE ? t("vision-edit.whole", { name: row.text }) : row.text;
        return (
          <section key={row.part} className="sheet governing-form" aria-label={what}>
            <p className="goal-wording" lang={WRITTEN}>
              {what}
            </p>
            <JudgementFields
              at={`review.rows.${i}`}
              value={row}
              onChange={(judged) =>
                onChange({
                  ...review,
                  rows: review.rows.map((one) => (one.part === row.part ? { ...one, ...judged } : one)),
                })
              }
            />
          </section>
        );
      })}
      <div className="sheet governing-form">
        <p>{t(`vision-edit.now-${outcome}`)}</p>
        <TextArea
          at="review.why"
          label={t("vision-edit.why")}
          value={review.why}
          onChange={(why) => onChange({ ...review, why })}
          rows={3}
          maxLength={4000}
        />
      </div>
    </Section>
  );
}

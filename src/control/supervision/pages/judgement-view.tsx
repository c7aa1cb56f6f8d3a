import { KeptOut } from "../../../decisions/pages/ground-changes.tsx";
import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { ControlJudgement } from "../contract.ts";

/** How every committee and company stood: what the judgement is made on. */
export function JudgedOn({ of }: { readonly of: ControlJudgement }) {
  const t = useTexts("control");
  if (!of.ground || of.ground.parts.length === 0)
    return (
      <Section title={t("judged.ground")}>
        <p className="quiet">{t("judged.ground-later")}</p>
      </Section>
    );
  return (
    <Section title={t("judged.ground")} lead={t("judged.ground-lead")}>
      <PlainTable
        caption={t("judged.ground")}
        columns={[
          { id: "body", header: t("judged.body"), written: true },
          { id: "stood", header: t("judged.stood"), stays: true, written: true },
          { id: "annual", header: t("judged.annual") },
        ]}
        rows={of.ground.parts.map(({ id, name, says, on }) => ({
          key: id,
          cells: [
            name,
            says,
            on ? <When key="on" at={on} form="short" /> : <span key="none">{t("judged.no-annual")}</span>,
          ],
        }))}
      />
      <KeptOut ground={of.ground} />
    </Section>
  );
}

/** The judgement, and what is to be better, with what it is made on. */
export function JudgementView({ of }: { readonly of: ControlJudgement }) {
  const t = useTexts("control");
  return (
    <>
      {(["judgement", "improvements"] as const).map((part) =>
        of[part] ? (
          <Section key={part} title={t(`judged.${part}`)}>
            <p className="prose" lang={WRITTEN}>
              {of[part]}
            </p>
          </Section>
        ) : null,
      )}
      <JudgedOn of={of} />
    </>
  );
}

export function JudgementContent({ content }: ContentProps) {
  return <JudgementView of={ControlJudgement.parse(content)} />;
}

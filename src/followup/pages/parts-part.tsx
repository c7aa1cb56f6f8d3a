import { goalPage } from "../../goals/kind.ts";
import { fieldId } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Report } from "../contract.ts";
import { toldOf, withTold } from "../rules/parts.ts";
import type { PartFact } from "../rules/report-data.ts";
import { TextPart, type Write } from "./text-part.tsx";

type Told = NonNullable<Report["parts"]>;

/** P-3: what came of the body's parts in goals that others lead. */
export function PartsPart({
  parts,
  told,
  year,
  write,
}: {
  readonly parts: readonly PartFact[];
  readonly told: Told;
  readonly year: number;
  readonly write: Write<Told>;
}) {
  const t = useTexts("followup");
  return (
    <Section
      id={fieldId("parts")}
      title={t("page.report.parts")}
      lead={t("page.report.parts-lead")}
      cite="§1.1"
    >
      {parts.map((part) => {
        const at = told.findIndex((one) => one.lead === part.lead && one.goal === part.goal);
        return (
          <article key={`${part.lead}/${part.goal}`} className="sheet judged">
            <h3 lang={WRITTEN}>
              <Link href={goalPage(part.lead, part.goal, year)}>{part.wording}</Link>
            </h3>
            <p className="quiet">
              {t("report.part-led-by", { body: part.leadName })}.{" "}
              {t("report.part-does", { what: part.what, name: part.responsible })}
            </p>
            <TextPart
              at={`parts.${at === -1 ? told.length : at}.text`}
              label={t("page.report.part-label")}
              value={toldOf(told, part)?.text ?? ""}
              rows={3}
              write={write && ((text) => write(withTold(told, part, text)))}
            />
          </article>
        );
      })}
    </Section>
  );
}

import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import { AmountField } from "../../../platform/ui/amount-field.tsx";
import { addressOf } from "../../../platform/ui/api.ts";
import { SelectField, TextArea } from "../../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getOwnerReportPdf, listOwnerReports, OwnerReport, ownerReportRoutes } from "../contract.ts";
import { OWNER_REPORT } from "../kind.ts";
import { OWNER_OCCASIONS, OWNER_RISKS, type OwnerOccasion, type OwnerRisk } from "../rules/owner-report.ts";
import { OwnerReportView } from "./owner-report-view.tsx";

/** A part-owned company's short report to its owner, written and read. */
export function OwnerReportPage() {
  const t = useTexts("followup");
  const { body = "", year: yearText = "" } = usePathParams();
  const year = Number(yearText);
  const valid = /^2\d{3}$/.test(yearText);
  const told = useApi(listOwnerReports, { params: { year } }, { when: valid }).data?.find(
    (company) => company.body === body,
  )?.told;
  // What has not been told yet is what one is to write
  const occasion = told?.find(({ report }) => report === null)?.occasion ?? "annual-report";
  const decided = told?.some(({ report }) => report !== null) ?? false;
  return (
    <WriteMatter
      routes={ownerReportRoutes}
      kind={OWNER_REPORT.kind}
      cite="§3.2"
      title={(name, y) => t("owner.title", { body: name, year: y })}
      lead={t("owner.lead")}
      back={{ href: `/uppfoljning?ar=${yearText}`, label: t("owner.back") }}
      empty={told && emptyReport(occasion)}
      // After the interim report comes the year's, which is no correction
      next={(content) => t(content.occasion === "interim-report" ? "owner.write-annual" : "owner.correct")}
      read={(content) => <OwnerReportView report={content} />}
      readInPublic={(content) => <OwnerReportView report={OwnerReport.parse(content)} />}
      action={
        decided ? (
          <Link
            href={addressOf(getOwnerReportPdf, { params: { body, year }, query: {} })}
            target="_blank"
            rel="noopener"
          >
            {t("owner.pdf")}
          </Link>
        ) : null
      }
    >
      {(writing) => <Writer {...writing} />}
    </WriteMatter>
  );
}

const emptyReport = (occasion: OwnerOccasion): OwnerReport => ({
  occasion,
  happened: "",
  resultTkr: null,
  equityTkr: null,
  demands: "",
  risk: null,
  riskText: "",
});

function Writer({ body, year, begin }: Writing<OwnerReport>) {
  const t = useTexts("followup");
  const draft = useDraft(ownerReportRoutes, { body, year }, begin);
  const { content } = draft;
  const change = (part: Partial<OwnerReport>) => draft.change({ ...content, ...part });
  const remarks = draft.view?.remarks ?? [];
  const text = (at: "happened" | "demands" | "riskText", label: string, help?: string) => (
    <TextArea
      at={at}
      label={label}
      {...(help ? { help } : {})}
      value={content[at]}
      onChange={(value) => change({ [at]: value })}
      rows={at === "happened" ? 5 : 3}
      maxLength={4000}
    />
  );
  return (
    <>
      <DraftTroubles draft={draft} place={([first = ""]) => dataText(t, "page.place", first)} />
      <div className="form">
        <SelectField
          at="occasion"
          label={t("owner.occasion-label")}
          value={content.occasion}
          onChange={(occasion) => change({ occasion: occasion as OwnerOccasion })}
          options={OWNER_OCCASIONS.map((value) => ({ value, label: t(`owner.occasion.${value}`) }))}
        />
        {text("happened", t("owner.happened"), t("owner.happened-help"))}
      </div>
      <Section title={t("owner.money")} lead={t("owner.money-lead")}>
        <div className="form">
          <AmountField
            at="resultTkr"
            label={t("owner.result")}
            value={content.resultTkr}
            onChange={(resultTkr: number | null) => change({ resultTkr })}
            empty
          />
          <AmountField
            at="equityTkr"
            label={t("owner.equity")}
            value={content.equityTkr}
            onChange={(equityTkr: number | null) => change({ equityTkr })}
            empty
          />
          {text("demands", t("owner.demands"))}
        </div>
      </Section>
      <Section title={t("owner.risk")}>
        <div className="form">
          <SelectField
            at="risk"
            label={t("owner.risk-label")}
            value={content.risk ?? ""}
            onChange={(risk) => change({ risk: risk === "" ? null : (risk as OwnerRisk) })}
            options={[
              { value: "", label: t("owner.choose") },
              ...OWNER_RISKS.map((value) => ({ value, label: t(`owner.risks.${value}`) })),
            ]}
          />
          {text("riskText", t("owner.risk-text"))}
        </div>
      </Section>
      {remarks.length > 0 ? (
        <Section title={t("owner.remarks")}>
          <PlacedRemarks chapter="followup" remarks={remarks} />
        </Section>
      ) : null}
      <DraftBar draft={draft}>
        <ProposeDecide matter={draft.view} chapter="followup" ready={draft.stored} />
      </DraftBar>
    </>
  );
}

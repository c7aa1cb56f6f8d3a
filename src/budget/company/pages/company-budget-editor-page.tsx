import { Button } from "@digdir/designsystemet-react";
import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import { useLastYear } from "../../../decisions/pages/use-last-year.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import { TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { COMPANY_LIMITS, type CompanyBudget, companyBudgetRoutes } from "../contract.ts";
import { COMPANY_BUDGET } from "../kind.ts";
import { companyYears } from "../rules/company-lines.ts";
import { nextYearBegin } from "../rules/next-year.ts";
import { CompanyBudgetView } from "./company-budget-view.tsx";
import { DemandsSheet, InvestmentsSheet, OpeningSheet, ResultSheet } from "./company-sheets.tsx";
import { DemandsTable } from "./demands-table.tsx";
import { LinesTable } from "./lines-table.tsx";
import "../../../decisions/pages/decisions.css";
import "../../base/pages/economy.css";
import "../../matter/pages/inputs/inputs.css";

const EMPTY: CompanyBudget = {
  opening: {},
  lines: {},
  investments: [],
  directive: "",
  demands: [],
  comment: "",
};

/** A company's budget being written, in sheets that are pasted into from a spreadsheet (model §2.2, E-1). */
export function CompanyBudgetEditorPage() {
  const t = useTexts("budget");
  const { body = "", year = "" } = usePathParams();
  return (
    <WriteMatter
      routes={companyBudgetRoutes}
      kind={COMPANY_BUDGET.kind}
      cite="§2.2"
      title={(name, y) => t("company.title", { body: name, year: y })}
      lead={t("company.edit-lead")}
      readLead={t("company.lead")}
      back={{ href: `/ekonomi/bolag/${body}?ar=${year}`, label: t("company.view") }}
      empty={EMPTY}
      read={(content) => <CompanyBudgetView content={content} body={body} year={Number(year)} />}
    >
      {(writing) => <CompanyBudgetWriter {...writing} />}
    </WriteMatter>
  );
}

function CompanyBudgetWriter({ body, year, begin }: Writing<CompanyBudget>) {
  const t = useTexts("budget");
  const draft = useDraft(companyBudgetRoutes, { body, year }, begin);
  const last = useLastYear(companyBudgetRoutes, { body, year });
  const { content } = draft;
  const change = (part: Partial<CompanyBudget>) => draft.change({ ...content, ...part });
  const years = companyYears(content, year);
  const empty = Object.keys(content.lines).length === 0 && content.investments.length === 0;
  const sheet = { budget: content, years, change };
  return (
    <>
      <DraftTroubles draft={draft} place={(path) => t(placeOf(path[0]))} />
      {empty && last.content ? (
        <p className="row">
          {t("company.begin-lead")}
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() => draft.change(nextYearBegin(last.content as CompanyBudget, year))}
          >
            {t("company.begin", { year: last.year })}
          </Button>
        </p>
      ) : null}
      {draft.view && draft.view.remarks.length > 0 ? (
        <Section title={t("internal.remarks")}>
          <PlacedRemarks remarks={draft.view.remarks} chapter="budget" />
        </Section>
      ) : null}
      <Section title={t("company.opening")} lead={t("company.opening-lead", { year: year - 1 })} cite="§2.2">
        <OpeningSheet budget={content} change={change} />
      </Section>
      <Section title={t("company.result")} lead={t("company.result-lead")} cite="§2.2">
        <ResultSheet years={years} change={change} />
      </Section>
      <Section title={t("company.investments")} lead={t("company.investments-lead")} cite="§2.2">
        <InvestmentsSheet {...sheet} />
      </Section>
      <Section title={t("company.demands")} lead={t("company.demands-lead")} cite="KL 10:3">
        <TextField
          at="directive"
          label={t("company.directive")}
          help={t("company.directive-help")}
          value={content.directive}
          maxLength={COMPANY_LIMITS.name}
          onChange={(directive) => change({ directive })}
        />
        <DemandsSheet {...sheet} />
        {content.demands.length > 0 ? <DemandsTable demands={content.demands} years={years} /> : null}
      </Section>
      <Section title={t("company.loans")} lead={t("company.loans-lead")} cite="§2.2">
        <LinesTable table="loans" years={years} />
        <LinesTable table="money" years={years} />
        <LinesTable table="balance" years={years} />
      </Section>
      <TextArea
        at="comment"
        label={t("internal.comment")}
        value={content.comment}
        onChange={(comment) => change({ comment })}
        rows={3}
        maxLength={COMPANY_LIMITS.text}
      />
      <DraftBar draft={draft}>
        {draft.view ? (
          <Link href={`/arende/${COMPANY_BUDGET.kind}/${body}/${year}`}>{t("internal.matter")}</Link>
        ) : null}
        <ProposeDecide matter={draft.view} chapter="budget" ready={draft.stored} />
      </DraftBar>
    </>
  );
}

const PLACES = {
  opening: "company.opening",
  lines: "company.result",
  investments: "company.investments",
  directive: "company.directive",
  demands: "company.demands",
  comment: "internal.comment",
} as const;
const placeOf = (field: string | undefined) =>
  PLACES[(field ?? "") as keyof typeof PLACES] ?? ("company.view" as const);

import { KeptOut } from "../../decisions/pages/ground-changes.tsx";
import { fieldId } from "../../platform/ui/fields.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Report } from "../contract.ts";
import type { ReportKind } from "../rules/occasions.ts";
import type { ReportData } from "../rules/report-data.ts";
import { BalancePart } from "./balance-part.tsx";
import { EconomyPart } from "./economy-part.tsx";
import { GoalsPart } from "./goals-part.tsx";
import { BodyLines, Statements } from "./group-facts.tsx";
import { GroupJudgements } from "./group-part.tsx";
import { PartsPart } from "./parts-part.tsx";
import { StaffFigures } from "./staff-part.tsx";
import { TextPart, type Write } from "./text-part.tsx";
import "./followup.css";

/**
 * A report in its order, the effect for residents first (P-1, U-1): to be read, or with `write` to be written. What can be
 * fetched stands there already; a person judges and tells.
 */
export function ReportSections({
  report,
  data,
  kind,
  body,
  year,
  write,
  problem,
}: {
  readonly report: Report;
  /** Undefined for a report that was stored without its facts. */
  readonly data: ReportData | undefined;
  readonly kind: ReportKind;
  readonly body: string;
  readonly year: number;
  readonly write: Write<Report>;
  /** The last refusal: each field shows what is said of it. */
  readonly problem?: unknown;
}) {
  const t = useTexts("followup");
  const change = write && ((part: Partial<Report>) => write({ ...report, ...part }));
  const { group } = report;
  const facts = data?.group;
  return (
    <>
      <div className="effect-first">
        <Section title={t("page.report.effect")}>
          <TextPart
            at="effectForResidents"
            label={t("page.report.effect-label")}
            help={t("page.report.effect-help")}
            value={report.effectForResidents}
            write={change && ((effectForResidents) => change({ effectForResidents }))}
          />
        </Section>
      </div>
      {group && facts ? (
        <GroupJudgements group={group} facts={facts} write={change && ((next) => change({ group: next }))} />
      ) : null}
      {data && (data.goals.length > 0 || !facts) ? (
        <Section
          id={fieldId("goals")}
          title={t("page.report.goals")}
          lead={t("page.report.goals-lead")}
          cite="§2.5"
        >
          <GoalsPart
            report={report}
            goals={data.goals}
            year={year}
            write={change && ((goals) => change({ goals: [...goals] }))}
          />
        </Section>
      ) : null}
      {data?.parts ? (
        <PartsPart
          parts={data.parts}
          told={report.parts ?? []}
          year={year}
          write={change && ((parts) => change({ parts: [...parts] }))}
        />
      ) : null}
      <Section title={t("page.report.operations")}>
        <TextPart
          at="operations.text"
          label={t("page.report.operations-label")}
          value={report.operations.text}
          write={change && ((text) => change({ operations: { text } }))}
        />
      </Section>
      <Section title={t("page.report.staff")}>
        <TextPart
          at="staff.text"
          label={t("page.report.staff-label")}
          value={report.staff.text}
          write={change && ((text) => change({ staff: { ...report.staff, text } }))}
        />
        <StaffFigures
          figures={report.staff.figures}
          write={change && ((figures) => change({ staff: { ...report.staff, figures: [...figures] } }))}
        />
      </Section>
      <Section title={t("page.report.economy")} lead={t("page.report.economy-lead")}>
        {data ? (
          <EconomyPart
            data={data}
            kind={kind}
            body={body}
            year={year}
            own={report.economy}
            write={change && ((part) => change({ economy: { ...report.economy, ...part } }))}
          />
        ) : null}
        <TextPart
          at="economy.text"
          label={t("page.report.economy-label")}
          value={report.economy.text}
          write={change && ((text) => change({ economy: { ...report.economy, text } }))}
        />
      </Section>
      {facts ? (
        <>
          <Section title={t("report.by-body-picture")} lead={t("report.bodies-lead")}>
            <BodyLines bodies={facts.bodies} kind={kind} year={year} />
          </Section>
          <Statements facts={facts} />
          {group ? (
            <BalancePart
              group={group}
              facts={facts}
              year={year}
              problem={problem}
              write={change && ((next) => change({ group: next }))}
            />
          ) : null}
        </>
      ) : null}
      {write ? null : <KeptOut ground={report.ground} />}
      {data ? <Sources data={data} /> : null}
    </>
  );
}

/** Where the figures come from, and when they were fetched. */
function Sources({ data }: { readonly data: ReportData }) {
  const t = useTexts("followup");
  return (
    <p className="quiet small">
      {t("page.report.gathered")} <When at={data.gatheredOn} />.{" "}
      {data.sources.budget ? t("report.source-budget", data.sources.budget) : ""}{" "}
      {data.sources.imports.length === 0
        ? t("report.source-none")
        : data.sources.imports.map((source) => (
            <span key={source.id}>
              {t("page.report.source-ledger", { filename: source.filename })} <When at={source.lastDay} />.
            </span>
          ))}
    </p>
  );
}

import { assignmentPage } from "../../decisions/assignments/kind.ts";
import { AssignmentState } from "../../decisions/assignments/pages/assignment-state.tsx";
import { dayText } from "../../kernel/format.ts";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { PlainTable } from "../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { AssignmentFact } from "../rules/report-data.ts";

/** What was asked of the body, and what became of it until the facts were gathered; nothing where nothing was. */
export function AssignmentsPart({ assignments }: { readonly assignments: readonly AssignmentFact[] }) {
  const t = useTexts("followup");
  const language = useLanguage();
  if (assignments.length === 0) return null;
  return (
    <Section title={t("report.assignments")} lead={t("page.report.assignments-lead")} cite="§3.2">
      <PlainTable
        caption={t("report.assignments-table")}
        columns={[
          { id: "what", header: t("report.assignment") },
          { id: "state", header: t("report.assignment-state"), stays: true },
          { id: "giver", header: t("report.assignment-giver") },
          { id: "due", header: t("report.assignment-due") },
        ]}
        rows={assignments.map((one) => ({
          key: one.id,
          cells: [
            <div key="what">
              <Link href={assignmentPage(one.id)}>
                <span lang={WRITTEN}>{one.text}</span>
              </Link>
              {one.said === null ? null : (
                <details>
                  <summary>{t("page.report.assignment-said")}</summary>
                  <p className="prose" lang={WRITTEN}>
                    {one.said}
                  </p>
                </details>
              )}
            </div>,
            <AssignmentState key="state" state={one.state} late={one.late} />,
            <span key="giver" lang={WRITTEN}>
              {one.giver}
            </span>,
            dayText(one.due, language),
          ],
        }))}
      />
    </Section>
  );
}

import type { GoalView } from "../../goals/contract.ts";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { listReportedParts } from "../judged/contract.ts";

/** What a contributor has last told of its part in a goal (P-3). */
export function ReportedPart({
  goal,
  by,
}: {
  readonly goal: Pick<GoalView, "body" | "id" | "year">;
  readonly by: string;
}) {
  const t = useTexts("followup");
  const { data } = useApi(listReportedParts, { params: { year: goal.year } });
  const told = data?.find((one) => one.body === by && one.lead === goal.body && one.goal === goal.id);
  if (!told) return null;
  return (
    <p>
      <Link href={`/beslut/${told.decision}`}>
        {t("page.report.part-reported", { report: t(`report.title.${told.kind}`, { year: goal.year }) })}
      </Link>{" "}
      <span lang={WRITTEN}>{told.text}</span>
    </p>
  );
}

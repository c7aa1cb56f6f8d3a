import { Button } from "@digdir/designsystemet-react";
import { listMatters } from "../../../decisions/contract.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { type InternalBudget, internalBudgetRoutes } from "../contract.ts";
import { nextYearBegin } from "../rules/next-year.ts";

/** Offers to begin from last year's split, where there is one and nothing is written yet. */
export function BeginFromLastYear({
  body,
  year,
  onBegin,
}: {
  readonly body: string;
  readonly year: number;
  readonly onBegin: (content: Partial<InternalBudget>) => void;
}) {
  const t = useTexts("budget");
  const last = year - 1;
  // Whether there is one is asked first: that there is none is no fault
  const begun = useApi(listMatters, { query: { kind: "internal-budget", body, year: last } });
  const { data } = useApi(
    internalBudgetRoutes.get,
    { params: { body, year: last }, query: {} },
    { when: (begun.data?.length ?? 0) > 0 },
  );
  if (!data) return null;
  return (
    <p className="row">
      {t("internal.begin-lead")}
      <Button variant="secondary" data-size="sm" onClick={() => onBegin(nextYearBegin(data.content, year))}>
        {t("internal.begin", { year: last })}
      </Button>
    </p>
  );
}

import { dayOf } from "../../kernel/day.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getWheel, type StepView } from "../contract.ts";

/**
 * The last day that the wheel gives a step of a calendar year, to begin from where somebody is to write a day; of several the
 * latest. The year's own last day where the wheel has none, or gives it in another year.
 */
export function useStepDue(year: number, asked: (step: StepView) => boolean): string {
  const { data } = useApi(getWheel, { params: { year }, query: {} });
  const found = (data?.steps ?? []).filter(asked).map(({ due }) => due);
  const last = found.sort().at(-1);
  return last?.startsWith(`${year}-`) ? last : dayOf(year, 12, 31);
}

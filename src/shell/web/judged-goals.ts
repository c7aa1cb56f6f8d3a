import { useMemo } from "react";
import { listJudgedGoals } from "../../followup/judged/contract.ts";
import { useApi } from "../../platform/ui/use-api.ts";

/** What bodies have decided of how a year's goals go, for the chapter of goals that lies below the follow-up. */
export function useJudgedGoals(year: number) {
  const { data } = useApi(listJudgedGoals, { params: { year } });
  return useMemo(() => new Map(data?.map((judged) => [`${judged.body}/${judged.goal}`, judged])), [data]);
}

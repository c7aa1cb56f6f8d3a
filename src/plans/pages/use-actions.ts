import { useMemo } from "react";
import { useApi } from "../../platform/ui/use-api.ts";
import { type ActionView, listActions } from "../contract.ts";

/** What the operations plans of a year do for each goal, by body and id ("socialnamnden/placeringar"). */
export function useActions(year: number): ReadonlyMap<string, readonly ActionView[]> {
  const { data } = useApi(listActions, { params: { year } });
  return useMemo(() => Map.groupBy(data ?? [], ({ body, goal }) => `${body}/${goal}`), [data]);
}

import { useApi } from "../../platform/ui/use-api.ts";
import { getAllocation } from "../contract.ts";

/** What the council has allocated to a body for a year, as decided; undefined while there is no decision. */
export function useFrame(
  body: string,
  year: number,
): { readonly amountTkr: number; readonly decision: number } | undefined {
  const { data } = useApi(getAllocation, { params: { year } });
  const amountTkr = data?.allocation.years[0]?.frames[body];
  if (!data || data.decision === null || amountTkr === undefined) return undefined;
  return { amountTkr, decision: data.decision };
}

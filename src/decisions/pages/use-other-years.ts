import { useApi } from "../../platform/ui/use-api.ts";
import { listOtherYears } from "../contract.ts";

/** The other years in which a thing of a matter is the same, the earliest first; none until they are known. */
export function useOtherYears(matter: string | undefined): (thing: string) => readonly number[] {
  const { data } = useApi(listOtherYears, { params: { id: matter ?? "" } }, { when: matter !== undefined });
  return (thing) => data?.find((one) => one.thing === thing)?.years ?? [];
}

import type { z } from "zod";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import type { Ask } from "../../platform/ui/api.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getDecision, listDecisions, listMatters, type MatterRoutes, type MatterView } from "../contract.ts";
import { isUnread } from "./use-matter.ts";

/** What a matter says as it is shown to the reader: its newest version for who reads that, else what is decided of it. */
export function useShownContent<S extends z.ZodType>(
  routes: MatterRoutes<S>,
  { body, year }: { readonly body: string; readonly year: number },
): { readonly content: z.output<S> | undefined; readonly decided: boolean; readonly pending: boolean } {
  const { kind } = routes.kind;
  const session = useSession();
  const signedIn = session?.person != null;
  const get = routes.get as unknown as MatterRoutes<z.ZodUnknown>["get"];
  const begun = useApi(listMatters, { query: { kind, body, year } }, { when: signedIn });
  const reads = begun.data?.some((one) => !isUnread(one)) ?? false;
  const newest = useApi(get, { params: { body, year }, query: {} } as Ask<typeof get>, { when: reads });
  const inPublic = session !== undefined && (!signedIn || (begun.data !== undefined && !reads));
  const decisions = useApi(listDecisions, { query: { kind, body, year } }, { when: inPublic });
  const number = decisions.data?.[0]?.number ?? 0;
  const decision = useApi(getDecision, { params: { number } }, { when: inPublic && number > 0 });
  const matter = newest.data as MatterView<z.output<S>> | undefined;
  const failed = begun.error ?? newest.error ?? decisions.error ?? decision.error;
  const found =
    matter?.content ?? (decision.data ? (decision.data.read ?? decision.data.content) : undefined);
  return {
    content: found === undefined || found === null ? undefined : (found as z.output<S>),
    decided: matter ? matter.version.state === "decided" : number > 0,
    pending:
      !failed &&
      found === undefined &&
      !(inPublic ? decisions.data?.length === 0 : session !== undefined && begun.data?.length === 0),
  };
}

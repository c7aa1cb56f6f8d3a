import type { z } from "zod";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import type { Ask } from "../../platform/ui/api.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { listMatters, type MatterRoutes, type MatterView } from "../contract.ts";

/** What the year before has, for the next one to begin from: what is decided, or the draft where nothing is. */
export interface LastYear<C> {
  readonly year: number;
  /** Undefined where there was nothing, and while it is fetched. */
  readonly content: C | undefined;
  /** It is being fetched: nobody begins without what goes on. */
  readonly pending: boolean;
}

/** The matter of the year before of the same body; asked for by those who have signed in. */
export function useLastYear<S extends z.ZodType>(
  routes: MatterRoutes<S>,
  { body, year: next }: { readonly body: string; readonly year: number },
): LastYear<z.output<S>> {
  const year = next - 1;
  const signedIn = useSession()?.person != null && /^[a-z0-9-]{1,60}$/.test(body) && year >= 2000;
  const get = routes.get as unknown as MatterRoutes<z.ZodUnknown>["get"];
  const { kind } = routes.kind;
  // Whether there is one is asked first: that there is none is no fault
  const begun = useApi(listMatters, { query: { kind, body, year } }, { when: signedIn });
  const ask = (query: object) => ({ params: { body, year }, query }) as Ask<typeof get>;
  const newest = useApi(get, ask({}), { when: (begun.data?.length ?? 0) > 0 });
  const inForce = newest.data?.versions.find(({ decision }) => decision !== null);
  const older = inForce && inForce.number !== newest.data?.version.number ? inForce.number : undefined;
  const decided = useApi(get, ask({ version: older }), { when: older !== undefined });
  const found = (older === undefined ? newest.data : decided.data) as MatterView<z.output<S>> | undefined;
  const failed = begun.error ?? newest.error ?? decided.error;
  return {
    year,
    content: found?.content,
    pending: signedIn && !failed && found === undefined && begun.data?.length !== 0,
  };
}

import { useMemo } from "react";
import { z } from "zod";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { BODY_KINDS } from "../../organisation/rules/organisation.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getDecision, listDecisions, matterRoutes } from "../contract.ts";

interface MatterKey {
  readonly kind: string;
  readonly chapter: string;
  readonly body: string;
  readonly year: number;
}

/**
 * A matter as the reader may see it: its newest version with remarks and permissions for those who have signed in; for
 * everybody else the version in force, by its decision.
 */
export function useMatter({ kind, chapter, body, year }: MatterKey, version?: number) {
  const session = useSession();
  const signedIn = session !== undefined && session.person !== null;
  const routes = useMemo(() => {
    // Only read here: what bodies may have the matter, and what it holds, is its own chapter's to say
    const sort = { kind, chapter, cite: "§3.2", content: z.unknown(), bodies: BODY_KINDS } as const;
    return matterRoutes(sort, `-${kind}`, kind);
  }, [kind, chapter]);
  const matter = useApi(
    routes.get,
    { params: { body, year }, query: version === undefined ? {} : { version } },
    { when: signedIn },
  );
  const inPublic = session !== undefined && !signedIn;
  const decisions = useApi(listDecisions, { query: { kind, body, year } }, { when: inPublic });
  const number = decisions.data?.[0]?.number ?? 0;
  const decided = useApi(getDecision, { params: { number } }, { when: inPublic && number > 0 });
  return { session, signedIn, matter, decided, nothingDecided: inPublic && decisions.data?.length === 0 };
}

import { useMemo } from "react";
import { z } from "zod";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getDecision, listDecisions, listMatters, matterRoutes } from "../contract.ts";
import type { KindOfMatter } from "../rules/kind.ts";

interface MatterKey {
  readonly kind: KindOfMatter;
  readonly body: string;
  readonly year: number;
  readonly key?: string | undefined;
}

type Row = z.output<typeof listMatters.returns>[number];

/** Whether nothing is shown of a matter's version, the first where none is asked for: it is secret, or the newest and another line's. */
export const isUnread = (row: Pick<Row, "read" | "version" | "secrecy">, version = 1): boolean =>
  !row.read && (row.secrecy !== null || row.version === version);

/**
 * A matter as the reader may see it: its newest version with remarks and permissions for those who have signed in; for
 * everybody else the version in force, by its decision.
 */
export function useMatter({ kind, body, year, key }: MatterKey, version?: number) {
  const session = useSession();
  const signedIn = session !== undefined && session.person !== null;
  // What it holds is its own chapter's to say: here it is only read
  const routes = useMemo(() => matterRoutes(kind, z.unknown()), [kind]);
  const listed = useApi(listMatters, { query: { kind: kind.kind, body, year } }, { when: signedIn });
  const row = listed.data?.find((one) => one.key === (key ?? ""));
  // Another line's draft, or what is secret, is not asked for: the page says who reads it
  const secrecy = row?.secrecy ?? undefined;
  const unread = row !== undefined && isUnread(row, version);
  const matter = useApi(
    routes.get,
    { params: { body, year, key }, query: version === undefined ? {} : { version } },
    { when: signedIn && !listed.isPending && !unread },
  );
  const inPublic = session !== undefined && !signedIn;
  const decisions = useApi(listDecisions, { query: { kind: kind.kind, body, year } }, { when: inPublic });
  const own = decisions.data?.filter((decision) => decision.key === (key ?? ""));
  const number = own?.[0]?.number ?? 0;
  const decided = useApi(getDecision, { params: { number } }, { when: inPublic && number > 0 });
  return {
    session,
    signedIn,
    matter,
    unread,
    secrecy,
    decided,
    nothingDecided: inPublic && own?.length === 0,
  };
}

import { askMay } from "../../../organisation/contract.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import type { MayAnswer } from "../../../platform/ui/may-button.tsx";
import { useApi } from "../../../platform/ui/use-api.ts";
import { type MatterPlace, matterId } from "../../rules/kind.ts";
import { listWriters } from "../contract.ts";

/** Whether the reader may write a matter, by mandate or as asked (§3.2); undefined while it is being asked. */
export function useMayWrite(
  { kind, body, year }: MatterPlace,
  { when = true }: { readonly when?: boolean } = {},
): MayAnswer | undefined {
  const session = useSession();
  const signedIn = session?.person != null;
  const inPublic = useApi(
    askMay,
    { query: { action: `edit:${kind}`, body } },
    { when: when && session !== undefined && !signedIn },
  );
  const own = useApi(listWriters, { params: { id: matterId(kind, body, year) } }, { when: when && signedIn });
  return signedIn ? own.data?.may.write : inPublic.data;
}

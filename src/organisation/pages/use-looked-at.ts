import { useChoice } from "../../platform/ui/choice.tsx";
import { isLookedAt, worksFor } from "../rules/looks-at.ts";
import type { Body } from "../rules/organisation.ts";
import { useBodies } from "./use-session.ts";

/** What the body that is chosen in the bar means on a page. */
export interface LookedAt {
  /** The chosen body; undefined for the whole, which the council is too. */
  readonly body: string | undefined;
  /** The committee, board or company whose money, plans and decisions they are: the chosen one, or the one that it works for. */
  readonly owner: string | undefined;
  readonly ownerName: string | undefined;
  /** Whether what belongs to a body is shown. */
  isShown(id: string): boolean;
}

/** One meaning of the bar's choice for every page. */
export function useLookedAt(): LookedAt {
  const { body: chosen } = useChoice();
  const bodies = useBodies() as readonly Body[];
  const council = bodies.some((body) => body.id === chosen && body.kind === "council");
  const body = council ? undefined : chosen;
  const owner = body === undefined ? undefined : worksFor(bodies, body);
  return {
    body,
    owner: owner?.id,
    ownerName: owner?.name,
    isShown: (id) => isLookedAt(bodies, body, id),
  };
}

import type { Day } from "../../kernel/day.ts";
import { type SoleKind, soleOn } from "../rules/sole.ts";
import { type BodyView, useBodies as useAllBodies, useBodyName, useSession } from "./use-session.ts";

export { useSession } from "./use-session.ts";

/** The organisation's bodies, and the name of one by its id (the id itself until the names are read). */
export function useBodies() {
  return { bodies: useAllBodies(), nameOf: useBodyName() };
}

/** The council, or the executive, of today; undefined until it is known. */
export function useSole(kind: SoleKind): BodyView | undefined {
  const bodies = useAllBodies();
  const session = useSession();
  return session && soleOn(bodies as readonly DatedBody[], kind, session.today as Day);
}
/** The contract says days as texts. */
export type DatedBody = BodyView & { readonly validFrom: Day; readonly validTo: Day | null };

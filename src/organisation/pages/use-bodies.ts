import { useBodies as useAllBodies, useBodyName } from "./use-session.ts";

export { useSession } from "./use-session.ts";

/** The organisation's bodies, and the name of one by its id (the id itself until the names are read). */
export function useBodies() {
  return { bodies: useAllBodies(), nameOf: useBodyName() };
}

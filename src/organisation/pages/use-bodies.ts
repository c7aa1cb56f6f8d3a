import { useApi } from "../../platform/ui/use-api.ts";
import { getSession, listBodies } from "../contract.ts";

/** The organisation's bodies, and the name of one by its id (the id itself until the names are read). */
export function useBodies() {
  const { data: bodies = [] } = useApi(listBodies, {});
  return { bodies, nameOf: (id: string) => bodies.find((body) => body.id === id)?.name ?? id };
}

/** Who has signed in, where, and what day it is; undefined until it is read. */
export const useSession = () => useApi(getSession, {}).data;

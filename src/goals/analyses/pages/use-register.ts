import { listLaws, listRegister } from "../../../documents/contract.ts";
import { useApi } from "../../../platform/ui/use-api.ts";

/** Kinds of what is decided that say what a body is to aim for, beside the documents that are registered. */
const AIMS = ["vision", "strategic-goals"];

/** The governing documents and the laws that a body can pick among, its own first (D-1, D-2). */
export function useRegister(body: string) {
  const documents = useApi(listRegister, { query: {} }).data ?? [];
  const laws = useApi(listLaws, { query: {} }).data ?? [];
  const own = <T>(list: readonly T[], isOwn: (one: T) => boolean) => [
    ...list.filter(isOwn),
    ...list.filter((one) => !isOwn(one)),
  ];
  return {
    documents: own(
      documents.filter(
        ({ origin, type, state }) => state === "in-force" && (origin === "registered" || AIMS.includes(type)),
      ),
      (one) => one.body === body,
    ),
    laws: own(laws, ({ law }) => law.bodies.includes(body)),
  };
}

import type { Kinds } from "../decisions/matter-kinds.ts";
import { externalLaws, registeredDocuments } from "../documents/store.ts";
import type { MandateAction } from "../organisation/mandates/rules/changing.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Handler } from "../platform/http/handle.ts";

/** What one does with a matter of any kind. */
const WITH_MATTERS = ["decide", "propose", "edit", "counter"] as const;
/** What can be given for everything at once: to decide all that there is is nobody's. */
const FOR_EVERYTHING = ["propose:*", "edit:*", "counter:*"];

/**
 * All that a mandate can be for (model R-3): what is done with each kind of matter, and what the house's routes ask for besides. Read
 * from what the chapters declare, so that nothing is chosen that no route asks of anybody.
 */
export function mandateActions(kinds: Kinds, handlers: readonly Handler[]): MandateAction[] {
  const ofMatters = kinds.all.flatMap(({ routes: { kind } }) =>
    WITH_MATTERS.map((verb) => ({ action: `${verb}:${kind.kind}`, among: kind.bodies })),
  );
  const asked = handlers
    .flatMap(({ route: { allow } }) => (allow === undefined || allow === "anyone" ? [] : [allow].flat()))
    .filter(({ action }) => !action.endsWith(":*"));
  const all = new Map<string, MandateAction>(ofMatters.map((one) => [one.action, one]));
  for (const { action } of asked) if (!all.has(action)) all.set(action, { action });
  for (const action of FOR_EVERYTHING) all.set(action, { action });
  return [...all.values()];
}

/** Whether a reference is to a document or a law of the register: "document:reglemente-ks", "law:kommunallagen". */
export async function knowsDocument(tx: Tx, reference: string): Promise<boolean> {
  const [sort, id = ""] = reference.split(":");
  return sort === "law"
    ? (await externalLaws(tx, id)).length > 0
    : (await registeredDocuments(tx)).some((document) => document.id === id);
}

import { refuse } from "../../kernel/problem.ts";
import { personNames } from "../../organisation/store.ts";
import { type Handler, handle } from "../../platform/http/handle.ts";
import { mustReadMatter } from "../facts/reading.ts";
import type { Kinds } from "../matter-kinds.ts";
import { differences, MAX_DIFFERENCES } from "../rules/differences.ts";
import { placeOfMatter } from "../rules/kind.ts";
import { isUnreadRow } from "../store/secrecy.ts";
import { getSavedChanges, listSavedRevisions, NoSavedRevision, type SavedRevisionView } from "./contract.ts";
import { revisionNumbered, revisionsOf, type SavedRevision } from "./store.ts";

/** T-7: what was saved on the way is read by those who read a draft of the matter, whatever has become of it since. */
export const savedHandlers = (kinds: Kinds): Handler[] => [
  handle(listSavedRevisions, async ({ params: { id }, ctx, tx }) => {
    await mustReadMatter(tx, ctx, id);
    const nameOf = await personNames(tx);
    return (await revisionsOf(tx, id, ctx.today)).map((one) => shown(one, nameOf));
  }),

  handle(getSavedChanges, async ({ params: { id, version, revision }, ctx, tx }) => {
    await mustReadMatter(tx, ctx, id);
    // Who opens what is secret is noted for it
    await isUnreadRow(tx, { matter_id: id });
    const all = await revisionsOf(tx, id, ctx.today);
    const at = all.findIndex((one) => one.number === version && one.revision === revision);
    const found = await revisionNumbered(tx, { matter: id, number: version, revision }, ctx.today);
    if (at < 0 || !found) refuse(NoSavedRevision, { params: { version, revision } });
    const before = all[at + 1];
    const held = before && (await revisionNumbered(tx, before, ctx.today));
    const computed = kinds.find(placeOfMatter(id)?.kind ?? "")?.computed;
    const told = held ? differences(held.content, found.content, computed) : [];
    const nameOf = await personNames(tx);
    return {
      ...shown(found, nameOf),
      against: before ? shown(before, nameOf) : null,
      differences: told.slice(0, MAX_DIFFERENCES).map((one) => ({ ...one, path: [...one.path] })),
      more: told.length > MAX_DIFFERENCES,
    };
  }),
];

const shown = (
  { number, revision, savedOn, savedBy }: SavedRevision,
  nameOf: (person: string) => string,
): SavedRevisionView => ({ version: number, revision, savedOn, savedBy: nameOf(savedBy) });

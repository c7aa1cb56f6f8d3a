import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { begun } from "../facts/begun.ts";
import { verbToWrite } from "../facts/deciding.ts";
import { readsOf } from "../facts/reading.ts";
import type { Kinds } from "../matter-kinds.ts";
import { decidedOf } from "../rules/reading.ts";
import { endMarking, openMarkings, storeMarking } from "../store/secrecy.ts";
import type { VersionHead } from "../store/versions.ts";
import { mustWrite } from "../writers/facts.ts";
import { AlreadySecret, endSecrecy, markSecret, NeverSecret, NotSecret, type Secrecy } from "./contract.ts";

/** OSL: who writes a matter marks it as secret; who registers its decision ends it once it is decided. */
export const secrecyHandlers = (kinds: Kinds): Handler[] => [
  handle(markSecret, async ({ params, body: { ground, note }, ctx, tx }) => {
    const { who, matter, heads } = await begun(tx, ctx, params.id);
    await mustWrite(tx, ctx, who, matter, verbToWrite(heads));
    const kind = kinds.find(matter.kind)?.routes.kind;
    if (!kind?.mayBeSecret)
      refuse(NeverSecret, { cite: "§3.2", params: { what: kind?.names[ctx.language] ?? matter.kind } });
    if ((await openMarkings(tx)).has(matter.id)) refuse(AlreadySecret, { params: { matter: matter.id } });
    await storeMarking(tx, ctx.municipality, matter.id, {
      ground,
      note,
      by: who.person?.id as string,
      on: ctx.present,
    });
    return { ground, note, on: ctx.present };
  }),

  handle(endSecrecy, async ({ params, body: { reason }, ctx, tx }) => {
    const { who, matter, heads } = await begun(tx, ctx, params.id);
    if (heads.some(({ decision }) => decision !== null)) who.must(`decide:${matter.kind}`, matter.body);
    else await mustWrite(tx, ctx, who, matter, verbToWrite(heads));
    if (!(await openMarkings(tx)).has(matter.id)) refuse(NotSecret, { params: { matter: matter.id } });
    await endMarking(tx, matter.id, { by: who.person?.id as string, on: ctx.present, reason });
    return { id: params.id };
  }),
];

/** How matters stand to secrecy, as the one who asks may see it: the ground is seen by all, the note by those who read the matter. */
export async function secrecyOf(
  tx: Tx,
  ctx: Context,
): Promise<
  (matter: { readonly id: string; readonly kind: string; readonly body: string }) => {
    readonly secrecy: Secrecy | null;
    readonly read: boolean;
  }
> {
  const marked = await openMarkings(tx);
  if (marked.size === 0) return () => ({ secrecy: null, read: true });
  const reads = await readsOf(tx, ctx);
  return (matter) => {
    const marking = marked.get(matter.id);
    if (!marking) return { secrecy: null, read: true };
    const read = reads(decidedOf(matter));
    const { ground, note, on } = marking;
    return { secrecy: { ground, note: read ? note : "", on }, read };
  };
}

/** Whether the one who asks is shown anything of a matter, by its versions' heads: of what is marked as secret only those who read it are. */
export async function isShown(tx: Tx, ctx: Context, [newest]: readonly VersionHead[]): Promise<boolean> {
  return newest !== undefined && (await secrecyOf(tx, ctx))(newest.matter).read;
}

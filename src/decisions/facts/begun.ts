import { refuse } from "../../kernel/problem.ts";
import { type Who, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { NoMatter } from "../rules/no-matter.ts";
import { headsOf, lockMatter, type VersionHead } from "../store/versions.ts";

/** A matter that somebody has begun, with its versions' heads, newest first, and who asks; nobody else writes it until the transaction ends. */
export async function begun(
  tx: Tx,
  ctx: Context,
  id: string,
): Promise<{ readonly who: Who; readonly matter: VersionHead["matter"]; readonly heads: VersionHead[] }> {
  await lockMatter(tx, ctx.municipality, id);
  const heads = await headsOf(tx, id);
  const [newest] = heads;
  if (!newest) refuse(NoMatter, { params: { matter: id } });
  return { who: await whoAsks(tx, ctx), matter: newest.matter, heads };
}

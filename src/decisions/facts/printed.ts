import { shownVersion } from "../../kernel/version.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { headsOn, type Version, versionOfHead } from "../store/versions.ts";
import { readsOf, refuseUnread } from "./reading.ts";

/**
 * The version of a matter to print: the decided one, otherwise the newest, or that of a number. Refuses with who reads it where it is
 * another's draft; undefined where there is none.
 */
export async function versionToPrint(
  tx: Tx,
  ctx: Context,
  id: string,
  number: number | undefined,
): Promise<Version | undefined> {
  const heads = await headsOn(tx, id, ctx.today);
  const head = shownVersion(heads, await readsOf(tx, ctx, id), number);
  if (head) return versionOfHead(tx, head);
  await refuseUnread(tx, ctx, number === undefined ? heads[0] : heads.find((one) => one.number === number));
  return undefined;
}

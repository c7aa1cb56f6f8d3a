import { AsyncLocalStorage } from "node:async_hooks";
import type { Tx } from "../platform/database/door.ts";

type Find = (tx: Tx) => Promise<ReadonlySet<string>>;

const around = new AsyncLocalStorage<Find>();

/** Does a request's work with what finds the sources (matters) that the one who asks does not read, since they are secret by law. */
export const withUnread = <T>(find: Find, work: () => Promise<T>): Promise<T> => around.run(find, work);

/** Of rows that say of which source they are, those that the one who asks may see. */
export async function readable<R extends { readonly source: string }>(
  tx: Tx,
  rows: readonly R[],
): Promise<readonly R[]> {
  const find = around.getStore();
  if (!find || rows.length === 0) return rows;
  const unread = await find(tx);
  return unread.size === 0 ? rows : rows.filter(({ source }) => !unread.has(source));
}

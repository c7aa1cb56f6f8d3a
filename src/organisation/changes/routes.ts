import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { personNames, whoAsks } from "../store.ts";
import { CHANGES_A_PAGE, getChange, listChanges, NoChange } from "./contract.ts";
import { changedFields, isKeptBack, type Row } from "./rules/logged.ts";
import { changeNumbered, changes } from "./store.ts";

/** The whole municipality's log: whoever may read it may so in the council of the day (KL 12:9). */
async function mustRead(tx: Tx, ctx: Context): Promise<void> {
  const who = await whoAsks(tx, ctx);
  who.mustBy(listChanges);
}

/** Whether a logged row is of something that the one who asks does not read: then what it says is kept back. */
export type Unread = (tx: Tx, row: Row) => Promise<boolean>;

export const changeHandlers = (unread: Unread): Handler[] => [
  handle(listChanges, async ({ query, ctx, tx }) => {
    await mustRead(tx, ctx);
    const found = await changes(tx, query, CHANGES_A_PAGE + 1);
    const shown = found.slice(0, CHANGES_A_PAGE);
    const nameOf = await personNames(tx);
    return {
      changes: shown.map(({ before: _before, after: _after, ...change }) => ({
        ...change,
        name: nameOf(change.person),
      })),
      next: found.length > shown.length ? (shown.at(-1)?.entry ?? null) : null,
    };
  }),

  handle(getChange, async ({ params, ctx, tx }) => {
    await mustRead(tx, ctx);
    const found = await changeNumbered(tx, params.entry);
    if (!found) refuse(NoChange, { params });
    const { before, after, ...change } = found;
    const keptBack = isKeptBack(change.table) || (await unread(tx, after ?? before ?? {}));
    return {
      ...change,
      name: (await personNames(tx))(change.person),
      fields: keptBack ? [] : changedFields(before, after),
      keptBack,
    };
  }),
];

import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import { Answer, type Asked, type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { Document } from "../../platform/rendering/document.ts";
import { municipalityOf, personNames, whoAsks } from "../store.ts";
import {
  CHANGES_A_PAGE,
  getChange,
  getChangesCsv,
  getChangesWorkbook,
  getHistory,
  HISTORY_A_PAGE,
  listChanges,
  MAX_EXPORTED,
  NoChange,
  type Sought,
} from "./contract.ts";
import { type LogRow, logCsv, logWorkbook } from "./export.ts";
import { historyOf } from "./facts.ts";
import { changedFields, isKeptBack, type Row } from "./rules/logged.ts";
import { changeNumbered, changes } from "./store.ts";

/** The whole municipality's log: whoever may read it may so in the council of the day (KL 12:9). */
async function mustRead(tx: Tx, ctx: Context): Promise<void> {
  const who = await whoAsks(tx, ctx);
  who.mustBy(listChanges);
}

/** What the house says of what is logged: whether a row is of what the one who asks does not read, and whether a matter is read. */
export interface LogReader {
  /** Then what the row says is kept back. */
  readonly unread: (tx: Tx, row: Row) => Promise<boolean>;
  /** Refuses where the one who asks does not read a matter's drafts. */
  readonly mustReadMatter: (tx: Tx, ctx: Context, id: string) => Promise<void>;
}

export const changeHandlers = (reader: LogReader): Handler[] => [
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

  handle(getChangesCsv, async (asked) => {
    const { rows, filename } = await exported(asked);
    return new Answer(logCsv(rows, asked.ctx.language), { filename: `${filename}.csv` });
  }),

  handle(getChangesWorkbook, async (asked) => {
    const { rows, filename, municipality } = await exported(asked);
    const workbook = new Document(() => logWorkbook(rows, municipality, asked.ctx.language), {
      decided: false,
    });
    return new Answer(workbook, { filename: `${filename}.xlsx` });
  }),

  handle(getChange, async ({ params, ctx, tx }) => {
    await mustRead(tx, ctx);
    const found = await changeNumbered(tx, params.entry);
    if (!found) refuse(NoChange, { params });
    const { before, after, ...change } = found;
    const keptBack = isKeptBack(change.table) || (await reader.unread(tx, after ?? before ?? {}));
    return {
      ...change,
      name: (await personNames(tx))(change.person),
      fields: keptBack ? [] : changedFields(before, after),
      keptBack,
    };
  }),

  handle(getHistory, async ({ params: { of, id }, query, ctx, tx }) => {
    if (of === "matter") await reader.mustReadMatter(tx, ctx, id);
    // What is known of a person is one's own to read, and theirs who read the whole log
    if (of === "person" && id !== ctx.personId) await mustRead(tx, ctx);
    return historyOf(tx, { of, id, before: query.before, unread: reader.unread }, HISTORY_A_PAGE);
  }),
];

type AskedForLog = Pick<Asked<unknown, Sought, unknown>, "query" | "ctx" | "tx" | "note">;

/** What a file of the log is made of; that it was taken out is noted where what is read of the protected is. */
async function exported({ query, ctx, tx, note }: AskedForLog) {
  await mustRead(tx, ctx);
  const found = await changes(tx, query, MAX_EXPORTED + 1);
  const nameOf = await personNames(tx);
  const rows: LogRow[] = found
    .slice(0, MAX_EXPORTED)
    .map((change) => ({ ...change, name: nameOf(change.person) }));
  note({ kind: "log-exported", personId: ctx.personId, reason: `${rows.length}` });
  const { name } = await municipalityOf(tx, ctx.municipality);
  const more = found.length > MAX_EXPORTED ? `-de-${MAX_EXPORTED}-nyaste` : "";
  return { rows, municipality: name, filename: `andringslogg-${ctx.today}${more}` };
}

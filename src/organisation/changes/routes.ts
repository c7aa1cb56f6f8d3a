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
  getHistoryCsv,
  getHistoryWorkbook,
  HISTORY_A_PAGE,
  listChanges,
  MAX_EXPORTED,
  NoChange,
  type OfThing,
  type Sought,
} from "./contract.ts";
import { type LogRow, logCsv, logWorkbook, OF_ALL, OF_ONE } from "./export.ts";
import { historyOf, teller } from "./facts.ts";
import { logWords, type ObjectNames, WORDS } from "./log-words.ts";
import { changedFields, type Row } from "./rules/logged.ts";
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
  /** What mandates are about is called. */
  readonly objects: ObjectNames;
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
    const { rows, filename } = await exported(asked, reader);
    const words = logWords(asked.ctx.language, reader.objects);
    return new Answer(logCsv(rows, OF_ALL, words), { filename: `${filename}.csv` });
  }),

  handle(getChangesWorkbook, async (asked) => {
    const { rows, filename, municipality } = await exported(asked, reader);
    const words = logWords(asked.ctx.language, reader.objects);
    const { title } = WORDS[asked.ctx.language].changes;
    const workbook = new Document(() => logWorkbook(rows, OF_ALL, { title, municipality, words }), {
      decided: false,
    });
    return new Answer(workbook, { filename: `${filename}.xlsx` });
  }),

  handle(getChange, async ({ params, ctx, tx }) => {
    await mustRead(tx, ctx);
    const found = await changeNumbered(tx, params.entry);
    if (!found) refuse(NoChange, { params });
    const { before, after, ...change } = found;
    const told = await (await teller(tx, reader.unread))(found);
    return {
      ...change,
      name: (await personNames(tx))(change.person),
      fields: told === null ? [] : changedFields(before, after),
      told: told ?? [],
      keptBack: told === null,
    };
  }),

  handle(getHistory, async ({ params: { of, id }, query, ctx, tx }) => {
    await mustReadThing(tx, ctx, { of, id }, reader);
    return historyOf(tx, { of, id, before: query.before, unread: reader.unread }, HISTORY_A_PAGE);
  }),

  handle(getHistoryCsv, async (asked) => {
    const { rows, filename } = await exportedThing(asked, reader);
    const words = logWords(asked.ctx.language, reader.objects);
    return new Answer(logCsv(rows, OF_ONE, words), { filename: `${filename}.csv` });
  }),

  handle(getHistoryWorkbook, async (asked) => {
    const { rows, filename, municipality } = await exportedThing(asked, reader);
    const words = logWords(asked.ctx.language, reader.objects);
    const { title } = WORDS[asked.ctx.language].history;
    const workbook = new Document(() => logWorkbook(rows, OF_ONE, { title, municipality, words }), {
      decided: false,
    });
    return new Answer(workbook, { filename: `${filename}.xlsx` });
  }),
];

async function mustReadThing(tx: Tx, ctx: Context, { of, id }: OfThing, reader: LogReader): Promise<void> {
  if (of === "matter") await reader.mustReadMatter(tx, ctx, id);
  // What is known of a person is one's own to read, and theirs who read the whole log
  if (of === "person" && id !== ctx.personId) await mustRead(tx, ctx);
}

/** What a file of one thing's history is made of: as its page tells it, and noted as what is taken out of the log is. */
async function exportedThing(
  { params, ctx, tx, note }: Pick<Asked<OfThing, unknown, unknown>, "params" | "ctx" | "tx" | "note">,
  reader: LogReader,
) {
  await mustReadThing(tx, ctx, params, reader);
  const { entries } = await historyOf(
    tx,
    { ...params, before: undefined, unread: reader.unread, read: MAX_EXPORTED },
    MAX_EXPORTED,
  );
  const rows: LogRow[] = entries.map(({ fields, ...line }) => ({ ...line, what: "", told: fields }));
  note({ kind: "log-exported", personId: ctx.personId, reason: `${params.of} ${params.id}: ${rows.length}` });
  const { name } = await municipalityOf(tx, ctx.municipality);
  const of = params.id.replace(/[^A-Za-z0-9-]+/g, "-").slice(0, 60);
  return { rows, municipality: name, filename: `historik-${of}-${ctx.today}` };
}

type AskedForLog = Pick<Asked<unknown, Sought, unknown>, "query" | "ctx" | "tx" | "note">;

/** What a file of the log is made of; that it was taken out is noted where what is read of the protected is. */
async function exported({ query, ctx, tx, note }: AskedForLog, { unread }: LogReader) {
  await mustRead(tx, ctx);
  const found = await changes(tx, query, MAX_EXPORTED + 1);
  const nameOf = await personNames(tx);
  const tell = await teller(tx, unread);
  const rows: LogRow[] = [];
  for (const change of found.slice(0, MAX_EXPORTED))
    rows.push({ ...change, name: nameOf(change.person), told: await tell(change) });
  note({ kind: "log-exported", personId: ctx.personId, reason: `${rows.length}` });
  const { name } = await municipalityOf(tx, ctx.municipality);
  const more = found.length > MAX_EXPORTED ? `-de-${MAX_EXPORTED}-nyaste` : "";
  return { rows, municipality: name, filename: `andringslogg-${ctx.today}${more}` };
}

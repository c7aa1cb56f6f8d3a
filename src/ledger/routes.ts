import { type Day, dayOf, yearOf } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import { NotCodeOwners } from "../organisation/contract.ts";
import { codesBeside, ledgerCodes, lockCodes } from "../organisation/ledger-codes.ts";
import {
  codeRemarks,
  codeText,
  isSameCode,
  ownerOfCode,
  rangeRemarks,
} from "../organisation/rules/ledger-codes.ts";
import { whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import {
  Answer,
  type Handler,
  handle,
  handleFile,
  mustBeWanted,
  mustHaveSeen,
} from "../platform/http/handle.ts";
import { dropSpool, spoolLines } from "../platform/intake/spool.ts";
import {
  AlreadyUndone,
  getCodesWithoutUnit,
  getDimensions,
  getOutcome,
  importLedger,
  listAccounts,
  listImports,
  NoImport,
  NoLedger,
  NotDimensions,
  previewCode,
  putDimensions,
  SameFile,
  undoImport,
} from "./contract.ts";
import type { AccountsOrder, AccountsRead } from "./intake.ts";
import { dimensionRemarks } from "./rules/dimensions.ts";
import { codeEffect } from "./rules/effect.ts";
import { MAX_UNKNOWN_CODES, replacesRemarks } from "./rules/import.ts";
import { outcomeTkr } from "./rules/outcome-tkr.ts";
import { balanceSheetTkr, incomeStatementTkr } from "./rules/statements.ts";
import {
  accountsInForce,
  codesWithoutUnit,
  importInForce,
  importsUntil,
  yearFigures,
} from "./store/accounts.ts";
import { codedSums } from "./store/coded-sums.ts";
import { dimensionNames } from "./store/dimension-names.ts";
import { bodyDimensions, storeBodyDimensions } from "./store/dimensions.ts";
import { importOfFile, lockImports, markUndone, storeImport } from "./store/import.ts";

/** The same, and tells before each how many have gone before. */
async function* told<T>(all: AsyncIterable<T>, tell: (gone: number) => void): AsyncGenerator<T> {
  let gone = 0;
  for await (const one of all) {
    tell(gone);
    yield one;
    gone++;
  }
}

/** Accounts are read in at the executive, which leads the municipality's economy (KL 6:1). */
export const ledgerHandlers: Handler[] = [
  handleFile(
    importLedger,
    {
      module: new URL("./intake.ts", import.meta.url),
      prepare: async ({ query, ctx, tx }): Promise<AccountsOrder> => {
        const who = await whoAsks(tx, ctx);
        who.mustBy(importLedger);
        return {
          codes: await ledgerCodes(tx),
          dimensions: await bodyDimensions(tx),
          today: ctx.today,
          store: query.preview !== "true",
        };
      },
      release: async ({ rows }: AccountsRead) => {
        if (rows) await dropSpool(rows);
      },
    },
    async ({ upload: { filename, sha256 }, ctx, tx, gone, tell }, file: AccountsRead) => {
      const who = await whoAsks(tx, ctx);
      await lockImports(tx, ctx.municipality);
      const same = await importOfFile(tx, sha256);
      if (same) refuse(SameFile, { params: { filename: same.filename, day: same.importedOn } });

      const { summary, rows } = file;
      const before = await importInForce(tx, summary.year, ctx.today);
      const importId = rows
        ? await storeImport(tx, ctx.municipality, {
            ...summary,
            filename,
            sha256,
            program: file.program,
            madeOn: file.madeOn,
            rowCount: summary.rows,
            importedOn: ctx.today,
            importedBy: who.person?.id as string,
            accounts: file.accounts,
            balances: file.balances,
            dimensions: file.dimensions,
            objects: file.objects,
            rowBatches: told(spoolLines(rows), (batches) => {
              mustBeWanted(gone);
              tell?.({ stage: "storing", share: batches / Math.max(1, rows.lines) });
            }),
          })
        : null;
      const order = new Map(who.bodies.map((body, position) => [body.id, { position, name: body.name }]));
      const place = (body: string | null) => order.get(body ?? "")?.position ?? order.size;
      return {
        importId,
        filename,
        program: file.program,
        year: summary.year,
        firstDay: summary.firstDay,
        lastDay: summary.lastDay,
        vouchers: summary.vouchers,
        rows: summary.rows,
        sumByBody: summary.sums
          .toSorted((a, b) => place(a.body) - place(b.body))
          .map((sum) => ({ ...sum, name: order.get(sum.body ?? "")?.name ?? CENTRAL[ctx.language] })),
        unknownCodes: summary.unknownCodes.slice(0, MAX_UNKNOWN_CODES),
        replaces: before
          ? {
              importId: before.importId,
              filename: before.filename,
              importedOn: before.importedOn,
              lastDay: before.lastDay,
              vouchers: before.vouchers,
              rows: before.rows,
            }
          : null,
        warnings: [...replacesRemarks({ ...summary, madeOn: file.madeOn }, before), ...file.warnings],
      };
    },
  ),

  handle(listImports, async ({ query, ctx, tx }) => importsUntil(tx, ctx.today, query.year)),

  handle(undoImport, async ({ params, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(undoImport);
    await lockImports(tx, ctx.municipality);
    const find = async () => (await importsUntil(tx, ctx.today)).find((i) => i.importId === params.id);
    if (!(await find())) refuse(NoImport, { params: { id: params.id } });
    if (!(await markUndone(tx, params.id, ctx.today, who.person?.id as string)))
      refuse(AlreadyUndone, { params: { id: params.id } });
    return (await find()) ?? refuse(NoImport, { params: { id: params.id } });
  }),

  handle(getCodesWithoutUnit, async ({ params: { year }, ctx, tx }) => {
    const found = await codesWithoutUnit(tx, year, ctx.today);
    return found ?? refuse(NoLedger, { params: { year } });
  }),

  handle(previewCode, async ({ body: { periods, ...key }, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(previewCode);
    const remarks = [...rangeRemarks(key), ...codeRemarks(periods, who.bodies, await codesBeside(tx, key))];
    if (remarks.length > 0) refuse(NotCodeOwners, { remarks, params: { code: codeText(key) } });
    const dimensions = await bodyDimensions(tx);
    const codes = await ledgerCodes(tx);
    const others = codes.filter((one) => !isSameCode(one, key));
    return {
      years: codeEffect(await codedSums(tx, key, { dimensions, asOf: ctx.today }), {
        before: ownerOfCode(codes),
        after: ownerOfCode([...others, { ...key, periods }]),
        dimensions,
      }),
    };
  }),

  handle(getDimensions, async ({ ctx, tx }) => dimensionsAnswer(tx, ctx.today)),
  handle(putDimensions, async ({ body: { dimensions }, ctx, tx, seen }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(putDimensions);
    await lockCodes(tx, ctx.municipality);
    mustHaveSeen(seen, etagOfDimensions(await bodyDimensions(tx)));
    const remarks = dimensionRemarks(dimensions);
    if (remarks.length > 0) refuse(NotDimensions, { remarks });
    await storeBodyDimensions(tx, ctx.municipality, dimensions);
    return dimensionsAnswer(tx, ctx.today);
  }),

  handle(listAccounts, async ({ ctx, tx }) => [...((await accountsInForce(tx, ctx.today)) ?? [])]),

  handle(getOutcome, async ({ params: { year }, query, ctx, tx }) => {
    const until = query.until ?? dayOf(year, 12, 31);
    const figures = yearOf(until) < year ? undefined : await yearFigures(tx, year, until, ctx.today);
    if (!figures) refuse(NoLedger, { params: { year } });
    const { outcome } = figures;
    const { bodies } = await whoAsks(tx, ctx);
    return {
      year,
      until,
      source: outcome.source,
      ...outcomeTkr(outcome, bodies, CENTRAL[ctx.language]),
      incomeStatement: incomeStatementTkr(figures.incomeStatement),
      balanceSheet: balanceSheetTkr(figures.balanceSheet),
    };
  }),
];

const etagOfDimensions = (dimensions: readonly string[]): string => dimensions.join("-");

async function dimensionsAnswer(tx: Tx, asOf: Day) {
  const dimensions = [...(await bodyDimensions(tx))];
  const named = await dimensionNames(tx, asOf);
  return new Answer({ dimensions, named }, { etag: etagOfDimensions(dimensions) });
}

/** The name of what no body has. */
const CENTRAL = { sv: "Gemensamt", en: "Central" } as const;

import { dayOf, yearOf } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import { ledgerCodes } from "../organisation/ledger-codes.ts";
import { ownerOfCode } from "../organisation/rules/ledger-codes.ts";
import { soleOn } from "../organisation/rules/sole.ts";
import { type Who, whoAsks } from "../organisation/store.ts";
import { sha256 } from "../platform/hash.ts";
import { type Context, type Handler, handle } from "../platform/http/handle.ts";
import {
  AlreadyUndone,
  getCodesWithoutUnit,
  getOutcome,
  importLedger,
  listAccounts,
  listImports,
  NoImport,
  NoLedger,
  NotTheAccounts,
  SameFile,
  SieFaults,
  undoImport,
} from "./contract.ts";
import {
  accountBalances,
  accountsRemarks,
  importSummary,
  importWarnings,
  ledgerRows,
  MAX_UNKNOWN_CODES,
  replacesRemarks,
} from "./rules/import.ts";
import { outcomeTkr } from "./rules/outcome-tkr.ts";
import type { SieFile } from "./rules/sie/file.ts";
import { readSie } from "./rules/sie/sie.ts";
import { balanceSheetTkr, incomeStatementTkr } from "./rules/statements.ts";
import {
  accountsInForce,
  codesWithoutUnit,
  importInForce,
  importsUntil,
  yearFigures,
} from "./store/accounts.ts";
import { importOfFile, lockImports, markUndone, storeImport } from "./store/import.ts";

export const ledgerHandlers: Handler[] = [
  handle(importLedger, async ({ query, upload, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.must("import:ledger", executiveOf(who, ctx));
    const { filename, bytes } = upload ?? { filename: "", bytes: new Uint8Array() };
    const file = accountsIn(bytes);
    const hash = sha256(bytes);
    await lockImports(tx, ctx.municipality);
    const same = await importOfFile(tx, hash);
    if (same) refuse(SameFile, { params: { filename: same.filename, day: same.importedOn } });

    const ownerOf = ownerOfCode(await ledgerCodes(tx));
    const summary = importSummary(file, ownerOf, ctx.today);
    const before = await importInForce(tx, summary.year, ctx.today);
    const importId =
      query.preview === "true"
        ? null
        : await storeImport(tx, ctx.municipality, {
            ...summary,
            filename,
            sha256: hash,
            program: file.program,
            madeOn: file.generatedOn,
            rowCount: summary.rows,
            importedOn: ctx.today,
            importedBy: who.person?.id as string,
            accounts: [...file.accounts].map(([account, { name }]) => ({ account, name })),
            balances: accountBalances(file, ctx.today),
            rows: ledgerRows(file, ownerOf),
          });
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
      warnings: [
        ...replacesRemarks({ ...summary, madeOn: file.generatedOn }, before),
        ...importWarnings(file, summary),
      ],
    };
  }),

  handle(listImports, async ({ query, ctx, tx }) => importsUntil(tx, ctx.today, query.year)),

  handle(undoImport, async ({ params, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.must("import:ledger", executiveOf(who, ctx));
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

/** The name of what no body has. */
const CENTRAL = { sv: "Gemensamt", en: "Central" } as const;

/** The executive leads the municipality's economy: its accounts are read in there (KL 6:1). */
const executiveOf = (who: Who, ctx: Context): string => soleOn(who.bodies, "executive", ctx.today)?.id ?? "";

/** The year's accounts in a file, or the refusal that names what is wrong and where. */
function accountsIn(bytes: Uint8Array): SieFile {
  const read = readSie(bytes);
  if ("faults" in read) refuse(SieFaults, { remarks: read.faults, params: { count: read.faults.length } });
  const remarks = accountsRemarks(read.file);
  if (remarks.length > 0) refuse(NotTheAccounts, { remarks });
  return read.file;
}

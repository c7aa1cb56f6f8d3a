import { z } from "zod";
import { problemKind } from "../kernel/problem.ts";
import { BodyId, DayText, LedgerCodeView, NotCodeOwners, Year } from "../organisation/contract.ts";
import { Dimension } from "../organisation/rules/ledger-codes.ts";
import { RemarkShape, route } from "../platform/http/contract.ts";
import { LEDGER } from "./kind.ts";
import { BodyDimensions } from "./rules/dimensions.ts";
import { ACCOUNT_GROUPS, BALANCE_ROWS, INCOME_ROWS } from "./rules/kommun-bas.ts";
import { SIE_LIMITS } from "./rules/sie/file.ts";

/** What the file itself has wrong: each fault with its line. */
export const SieFaults = problemKind("sie-faults", 422);
/** The file can be read, but is not a year's accounts of a municipality. */
export const NotTheAccounts = problemKind("not-the-accounts", 422);
export const SameFile = problemKind("same-ledger-file", 409);
export const AlreadyUndone = problemKind("import-already-undone", 409);
export const NoImport = problemKind("no-ledger-import", 404);
export const NoLedger = problemKind("no-ledger", 404);

const Ore = z.number().int();
const Tkr = z.number().int();
const Count = z.number().int().min(0);

/** What a file holds, before and after it is stored. Rows are the vouchers' rows (#TRANS). Amounts in öre. */
export const LedgerImport = z.object({
  /** Null in a preview: nothing has been stored. */
  importId: z.number().int().nullable(),
  filename: z.string(),
  program: z.string(),
  year: Year,
  /**
   * The days of the first and the last row that moves money, none later than the file was made: how far the accounts
   * reach. An empty voucher, and one booked ahead, does not move them.
   */
  firstDay: DayText,
  lastDay: DayText,
  vouchers: Count,
  rows: Count,
  /**
   * Net cost (income, cost, tax and finance: accounts 3–9) of the rows that carry a body's own code; bodies under it are
   * lines of their own. `body` null: rows without a code, or with one that no body has. Sums to the file's.
   */
  sumByBody: z.array(
    z.object({ body: z.string().nullable(), name: z.string(), rows: Count, netCostOre: Ore }),
  ),
  /** Codes that no body has, of the first dimension that a row carries of those that tell it, with their rows on accounts 3–9. */
  unknownCodes: z.array(z.object({ dimension: Dimension, code: z.string(), rows: Count, amountOre: Ore })),
  /** The file that the year's figures come from until this one is stored; null when the year has none. */
  replaces: z
    .object({
      importId: z.number().int(),
      filename: z.string(),
      importedOn: DayText,
      lastDay: DayText,
      vouchers: Count,
      rows: Count,
    })
    .nullable(),
  /** What to know before it is stored, with what was forgiven in the file: by line (`at`: file.<line>), kind by kind. */
  warnings: z.array(RemarkShape),
});
export type LedgerImport = z.output<typeof LedgerImport>;

/** An import as it stands in the list. */
export const ImportLine = z.object({
  importId: z.number().int(),
  filename: z.string(),
  program: z.string(),
  sha256: z.string(),
  year: Year,
  firstDay: DayText,
  lastDay: DayText,
  vouchers: Count,
  rows: Count,
  /** The day that the file says it was made (#GEN). */
  madeOn: DayText.nullable(),
  importedOn: DayText,
  importedBy: z.string(),
  importedByName: z.string(),
  undoneOn: DayText.nullable(),
  /** Whether it is the one that the year's figures come from: the newest that is not undone. */
  inForce: z.boolean(),
});
export type ImportLine = z.output<typeof ImportLine>;

/** Whole tkr. Net cost is positive when it costs; income, tax and finance are positive when they give. */
const Sums = z.object({
  incomeTkr: Tkr,
  costTkr: Tkr,
  /** Tax, grants and finance (accounts 8) and the trade with itself (9), net. */
  otherTkr: Tkr,
  /** cost − income − other. */
  netCostTkr: Tkr,
  /** Net cost by the first figure of Kommun-Bas: 3 income, 4–7 costs (5 staff), 8 tax and finance, 9 internal. */
  byAccountGroup: z.array(z.object({ group: z.enum(ACCOUNT_GROUPS), netCostTkr: Tkr })),
  /** Net cost by month, 1–12, up to the day asked for. */
  byMonth: z.array(z.object({ month: z.number().int(), netCostTkr: Tkr })),
});

export const LedgerOutcome = z.object({
  year: Year,
  until: DayText,
  source: ImportLine,
  /** The bodies that have an allocation of their own and, last, what no body has (`body` null): they sum to the total. */
  bodies: z.array(Sums.extend({ body: z.string().nullable(), name: z.string() })),
  /** Administrations and units, each counted in the body above it too. */
  parts: z.array(Sums.extend({ body: z.string(), name: z.string(), parent: z.string() })),
  total: Sums,
  /** Income is positive and cost negative, as in the accounts' result; sums are among the rows. */
  incomeStatement: z.array(z.object({ row: z.enum(INCOME_ROWS), tkr: Tkr })),
  /** At the beginning of the year and at the last day that the accounts reach, whatever day is asked for. */
  balanceSheet: z.array(z.object({ row: z.enum(BALANCE_ROWS), openingTkr: Tkr, closingTkr: Tkr })),
});
export type LedgerOutcome = z.output<typeof LedgerOutcome>;

const chapter = "ledger";

export const importLedger = route({
  id: "importLedger",
  method: "POST",
  path: "/ledger/imports",
  chapter,
  allow: { action: `import:${LEDGER.object}`, of: "executive" },
  summary: "Läs in årets bokföring ur en SIE 4-fil, eller granska den först med preview=true (§2.5)",
  query: z.object({ preview: z.enum(["true", "false"]).default("false") }),
  upload: { maxBytes: SIE_LIMITS.bytes },
  returns: LedgerImport,
  problems: [SieFaults, NotTheAccounts, SameFile],
});

export const listImports = route({
  id: "listLedgerImports",
  method: "GET",
  path: "/ledger/imports",
  chapter,
  summary: "Inlästa bokföringsfiler, den senaste först (§2.5)",
  query: z.object({ year: Year.optional() }),
  returns: z.array(ImportLine),
});

export const undoImport = route({
  id: "undoLedgerImport",
  method: "POST",
  path: "/ledger/imports/{id}/undo",
  chapter,
  allow: { action: `import:${LEDGER.object}`, of: "executive" },
  summary: "Ångra en inläsning: den närmast tidigare för samma år gäller igen (§2.5)",
  params: z.object({ id: z.coerce.number().int().min(1).max(2_000_000_000) }),
  returns: ImportLine,
  problems: [NoImport, AlreadyUndone],
});

export const getOutcome = route({
  id: "getLedgerOutcome",
  method: "GET",
  path: "/ledger/outcome/{year}",
  chapter,
  summary:
    "Utfallet enligt bokföringen: per organ, kontogrupp och månad, med resultat- och balansräkning (§2.5)",
  params: z.object({ year: Year }),
  query: z.object({ until: DayText.optional() }),
  returns: LedgerOutcome,
  problems: [NoLedger],
});

/** What the accounts in force have on codes that belong to nobody on the row's day. Amounts in öre, on accounts 3–9. */
export const CodesWithoutUnit = z.object({
  year: Year,
  /** How many codes there are; the first are named, those with the most rows first. */
  count: Count,
  rows: Count,
  amountOre: Ore,
  codes: z.array(
    z.object({
      dimension: Dimension,
      code: z.string(),
      /** What the file calls it; empty where it does not. */
      name: z.string(),
      rows: Count,
      amountOre: Ore,
      firstDay: DayText,
      lastDay: DayText,
    }),
  ),
});
export type CodesWithoutUnit = z.output<typeof CodesWithoutUnit>;

export const getCodesWithoutUnit = route({
  id: "getCodesWithoutUnit",
  method: "GET",
  path: "/ledger/codes-without-unit/{year}",
  chapter,
  summary: "Koder i årets bokföring som ingen enhet har den dag som raden är bokförd (§2.5)",
  params: z.object({ year: Year }),
  returns: CodesWithoutUnit,
  problems: [NoLedger],
});

/** What it comes to in accounts that are read in, that a code is said to be somebody's: by year, the latest first. */
export const CodeEffect = z.object({
  years: z.array(
    z.object({
      year: Year,
      /** The rows on accounts 3–9 with the code, whatever becomes of them. */
      rows: Count,
      /** What is counted to another than before; null: central. Net cost in öre. */
      moved: z.array(
        z.object({ from: BodyId.nullable(), to: BodyId.nullable(), rows: Count, netCostOre: Ore }),
      ),
    }),
  ),
});
export type CodeEffect = z.output<typeof CodeEffect>;

export const previewCode = route({
  id: "previewLedgerCode",
  method: "POST",
  path: "/ledger/codes/effect",
  chapter,
  allow: { action: `import:${LEDGER.object}`, of: "executive" },
  summary: "Vad det blir av inlästa års utfall om en kod hör till dessa enheter, innan det sparas (§2.5)",
  body: LedgerCodeView,
  returns: CodeEffect,
  problems: [NotCodeOwners],
});

export const NotDimensions = problemKind("not-dimensions", 422);

/** Of which dimensions of the accounts it is read whose a row is. */
const DimensionsView = z.object({
  /** The first first: where nobody has a row's code of it, the next is looked at. */
  dimensions: BodyDimensions,
  /** What the newest accounts call those that they have. */
  named: z.array(z.object({ dimension: Dimension, name: z.string() })),
});

export const getDimensions = route({
  id: "getLedgerDimensions",
  method: "GET",
  path: "/ledger/dimensions",
  chapter,
  summary: "Vilka dimensioner i bokföringen som säger vems en rad är, och i vilken ordning (§2.5)",
  returns: DimensionsView,
  editable: true,
});

export const putDimensions = route({
  id: "putLedgerDimensions",
  method: "PUT",
  path: "/ledger/dimensions",
  chapter,
  allow: { action: `import:${LEDGER.object}`, of: "executive" },
  summary: "Säg vilka dimensioner i bokföringen som säger vems en rad är, den som går före först (§2.5)",
  body: z.object({ dimensions: BodyDimensions }),
  returns: DimensionsView,
  editable: true,
  problems: [NotDimensions],
});

export const listAccounts = route({
  id: "listAccounts",
  method: "GET",
  path: "/ledger/accounts",
  chapter,
  summary: "Konton för intäkter och kostnader i den senast inlästa bokföringen, med namn (§2.5)",
  access: "public",
  returns: z.array(z.object({ account: z.string(), name: z.string() })),
});

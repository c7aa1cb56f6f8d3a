import type { Day } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import type { Remark } from "../kernel/remark.ts";
import { type CodeOwners, ownerOfCode } from "../organisation/rules/ledger-codes.ts";
import type { FileReader } from "../platform/intake/reader.ts";
import { type Spool, writeSpool } from "../platform/intake/spool.ts";
import { NotTheAccounts, SieFaults } from "./contract.ts";
import {
  type AccountBalance,
  accountBalances,
  accountsRemarks,
  codedRows,
  type ImportSummary,
  importSummary,
  importWarnings,
  type NamedObject,
  namedObjects,
} from "./rules/import.ts";
import { readSie } from "./rules/sie/sie.ts";

export interface AccountsOrder {
  readonly codes: readonly CodeOwners[];
  /** Those that tell whose a row is, the first first. */
  readonly dimensions: readonly string[];
  readonly today: Day;
  /** Whether the rows are to be stored; else the file is only looked at. */
  readonly store: boolean;
}

/** What a file of accounts holds, but for its rows: they stand in the spool, to be stored as they are read from it. */
export interface AccountsRead {
  readonly program: string;
  readonly madeOn: Day | null;
  readonly summary: ImportSummary;
  readonly warnings: readonly Remark[];
  readonly accounts: readonly { readonly account: string; readonly name: string }[];
  readonly balances: readonly AccountBalance[];
  /** What the file calls its dimensions, and the codes of them. */
  readonly dimensions: readonly { readonly dimension: string; readonly name: string }[];
  readonly objects: readonly NamedObject[];
  /** A batch of rows a line (`rowBatches`); null where they are not to be stored. */
  readonly rows: Spool | null;
}

/** Reads the year's accounts in a SIE file (T-4), or refuses with what is wrong and where. */
const read: FileReader<AccountsOrder, AccountsRead> = async (
  bytes,
  { codes, dimensions, today, store },
  tell,
) => {
  const result = readSie(bytes, tell);
  if ("faults" in result)
    refuse(SieFaults, { remarks: result.faults, params: { count: result.faults.length } });
  const { file } = result;
  const remarks = accountsRemarks(file);
  if (remarks.length > 0) refuse(NotTheAccounts, { remarks });
  const summary = importSummary(file, ownerOfCode(codes), today, dimensions);
  return {
    program: file.program,
    madeOn: file.generatedOn,
    summary,
    warnings: importWarnings(file, summary),
    accounts: [...file.accounts].map(([account, { name }]) => ({ account, name })),
    balances: accountBalances(file, today),
    dimensions: [...file.dimensions].map(([dimension, { name }]) => ({ dimension: String(dimension), name })),
    objects: namedObjects(file),
    rows: store ? writeSpool(rowBatches(codedRows(file))) : null,
  };
};
export default read;

/** So many rows a statement that each stays far within the statement's time, and that putting one together stops nobody. */
const BATCH = 1_000;

/** Rows as the database takes them (`storeImport`): JSON of so many at a time, numbered from 1. */
function* rowBatches(rows: ReturnType<typeof codedRows>): Generator<string> {
  let batch: unknown[] = [];
  let number = 0;
  for (const { voucher, row, code, objects } of rows) {
    number++;
    batch.push({
      number,
      voucher,
      day: row.day,
      text: row.text,
      account: row.account,
      code,
      objects,
      ore: row.amountOre,
    });
    if (batch.length === BATCH) {
      yield JSON.stringify(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield JSON.stringify(batch);
}

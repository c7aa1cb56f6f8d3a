import type { Day } from "../../kernel/day.ts";
import type { CodeTables } from "../../organisation/ledger-codes.ts";
import type { Tx } from "../../platform/database/door.ts";

type LedgerTables = {
  "ledger.import": {
    municipality_id: string;
    import_id: number;
    file_sha256: string;
    filename: string;
    program: string;
    year: number;
    first_day: Day;
    last_day: Day;
    vouchers: number;
    rows: number;
    imported_on: Day;
    imported_by: string;
    undone_on: Day | null;
    undone_by: string | null;
    /** Absent where the file does not say, and in what was read in before this was kept. */
    made_on: Day | null;
    /** One hash over all that it brought (`rows-hash.ts`); absent only while its rows are being stored. */
    rows_sha256: string | null;
  };
  "ledger.voucher_row": {
    municipality_id: string;
    import_id: number;
    row_number: number;
    voucher: string;
    day: Day;
    text: string;
    account: string;
    code: string | null;
    /** What it carries of other dimensions, by their number; null for nothing, and in what was read in before this was kept. */
    objects: Readonly<Record<string, string>> | null;
    amount_ore: number;
  };
  "ledger.dimension": { municipality_id: string; import_id: number; dimension: string; name: string };
  "ledger.object": {
    municipality_id: string;
    import_id: number;
    dimension: string;
    code: string;
    name: string;
  };
  "ledger.body_dimension": { municipality_id: string; dimension: string; precedence: number };
  "ledger.account": { municipality_id: string; import_id: number; account: string; name: string };
  "ledger.balance": {
    municipality_id: string;
    import_id: number;
    year: number;
    account: string;
    opening_ore: number;
    closing_ore: number;
  };
};
export const tables = (tx: Tx) => tx.withTables<LedgerTables & CodeTables>();

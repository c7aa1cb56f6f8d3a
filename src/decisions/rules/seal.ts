import { canonicalJson } from "../../kernel/canonical.ts";
import { GENESIS } from "./chain.ts";

/** A seal over rows of the change log: every field counts. */
export interface Seal {
  readonly number: number;
  /** The rows by their numbers, as PostgreSQL writes ranges: "{[1,40),[43,44)}". */
  readonly entries: string;
  readonly rows: number;
  /** SHA-256 over the rows' own hashes, in order of entry. */
  readonly rowsSha256: string;
  /** The machine's time, ISO 8601 in UTC. */
  readonly sealedAt: string;
  readonly previousSha256: string;
  readonly sha256: string;
}

/** What of a seal's rows there is in the log now. */
export interface SealedRows {
  readonly number: number;
  readonly rows: number;
  readonly rowsSha256: string;
  /** The first row whose own hash does not hold; null where all do. */
  readonly changed: number | null;
}

/** What is wrong with the seals, and where; the first fault only. */
export type SealFault =
  | { readonly fault: "seal-missing"; readonly seal: number }
  | { readonly fault: "seal-previous-differs"; readonly seal: number }
  | { readonly fault: "seal-changed"; readonly seal: number }
  | { readonly fault: "entry-changed"; readonly seal: number; readonly entry: number }
  | { readonly fault: "entry-missing"; readonly seal: number; readonly entry?: number }
  | { readonly fault: "entries-differ"; readonly seal: number }
  | { readonly fault: "decision-seal-differs"; readonly seal: number; readonly number: number };

/**
 * The first row that is not as the change log tells, by its table, its key as a JSON array without the municipality, and the entry
 * that last told of it; or what else of the log differs from what rests on it.
 */
export type RowFault =
  | { readonly fault: "row-changed"; readonly table: string; readonly key: string; readonly entry: number }
  | { readonly fault: "row-missing"; readonly table: string; readonly key: string; readonly entry: number }
  | { readonly fault: "row-unlogged"; readonly table: string; readonly key: string; readonly entry?: number }
  | { readonly fault: "imported-rows"; readonly table: string; readonly key: string }
  | { readonly fault: "waiting-changed"; readonly entry: number }
  | { readonly fault: "left-out"; readonly entry: number }
  | { readonly fault: "ground-differs"; readonly number: number; readonly table: string };

/** The text that a seal's hash is taken over: all of it but the hash itself. */
export function sealText(seal: Omit<Seal, "sha256">): string {
  const { sha256: _own, ...rest } = seal as Seal;
  return canonicalJson(rest);
}

/** A decision with the seal that its hash holds; none for a decision from before there were seals. */
export interface SealedDecision {
  readonly number: number;
  readonly seal?: { readonly number: number; readonly sha256: string } | undefined;
}

/**
 * Recomputes a municipality's seals from its first: each hangs on the one before, holds the rows that it was made of, and is the
 * one that the decisions name. Undefined where nothing differs. Seals come in the order of their numbers, and so do decisions.
 */
export function sealFault(
  seals: readonly Seal[],
  found: readonly SealedRows[],
  decisions: readonly SealedDecision[],
  sha256: (text: string) => string,
): SealFault | undefined {
  const rowsOf = new Map(found.map((one) => [one.number, one]));
  let previous = GENESIS;
  for (const [index, seal] of seals.entries()) {
    const at = { seal: seal.number };
    if (seal.number !== index + 1) return { fault: "seal-missing", seal: index + 1 };
    if (seal.previousSha256 !== previous) return { fault: "seal-previous-differs", ...at };
    if (sha256(sealText(seal)) !== seal.sha256) return { fault: "seal-changed", ...at };
    const now = rowsOf.get(seal.number);
    if (now?.changed != null) return { fault: "entry-changed", ...at, entry: now.changed };
    if ((now?.rows ?? 0) < seal.rows) return { fault: "entry-missing", ...at };
    if (now?.rows !== seal.rows || now.rowsSha256 !== seal.rowsSha256)
      return { fault: "entries-differ", ...at };
    previous = seal.sha256;
  }
  for (const { number, seal } of decisions) {
    if (seal === undefined) continue;
    const there = seals[seal.number - 1];
    if (!there) return { fault: "seal-missing", seal: seal.number };
    if (there.sha256 !== seal.sha256) return { fault: "decision-seal-differs", seal: seal.number, number };
  }
  return undefined;
}

/** A row of the log as far as it tells what a table's rows were at a seal. */
export interface ToldRow {
  /** The seal that it lies in. */
  readonly seal: number;
  readonly entry: number;
  /** The key of the row that it tells of, as text. */
  readonly key: string;
  /** "insert", "update", "delete", "noted", or "begin": the account of the table starts anew. */
  readonly operation: string;
  /** Its own hash, 64 hexadecimal figures. */
  readonly sha256: string;
}

/**
 * What a table's rows were at each of some seals: one hash over the hashes of the entries that last told of each of its rows, in
 * order of entry. `rows` come by seal and entry, seals by number; `hash` is SHA-256 over hexadecimal text put together.
 */
export function groundAtSeals(
  rows: readonly ToldRow[],
  seals: readonly number[],
  hash: (text: string) => string,
): Map<number, string> {
  const last = new Map<string, ToldRow>();
  const at = new Map<number, string>();
  let begun = 0;
  let next = 0;
  let known: string | undefined;
  for (const seal of seals) {
    for (; next < rows.length && (rows[next] as ToldRow).seal <= seal; next++) {
      const row = rows[next] as ToldRow;
      known = undefined;
      if (row.operation === "begin") {
        begun = Math.max(begun, row.entry);
        for (const [key, { entry }] of last) if (entry < begun) last.delete(key);
      } else if (row.entry > begun && row.entry > (last.get(row.key)?.entry ?? 0)) last.set(row.key, row);
    }
    known ??= hash(
      [...last.values()]
        .filter(({ operation }) => operation !== "delete")
        .sort((a, b) => a.entry - b.entry)
        .map((row) => row.sha256)
        .join(""),
    );
    at.set(seal, known);
  }
  return at;
}

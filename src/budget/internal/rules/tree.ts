import { sumOf } from "../../../kernel/sum.ts";
import { type Body, upFrom } from "../../../organisation/rules/organisation.ts";
import { type InternalRow, internalMonths } from "./rows.ts";

/** What a node of the split is: a service, one of its units, what the service's units share, an account, or a row. */
export type NodeKind = "service" | "unit" | "shared" | "own" | "account" | "row";

/** A part of an internal budget with what it is made of; its amounts are the sums of its children's. Whole tkr. */
export interface InternalNode {
  /** Its own among all in the tree. */
  readonly key: string;
  readonly kind: NodeKind;
  /** The unit or the account; null: what has none. */
  readonly of: string | null;
  /** The row itself, where the node is one. */
  readonly row?: InternalRow;
  readonly amountTkr: number;
  readonly monthsTkr: readonly number[];
  readonly children: readonly InternalNode[];
}

/**
 * The service that a unit belongs to: what stands nearest under the body's administration, or under the body itself. An
 * administration is its own; null where the unit is not the body's.
 */
export function serviceOf(bodies: readonly Body[], body: string, unit: string): string | null {
  const path = upFrom(bodies, unit);
  const end = path.findIndex(({ id }) => id === body);
  if (end < 1) return null;
  const under = path.slice(0, end);
  const last = under.at(-1) as Body;
  return under.length > 1 && last.kind === "administration" ? (under.at(-2) as Body).id : last.id;
}

/** Body → service → unit → account → row, each with its sum (§2.2, E-6), in the rows' order; the body's own comes last. */
export function byService(
  rows: readonly InternalRow[],
  body: string,
  bodies: readonly Body[],
): InternalNode[] {
  const services = Map.groupBy(rows, ({ unit }) => (unit === null ? null : serviceOf(bodies, body, unit)));
  const nodes = [...services].map(([service, own]): InternalNode => {
    if (service === null) return node("own", "own", null, own, accounts(own, "own"));
    const key = `service ${service}`;
    const units = Map.groupBy(own, ({ unit }) => unit);
    if (units.size === 1) return node(key, "service", service, own, accounts(own, key));
    const shared = units.get(service);
    const children = [...units]
      .filter(([unit]) => unit !== service)
      .map(([unit, one]) => node(`${key} ${unit}`, "unit", unit, one, accounts(one, `${key} ${unit}`)));
    return node(key, "service", service, own, [
      ...children,
      ...(shared
        ? [node(`${key} shared`, "shared", service, shared, accounts(shared, `${key} shared`))]
        : []),
    ]);
  });
  return [...nodes.filter(({ kind }) => kind !== "own"), ...nodes.filter(({ kind }) => kind === "own")];
}

/** Account → unit → row, in the accounts' order; what has no account comes last. */
export function byAccount(rows: readonly InternalRow[]): InternalNode[] {
  const groups = [...Map.groupBy(rows, ({ account }) => account)];
  groups.sort(([a], [b]) => (a ?? "~").localeCompare(b ?? "~"));
  return groups.map(([account, own]) => {
    const key = `account ${account}`;
    const units = [...Map.groupBy(own, ({ unit }) => unit)];
    return node(
      key,
      "account",
      account,
      own,
      units.map(([unit, one]) => node(`${key} ${unit}`, unit === null ? "own" : "unit", unit, one, [])),
    );
  });
}

/** A unit's rows by account; an account with one row is that row. */
function accounts(rows: readonly InternalRow[], above: string): InternalNode[] {
  const groups = [...Map.groupBy(rows, ({ account }) => account)];
  groups.sort(([a], [b]) => (a ?? "~").localeCompare(b ?? "~"));
  return groups.flatMap(([account, own]) => {
    const leaves = own.map(
      (row): InternalNode => ({
        ...node(`${above} ${row.id}`, "row", account, [row], []),
        row,
      }),
    );
    return own.length === 1 ? leaves : [node(`${above} ${account}`, "account", account, own, leaves)];
  });
}

const node = (
  key: string,
  kind: NodeKind,
  of: string | null,
  rows: readonly InternalRow[],
  children: readonly InternalNode[],
): InternalNode => ({
  key,
  kind,
  of,
  amountTkr: sumOf(rows.map((row) => row.amountTkr)),
  monthsTkr: internalMonths(rows),
  children,
});

import { expect, test } from "vitest";
import type { Body } from "../../../organisation/rules/organisation.ts";
import { internalRows } from "./rows.ts";
import { byAccount, byService, type InternalNode, serviceOf } from "./tree.ts";

const body = (id: string, kind: Body["kind"], parent: string | null) =>
  ({ id, kind, parent, name: id }) as Body;
const BODIES: readonly Body[] = [
  body("kf", "council", null),
  body("namnd", "committee", "kf"),
  body("forvaltning", "administration", "namnd"),
  body("forskola", "unit", "forvaltning"),
  body("ekorren", "unit", "forskola"),
  body("elevhalsa", "unit", "forvaltning"),
];
const line = (id: string, unit: string | null, account: string, amountTkr: number) => ({
  id,
  name: id,
  unit,
  account,
  amountTkr,
});
const ROWS = internalRows({
  lines: [
    line("arvoden", null, "5060", 120),
    line("avgifter", "ekorren", "3130", -24),
    line("vikarier", "ekorren", "5010", 36),
    line("timanstallda", "ekorren", "5010", 12),
    line("system", "forskola", "7550", 60),
    line("psykolog", "elevhalsa", "5010", 240),
    line("stab", "forvaltning", "5010", 480),
  ],
});
const shown = (nodes: readonly InternalNode[], depth = 0): string[] =>
  nodes.flatMap(({ kind, of, row, amountTkr, children }) => [
    `${"  ".repeat(depth)}${kind} ${row?.id ?? of} ${amountTkr}`,
    ...shown(children, depth + 1),
  ]);

test("E-6: a body's split goes on to service, unit, account and row, and each sum is what it is made of", () => {
  const tree = byService(ROWS, "namnd", BODIES);
  expect(shown(tree)).toEqual([
    "service forskola 84",
    "  unit ekorren 24",
    "    row avgifter -24",
    "    account 5010 48",
    "      row vikarier 36",
    "      row timanstallda 12",
    "  shared forskola 60",
    "    row system 60",
    "service elevhalsa 240",
    "  row psykolog 240",
    "service forvaltning 480",
    "  row stab 480",
    "own null 120",
    "  row arvoden 120",
  ]);
  expect(tree[0]?.monthsTkr).toEqual(Array.from({ length: 12 }, () => 7));
  const keys = (nodes: readonly InternalNode[]): string[] =>
    nodes.flatMap(({ key, children }) => [key, ...keys(children)]);
  expect(new Set(keys(tree)).size).toBe(keys(tree).length);
});

test("E-6: by account each goes on to the units that have it", () => {
  expect(shown(byAccount(ROWS))).toEqual([
    "account 3130 -24",
    "  unit ekorren -24",
    "account 5010 768",
    "  unit ekorren 48",
    "  unit elevhalsa 240",
    "  unit forvaltning 480",
    "account 5060 120",
    "  own null 120",
    "account 7550 60",
    "  unit forskola 60",
  ]);
});

test("R-1: a unit's service stands nearest under the administration; another body's unit has none here", () => {
  expect(
    ["ekorren", "forskola", "forvaltning", "kf"].map((unit) => serviceOf(BODIES, "namnd", unit)),
  ).toEqual(["forskola", "forskola", "forvaltning", null]);
});

import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GENESIS } from "./chain.ts";
import { groundAtSeals, type Seal, type SealedRows, sealFault, sealText, type ToldRow } from "./seal.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function three() {
  const seals: Seal[] = [];
  for (const [entries, rows] of [
    ["{[1,4),[6,7)}", 4],
    ["{[4,6)}", 2],
    ["{[7,8)}", 1],
  ] as const) {
    const sealed = {
      number: seals.length + 1,
      entries,
      rows,
      rowsSha256: sha256(entries),
      sealedAt: "2027-01-01T00:00:00.000Z",
      previousSha256: seals.at(-1)?.sha256 ?? GENESIS,
    };
    seals.push({ ...sealed, sha256: sha256(sealText(sealed)) });
  }
  const found: SealedRows[] = seals.map(({ number, rows, rowsSha256 }) => ({
    number,
    rows,
    rowsSha256,
    changed: null,
  }));
  const sha = (seals[1] as Seal).sha256;
  return { seals, found, decisions: [{ number: 1 }, { number: 2, seal: { number: 2, sha256: sha } }] };
}
const fault = ({ seals, found, decisions }: ReturnType<typeof three>) =>
  sealFault(seals, found, decisions, sha256);

describe("R-5: seals", () => {
  test("that nobody has touched hold; so do none at all, under decisions from before there were any", () => {
    expect(fault(three())).toBeUndefined();
    expect(fault({ seals: [], found: [], decisions: [{ number: 1 }] })).toBeUndefined();
  });

  test("any field of any seal that is another is found at it", () => {
    for (const index of [0, 1, 2])
      for (const [field, value] of Object.entries({
        entries: "{[1,9)}",
        rows: 9,
        rowsSha256: sha256("annat"),
        sealedAt: "2027-01-01T00:00:00.001Z",
        previousSha256: sha256("annan"),
        sha256: sha256("egen"),
      })) {
        const own = three();
        own.seals[index] = { ...(own.seals[index] as Seal), [field]: value };
        expect(fault(own), `${index} ${field}`).toMatchObject({ seal: index + 1 });
      }
  });

  test("rows that have changed, gone, or are others; a seal that is gone; a decision that names another", () => {
    const rows = (change: Partial<SealedRows>) => {
      const own = three();
      own.found[1] = { ...(own.found[1] as SealedRows), ...change };
      return fault(own);
    };
    expect(rows({ changed: 5 })).toEqual({ fault: "entry-changed", seal: 2, entry: 5 });
    expect(rows({ rows: 1 })).toEqual({ fault: "entry-missing", seal: 2 });
    expect(rows({ rowsSha256: sha256("andra") })).toEqual({ fault: "entries-differ", seal: 2 });
    const own = three();
    expect(fault({ ...own, seals: own.seals.slice(1) })).toEqual({ fault: "seal-missing", seal: 1 });
    expect(fault({ ...own, seals: own.seals.slice(0, 1) })).toEqual({ fault: "seal-missing", seal: 2 });
    const other = [{ number: 2, seal: { number: 2, sha256: sha256("annan") } }];
    expect(fault({ ...own, decisions: other })).toEqual({
      fault: "decision-seal-differs",
      seal: 2,
      number: 2,
    });
  });
});

describe("R-5: what a table was at a seal", () => {
  const row = (seal: number, entry: number, key: string, operation = "update"): ToldRow => ({
    seal,
    entry,
    key,
    operation,
    sha256: sha256(`${entry}`),
  });
  const over = (...entries: number[]) => sha256(entries.map((entry) => sha256(`${entry}`)).join(""));

  test("is what was last told of each row by then, in order of entry", () => {
    const rows = [row(1, 1, "a"), row(1, 2, "b"), row(2, 4, "a"), row(3, 3, "c"), row(3, 6, "b", "delete")];
    expect([...groundAtSeals(rows, [1, 2, 3], sha256).values()]).toEqual([
      over(1, 2),
      over(2, 4),
      over(3, 4),
    ]);
  });

  test("begins anew where the log's account of the table does", () => {
    const rows = [row(1, 1, "a"), row(1, 2, "b"), row(2, 3, "[null]", "begin"), row(2, 4, "ny", "noted")];
    expect([...groundAtSeals(rows, [1, 2], sha256).values()]).toEqual([over(1, 2), over(4)]);
  });

  test("is the same whether it is asked for one seal or all", () => {
    const told = fc.array(
      fc.record({
        seal: fc.integer({ min: 1, max: 5 }),
        key: fc.constantFrom("a", "b", "c"),
        operation: fc.constantFrom("insert", "update", "delete", "begin"),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(told, (all) => {
        const rows = all
          .map((one, index) => ({ ...row(one.seal, index + 1, one.key, one.operation) }))
          .sort((a, b) => a.seal - b.seal || a.entry - b.entry);
        const together = groundAtSeals(rows, [1, 2, 3, 4, 5], sha256);
        for (const seal of [1, 2, 3, 4, 5])
          expect(groundAtSeals(rows, [seal], sha256).get(seal)).toBe(together.get(seal));
      }),
    );
  });
});

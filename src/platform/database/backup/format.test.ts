import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backupText, FORMAT, type Header, type Part, RowSum, readBackup } from "./format.ts";

const HEADER: Header = {
  format: FORMAT,
  release: "0.1.0",
  postgres: "18.4",
  snapshotAt: "2027-03-01T08:00:00.000Z",
  migrations: [{ name: "001_platform.sql", sha256: "a".repeat(64) }],
  municipalities: [{ code: "1277", decisions: 0, head: null }],
};
const row = fc.string().map((text) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n"));
const rows = fc.array(row, { maxLength: 20 });

async function textOf(tables: Record<string, readonly string[]>): Promise<Buffer> {
  const each = async function* () {
    for (const [table, lines] of Object.entries(tables))
      yield {
        table,
        columns: ["a"],
        async *rows() {
          if (lines.length > 0) yield Buffer.from(lines.map((line) => `${line}\n`).join(""));
        },
      };
  };
  const chunks: Buffer[] = [];
  const sequences = async () => [{ sequence: "s.q", value: "7", called: true }];
  for await (const chunk of backupText(HEADER, each(), sequences)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What a reader makes of a text that comes in pieces of so many bytes. */
async function read(text: Buffer, pieceBytes: number): Promise<Part[]> {
  const pieces = async function* () {
    for (let from = 0; from < text.length; from += pieceBytes) yield text.subarray(from, from + pieceBytes);
  };
  const parts: Part[] = [];
  for await (const part of readBackup(pieces())) parts.push(part);
  return parts;
}

const rowsIn = (parts: Part[]) => {
  const all = parts.filter((part) => part.part === "rows").map(({ bytes }) => bytes);
  return Buffer.concat(all).toString("utf8").split("\n").slice(0, -1);
};

describe("T-7: a backup's text", () => {
  test("is read as it was written, however it is cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, fc.integer({ min: 1, max: 200 }), async (one, other, pieceBytes) => {
        const text = await textOf({ "s.one": one, "s.other": other });
        const parts = await read(text, pieceBytes);
        expect(rowsIn(parts)).toEqual([...one, ...other]);
        expect(parts.filter(({ part }) => part !== "rows").map(({ part }) => part)).toEqual([
          "header",
          "table",
          "table-end",
          "table",
          "table-end",
          "sequences",
        ]);
      }),
      { numRuns: 60 },
    );
  });

  test("is refused wherever it is cut off, and whatever byte of it is another", async () => {
    const text = await textOf({ "s.one": ["första\tett", "andra", ""], "s.other": [] });
    for (let length = 0; length < text.length; length++)
      await expect(read(text.subarray(0, length), 64), `cut at ${length}`).rejects.toThrow(
        /avkortad|ingen säkerhetskopia/,
      );
    for (let at = 0; at < text.length; at++) {
      const other = Buffer.from(text);
      other[at] = (other[at] as number) ^ 1;
      await expect(read(other, 1000), `changed at ${at}`).rejects.toThrow(
        /skadad|avkortad|ingen säkerhetskopia|format/,
      );
    }
    await expect(read(Buffer.concat([text, Buffer.from("mer\n")]), 64)).rejects.toThrow("efter slutet");
  });

  test("of a newer format says so", async () => {
    const text = (await textOf({})).toString().replace('"format":1', '"format":2');
    await expect(read(Buffer.from(text), 64)).rejects.toThrow("uppgradera Tillit");
  });
});

describe("T-7: the sum of a table's rows", () => {
  const sumOf = (lines: readonly string[]) => {
    const sum = new RowSum();
    sum.take(Buffer.from(lines.map((line) => `${line}\n`).join("")));
    return sum.result();
  };
  test("does not depend on their order, and does on each of them", () => {
    fc.assert(
      fc.property(rows, row, (lines, one) => {
        expect(sumOf(lines.toReversed())).toEqual(sumOf(lines));
        expect(sumOf([...lines, one]).sum).not.toBe(sumOf(lines).sum);
        expect(sumOf([...lines, one]).rows).toBe(lines.length + 1);
      }),
    );
  });
});

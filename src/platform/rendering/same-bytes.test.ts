import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Paper } from "../../kernel/paper.ts";
import { orderHash } from "./press.ts";
import { unzipped } from "./testing/unzipped.ts";
import { typeset } from "./typesetter.ts";
import { wordFile } from "./word-file.ts";
import { workbookFile } from "./workbook-file.ts";

const PAPER: Paper = {
  language: "sv",
  municipality: "Åstorps kommun",
  title: "Budget 2027",
  subtitle: "Mål och ramar",
  facts: ["Beslutad"],
  mark: null,
  foot: "Version 1",
  chapters: [{ title: "Ramar", blocks: [{ kind: "lead", text: "Ett stycke" }] }],
};
const TEMPLATE = `#import "paper.typ": *
#let data = json(bytes(sys.inputs.data))
#show: paper.with(title: data.title, left: "Åstorps kommun", right: data.title, foot: "Beslutad")
= #data.title`;

const FORMS: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  PDF: () => typeset(TEMPLATE, JSON.stringify({ title: "Budget 2027" })),
  Word: () => wordFile(PAPER),
  Excel: () =>
    workbookFile("Ramar", "Åstorps kommun", [
      { name: "A", columns: [{ header: "a", width: 9 }], rows: [[1]] },
    ]),
};

describe("T-5: the same content is the same bytes, whenever it is made", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  test.each(Object.keys(FORMS))("%s", async (form) => {
    const made = FORMS[form] as () => Promise<Uint8Array>;
    vi.setSystemTime("2026-11-19T08:00:00Z");
    const first = Buffer.from(await made());
    vi.setSystemTime("2031-02-03T17:31:12Z");
    expect(first.equals(Buffer.from(await made()))).toBe(true);
    // The typesetter has a clock of its own: it writes no moment at all
    expect(first.toString("latin1")).not.toMatch(/CreationDate|ModDate|xmp:(Create|Modify)Date/);
  });
  test("an Office file says nothing of when it was made, and keeps its other properties", async () => {
    for (const made of [wordFile(PAPER), FORMS.Excel?.() as Promise<Uint8Array>]) {
      const properties = unzipped(await made)["docProps/core.xml"];
      expect(properties).not.toContain("dcterms:created>");
      expect(properties).not.toContain("dcterms:modified>");
      expect(properties).toContain("Åstorps kommun");
    }
  });
});

test("T-5: an order's hash is that of its content: another figure is another document", () => {
  const hash = (title: string) => orderHash({ form: "word", paper: { ...PAPER, title } });
  expect(hash("Budget 2027")).toBe(hash("Budget 2027"));
  expect(hash("Budget 2027")).not.toBe(hash("Budget 2028"));
  const bytes = new TextEncoder().encode("a;b");
  expect(orderHash({ form: "file", bytes })).toMatch(/^[0-9a-f]{64}$/);
});

import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { askedBy } from "../threads/asker.ts";
import { NotDone } from "../threads/work-thread.ts";
import { pdfOrder } from "./pdf.ts";
import { MAX_BY_ONE, MAX_WAITING, print } from "./press.ts";

const TEMPLATE = `#import "paper.typ": *
#let data = json(bytes(sys.inputs.data))
#show: paper.with(title: data.title, left: "Åstorps kommun", right: data.title, foot: "Beslutad")
= #data.title
#prose(data.text)
#data-table(title: "Tabell", columns: ((label: "Rad", kind: "text"), (label: "Tkr", kind: "number")), rows: (("Ram", number(1234567)), ("Avvikelse", number(-3.25, decimals: 1))))
#diverging-bars(title: "Bild", alt: "Stapel som visar sex", rows: ((label: "A", value: -6), (label: "B", value: 2)))
#status("partly", "Delvis")`;

const renderPdf = (template: string, data: unknown, timeMs?: number) =>
  print(pdfOrder(template, data), timeMs === undefined ? {} : { timeMs });
const asText = (pdf: Uint8Array) => Buffer.from(pdf).toString("latin1");

/** All that the file holds: its own bytes, and what its packed streams hold. */
function unpacked(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const parts = [asText(pdf)];
  for (const match of asText(pdf).matchAll(/stream\r?\n/g)) {
    const from = match.index + match[0].length;
    const to = bytes.indexOf("endstream", from);
    try {
      parts.push(inflateSync(bytes.subarray(from, to)).toString("latin1"));
    } catch {
      // a stream that is not deflated stands in the file as it is
    }
  }
  return parts.join("\n");
}

describe("T-1: documents that everybody can read", () => {
  test("U-10: is tagged PDF/UA-1 in Swedish with a title, and says its pictures in words", async () => {
    const pdf = await renderPdf(TEMPLATE, { title: "Årsredovisning 2027", text: "Hej" });
    const all = unpacked(pdf);
    expect(asText(pdf).startsWith("%PDF-1.7")).toBe(true);
    expect(all).toMatch(/\/MarkInfo/);
    expect(all).toMatch(/\/StructTreeRoot/);
    expect(all).toMatch(/pdfuaid:part>1</);
    expect(all).toMatch(/\/Lang ?\(sv-SE\)/i);
    expect(all).toMatch(/\/DisplayDocTitle true/);
    expect(all).toMatch(/\/S ?\/TH/);
    expect(all).toMatch(/\/Alt ?\(Stapel som visar sex\)/);
    expect(all).toContain("SourceSerif4");
  });

  test("T-1: without a title there is no document, and the fault says so", async () => {
    const untitled = renderPdf('#set text(lang: "sv")\n= Rubrik', {});
    await expect(untitled).rejects.toThrow(NotDone);
    await expect(untitled).rejects.toThrow(/title/);
  });

  test("T-1: what a person writes is never markup, and a sign that no font has is no obstacle", async () => {
    for (const text of [
      '#panic("x") *fet* $x$ @ref <a> \\ #read("/etc/passwd")',
      "漢字 \u0007 😀",
      "#".repeat(8000),
    ]) {
      const pdf = await renderPdf(TEMPLATE, { title: text.slice(0, 40), text });
      expect(pdf.length).toBeGreaterThan(5000);
    }
  });

  test("T-1: a document that takes too long is given up, and the next one is made", async () => {
    const slow = renderPdf("#for a in range(3000) { for b in range(3000) { } }", {}, 100);
    await expect(slow).rejects.toMatchObject({ because: "time" });
    const next = await renderPdf(TEMPLATE, { title: "Nästa", text: "" });
    expect(asText(next).startsWith("%PDF")).toBe(true);
  });

  test("T-5: more than so many that wait are asked to come back, and one who asks has no more than a part", async () => {
    const ask = (id: string, many: number, signedIn = true) =>
      Array.from({ length: many }, () =>
        askedBy({ id, signedIn }, () => renderPdf(TEMPLATE, { title: "T", text: "" })).then(
          () => "done",
          ({ because }) => because,
        ),
      );
    const own = ask("rektor", MAX_BY_ONE + 1);
    const visitors = ["a", "b", "c", "d"].flatMap((id) => ask(id, MAX_BY_ONE, false));
    const house = ask("", MAX_WAITING);
    expect(await own.at(-1)).toBe("own-busy");
    expect(visitors).toHaveLength(16);
    const told = await Promise.all(visitors);
    expect(told.filter((one) => one === "done")).toHaveLength(MAX_WAITING / 2);
    expect(told.filter((one) => one === "busy")).toHaveLength(4);
    const left = (await Promise.all(house)).filter((one) => one === "done");
    expect(left).toHaveLength(MAX_WAITING / 2 - MAX_BY_ONE);
  });
});

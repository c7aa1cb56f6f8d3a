import { expect, test } from "vitest";
import type { Paper } from "../../kernel/paper.ts";
import { print } from "./press.ts";
import { unzipped } from "./testing/unzipped.ts";
import { wordOrder } from "./word.ts";

const PAPER: Paper = {
  language: "sv",
  municipality: "Åstorps kommun",
  title: "Budget 2027",
  subtitle: "Mål och ramar",
  facts: ["Beslutad"],
  mark: "Utkast",
  foot: "Version 1",
  chapters: [
    {
      title: "Ramar",
      blocks: [
        { kind: "heading", level: 2, text: "Nämnder" },
        { kind: "lead", text: "Ett <b>stycke</b> & ett till\u0007\n\nNästa\nrad" },
        {
          kind: "table",
          title: "Tabell, tkr",
          columns: [
            { label: "Nämnd", kind: "text" },
            { label: "Tkr", kind: "number" },
          ],
          rows: [
            ["=1+1", { number: -1234567 }],
            ["Summa", { number: 0.25, decimals: 2 }],
          ],
          strong: [1],
        },
        { kind: "bars", title: "Bild", alt: "Bilden i ord", rows: [{ label: "A", value: 1 }] },
      ],
    },
  ],
};

test("U-10: a Word file has true headings, a table whose heading repeats, the draft's mark, and Swedish", async () => {
  const files = unzipped(await print(wordOrder(PAPER)));
  const body = files["word/document.xml"] as string;
  expect(body).toMatch(/<w:pStyle w:val="Title"\/>/);
  expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>.*?Ramar/s);
  expect(body).toMatch(/<w:pStyle w:val="Heading2"\/>.*?Nämnder/s);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(body).toContain("Ett &lt;b&gt;stycke&lt;/b&gt; &amp; ett till");
  expect(body).not.toContain("\u0007");
  expect(body).toContain("−1\u00a0234\u00a0567");
  expect(body).toContain("0,25");
  expect(body.match(/<w:b\/>.*?Summa/s)).not.toBeNull();
  expect(Object.entries(files).find(([name]) => name.startsWith("word/header"))?.[1]).toContain("Utkast");
  expect(files["word/styles.xml"]).toContain('w:val="sv-SE"');
  expect(files["docProps/core.xml"]).toContain("Budget 2027");
});

import { expect, test } from "vitest";
import { archiveSort, beginsAs, fetchedName, isText, pdfRuns, readsEvidence } from "./evidence.ts";

const bytes = (...signs: number[]) => Uint8Array.from(signs);

test("K-4: a file is what it begins as, whatever it is called", () => {
  expect(beginsAs(Buffer.from("%PDF-1.7"))).toBe("pdf");
  expect(beginsAs(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe("png");
  expect(beginsAs(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe("jpeg");
  expect(beginsAs(Buffer.from("PK\u0003\u0004"))).toBe("archive");
  expect(beginsAs(Buffer.from("<html>"))).toBe("text");
  expect(fetchedName("protokoll", "pdf")).toBe("protokoll.pdf");
  expect(fetchedName("bild.JPEG", "jpeg")).toBe("bild.JPEG");
  expect(fetchedName("sida.html", "text")).toBe("sida.html.txt");
});

test("K-4: an Office file that runs something is none; how a printer was set is no such thing", () => {
  const book = ["[Content_Types].xml", "xl/workbook.xml"];
  expect(archiveSort(book)).toBe("workbook");
  expect(archiveSort([...book, "xl/printerSettings/printerSettings1.bin"])).toBe("workbook");
  expect(archiveSort(["[Content_Types].xml", "word/document.xml"])).toBe("word");
  for (const part of ["xl/vbaProject.bin", "xl/embeddings/oleObject1.bin", "xl/activeX/activeX1.xml"])
    expect(archiveSort([...book, part]), part).toBeUndefined();
  expect(archiveSort(["index.html"])).toBeUndefined();
});

test("K-4: a paper that runs or opens something is told, and so is what is no text", () => {
  expect(pdfRuns("<< /OpenAction << /S /JavaScript /JS (x) >> >>")).toBe(true);
  expect(pdfRuns("<< /Type /Page >>")).toBe(false);
  expect([isText("a;b"), isText("a\0b"), isText("a\uFFFDb")]).toEqual([true, false, false]);
});

test("K-4: a file is read by the body's own line, those named and the auditors; a secret one by those who lead there", () => {
  const open = { ground: null, named: ["rektor"] };
  const secret = { ground: "23:2", named: ["rektor"] };
  const asker = (person: string, readsAs: Parameters<typeof readsEvidence>[0]["readsAs"], leads = false) => ({
    person,
    readsAs,
    leads,
  });
  expect(readsEvidence(asker("larare", "line"), open)).toBe(true);
  expect(readsEvidence(asker("larare", "line"), secret)).toBe(false);
  expect(readsEvidence(asker("chef", "line", true), secret)).toBe(true);
  expect(readsEvidence(asker("rektor", undefined), secret)).toBe(true);
  expect(readsEvidence(asker("revisor", "auditor"), secret)).toBe(true);
  expect(readsEvidence(asker("ks", "supervision", true), open)).toBe(false);
  expect(readsEvidence(asker("annan", undefined, true), open)).toBe(false);
});

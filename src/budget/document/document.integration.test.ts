import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Paper, PaperText } from "../../kernel/paper.ts";
import { unzipped } from "../../platform/rendering/testing/unzipped.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { AllocationView, Budget } from "../base/contract.ts";
import { figuresOf, ownWords, shownOf, swedishAmong } from "./testing/two-languages.ts";

const DAY = "2028-05-15";
const FILES = ["document.pdf", "document.docx", "document.xlsx", "lines.csv", "lines.schema.json"];
const path = (year: number, file: string) => `/budget/budget/${year}/${file}`;

let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 120_000);
afterAll(() => a.stop());

/** As somebody who has not signed in. */
const unsigned = (address: string, on = DAY) =>
  a.server.app.inject({ method: "GET", url: `/api${address}`, headers: { "tillit-today": on } });
const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
const allocation = async (year: number) =>
  (await a.call("ekonomichef", DAY, "GET", `/budget/allocation/${year}`)).json as z.output<
    typeof AllocationView
  >;

/** Everything that a paper says, in its order. */
const wordsOf = (paper: Paper) =>
  [
    ...paper.facts,
    ...paper.chapters.flatMap(({ title, blocks }) => [
      title,
      ...blocks.flatMap((block) =>
        block.kind === "table"
          ? [block.title, ...block.rows.flat().map((cell) => (typeof cell === "string" ? cell : cell.number))]
          : block.kind === "bars"
            ? [block.alt]
            : [block.text],
      ),
    ]),
  ].join("\n");

describe("U-10, E-1: the decided budget leaves for everyone", () => {
  test("as a page that tells of goals, allocations, bodies, the decision and how it was computed", async () => {
    const reply = await unsigned("/budget/document/2027");
    expect(reply.statusCode).toBe(200);
    const { paper, state } = reply.json() as { paper: Paper; state: string };
    const said = wordsOf(paper);
    const { bodies, allocation: computed, decision } = await allocation(2027);
    expect(paper.mark).toBeNull();
    expect(state).toBe("decided");
    const titles = paper.chapters.map((chapter) => chapter.title);
    for (const { name } of bodies) expect(titles).toContain(name);
    expect(titles).toEqual(expect.arrayContaining(["Vision och inriktningsmål", "Investeringar", "Beslut"]));
    const found = (await a.call("ekonomichef", DAY, "GET", `/decisions/${decision}`)).json;
    const { decision: decided } = found as { decision: { paragraph: string; versionSha256: string } };
    expect(said).toContain(decided.paragraph);
    expect(said).toContain(decided.versionSha256);
    expect(said).toContain("God livskvalitet");
    expect(said).toContain("Björnekullaskolan");
    const frames = computed.years[0]?.frames ?? {};
    expect(said).toContain(`\n${frames.bildningsnamnden}\n`);
    // Every line of demography and indexation stands in the appendix with its exact amount
    const appendix = paper.chapters.at(-1);
    const rows =
      appendix?.blocks.flatMap((block) => (block.kind === "table" ? block.rows.slice(0, -1) : [])) ?? [];
    expect(rows).toHaveLength(
      computed.years.flatMap((year) => year.lines.filter((line) => line.origin.step !== "other")).length,
    );
  });

  test("as PDF/UA, Word, Excel and open data, each named by its year", async () => {
    for (const [file, type, name] of [
      ["document.pdf", "application/pdf", "budget-2027.pdf"],
      [
        "document.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "budget-2027.docx",
      ],
      [
        "document.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ramar-2027.xlsx",
      ],
      ["lines.csv", "text/csv", "ramar-2027.csv"],
      ["lines.schema.json", "application/csvm+json", "ramar-2027.schema.json"],
    ] as const) {
      const reply = await unsigned(path(2027, file));
      expect(reply.statusCode, file).toBe(200);
      expect(reply.headers["content-type"], file).toContain(type);
      expect(reply.headers["content-disposition"], file).toContain(name);
    }
    const pdf = (await unsigned(path(2027, "document.pdf"))).rawPayload;
    expect(pdf.toString("latin1")).toMatch(/pdfuaid:part>1</);
    expect(pdf.toString("utf8")).toContain("Budget 2027 med plan 2028–2029");
  });

  test("the Word file holds what the page holds", async () => {
    const { paper } = (await unsigned("/budget/document/2027")).json() as { paper: Paper };
    const body =
      unzipped((await unsigned(path(2027, "document.docx"))).rawPayload)["word/document.xml"] ?? "";
    const plain = body.replace(/<[^>]+>/g, "\n");
    for (const chapter of paper.chapters) expect(plain).toContain(`\n${chapter.title}\n`);
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBe(
      paper.chapters.flatMap((chapter) => chapter.blocks.filter((block) => block.kind === "table")).length,
    );
  });

  test("the workbook's frames are the allocation's, as formulas", async () => {
    const book = new ExcelJS.Workbook();
    const bytes = (await unsigned(path(2027, "document.xlsx"))).rawPayload;
    await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    const { allocation: computed, bodies } = await allocation(2027);
    for (const { year, frames, totalTkr } of computed.years) {
      const sheet = book.getWorksheet(`Ramar ${year}`) as ExcelJS.Worksheet;
      const read = bodies.map(({ id }, i) => {
        const value = sheet.getCell(`H${i + 2}`).value as ExcelJS.CellFormulaValue;
        expect(value.formula).toBe(`SUM(C${i + 2}:G${i + 2})`);
        return [sheet.getCell(`A${i + 2}`).value, value.result, id];
      });
      expect(read).toEqual(bodies.map(({ id }) => [id, frames[id], id]));
      expect(sheet.getCell(`H${bodies.length + 2}`).result).toBe(totalTkr);
    }
  });

  test("the open data's amounts sum to each frame, and the schema names each column", async () => {
    const csv = text((await unsigned(path(2027, "lines.csv"))).rawPayload);
    const schema = (await unsigned(path(2027, "lines.schema.json"))).json() as {
      url: string;
      tableSchema: { columns: { name: string }[] };
    };
    const [header = "", ...lines] = csv.trimEnd().split("\r\n");
    expect(header.replace("\ufeff", "").split(";")).toEqual(
      schema.tableSchema.columns.map((column) => column.name),
    );
    const sums = new Map<string, number>();
    for (const line of lines) {
      const [year, body, , , , amount] =
        line.match(/("([^"]|"")*"|[^;]*)(;|$)/g)?.map((c) => c.replace(/;$/, "")) ?? [];
      const key = `${year} ${body}`;
      sums.set(key, (sums.get(key) ?? 0) + Number(amount));
    }
    const { allocation: computed } = await allocation(2027);
    for (const { year, frames } of computed.years)
      for (const [body, frame] of Object.entries(frames)) expect(sums.get(`${year} ${body}`)).toBe(frame);
  });
});

describe("T-1: the page speaks the reader's language", () => {
  const asked = (language: string, seen = "") =>
    a.server.app.inject({
      method: "GET",
      url: "/api/budget/document/2028",
      headers: {
        "tillit-today": DAY,
        "accept-language": language,
        ...(seen ? { "if-none-match": seen } : {}),
      },
    });
  const paperIn = (reply: { json(): unknown }) => (reply.json() as { paper: Paper<PaperText> }).paper;

  test("readers in two languages, one after the other, each get their own, and neither what the other has", async () => {
    const replies = [];
    for (const language of ["sv", "en-GB", "sv-SE", "en"]) replies.push(await asked(language));
    expect(replies.map((reply) => paperIn(reply).language)).toEqual(["sv", "en", "sv", "en"]);
    const [sv, en, svAgain, enAgain] = replies.map(({ headers }) => String(headers.etag));
    expect([svAgain, enAgain]).toEqual([sv, en]);
    expect(en).not.toBe(sv);
    for (const { headers } of replies) expect(headers["cache-control"]).toBe("no-store");
    expect((await asked("en", en)).statusCode).toBe(304);
    expect((await asked("sv", en)).statusCode).toBe(200);
  });

  test("the decided budget in English has every figure of the Swedish, and nothing of our own in Swedish", async () => {
    const [sv, en] = [paperIn(await asked("sv")), paperIn(await asked("en"))];
    const shown = shownOf(en).filter((one) => one !== en.facts.at(-1));
    expect(figuresOf(shown)).toEqual(figuresOf(shownOf(sv)));
    expect(swedishAmong(ownWords(shown))).toEqual([]);
    // Names, goals and words of the decision are the municipality's: marked, and nowhere else
    for (const word of ["Bildningsnämnden", "Björnekullaskolan", "Kommunfullmäktige", "God livskvalitet"]) {
      expect(JSON.stringify(en.chapters)).toContain(word);
      expect(ownWords(shown).join("\n")).not.toContain(word);
    }
  });

  test("what is taken away is Swedish, whoever asks", async () => {
    for (const file of ["document.docx", "lines.csv"]) {
      const reply = await a.server.app.inject({
        method: "GET",
        url: `/api${path(2028, file)}?lang=en`,
        headers: { "tillit-today": DAY },
      });
      expect(reply.rawPayload, file).toEqual((await unsigned(path(2028, file))).rawPayload);
    }
  });
});

describe("R-2: a draft is seen by those who have signed in, and marked as one", () => {
  beforeAll(async () => {
    const decided = (await a.call("ekonomichef", DAY, "GET", "/budget/budget/kommunfullmaktige/2028"))
      .json as {
      content: Budget;
    };
    const adjustment = { body: "socialnamnden", year: 2028, amountTkr: -5, text: '=HYPERLINK("http://x")' };
    const { input } = decided.content;
    const draft = {
      ...decided.content,
      input: { ...input, adjustments: [...input.adjustments, adjustment] },
    };
    const saved = await a.draft("ekonomichef", DAY, "/budget/budget/kommunfullmaktige/2028", draft);
    expect(saved.status).toBe(200);
  });

  test("the public gets the decided version, and the draft's number opens nothing", async () => {
    const { version } = (await unsigned("/budget/document/2028")).json() as { version: number };
    expect(version).toBe(2);
    for (const file of FILES) {
      const reply = await unsigned(`${path(2028, file)}?version=3`);
      expect(reply.statusCode, file).toBe(404);
      expect((reply.json() as { code: string }).code).toBe("no-budget");
    }
    expect((await unsigned("/budget/document/2028?version=3")).statusCode).toBe(404);
  });

  test("a signed-in reader gets it as a draft, with what looks like a formula told apart", async () => {
    const call = (address: string) => a.call("larare-bjornekulla", DAY, "GET", address);
    const { paper } = (await call("/budget/document/2028?version=3")).json as { paper: Paper };
    expect(paper.mark).toBe("Utkast");
    expect(wordsOf(paper)).toContain("Det här är ett utkast");
    const csv = text((await call(`${path(2028, "lines.csv")}?version=3`)).bytes);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")";-5;`);
    const word = unzipped((await call(`${path(2028, "document.docx")}?version=3`)).bytes);
    expect(Object.entries(word).find(([name]) => name.startsWith("word/header"))?.[1]).toContain("Utkast");
    const pdf = await call(`${path(2028, "document.pdf")}?version=3`);
    expect(Buffer.from(pdf.bytes).toString("latin1")).toMatch(/pdfuaid:part>1</);
    const book = new ExcelJS.Workbook();
    const bytes = (await call(`${path(2028, "document.xlsx")}?version=3`)).bytes;
    await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    const texts = book.getWorksheet("Justeringar")?.getColumn(5).values;
    expect(texts).toContain('=HYPERLINK("http://x")');
  });

  test("more lines than a document holds are refused, with the limit", async () => {
    const path2028 = "/budget/budget/kommunfullmaktige/2028";
    const { content } = (await a.call("ekonomichef", DAY, "GET", path2028)).json as { content: Budget };
    const [line] = content.input.indexation;
    const indexation = Array.from({ length: 1700 }, (_, i) => ({ ...line, kind: `slag-${i}` }));
    const draft = {
      ...content,
      input: { ...content.input, indexation },
      allocation: undefined,
      results: undefined,
    };
    expect((await a.draft("ekonomichef", DAY, path2028, draft)).status).toBe(200);
    const reply = await a.call("ekonomichef", DAY, "GET", `${path(2028, "document.docx")}?version=3`);
    expect(reply.status).toBe(422);
    expect(reply.json).toMatchObject({ code: "document-too-large", detail: expect.stringContaining("5000") });
  });

  test("a year without a budget, a version that is not, and what is no version are refused", async () => {
    expect((await unsigned(path(2040, "document.pdf"))).statusCode).toBe(404);
    expect((await unsigned(`${path(2027, "document.docx")}?version=99`)).statusCode).toBe(404);
    expect((await unsigned(`${path(2027, "document.xlsx")}?version=noll`)).statusCode).toBe(422);
    // Before the decision's day it is not there for the public
    expect((await unsigned(path(2027, "document.pdf"), "2026-09-01")).statusCode).toBe(404);
  });
});

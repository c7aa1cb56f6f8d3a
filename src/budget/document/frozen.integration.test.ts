import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { GoalTree } from "../../goals/contract.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { Paper, PaperText } from "../../kernel/paper.ts";
import { sha256 } from "../../platform/hash.ts";
import { unzipped } from "../../platform/rendering/testing/unzipped.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { getBudgetDocument } from "./contract.ts";

const DAY = "2028-05-15";
const LATER = "2028-06-20";
const BODY = "bildningsnamnden";
const YEAR = 2028;
let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 120_000);
afterAll(() => a.stop());

type Answer = z.output<typeof getBudgetDocument.returns>;
const read = async (on: string, version: number, year = YEAR) =>
  (await a.call("ekonomichef", on, "GET", `/budget/document/${year}?version=${version}`)).json as Answer;
const file = async (on: string, name: string, version: number) => {
  const reply = await a.call(
    "ekonomichef",
    on,
    "GET",
    `/budget/budget/${YEAR}/document.${name}?version=${version}`,
  );
  expect(reply.status).toBe(200);
  return reply.bytes;
};

/** Everything that a version's document says in each form, as one hash a form. */
async function hashes(on: string, version: number) {
  // What was made before is thrown: all of it is gathered and made anew
  await a.sql("delete from platform.made_document");
  const { paper } = await read(on, version);
  const word = unzipped(await file(on, "docx", version));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(await file(on, "xlsx", version)) as unknown as ExcelJS.Buffer);
  const sheets = book.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues()]);
  const explained = await a.call(
    "ekonomichef",
    on,
    "GET",
    `/budget/explained?of=${encodeURIComponent(`budget:kommunfullmaktige:${YEAR}@${version}`)}`,
  );
  const { before, bodies } = explained.json as { before: unknown; bodies: unknown };
  expect(explained.status).toBe(200);
  return {
    paper: sha256(canonicalJson(paper)),
    word: sha256(word["word/document.xml"] ?? ""),
    excel: sha256(JSON.stringify(sheets)),
    csv: sha256(
      Buffer.from(
        (await a.call("ekonomichef", on, "GET", `/budget/budget/${YEAR}/lines.csv?version=${version}`)).bytes,
      ).toString("utf8"),
    ),
    explained: sha256(canonicalJson({ before, bodies })),
  };
}

const said = (paper: Paper<PaperText>, chapter: string) =>
  JSON.stringify(paper.chapters.find(({ title }) => title === chapter));

describe("U-10: what a decided budget document rests on is frozen with its decision", () => {
  test("the budget of 2027 was decided before goals and internal budgets: it says so, and they are told apart from it", async () => {
    const { paper, later } = await read(DAY, 1, 2027);
    expect(paper.facts.join()).toContain("som det var den 30 november 2026");
    expect(said(paper, "Bildningsnämnden")).toContain(
      "Inga mål för 2027 var beslutade den 30 november 2026.",
    );
    expect(said(paper, "Bildningsnämnden")).toContain(
      "Internbudgeten var inte beslutad den 30 november 2026.",
    );
    const own = later.filter((one) => one.body === BODY).map(({ kind, bodyName }) => [kind, bodyName]);
    expect(own).toEqual([
      ["body-goals", "Bildningsnämnden"],
      ["internal-budget", "Bildningsnämnden"],
    ]);
    for (const { decidedOn } of later) expect(decidedOn > "2026-11-30").toBe(true);
  });

  test("goals, values, internal budgets, earlier budgets and names that change afterwards change nothing in it", async () => {
    const { paper, later } = await read(DAY, 2);
    const text = said(paper, "Bildningsnämnden");
    expect(text).toContain("internbudget 2028, tkr");
    expect(text).toContain("Indikatorer: ");
    // What was decided in May, after the supplementary budget of April
    expect(later.map(({ kind, body }) => `${kind}:${body}`)).toEqual([
      "internal-budget:bildningsnamnden",
      "internal-budget:kommunstyrelsen",
      "internal-budget:socialnamnden",
    ]);
    const before = await hashes(DAY, 2);
    const decidedOn = (await decision(2)).decidedOn;

    // An internal budget, and goals that are registered later with the day of the budget itself
    for (const path of [`/budget/internal-budget/${BODY}/${YEAR}`, `/goals/body-goals/${BODY}/${YEAR}`]) {
      const { content } = (await a.call("bildning-chef", DAY, "GET", path)).json as { content: unknown };
      const changed = JSON.parse(JSON.stringify(content).replace(/"effectForResidents":"/g, "$&Nytt: "));
      // A unit that had no money of its own before: the document has a sum for each
      if (changed.lines) changed.lines[0].unit = "gymnasieskola";
      expect((await a.draft("bildning-chef", DAY, path, changed)).status).toBe(200);
      const matter = `${path.includes("goals") ? "body-goals" : "internal-budget"}:${BODY}:${YEAR}`;
      const sameDay = matter.startsWith("body-goals") ? { decidedOn } : {};
      const decided = await a.decide("bildning-sekreterare", DAY, matter, sameDay);
      expect(decided.status, JSON.stringify(decided.json)).toBe(200);
    }
    // A measured value of a day before the decision, and another in the place of one that was there
    const { goals } = (await a.call("bildning-chef", DAY, "GET", `/goals/tree/${YEAR}`)).json as GoalTree;
    const goal = goals.find((one) => one.body === BODY && one.indicators.some((i) => i.values.length > 0));
    const indicator = goal?.indicators.find((one) => one.values.length > 0);
    for (const day of [indicator?.values.at(-1)?.day, "2028-04-01"]) {
      const path = `/goals/values/${BODY}/${goal?.id}/${indicator?.id}/${day}`;
      const body = { value: 12.25, source: "Ny räkning", year: YEAR, reason: "Räknat om" };
      const { etag } = await a.call("bildning-chef", DAY, "GET", `${path}?year=${YEAR}`);
      const headers: Record<string, string> = etag ? { "if-match": etag } : { "if-none-match": "*" };
      const registered = await a.call("bildning-chef", DAY, "PUT", path, { body, headers });
      expect(registered.status, JSON.stringify(registered.json)).toBe(200);
    }
    // The body is called something else
    await a.sql(
      `select set_config('tillit.person', 'test', false), set_config('tillit.why', 'namnbyte', false)`,
    );
    await a.sql(
      `update organisation.body set name = 'Barn- och utbildningsnämnden' where body_id = '${BODY}'`,
    );

    expect(await hashes(LATER, 2)).toEqual(before);
    const after = await read(LATER, 2);
    expect(said(after.paper, "Bildningsnämnden")).toBe(text);
    const own = after.later.filter(({ body }) => body === BODY);
    expect(own.map(({ kind, bodyName }) => [kind, bodyName])).toEqual([
      ["body-goals", "Barn- och utbildningsnämnden"],
      ["internal-budget", "Barn- och utbildningsnämnden"],
    ]);
  });

  test("a draft follows today", async () => {
    const path = `/budget/budget/kommunfullmaktige/${YEAR}`;
    const { content } = (await a.call("ekonomichef", LATER, "GET", path)).json as { content: unknown };
    expect((await a.draft("ekonomichef", LATER, path, content)).status).toBe(200);
    const { paper, later, state } = await read(LATER, 3);
    expect(state).toBe("draft");
    const text = said(paper, "Barn- och utbildningsnämnden");
    for (const now of ["Gymnasieskola och vuxenutbildning", "Nytt: ", "12,25"]) expect(text).toContain(now);
    expect(paper.facts.join()).toContain("som de gällde den 20 juni 2028");
    expect(later).toEqual([]);
  });
});

const decision = async (version: number) => {
  const { rows } = await a.sql(
    `select number, decided_on::text as "decidedOn" from decisions.decision
     where matter_id = 'budget:kommunfullmaktige:${YEAR}' and version_number = ${version}`,
  );
  return rows[0] as { number: number; decidedOn: string };
};

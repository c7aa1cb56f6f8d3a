import { readFileSync } from "node:fs";
import { join } from "node:path";
import excel from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sumOf } from "../../kernel/sum.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { defaultAssumptions } from "./rules/default-assumptions.ts";
import { AGES } from "./rules/population.ts";
import { project } from "./rules/projection.ts";

const DAY = "2026-03-20";
const PATH = "/budget/population-forecast/kommunstyrelsen/2027";
const MATTER = "population-forecast:kommunstyrelsen:2027";
const BUDGET = "/budget/budget/kommunfullmaktige/2027";

const people = (n: number) => Array.from({ length: AGES }, (_, age) => n + (age % 7));
const counted = (year: number, n: number) => ({
  year,
  people: people(n),
  women: people(n).map((p) => Math.floor(p / 2)),
});
const outcomes = [counted(2024, 150), counted(2025, 152)];
const assumptions = { ...defaultAssumptions(outcomes[1]), housing: [{ year: 2027, dwellings: 60 }] };
const forecast = (change: Record<string, unknown> = {}) => ({
  source: "Egen framskrivning",
  madeOn: "2026-03-01",
  method: "projected",
  grounds: "Sextio bostäder 2027.",
  outcomes,
  forecast: [],
  projection: { startYear: 2025, lastYear: 2030, assumptions },
  ...change,
});

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at
const json = (reply: { json: unknown }) => reply.json as any;
const places = (reply: { json: unknown }) =>
  json(reply).errors?.map((e: { at: string; code: string }) => `${e.at}: ${e.code}`);
const save = (content: unknown, as = "ekonomichef") => a.draft(as, DAY, PATH, content);
/** As somebody who has not signed in reads it. */
const inPublic = (path: string, day = DAY) =>
  a.server.app.inject({ method: "GET", url: `/api${path}`, headers: { "tillit-today": day } });
const upload = (bytes: Uint8Array, name: string, region = "", as = "ekonomichef") =>
  a.call(as, DAY, "POST", `/budget/population-file?region=${encodeURIComponent(region)}`, {
    file: { name, bytes },
  });

describe("E-3: a forecast of one's own is computed by the server, drafted by the administration, decided by the executive", () => {
  test("the people are the projection's, whatever people came with it", async () => {
    const saved = json(await save(forecast({ forecast: [counted(2026, 9)] })));
    const expected = project(outcomes[1] as (typeof outcomes)[0], 2030, assumptions);
    expect(saved.content.forecast.map((y: { year: number }) => y.year)).toEqual([
      2026, 2027, 2028, 2029, 2030,
    ]);
    expect(saved.content.forecast[4].people).toEqual(expected[4]?.people);
    expect(saved.remarks).toEqual([]);
  });
  test("without an outcome by sex it can be drafted, but not decided", async () => {
    const outcomesOfAll = outcomes.map((outcome) => ({ ...outcome, women: null }));
    const saved = json(await save(forecast({ outcomes: outcomesOfAll })));
    expect(saved.content.forecast).toEqual([]);
    expect(saved.remarks.map((r: { code: string }) => r.code)).toEqual([
      "projection-no-sex",
      "forecast-years-missing",
    ]);
    expect((await a.decide("ks-sekreterare", DAY, MATTER)).status).toBe(422);
  });
  test.each([
    [
      "more women than people",
      { outcomes: [{ ...outcomes[0], women: people(900) }] },
      "outcomes.0.women.0: more-women-than-people",
    ],
    [
      "a hole in the years",
      { method: "imported", forecast: [counted(2026, 9), counted(2028, 9)] },
      "forecast.1.year: years-not-consecutive",
    ],
    ["a year twice", { outcomes: [outcomes[0], outcomes[0]] }, "outcomes.1.year: years-in-order"],
    [
      "more people than an age can have",
      {
        projection: {
          startYear: 2025,
          lastYear: 2060,
          assumptions: {
            ...assumptions,
            inMovers: 200_000,
            outFactor: 0,
            inCurve: people(0).map((_, age) => (age === 30 ? 1 : 0)),
            mortalityFactor: 0,
            mortalityWomen: people(0).map(() => 0),
          },
        },
      },
      "projection: projection-range",
    ],
    [
      "ages that are missing",
      { outcomes: [{ ...outcomes[0], people: [1, 2] }] },
      "outcomes.0.people: schema-too-few",
    ],
  ])("%s is refused with its place, and nothing is stored", async (_what, change, place) => {
    await save(forecast());
    const before = (await a.call("ekonomichef", DAY, "GET", PATH)).etag;
    const reply = await save(forecast(change));
    expect(reply.status).toBe(422);
    expect(places(reply)).toContain(place);
    expect((await a.call("ekonomichef", DAY, "GET", PATH)).etag).toBe(before);
  });
  test("R-3: the executive's own administration writes it, nobody else's; the executive decides, not the administration", async () => {
    for (const as of ["bildning-controller", "social-chef", "ks-ordforande", "revisor"])
      expect((await save(forecast(), as)).status, as).toBe(403);
    for (const as of ["kommunchef", "controller-ksf", "ekonomichef"])
      expect((await save(forecast(), as)).status, as).toBe(200);
    expect((await a.decide("ekonomichef", DAY, MATTER)).status).toBe(403);
    expect((await a.decide("ks-sekreterare", DAY, MATTER)).status).toBe(200);
  });
  test("decided, it is read by all; a draft only by those who have signed in", async () => {
    await save(forecast({ source: "En senare" }));
    const lines = (list: { version: number; state: string }[]) => list.map((l) => [l.version, l.state]);
    const all = "/budget/population-forecasts";
    expect(lines((await inPublic(all)).json())).toEqual([[1, "decided"]]);
    expect(lines(json(await a.call("revisor", DAY, "GET", all)))).toEqual([
      [2, "draft"],
      [1, "decided"],
    ]);
    expect((await inPublic(`${all}/2027/2`)).statusCode).toBe(404);
    expect((await inPublic(`${all}/2027/1`)).json().content.forecast.length).toBe(5);
    // The day before its decision it was nobody's but the administration's
    expect((await inPublic(all, "2026-03-19")).json()).toEqual([]);
  });
});

describe("E-3, E-8: a budget takes its people from a decided version", () => {
  const input = JSON.parse(
    readFileSync(join(import.meta.dirname, "../allocation/testing/worked-example.input.json"), "utf8"),
  );
  const from = (version: number, more = {}) => ({ matter: MATTER, version, ...more });
  const budget = (source: Record<string, unknown> | undefined) => ({
    soundEconomy: "Plus.",
    input: structuredClone(input),
    sources: [{ what: "Befolkningsprognos", source: "Prognosen", ...(source ? { from: source } : {}) }],
    resultInput: input.years.map((year: number) => ({
      year,
      taxBaseTkr: 4_000_000,
      taxRate: 20,
      settlementTkr: 0,
      equalisationTkr: 200_000,
      centralTkr: 0,
      depreciationTkr: 0,
      financialNetTkr: 0,
    })),
    financialGoals: [],
    investments: [],
    furtherFollowUps: [],
    exceptional: null,
  });
  const saveBudget = (source: Record<string, unknown> | undefined) =>
    a.draft("ekonomichef", DAY, BUDGET, budget(source));

  test("the people are the version's, the hash is written beside it, and the same again gives the same", async () => {
    const forecasted = json(await a.call("revisor", DAY, "GET", "/budget/population-forecasts/2027/1"));
    const saved = json(await saveBudget(from(1)));
    const people2027 = forecasted.content.forecast.find((y: { year: number }) => y.year === 2027).people;
    expect(Object.values(saved.content.input.population[2027])).toEqual(people2027);
    expect(sumOf(Object.values(saved.content.input.population[2025] as Record<string, number>))).toBe(
      sumOf(outcomes[1]?.people ?? []),
    );
    expect(saved.content.sources[0].from).toEqual({ matter: MATTER, version: 1, sha256: forecasted.sha256 });
    const again = json(await a.draft("ekonomichef", DAY, BUDGET, saved.content));
    expect(again.content).toEqual(saved.content);
    const shown = json(await a.call("revisor", DAY, "GET", "/budget/allocation/2027"));
    expect(shown.sources[0].from.version).toBe(1);
  });
  test.each([
    ["a draft", from(2), "sources.0.from: forecast-not-decided"],
    [
      "what is no forecast",
      { matter: "budget:kommunfullmaktige:2027", version: 1 },
      "sources.0.from: forecast-not-decided",
    ],
    ["another hash", from(1, { sha256: "0".repeat(64) }), "sources.0.from: forecast-other-hash"],
  ])("%s is refused", async (_what, source, place) => {
    expect(places(await saveBudget(source))).toEqual([place]);
  });
  test("a budget without a forecast keeps the people that it has", async () => {
    const saved = json(await saveBudget(undefined));
    expect(saved.content.input.population).toEqual(input.population);
  });
});

describe("T-4: a file is checked and shown, and stores nothing", () => {
  const csv = [
    '"region","ålder","kön","2025"',
    ...["män", "kvinnor"].flatMap((sex) =>
      people(0).map((_, age) => `"Åstorp","${age === 100 ? "100+" : age}","${sex}",${100 + age}`),
    ),
  ].join("\n");
  const workbook = async (change: (sheet: excel.Worksheet) => void = () => {}) => {
    const book = new excel.Workbook();
    const sheet = book.addWorksheet("Befolkning");
    sheet.addRow(["Ålder", 2026, 2027]);
    for (let age = 0; age < AGES; age++) sheet.addRow([age === 100 ? "100+" : age, age + 1, age + 2]);
    change(sheet);
    return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
  };
  test("UTF-8 and Latin-1 give the same people", async () => {
    const utf8 = json(await upload(new TextEncoder().encode(csv), "scb.csv", "Åstorp"));
    const latin1 = json(await upload(new Uint8Array(Buffer.from(csv, "latin1")), "scb.csv", "Åstorp"));
    expect(utf8).toMatchObject({ region: "Åstorp", years: [{ year: 2025 }] });
    expect(latin1.years).toEqual(utf8.years);
    expect(utf8.years[0].people[3]).toBe(206);
  });
  test("a workbook is read; a formula in it is refused by its cell", async () => {
    const good = json(await upload(await workbook(), "prognos.xlsx"));
    expect(good.years.map((y: { year: number; people: number[] }) => [y.year, y.people[100]])).toEqual([
      [2026, 101],
      [2027, 102],
    ]);
    const bad = await upload(
      await workbook((sheet) => {
        sheet.getCell("B4").value = { formula: "B3+1", result: 4 };
        sheet.getCell("C5").value = "många";
      }),
      "prognos.xlsx",
    );
    expect([bad.status, places(bad)]).toEqual([422, ["B4: cell-formula", "C5: cell-not-a-number"]]);
    expect(json(bad).errors[1].detail).toContain("C5 ska vara en folkmängd");
  });
  test("what is no table, no workbook, too large or not one's own to read in is refused", async () => {
    expect(json(await upload(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), "x.xlsx"))).toMatchObject({
      status: 422,
      code: "not-a-workbook",
    });
    expect(places(await upload(new Uint8Array(), "tom.csv"))).toEqual(["A1: table-empty"]);
    expect((await upload(new Uint8Array(20_000_001).fill(49), "stor.csv")).status).toBe(413);
    expect((await upload(new TextEncoder().encode(csv), "scb.csv", "", "bildning-controller")).status).toBe(
      403,
    );
    const matters = json(
      await a.call("ekonomichef", DAY, "GET", "/matters?kind=population-forecast&year=2030"),
    );
    expect(matters).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import excel from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zip } from "../../platform/intake/testing/zip.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { NO_CHANGES } from "../live/rules/changes.ts";
import { AGES } from "../population/rules/population.ts";

const DAY = "2026-10-20";
const AS = "ekonomichef";
const PLANNING = "/budget/planning-conditions/kommunstyrelsen/2027";
const BUDGET = "/budget/budget/kommunfullmaktige/2027";
const TRUE_UP = "/budget/demography-true-up/kommunstyrelsen/2027";
const FORECAST = "/budget/population-forecast/kommunstyrelsen/2027";

// biome-ignore lint/suspicious/noExplicitAny: drafts are bent into anything, answers are looked at
type Any = any;
const json = (reply: { json: unknown }) => reply.json as Any;
const sample = {
  ...JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../sample/year/content/budget-2027.json"), "utf8"),
  ),
  sources: [],
};

let a: Astorp;
let scenarioPath: string;
beforeAll(async () => {
  a = await astorp();
  expect((await a.draft(AS, DAY, BUDGET, sample)).status).toBe(200);
  const made = await a.call(AS, DAY, "POST", "/budget/scenarios/2027", { body: scenario() });
  // Who signs in for the first time is written in the log: not by what is refused
  await a.call("bildning-controller", DAY, "GET", "/matters");
  scenarioPath = `/budget/scenarios/2027/${json(made).id}`;
});
afterAll(() => a.stop());

/** Every row of what the budget stores, and of the log of changes, as one fingerprint a table. */
async function stored(): Promise<unknown[]> {
  const tables = [
    "decisions.matter",
    "decisions.version",
    "budget.scenario",
    "decisions.saved_revision",
    "platform.change_log",
  ];
  const prints = tables.map((table) =>
    a.sql(
      `select '${table}' as table, count(*), md5(string_agg(row::text, '|' order by row::text)) from ${table} row`,
    ),
  );
  return (await Promise.all(prints)).map(({ rows }) => rows[0]);
}

interface Refusal {
  readonly status: number;
  /** The faults as "place: code". */
  readonly places: readonly string[];
  /** Everything that is said, in Swedish. */
  readonly said: string;
}
const refusal = (reply: { status: number; json: unknown }): Refusal => {
  const { detail = "", code = "", errors = [] } = json(reply) ?? {};
  return {
    status: reply.status,
    places: errors.length > 0 ? errors.map((e: Any) => `${e.at}: ${e.code}`) : [code],
    said: [detail, ...errors.map((e: Any) => `${e.at} ${e.detail}`)].join("\n"),
  };
};
/** A refusal in plain Swedish, and all that was stored is as before. */
async function refused(what: () => Promise<{ status: number; json: unknown }>): Promise<Refusal> {
  const before = await stored();
  const found = refusal(await what());
  expect(found.status, found.said).toBeGreaterThanOrEqual(400);
  expect(found.status, found.said).toBeLessThan(500);
  expect(found.said).not.toMatch(/Invalid|expected|received|undefined|\[object|{{|Error/);
  expect(await stored()).toEqual(before);
  return found;
}

const bend = (change: (draft: Any) => unknown) => {
  const draft = structuredClone(sample);
  change(draft);
  return draft;
};
/** A number as it is written in the JSON that is sent: 1e400 is JSON, and more than any number. */
const written = (text: string): unknown => (JSON as Any).rawJSON(text);

/** What every door must refuse in a budget: what is bent, and the place and code that are told. */
const BENT: [string, (draft: Any) => unknown, string][] = [
  ["a year of people missing", (d) => delete d.input.population[2028], "input.population.2028: missing-year"],
  [
    "text for people",
    (d) => (d.input.population[2028][7] = "många"),
    "input.population.2028.7: not-a-number",
  ],
  ["a number as text", (d) => (d.input.population[2028][7] = "12"), "input.population.2028.7: not-a-number"],
  [
    "a decimal comma",
    (d) => (d.input.services[0].priceKr[2027] = "1,5"),
    "input.services.0.priceKr.2027: not-a-number",
  ],
  [
    "thousands set apart",
    (d) => (d.input.base.socialnamnden = "1 000"),
    "input.base.socialnamnden: not-a-number",
  ],
  ["negative people", (d) => (d.input.population[2028][7] = -1), "input.population.2028.7: people-range"],
  ["half a person", (d) => (d.input.population[2028][7] = 1.5), "input.population.2028.7: not-whole"],
  ["an age that is none", (d) => (d.input.population[2028].tre = 1), "input.population.2028.tre: not-an-age"],
  [
    "no end",
    (d) => (d.input.population[2028][7] = written("1e400")),
    "input.population.2028.7: not-a-number",
  ],
  [
    "less than no end",
    (d) => (d.input.base.socialnamnden = written("-1e400")),
    "input.base.socialnamnden: not-a-number",
  ],
  ["a formula", (d) => (d.input.services[0].coverage = "=1/2"), "input.services.0.coverage: not-a-number"],
  [
    "per cent as a share",
    (d) => (d.input.services[0].coverage = 86),
    "input.services.0.coverage: coverage-range",
  ],
  [
    "a negative price",
    (d) => (d.input.services[0].priceKr[2028] = -5),
    "input.services.0.priceKr.2028: negative-price",
  ],
  [
    "a price's year missing",
    (d) => delete d.input.services[0].priceKr[2028],
    "input.services.0.priceKr.2028: missing-year",
  ],
  [
    "a rate's year missing",
    (d) => delete d.input.indexation[0].rate[2028],
    "input.indexation.0.rate.2028: missing-year",
  ],
  [
    "nothing for a rate",
    (d) => (d.input.indexation[0].rate[2027] = null),
    "input.indexation.0.rate.2027: not-a-number",
  ],
  ["a year twice", (d) => (d.input.years = [2027, 2027, 2028]), "input.years.1: years-not-consecutive"],
  [
    "a hole in the years",
    (d) => (d.input.years = [2027, 2029, 2030]),
    "input.years.1: years-not-consecutive",
  ],
  ["a body twice", (d) => d.input.bodies.push(d.input.bodies[0]), ": duplicate"],
  [
    "ages the wrong way round",
    (d) => (d.input.services[0].ages = [9, 3]),
    "input.services.0.ages: ages-order",
  ],
  [
    "an adjustment of text",
    (d) => d.input.adjustments.push({ body: "socialnamnden", year: 2027, amountTkr: "5" }),
    "amountTkr: not-a-number",
  ],
  ["a field that is none", (d) => (d.input.surplus = 1), "input.surplus: unknown-field"],
  ["years that do not follow", (d) => d.resultInput.pop(), "resultInput: years-differ"],
  [
    "a negative volume",
    (d) => (d.input.services[0].measured = { 2026: 1, 2027: -1, 2028: 1, 2029: 1 }),
    "input.services.0.measured.2027: volume-range",
  ],
  [
    "a volume's year missing",
    (d) => (d.input.services[0].measured = { 2026: 1, 2027: 1, 2029: 1 }),
    "input.services.0.measured.2028: missing-year",
  ],
  [
    "a volume as text",
    (d) => (d.input.services[0].measured = { 2026: 1, 2027: "1 200,5", 2028: 1, 2029: 1 }),
    "input.services.0.measured.2027: not-a-number",
  ],
  [
    "text as tax base",
    (d) => (d.resultInput[0].taxBaseTkr = "4 000 000"),
    "resultInput.0.taxBaseTkr: schema-number",
  ],
  [
    "no end of tax base",
    (d) => (d.resultInput[0].taxBaseTkr = written("1e400")),
    "resultInput.0.taxBaseTkr: schema-number",
  ],
  [
    "a tax rate with a comma",
    (d) => (d.resultInput[0].taxRate = "20,29"),
    "resultInput.0.taxRate: schema-number",
  ],
  [
    "a tax rate of a thousand",
    (d) => (d.resultInput[0].taxRate = 1000),
    "resultInput.0.taxRate: schema-too-big",
  ],
];

describe("E-1, T-4: a budget or planning conditions with bad input is refused with its place, and nothing is stored", () => {
  test.each(BENT)("%s", async (_what, change, place) => {
    for (const path of [BUDGET, PLANNING]) {
      const found = await refused(() => a.draft(AS, DAY, path, bend(change)));
      expect(found.status).toBe(422);
      expect(
        found.places.some((one) => one.endsWith(place)),
        found.places.join(),
      ).toBe(true);
      if (found.places.length === 1) expect(found.said.split("\n").length).toBe(2);
    }
  });
  test("what is no JSON, or more than a megabyte", async () => {
    const cookie = (
      await a.server.app.inject({
        method: "POST",
        url: "/api/sign-in/sample",
        payload: { person: AS },
        headers: { "tillit-today": DAY },
      })
    ).headers["set-cookie"];
    const put = async (payload: string | Buffer) => {
      const headers = {
        "content-type": "application/json",
        "tillit-today": DAY,
        cookie: String(cookie).split(";")[0] as string,
        "if-match": "v1r1",
      };
      const reply = await a.server.app.inject({ method: "PUT", url: `/api${BUDGET}`, payload, headers });
      return { status: reply.statusCode, json: reply.json() as unknown };
    };
    const text = JSON.stringify(sample);
    for (const payload of [
      text.replace('"soundEconomy":', '"soundEconomy":NaN,"x":'),
      text.slice(0, 5000),
      "",
      Buffer.from(text, "utf16le"),
      "soundEconomy;input",
    ])
      expect((await refused(() => put(payload))).status).toBe(400);
    expect(
      (await refused(() => put(JSON.stringify({ ...sample, soundEconomy: "x".repeat(10_000_000) })))).status,
    ).toBe(413);
  });
});

describe("E-6, T-4: an internal budget with bad input is refused with its place, and nothing is stored", () => {
  const INTERNAL = "/budget/internal-budget/bildningsnamnden/2027";
  const lines = (change: Record<string, unknown>) => ({
    lines: [
      { id: "a", name: "Skolan", unit: null, amountTkr: 1 },
      { id: "b", name: "Maten", unit: null, account: "5010", amountTkr: 2, ...change },
    ],
    comment: "",
  });
  test.each([
    ["text", lines({ amountTkr: "tolv" }), "lines.1.amountTkr: schema-number"],
    ["thousands set apart", lines({ amountTkr: "1 200" }), "lines.1.amountTkr: schema-number"],
    ["nothing", lines({ amountTkr: null }), "lines.1.amountTkr: schema-number"],
    ["half a tkr", lines({ amountTkr: 1.5 }), "lines.1.amountTkr: schema-whole-number"],
    ["no end", lines({ amountTkr: written("1e400") }), "lines.1.amountTkr: schema-number"],
    ["an account that is none", lines({ account: "=5010" }), "lines.1.account: schema-said"],
    ["eleven months", lines({ monthsTkr: Array(11).fill(1) }), "lines.1.monthsTkr: schema-too-few"],
    ["a month of text", lines({ monthsTkr: Array(12).fill("1") }), "lines.1.monthsTkr.0: schema-number"],
  ])("%s", async (_what, content, place) => {
    const found = await refused(() => a.draft("bildning-controller", DAY, INTERNAL, content));
    expect(found.places).toContain(place);
  });
});

function scenario(changes: Record<string, unknown> = {}) {
  return {
    name: "Prövning",
    party: "",
    comment: "",
    base: { matter: "budget:kommunfullmaktige:2027", version: 1 },
    changes: { ...NO_CHANGES, ...changes },
  };
}

describe("E-9, T-4: a scenario with bad input is refused with its place, and nothing is stored", () => {
  test.each([
    [
      "a price as text",
      { priceKr: { grundskola: { 2027: "100 000" } } },
      "changes.priceKr.grundskola.2027: schema-number",
    ],
    [
      "no end",
      { priceKr: { grundskola: { 2027: written("1e400") } } },
      "changes.priceKr.grundskola.2027: schema-number",
    ],
    [
      "a negative price",
      { priceKr: { grundskola: { 2027: -1 } } },
      "changes.priceKr.grundskola.2027: schema-too-small",
    ],
    ["per cent as a share", { coverage: { grundskola: 86 } }, "changes.coverage.grundskola: schema-too-big"],
    ["a service that is none", { coverage: { bad: 0.5 } }, "changes.coverage.bad: scenario-not-in-base"],
    ["a year that is none", { taxRate: { "2027,0": 20 } }, "changes.taxRate.2027,0: schema-not-allowed"],
    ["a year outside", { taxRate: { 2050: 20 } }, "changes.taxRate.2050: scenario-not-in-base"],
    [
      "more who leave than there are",
      { people: [{ id: "a", fromYear: 2027, age: 6, extra: -99_000, ageing: false }] },
      "changes.people.0.extra: scenario-too-few-people",
    ],
    [
      "half a person",
      { people: [{ id: "a", fromYear: 2027, age: 6, extra: 1.5, ageing: false }] },
      "changes.people.0.extra: schema-whole-number",
    ],
    [
      "a rate beyond all",
      { ratePoints: { wages: { 2027: 0.6 } } },
      "changes.ratePoints.wages.2027: schema-too-big",
    ],
    [
      "a rate that with the base's is beyond all",
      { ratePoints: { wages: { 2027: 0.49 } } },
      "rate.2027: rate-range",
    ],
  ] as [string, Record<string, unknown>, string][])("%s", async (_what, changes, place) => {
    const present = await a.call(AS, DAY, "GET", scenarioPath);
    const body = scenario(changes);
    for (const call of [
      () => a.call(AS, DAY, "PUT", scenarioPath, { body, headers: { "if-match": present.etag as string } }),
      () => a.call(AS, DAY, "POST", "/budget/scenarios/2027", { body }),
    ]) {
      const found = await refused(call);
      expect(
        found.places.some((one) => one.endsWith(place)),
        found.places.join(),
      ).toBe(true);
    }
  });
});

describe("E-4, T-4: counts of a true-up with bad input are refused with their place, and nothing is stored", () => {
  beforeAll(() => a.moveDay("2027-04-05"));
  const counts = (actual: unknown, service: unknown = "grundskola") => [
    { service, measure: "people", actual },
  ];
  test.each([
    ["text", { counts: counts("många") }, "counts.0.actual: schema-number"],
    ["a decimal comma", { counts: counts("1,5") }, "counts.0.actual: schema-number"],
    ["nothing", { counts: counts(null) }, "counts.0.actual: schema-number"],
    ["negative", { counts: counts(-1) }, "counts.0.actual: schema-too-small"],
    ["no end", { counts: counts(written("1e400")) }, "counts.0.actual: schema-number"],
    ["more than all people", { counts: counts(1e9) }, "counts.0.actual: schema-too-big"],
    [
      "a measure that is none",
      { counts: [{ ...counts(1)[0], measure: "elever" }] },
      "counts.0.measure: schema-choice",
    ],
    ["a day that is none", { countedOn: "2027-02-30" }, "countedOn: schema-said"],
    [
      "more services than there can be",
      { counts: Array.from({ length: 501 }, () => counts(1)[0]) },
      "counts: schema-too-many",
    ],
  ] as [string, Record<string, unknown>, string][])("%s", async (_what, change, place) => {
    const draft = {
      occasion: "spring",
      countedOn: "2027-03-31",
      source: "Folkbokföringen",
      fromMonth: 1,
      counts: counts(2140),
      comment: "",
      ...change,
    };
    const found = await refused(() => a.draft(AS, "2027-04-05", TRUE_UP, draft));
    expect(found.places).toContain(place);
  });
});

describe("E-3, T-4: a file with bad input is refused with its cell, and nothing is stored", () => {
  const upload = (bytes: Uint8Array, name = "folk.csv") =>
    a.call(AS, DAY, "POST", "/budget/population-file?region=", { file: { name, bytes } });
  const rows = () => [
    ["Ålder", "2026", "2027"],
    ...Array.from({ length: AGES }, (_, age) => [age === 100 ? "100+" : String(age), "10", "12"]),
  ];
  const csv = (row: number, column: number, value: string, between = ";", end = "\r\n") => {
    const all = rows();
    (all[row] as string[])[column] = value;
    return all.map((cells) => cells.join(between)).join(end);
  };
  const workbook = async (change: (sheet: excel.Worksheet) => void) => {
    const book = new excel.Workbook();
    const sheet = book.addWorksheet("Folkmängd");
    sheet.addRow(["Ålder", 2026, 2027]);
    for (let age = 0; age < AGES; age++) sheet.addRow([age === 100 ? "100+" : age, 10, 12]);
    change(sheet);
    return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
  };
  const text = (value: string) => new TextEncoder().encode(value);

  test.each([
    ["text in a number cell", csv(4, 2, "..")],
    ["a formula", csv(4, 2, "=HYPERLINK(1)")],
    ["a sum with a plus", csv(4, 2, "+1+1")],
    ["a negative number", csv(4, 2, "-3")],
    ["a minus sign", csv(4, 2, "−3")],
    ["half a person", csv(4, 2, "1,5")],
    ["one or a thousand", csv(4, 2, "1.000")],
    ["not a number", csv(4, 2, "NaN")],
    ["no end", csv(4, 2, "Infinity")],
    ["1e400", csv(4, 2, "1e400")],
    ["a fault of a spreadsheet", csv(4, 2, "#DIVISION/0!")],
    ["a date", csv(4, 2, "2027-01-01")],
    ["a quote that does not end", csv(4, 2, '"12')],
    ["an empty cell", csv(4, 2, "")],
    ["commas between", csv(4, 2, "x", ",")],
    ["tabs between, old row ends", csv(4, 2, "x", "\t", "\r")],
    ["a mark first", `\ufeff${csv(4, 2, "x")}`],
  ])("%s: C5 is named", async (_what, given) => {
    const found = await refused(() => upload(text(given)));
    expect(found.places.length, found.places.join()).toBe(1);
    expect(found.places[0]).toMatch(/^C5: cell-/);
    expect(found.said.split("\n")[1]).toMatch(/^C5 C5 /);
  });
  test("UTF-16 is read, and its faults named", async () => {
    const wide = Buffer.from(`\ufeff${csv(4, 2, "x", "\t")}`, "utf16le");
    expect((await refused(() => upload(wide))).places).toEqual(["C5: cell-not-a-number"]);
    const good = await upload(Buffer.from(`\ufeff${csv(4, 2, "12", "\t")}`, "utf16le"));
    expect(json(good).years.map((y: Any) => y.year)).toEqual([2026, 2027]);
  });
  test.each([
    [
      "missing ages",
      rows()
        .toSpliced(8, 2)
        .map((r) => r.join(";"))
        .join("\n"),
      "B1: missing-ages",
    ],
    ["an age twice", csv(9, 0, "7"), "B10: cell-twice"],
    ["a hole in the years", csv(0, 2, "2028"), "C1: hole-in-years"],
    ["a year twice", csv(0, 2, "2026"), "C1: year-twice"],
    ["a formula as year", csv(0, 2, "=B1+1"), "C1: cell-formula"],
    ["a separator that is none", csv(4, 2, "12", "|"), "A1: table-without-ages"],
    ["nothing", "", "A1: table-empty"],
    ["empty rows", ";;;\n;;\n", "A1: table-empty"],
    ["no people", "Ålder;2026", "A2: table-without-people"],
    ["a command as age", csv(4, 0, "@SUM(A1)"), "A5: cell-formula"],
  ])("%s", async (_what, given, place) => {
    expect((await refused(() => upload(text(given)))).places).toContain(place);
  });
  test("twenty megabytes of cells, and more", async () => {
    const much = text("Ålder;2026\n".concat("1;2\n".repeat(4_980_000)));
    expect((await refused(() => upload(much))).places).toEqual(["A300001: table-too-large"]);
    const wide = text(`Ålder;2026\n${"1;".repeat(9_900_000)}`);
    expect((await refused(() => upload(wide))).places).toEqual(["KO2: table-too-large"]);
    expect((await refused(() => upload(new Uint8Array(20_000_001).fill(49)))).status).toBe(413);
  });
  test.each([
    ["a formula", (s) => (s.getCell("C5").value = { formula: "C4+1", result: 13 }), "C5: cell-formula"],
    [
      "a fault",
      (s) => (s.getCell("C5").value = { error: "#REF!" } as excel.CellErrorValue),
      "C5: cell-not-a-number",
    ],
    [
      "a formula that fails",
      (s) =>
        (s.getCell("C5").value = { formula: "1/0", result: { error: "#DIV/0!" } } as excel.CellFormulaValue),
      "C5: cell-formula",
    ],
    ["a date", (s) => (s.getCell("C5").value = new Date("2027-01-01")), "C5: cell-not-a-number"],
    ["merged cells", (s) => s.mergeCells("B5:C5"), "C5: cell-empty"],
    ["text", (s) => (s.getCell("C5").value = "tolv"), "C5: cell-not-a-number"],
    ["yes", (s) => (s.getCell("C5").value = true), "C5: cell-not-a-number"],
    ["a year that is a date", (s) => (s.getCell("C1").value = new Date("2027-01-01")), "C1: cell-not-a-year"],
    ["half a person", (s) => (s.getCell("C5").value = 12.5), "C5: cell-not-whole"],
    ["a cell far out", (s) => (s.getCell("XFD5").value = 1), "KO5: table-too-large"],
    ["a cell far down", (s) => (s.getCell("A1048576").value = 1), "A300001: table-too-large"],
  ] as [string, (sheet: excel.Worksheet) => unknown, string][])(
    "a workbook with %s",
    async (_what, change, place) => {
      const bytes = await workbook((sheet) => void change(sheet));
      const found = await refused(() => upload(bytes, "folk.xlsx"));
      expect(found.places).toEqual([place]);
    },
  );
  test("a workbook that unpacks to far more than it is, one that is cut off, an older one, and a picture", async () => {
    const bomb = zip({ "xl/worksheets/sheet1.xml": Buffer.alloc(210_000_000, 48) }, 10);
    expect(bomb.length).toBeLessThan(300_000);
    const found = await refused(() => upload(bomb, "folk.xlsx"));
    expect(found.places).toEqual(["workbook-too-large"]);
    const whole = await workbook(() => {});
    const older = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
    for (const bytes of [whole.slice(0, whole.length - 500), older, picture, zip({ "a.txt": "a" })])
      expect((await refused(() => upload(bytes, "folk.xlsx"))).places).toEqual(["not-a-workbook"]);
  });
});

describe("E-3, T-4: a forecast with bad input is refused with its place, and nothing is stored", () => {
  beforeAll(() => a.moveDay(DAY));
  const people = Array.from({ length: AGES }, () => 10);
  const year = (of: number, change: Record<string, unknown> = {}) => ({
    year: of,
    people,
    women: null,
    ...change,
  });
  const withAge = (value: unknown) => year(2026, { people: people.map((n, age) => (age === 7 ? value : n)) });
  test.each([
    ["text", [withAge("tolv")], "forecast.0.people.7: schema-number"],
    ["a negative number", [withAge(-1)], "forecast.0.people.7: schema-too-small"],
    ["half a person", [withAge(1.5)], "forecast.0.people.7: schema-whole-number"],
    ["no end", [withAge(written("1e400"))], "forecast.0.people.7: schema-number"],
    ["missing ages", [year(2026, { people: people.slice(3) })], "forecast.0.people: schema-too-few"],
    ["a hole in the years", [year(2026), year(2028)], "forecast.1.year: years-not-consecutive"],
    ["a year twice", [year(2026), year(2026)], "forecast.1.year: years-in-order"],
  ] as [string, unknown[], string][])("%s", async (_what, forecast, place) => {
    const content = {
      source: "SCB",
      madeOn: "2026-03-01",
      method: "imported",
      grounds: "",
      outcomes: [],
      forecast,
      projection: null,
    };
    const found = await refused(() => a.draft(AS, DAY, FORECAST, content));
    expect(found.places).toContain(place);
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { GoalTree } from "../contract.ts";
import type { getSpread, ImportView, readValuesFile } from "./contract.ts";

const ON = "2028-05-15";
const HEAD = "rektor-bjornekulla";
const OWN = "bildningsnamnden/lasning/kravniva-lasning";
const IMPORTS = `/goals/value-imports/${OWN}`;
const SPREAD = `/goals/spread/2028/${OWN}`;
const FILE = "/goals/values-file?body=bildningsnamnden&goal=lasning&indicator=kravniva-lasning&year=2028";
type Preview = z.output<(typeof readValuesFile)["returns"]>;
type Apart = z.output<(typeof getSpread)["returns"]>;

const TABLE = [
  "Skola\tFlickor\tAntal flickor\tPojkar\tAntal pojkar",
  "Hyllinge skola\t86\t22\t79\t24",
  "Kvidinge skola\t81\t16\t74\t19",
  "Nyvångs skola\t100\t3\t71\t14",
].join("\n");

let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 240_000);
afterAll(() => a.stop());

const send = (as: string, text: string, { on = ON, day = "2028-05-12" } = {}) =>
  a.call(as, on, "POST", `${FILE}&day=${day}`, {
    file: { name: "lasning.tsv", bytes: new TextEncoder().encode(text) },
  });
const rowsOf = ({ rows }: Preview) =>
  rows.map(({ unitName: _name, before: _before, state: _state, ...row }) => row);
const store = (as: string, rows: object[], more: object = {}, on = ON) =>
  a.call(as, on, "POST", IMPORTS, {
    body: { year: 2028, name: "lasning.tsv", source: "Nationella prov", rows, ...more },
  });
const spread = async (on = ON) => (await a.call("revisor", on, "GET", SPREAD)).json as Apart;
const stored = async () =>
  (await a.sql("select count(*)::int as n from goals.indicator_part")).rows[0]?.n as number;

test("V-7, P-6: a table by unit and sex is looked over, stored and taken back, and small numbers leave nowhere", async () => {
  const before = await stored();
  const read = await send(HEAD, TABLE);
  expect(read.status).toBe(200);
  const preview = read.json as Preview;
  expect(preview.rows).toHaveLength(6);
  expect(preview.rows[0]).toMatchObject({
    unitName: "Hyllinge skola",
    sex: "women",
    value: 86,
    state: "new",
  });
  expect(await stored()).toBe(before);

  const done = await store(HEAD, rowsOf(preview));
  expect(done.json).toMatchObject({ stored: 6 });
  const { number } = done.json as { number: number };
  expect(await stored()).toBe(before + 6);
  const apart = await spread();
  const nyvang = apart.parts.filter(({ unitName }) => unitName === "Nyvångs skola");
  expect(nyvang.map(({ value, people, hidden }) => [value, people, hidden])).toEqual([
    [null, null, true],
    [null, null, true],
  ]);
  // Neither the API nor the log of changes tells of the three
  const open = await a.server.app.inject({ method: "GET", url: `/api${SPREAD}` });
  expect(open.statusCode).toBe(200);
  expect(open.body).not.toMatch(/"people":[1-4]\b/);
  const log = await a.call("kommunchef", ON, "GET", "/changes?table=goals.indicator_part");
  expect(JSON.stringify(log.json)).not.toContain("people");

  // The same again is nothing; a correction says why
  const again = (await send(HEAD, TABLE.replace("86", "88"))).json as Preview;
  expect(again.rows.map(({ state }) => state)).toEqual(["corrects", ...Array(5).fill("same")]);
  const silent = await store(HEAD, rowsOf(again));
  expect(silent.json).toMatchObject({
    status: 422,
    code: "value-faults",
    errors: [{ at: "reason", code: "values-without-reason" }],
  });
  const second = await store(HEAD, rowsOf(again), { reason: "Två prov var inte rättade" });
  expect(second.json).toMatchObject({ stored: 1 });

  // What has been corrected since stays when the first is taken back
  const undo = (n: number) => a.call(HEAD, ON, "POST", `${IMPORTS}/${n}/undo`);
  expect((await undo(number)).json).toEqual({ restored: 5, left: 1 });
  expect((await undo(number)).json).toMatchObject({ status: 409, code: "import-undone" });
  const last = (second.json as { number: number }).number;
  expect((await undo(last)).json).toEqual({ restored: 1, left: 0 });
  const listed = (await a.call("revisor", ON, "GET", IMPORTS)).json as ImportView[];
  expect(listed.slice(0, 2).map(({ name, undoneOn }) => [name, undoneOn])).toEqual([
    ["lasning.tsv", ON],
    ["lasning.tsv", ON],
  ]);
});

test("V-7: one reads in what one reports, and a table with a fault stores nothing", async () => {
  for (const as of ["larare-bjornekulla", "social-chef", "bildning-ordforande"]) {
    expect((await send(as, TABLE)).status, as).toBe(403);
    expect((await store(as, rowsOf((await send(HEAD, TABLE)).json as Preview))).status, as).toBe(403);
  }
  const before = await stored();
  const wrong = await send(
    HEAD,
    TABLE.replace("Kvidinge skola", "Skolan som inte finns").replace("79", "många"),
  );
  expect(wrong.json).toMatchObject({
    status: 422,
    code: "value-faults",
    errors: [
      { at: "D2", code: "values-not-a-number" },
      { at: "A3", code: "values-unknown-unit" },
    ],
  });
  expect((await send(HEAD, "%PDF-1.7\0")).json).toMatchObject({ code: "not-a-workbook" });
  const [row] = rowsOf((await send(HEAD, TABLE)).json as Preview) as [object];
  const faulty: [object[], string][] = [
    [[{ ...row, people: null }], "values-people-missing"],
    [[{ ...row, day: "2028-06-01" }], "values-in-future"],
    [[{ ...row, unit: "finns-inte" }], "values-unknown-unit"],
    [[row, row], "values-row-twice"],
  ];
  for (const [rows, code] of faulty)
    expect((await store(HEAD, rows)).json, code).toMatchObject({
      status: 422,
      errors: [{ code }],
    });
  expect(await stored()).toBe(before);
});

test("P-6, V-7: a table's whole is the indicator's own value, and comes and goes with it", async () => {
  const value = async () =>
    (
      (await a.call(HEAD, ON, "GET", `/goals/values/${OWN}/2028-05-11?year=2028`)).json as {
        value: number | null;
      }
    ).value;
  expect(await value()).toBeNull();
  const read = (
    await send(HEAD, "Kön\tVärde\tAntal\nFlickor\t85\t60\nPojkar\t77\t58\nAlla\t81\t118", {
      day: "2028-05-11",
    })
  ).json as Preview;
  const { number } = (await store(HEAD, rowsOf(read))).json as { number: number };
  expect(await value()).toBe(81);
  const [bySex] = (await spread()).spreads;
  expect([bySex?.by, bySex?.difference]).toEqual(["sex", 8]);
  await a.call(HEAD, ON, "POST", `${IMPORTS}/${number}/undo`);
  expect(await value()).toBeNull();
});

test("V-7: the way to the target is told with the value that it is held against", async () => {
  const { json } = await a.call("revisor", ON, "GET", "/goals/tree/2027");
  const indicators = (json as GoalTree).goals.flatMap((goal) => goal.indicators);
  for (const { judging, onTheWay, direction } of indicators.filter((one) => one.judging !== null)) {
    expect(onTheWay).toMatchObject({ value: judging?.value, day: judging?.day });
    expect(onTheWay?.expectedTo === null).toBe(direction === "up" || direction === "down");
  }
});

test("V-7: the profession judges with grounds at any time, signed and dated; what it said before is kept", async () => {
  const at = "/goals/judgements/bildningsnamnden/lasning/2028";
  const judge = (as: string, judgement: string, grounds: string, on = ON) =>
    a.call(as, on, "POST", at, { body: { judgement, grounds } });
  const may = async (as: string) =>
    ((await a.call(as, ON, "GET", at)).json as { may: { allowed: boolean } }).may.allowed;
  expect([await may(HEAD), await may("larare-bjornekulla")]).toEqual([true, false]);
  expect((await judge("larare-bjornekulla", "met", "Läsningen går framåt")).status).toBe(403);
  expect((await judge(HEAD, "met", "Kort")).status).toBe(422);
  expect((await judge(HEAD, "partly", "Fler läser själva, men inte alla")).status).toBe(200);
  expect((await judge(HEAD, "met", "Proven bekräftar vad lärarna ser", "2028-05-17")).status).toBe(200);
  expect((await judge(HEAD, "not-met", "För tidigt skrivet", "2028-05-16")).json).toMatchObject({
    status: 409,
    code: "value-later",
  });
  // What the sample's own year has said stands after it
  const judged = async (on: string) =>
    ((await a.call("revisor", on, "GET", "/goals/tree/2028")).json as GoalTree).goals
      .find(({ id, body }) => id === "lasning" && body === "bildningsnamnden")
      ?.judgements.filter(({ day }) => day >= ON)
      .map(({ judgement, by, day }) => [judgement, by, day]);
  const first = ["partly", "Rektor, Björnekullaskolan", ON];
  expect(await judged("2028-05-17")).toEqual([["met", "Rektor, Björnekullaskolan", "2028-05-17"], first]);
  expect(await judged("2028-05-16")).toEqual([first]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { getComputed } from "../goals/indicators/computed/contract.ts";
import type { getSpread } from "../goals/indicators/contract.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { getStaffFigures, StaffImportView, StaffPreview } from "./contract.ts";

const KF = "kommunfullmaktige";
const ON = "2027-05-10";
type Figures = z.output<(typeof getStaffFigures)["returns"]>;
type Answer = z.output<(typeof getComputed)["returns"]>;

const HEAD = "Enhet;Månad;Kön;Åldersgrupp;Anställda;Årsarbetare;Sjuktimmar;Långtidstimmar;Ordinarie timmar";
const MONTHS = ["2027-01", "2027-02", "2027-03", "2027-04"];
const table = (months: readonly string[], sick = 40) =>
  [
    HEAD,
    ...months.flatMap((month) => [
      `Björnekullaskolan;${month};Kvinnor;30-49;40;36,5;${sick * 10};100;6000`,
      `Björnekullaskolan;${month};Män;50-;12;11;${sick};0;1800`,
      `Hyllinge skola;${month};Kvinnor;-29;22;20;176;0;3300`,
      `Hyllinge skola;${month};Män;-29;3;3;20;0;450`,
    ]),
  ].join("\n");

let a: Astorp;
const send = (as: string, on: string, text: string, query = "") =>
  a.call(as, on, "POST", `/staff/imports${query}`, {
    file: { name: `personal ${text.length}.csv`, bytes: new TextEncoder().encode(text) },
  });
const figures = async (on: string, query = "") =>
  (await a.call("larare-bjornekulla", on, "GET", `/staff/figures/2027${query}`)).json as Figures;
const imports = async (on: string) =>
  (await a.call("ekonomichef", on, "GET", "/staff/imports")).json as StaffImportView[];
const computed = async (indicator: string, on = ON) =>
  (await a.call("kommunchef", on, "GET", `/goals/computed/${KF}/vaxa/${indicator}/2027`)).json as Answer;

beforeAll(async () => {
  a = await astorp();
  const measure = (id: string, staff: string) => ({
    id,
    name: `Mått ${id}`,
    unit: "procent",
    source: "Lönesystemet",
    sourceKind: "staff-figures",
    baseline: 8,
    baselineYear: 2026,
    target: 6,
    direction: "down",
    frequency: "tertial",
    computed: { from: "staff-figures", of: "grundskola", measure: staff },
  });
  await a.draft("kommunchef", "2027-01-11", `/goals/strategic-goals/${KF}/2027`, {
    goals: [
      {
        id: "vaxa",
        name: "Växa",
        text: "Fler klarar sig själva",
        agenda2030: [8],
        indicators: [measure("sjuk", "sick-leave"), measure("arsarbetare", "full-time")],
      },
    ],
  });
  await a.decide("kf-sekreterare", "2027-01-11", `strategic-goals:${KF}:2027`);
});
afterAll(() => a.stop());

test("T-4: staff figures are previewed without a trace, stored by who may, replaced month by month, and undone", async () => {
  expect(await computed("sjuk")).toMatchObject({ proposal: null, lacks: { why: "no-staff-figures" } });
  expect((await send("larare-bjornekulla", ON, table(MONTHS))).status).toBe(403);
  const preview = (await send("ekonomichef", ON, table(MONTHS), "?preview=true")).json as StaffPreview;
  expect(preview).toMatchObject({ number: null, rows: 16, units: 2 });
  expect(preview.months[0]).toEqual({
    month: "2027-01",
    headcount: 77,
    fullTime: 70.5,
    // 636 of 11 550 hours
    sickLeave: 5.5,
    replaces: null,
  });
  expect(await imports(ON)).toEqual([]);
  const wrong = await send("ekonomichef", ON, table(["2027-13"]));
  expect([wrong.status, (wrong.json as { code: string }).code]).toEqual([422, "staff-faults"]);
  expect((await send("ekonomichef", ON, table(MONTHS))).status).toBe(200);
  expect((await send("ekonomichef", ON, table(MONTHS))).status).toBe(409);

  const again = (await send("ekonomichef", "2027-05-12", table(["2027-04"], 60))).json as StaffPreview;
  expect(again.months[0]?.replaces).toMatch(/^personal/);
  expect((await imports("2027-05-12")).map(({ inForce }) => inForce)).toEqual([
    ["2027-04"],
    MONTHS.slice(0, 3),
  ]);
  const at = async (on: string) => (await figures(on)).months.at(-1)?.of.sum?.sickLeave;
  expect(await at("2027-05-12")).toBe(7.4);
  // On the day before it was as it was known then
  expect(await at("2027-05-11")).toBe(5.5);
  const undo = `/staff/imports/${again.number}/undo`;
  expect((await a.call("ekonomichef", "2027-05-13", "POST", undo)).status).toBe(200);
  expect((await a.call("ekonomichef", "2027-05-13", "POST", undo)).status).toBe(409);
  expect(await at("2027-05-13")).toBe(5.5);
});

test("P-6, U-1: sick leave by sex, age and unit, and what few stand behind leaves nowhere", async () => {
  const all = await figures("2027-05-13");
  expect(all.all?.sum).toMatchObject({ headcount: 77, sickLeave: 5.5 });
  expect(all.groups.map(({ sex, ages, sum }) => [sex, ages, sum?.headcount])).toEqual([
    ["women", null, 62],
    ["men", null, 15],
    [null, "-29", 25],
    [null, "30-49", 40],
    [null, "50-", 12],
  ]);
  const { json } = await a.call(
    "larare-bjornekulla",
    "2027-05-13",
    "GET",
    "/staff/figures/2027?body=hyllinge-skola",
  );
  const unit = json as Figures;
  expect(unit.all?.sum?.headcount).toBe(25);
  expect(unit.groups.filter(({ sex }) => sex).map(({ sum }) => sum)).toEqual([null, null]);
  const log = await a.sql("select after from platform.change_log where table_name = 'staff.import'");
  expect(JSON.stringify(log.rows)).not.toContain("ordinaryHours");
});

test("V-7, P-6: an indicator of sick leave is computed with its sexes and units, and accepted with them", async () => {
  const { proposal } = await computed("sjuk", "2027-05-13");
  expect(proposal).toMatchObject({
    value: 5.5,
    ledger: null,
    period: { from: "2027-01-01", to: "2027-04-30" },
  });
  expect((await computed("arsarbetare", "2027-05-13")).proposal?.value).toBe(70.5);
  const put = await a.call("kommunchef", "2027-05-13", "PUT", `/goals/values/${KF}/vaxa/sjuk/2027-04-30`, {
    body: {
      value: 5.5,
      source: proposal?.source,
      year: 2027,
      period: proposal?.period,
      computed: { of: proposal?.of },
    },
    headers: { "if-match": '"none"' },
  });
  expect(put.status, JSON.stringify(put.json)).toBe(200);
  const { json } = await a.call("revisor", "2027-05-13", "GET", `/goals/spread/2027/${KF}/vaxa/sjuk`);
  const { parts } = json as z.output<(typeof getSpread)["returns"]>;
  expect(parts.filter(({ sex }) => sex).map(({ sex, hidden }) => [sex, hidden])).toEqual([
    ["men", false],
    ["women", false],
  ]);
  expect(parts.some(({ unitName }) => unitName === "Hyllinge skola")).toBe(true);
});

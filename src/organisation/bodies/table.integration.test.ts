import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { Reorganisation } from "./contract.ts";
import type { BodiesTablePlan } from "./table-contract.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const TODAY = "2027-05-15";
const DAY = "2027-07-01";
const KEEPER = "systemforvaltare";
const SAID = "name=Ny%20organisation&reason=B%C3%A4ttre&decision=KF%202027-04-26%20%C2%A7%2061";

const fetched = async (form: "csv" | "xlsx", day = DAY): Promise<Uint8Array> => {
  const { status, bytes } = await a.call(KEEPER, TODAY, "GET", `/bodies-table.${form}?day=${day}`);
  expect(status).toBe(200);
  return bytes;
};
const send = (path: string, bytes: Uint8Array | string, as = KEEPER) =>
  a.call(as, TODAY, "POST", path, {
    file: { name: "organ.csv", bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes },
  });
const preview = async (
  bytes: Uint8Array | string,
  { day = DAY, missing = "stay" } = {},
): Promise<BodiesTablePlan> => {
  const { status, json } = await send(`/bodies-table/preview?day=${day}&missing=${missing}`, bytes);
  expect(status, JSON.stringify(json)).toBe(200);
  return json as BodiesTablePlan;
};
const DIFFERS = { new: 0, renamed: 0, moved: 0, shared: 0, ended: 0, faults: 0 };

test("R-1: what is fetched as Excel or CSV is read in again without a difference, on any day", async () => {
  for (const form of ["csv", "xlsx"] as const) {
    const plan = await preview(await fetched(form));
    expect(plan.counts).toMatchObject({ ...DIFFERS, missing: 0 });
    expect(plan.counts.unchanged).toBe(plan.rows);
    expect(plan).toMatchObject({ differences: [], faults: [], left: [], preview: null });
  }
  const other = await a.call("bildning-chef", TODAY, "GET", "/bodies-table.csv");
  expect(new TextDecoder().decode(other.bytes)).toContain("Bildningsnämnden;");
  expect((await send(`/bodies-table/preview?day=${DAY}&missing=stay`, "x", "bildning-chef")).status).toBe(
    403,
  );
});

test("R-1: what can't be is told by its cell, and nothing of it is stored", async () => {
  const wrong = [
    "Id;Namn;Slag;Hör till;Sista dagen;Ägarandel",
    "finns-inte;A;enhet;Bildningsförvaltningen;;",
    ";;enhet;Bildningsförvaltningen;;",
    ";B;kungadöme;Bildningsförvaltningen;;",
    ";C;enhet;Ingenstans;;",
    "bildningsnamnden;Bildningsnämnden;enhet;Kommunfullmäktige;;",
    "socialnamnden;Socialnämnden;nämnd;Kommunfullmäktige;2027-09-01;",
    ";Bolag;bolag;Kommunfullmäktige;;lagom",
    ";D;enhet;;;",
  ].join("\n");
  const plan = await preview(wrong);
  expect(plan.faults.map(({ at, code }) => `${at} ${code}`)).toEqual([
    "A2 body-row-unknown-id",
    "B3 body-row-name",
    "C4 body-row-kind",
    "C6 body-row-other-kind",
    "D5 body-row-parent",
    "E7 body-row-last-day",
    "F8 body-row-share",
    "D9 body-row-no-parent",
  ]);
  const applied = await send(`/bodies-table?day=${DAY}&missing=stay&${SAID}&sha256=${plan.sha256}`, wrong);
  expect(applied.status).toBe(422);
  const where = await preview("Namn;Slag;Hör till\nNy enhet;enhet;Kommunfullmäktige\n");
  expect(where.faults).toMatchObject([{ at: "A2", code: "reorganise-place" }]);
  expect((await send(`/bodies-table/preview?day=${DAY}&missing=stay`, "Hej;då\n")).status).toBe(422);
});

test("R-1: a changed table is one reorganisation of its day, previewed, registered, and taken back before it", async () => {
  const text = new TextDecoder()
    .decode(await fetched("csv"))
    .replace(/;Bildningsnämnden;[^;]*;/, ";Bildnings- och kulturnämnden;;")
    .replace(/(elevhalsan;.*?);Bildningsförvaltningen;/, "$1;Socialförvaltningen;")
    .replace(/^medborgarservice.*\r\n/m, "")
    .concat(";Fritidsgården;;enhet;Kultur- och fritidsförvaltningen;;;;;\r\n");
  const plan = await preview(text);
  expect(plan.counts).toMatchObject({ ...DIFFERS, new: 1, renamed: 1, moved: 1 });
  expect(plan.differences).toContainEqual({
    sort: "moved",
    name: "Elevhälsan",
    before: "Bildningsförvaltningen",
    after: "Socialförvaltningen",
  });
  expect(plan.preview?.remarks).toMatchObject([{ level: "info", code: "reorganise-nobody-leads" }]);
  const path = `/bodies-table?day=${DAY}&missing=stay&${SAID}`;
  expect((await send(`${path}&sha256=${"0".repeat(64)}`, text)).status).toBe(409);
  const done = await send(`${path}&sha256=${plan.sha256}`, text);
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  const one = done.json as Reorganisation;
  expect(one.steps.map((step) => step.do)).toEqual(["new", "change", "move"]);
  // It holds from its day
  expect((await preview(await fetched("csv"))).counts).toMatchObject(DIFFERS);
  const back = await a.call(KEEPER, TODAY, "POST", `/reorganisations/${one.id}/taking-back`, {
    body: { reason: "Fel" },
  });
  expect(back.status, JSON.stringify(back.json)).toBe(200);
  expect((await preview(text)).counts).toMatchObject({ new: 1, renamed: 1, moved: 1 });
});

test("R-1, R-2: bodies that the table lacks end only where that is asked for, and it is told who gets what was theirs", async () => {
  const text = new TextDecoder().decode(await fetched("csv")).replace(/^elevhalsan;.*\r\n/m, "");
  expect((await preview(text)).counts).toMatchObject({ ...DIFFERS, missing: 1 });
  const plan = await preview(text, { missing: "end" });
  expect(plan.counts).toMatchObject({ ...DIFFERS, ended: 1 });
  expect(plan.preview?.left).toMatchObject([{ body: "elevhalsan", to: null }]);
});

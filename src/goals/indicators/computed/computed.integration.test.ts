import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { LedgerOutcome } from "../../../ledger/contract.ts";
import { type Astorp, astorp } from "../../../shell/testing/astorp.ts";
import type { getComputed, Proposal } from "./contract.ts";

const KF = "kommunfullmaktige";
const DECIDED = "2027-01-11";
const ON = "2027-05-10";
const FILE = readFileSync(join(import.meta.dirname, "../../../../sample/ledger/astorp-2027-04.se"));
type Ledger = NonNullable<Proposal["ledger"]>;
type Answer = z.output<(typeof getComputed)["returns"]>;

const measure = (id: string, computed: object) => ({
  id,
  name: `Mått ${id}`,
  unit: "tkr",
  source: "Redovisningen",
  sourceKind: "ledger",
  speaksOf: "other",
  baseline: 70,
  baselineYear: 2026,
  target: 78,
  direction: "down",
  frequency: "tertial",
  dueDays: 20,
  computed: {
    from: "ledger",
    of: null,
    side: "net-cost",
    accounts: [],
    scale: "tkr",
    per: null,
    ...computed,
  },
});
const read = async (indicator: string, on = ON) =>
  (await a.call("kommunchef", on, "GET", `/goals/computed/${KF}/vaxa/${indicator}/2027`)).json as Answer;
const proposed = async (indicator: string) => (await read(indicator)).proposal as Proposal;
const put = async (indicator: string, body: object, on = ON) => {
  const path = `/goals/values/${KF}/vaxa/${indicator}/2027-04-30`;
  const { etag } = await a.call("kommunchef", on, "GET", `${path}?year=2027`);
  return a.call("kommunchef", on, "PUT", path, {
    body: { year: 2027, period: { from: "2027-01-01", to: "2027-04-30" }, ...body },
    headers: etag ? { "if-match": etag } : { "if-match": '"none"' },
  });
};
const codesOf = (reply: { json: unknown }) =>
  ((reply.json as { errors?: { code: string }[] }).errors ?? []).map(({ code }) => code);
const importFile = (bytes: Uint8Array, name: string, on: string) =>
  a.call("ekonomichef", on, "POST", "/ledger/imports", { file: { name, bytes } });

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", DECIDED, `/goals/strategic-goals/${KF}/2027`, {
    goals: [
      {
        id: "vaxa",
        name: "Växa",
        text: "Fler klarar sig själva",
        agenda2030: [8],
        indicators: [
          measure("skola", { of: "bildningsnamnden" }),
          measure("personal", {
            of: "bjornekullaskolan",
            side: "cost",
            accounts: ["5"],
            scale: "kr",
            per: { by: "number", name: "elever" },
          }),
          measure("alla", { scale: "mkr" }),
          measure("invanare", { scale: "kr", per: { by: "inhabitants", from: 7, to: 15 } }),
        ],
      },
    ],
  });
  const decided = await a.decide("kf-sekreterare", DECIDED, `strategic-goals:${KF}:2027`);
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);
});
afterAll(() => a.stop());

test("V-7: nothing is proposed before the accounts are read in; then what they say, down to the accounts, as the outcome has it", async () => {
  expect(await read("skola")).toMatchObject({ proposal: null, lacks: { why: "no-accounts" } });
  expect((await importFile(FILE, "astorp-2027-04.se", "2027-05-06")).status).toBe(200);
  const outcome = (await a.call("kommunchef", ON, "GET", "/ledger/outcome/2027?until=2027-04-30"))
    .json as LedgerOutcome;
  const school = outcome.bodies.find(({ body }) => body === "bildningsnamnden");
  const { value, source, period, ...first } = await proposed("skola");
  const { accounts, amountOre } = first.ledger as Ledger;
  // The outcome's lines are brought together to sum: each within one tkr
  expect(Math.abs((value as number) - (school?.netCostTkr as number))).toBeLessThanOrEqual(1);
  expect(accounts.reduce((sum, one) => sum + one.amountOre, 0)).toBe(amountOre);
  expect(accounts[0]?.name).not.toBe("");
  expect(source).toContain("astorp-2027-04.se till och med 30 april 2027");
  expect(period).toEqual({ from: "2027-01-01", to: "2027-04-30" });
  const unit = outcome.parts.find(({ body }) => body === "bjornekullaskolan");
  const staff = await proposed("personal");
  expect(Math.round((staff.ledger as Ledger).amountOre / 100_000)).toBe(
    unit?.byAccountGroup.find(({ group }) => group === "5")?.netCostTkr,
  );
  expect(staff).toMatchObject({ value: null, ledger: { divisor: { name: "elever", number: null } } });
  expect(((await proposed("alla")).ledger as Ledger).amountOre / 100_000).toBeCloseTo(
    outcome.total.netCostTkr,
    -1,
  );
  expect(await read("invanare")).toMatchObject({ lacks: { why: "no-population" } });
  expect(await read("skola", "2027-10-01")).toMatchObject({
    proposal: null,
    lacks: { why: "accounts-end", day: "2027-04-30" },
  });
});

test("V-7: what is proposed is accepted as it is, another value with its reason, and never of a state that has passed", async () => {
  const { value, of, source } = await proposed("skola");
  expect((await put("skola", { value, source, computed: { of: "ledger:999:1" } })).status).toBe(409);
  expect(codesOf(await put("skola", { value: 5, source, computed: { of } }))).toEqual([
    "other-than-computed",
  ]);
  expect((await put("skola", { value, source, computed: { of } })).status).toBe(200);
  // What is registered is proposed no more
  expect(await read("skola")).toMatchObject({ proposal: null, lacks: null, changed: [] });

  const staff = await proposed("personal");
  const own = { value: 5, source, computed: { of: staff.of } };
  expect(codesOf(await put("personal", own))).toEqual(["computed-without-number"]);
  const per = Math.round((staff.ledger as Ledger).amountOre / 100 / 400);
  const done = await put("personal", { ...own, value: per, computed: { of: staff.of, number: 400 } });
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  const { rows } = await a.sql(
    "select computed_value::float8 as value, computed_number::float8 as number from goals.indicator_value where indicator_id = 'personal'",
  );
  expect(rows).toEqual([{ value: per, number: 400 }]);
});

test("V-7: where the accounts have changed since, it is told and offered as a correction, which keeps the old value", async () => {
  const before = (await a.call("kommunchef", ON, "GET", `/goals/values/${KF}/vaxa/skola`)).json as {
    value: number;
  }[];
  const first = (await a.call("ekonomichef", ON, "GET", "/ledger/imports?year=2027")).json as {
    importId: number;
  }[];
  // A unit's code is another's from now on: what is booked on it counts there
  const text = Buffer.from(FILE)
    .toString("latin1")
    .replace(/^#KSUMMA.*$/gm, "");
  const moved = text.replaceAll('{1 "311"}', '{1 "100"}');
  const again = await importFile(Buffer.from(moved, "latin1"), "rattad.se", "2027-05-12");
  expect(again.status, JSON.stringify(again.json)).toBe(200);
  const { changed } = await read("skola", "2027-05-13");
  expect(changed).toHaveLength(1);
  const [one] = changed;
  expect(one).toMatchObject({ day: "2027-04-30", before: before[0]?.value, stated: before[0]?.value });
  expect(one?.now).toBeLessThan(before[0]?.value as number);
  const corrected = await put(
    "skola",
    { value: one?.now, source: one?.source, reason: "Källan har ändrats", computed: { of: one?.of } },
    "2027-05-13",
  );
  expect(corrected.status, JSON.stringify(corrected.json)).toBe(200);
  expect((await read("skola", "2027-05-13")).changed).toEqual([]);
  const versions = (await a.call("kommunchef", "2027-05-13", "GET", `/goals/values/${KF}/vaxa/skola`))
    .json as {
    value: number;
  }[];
  expect(versions.map(({ value }) => value)).toEqual([before[0]?.value, one?.now]);
  // On the day before, nothing had changed
  expect((await read("skola", "2027-05-11")).changed).toEqual([]);
  expect(first).toHaveLength(1);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { LAST_DAY } from "./year/play.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp("full");
}, 300_000);
afterAll(() => a.stop());

/** As a visitor who reads on a day. */
async function read<T>(path: string, day: string): Promise<{ status: number; json: T }> {
  const reply = await a.server.app.inject({
    method: "GET",
    url: `/api${path}`,
    headers: { "tillit-today": day },
  });
  return { status: reply.statusCode, json: reply.json() as T };
}
interface Line {
  readonly id: string;
  readonly version: number;
  readonly proposedOn: string;
}
interface Before extends Line {
  readonly content: unknown;
  readonly layings: readonly { readonly why?: string }[];
}
const before = (id: string) => `/matters/${encodeURIComponent(id)}/before-decision`;

const MONTHS = Array.from({ length: 24 }, (_, i) => {
  const month = 11 + i; // from December 2026, counted from January 2026
  return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
});

test.each(MONTHS)(
  "on %s something awaits a decision, and each of it is read as it was proposed",
  async (day) => {
    const { json: lines } = await read<Line[]>("/decisions/awaiting", day);
    // One school's plan of action lay undecided for a year: something that is on its way awaits beside it
    expect(lines.filter(({ id }) => id !== "action-plan:bjornekullaskolan:2027").length).toBeGreaterThan(0);
    for (const { id, version, proposedOn } of lines) {
      const page = await read<Before>(before(id), day);
      expect([page.status, page.json.id, page.json.version], id).toEqual([200, id, version]);
      expect(proposedOn <= day, id).toBe(true);
      expect(page.json.layings.at(-1)?.why, id).toMatch(/\p{L}+/u);
      const { rows } = await a.sql(
        `select content from decisions.version where matter_id = '${id}' and number = ${version}`,
      );
      expect(Object.keys(page.json.content as object).sort(), id).toEqual(
        Object.keys(rows[0].content).sort(),
      );
    }
  },
);

test("the months are two years, to the last before the sample's own day", () => {
  expect([MONTHS[0], MONTHS.at(-1), MONTHS.length]).toEqual(["2026-12-01", "2028-11-01", 24]);
  expect(LAST_DAY.full > (MONTHS.at(-1) as string)).toBe(true);
});

test("§2.4: on its own day the council has the executive's budget before it, with a reservation and a counter-budget", async () => {
  const day = LAST_DAY.full;
  const budget = "budget:kommunfullmaktige:2029";
  const { json: lines } = await read<Line[]>("/decisions/awaiting?body=kommunfullmaktige", day);
  expect(lines).toMatchObject([{ id: budget, proposedOn: "2028-11-01" }]);
  const proposal = (await a.call("revisor", day, "GET", "/budget/budget/kommunfullmaktige/2029")).json;
  expect(proposal).toMatchObject({
    version: { state: "proposed" },
    proposal: {
      organ: "kommunstyrelsen",
      meeting: {
        votes: { for: 8, against: 5 },
        reservations: ["Partigrupp B reserverar sig till förmån för ett eget budgetförslag."],
      },
    },
  });
  const against = await read(`/matters/${encodeURIComponent(budget)}/counter-proposals`, day);
  expect(against.json).toMatchObject({ counterProposals: [{ scenario: "Mindre klasser", fell: null }] });
  const asked = await read(`/matters/${encodeURIComponent(budget)}/questions`, day);
  expect(asked.json).toMatchObject({
    questions: [{ answer: { answeredBy: "Ekonomichef" } }, { answer: null }],
  });
  // It is the party's own, and no step of the budget's way to the council
  const { rows } = await a.sql(
    `select saved_on::text as on from decisions.saved_revision where matter_id = '${budget}' order by 1`,
  );
  expect(rows).toEqual([{ on: "2028-09-25" }, { on: "2028-10-16" }]);
});

test("§2.4: the executive's budget differs from its planning conditions in what its note tells of, and in no other allocation", async () => {
  const framesOf = async (path: string) => {
    const { json } = await a.call("revisor", LAST_DAY.full, "GET", path);
    return (json as { content: { allocation: { years: { frames: Record<string, number> }[] } } }).content
      .allocation.years[0]?.frames as Record<string, number>;
  };
  const then = await framesOf("/budget/planning-conditions/kommunstyrelsen/2029");
  const now = await framesOf("/budget/budget/kommunfullmaktige/2029");
  const differ = Object.keys(now).flatMap((body) =>
    now[body] === then[body] ? [] : [[body, (now[body] ?? 0) - (then[body] ?? 0)]],
  );
  expect(Object.fromEntries(differ)).toEqual({
    kommunstyrelsen: -300,
    bildningsnamnden: -1100,
    "kultur-och-fritidsnamnden": 300,
    socialnamnden: 900,
  });
});

test("§3.2: in June 2028 the council changed what the executive proposed: the decision tells what, and who moved it", async () => {
  const { json: all } = await read<{ number: number; matterId: string; decidedOn: string }[]>(
    "/decisions",
    LAST_DAY.full,
  );
  const own = all.find(
    ({ matterId, decidedOn }) => matterId === "budget:kommunfullmaktige:2028" && decidedOn === "2028-06-19",
  );
  const { json } = await read<{ changed: { differences: unknown[] } }>(
    `/decisions/${own?.number}`,
    LAST_DAY.full,
  );
  expect(json).toMatchObject({
    decision: { preparation: { motion: expect.stringContaining("Partigrupp B yrkar") } },
    changed: { differences: expect.arrayContaining([expect.objectContaining({ from: 900, to: 1400 })]) },
  });
});

test("U-8: after August 2028 social care is over its allocation with a decided plan of action, and building is under", async () => {
  const forecast = async (body: string) => {
    const { json } = await a.call("revisor", LAST_DAY.full, "GET", `/followup/interim-report/${body}/2028`);
    return (json as { content: { economy: { forecastTkr: number } } }).content.economy.forecastTkr;
  };
  expect([await forecast("socialnamnden"), await forecast("bygg-och-miljonamnden")]).toEqual([
    409_600, 18_900,
  ]);
  const plan = await a.call("revisor", LAST_DAY.full, "GET", "/followup/action-plan/socialnamnden/2028");
  expect(plan.json).toMatchObject({ version: { number: 2, state: "decided" } });
});

test("A-13: the wheel says the same of how far the year has come to a visitor as to who reads drafts", async () => {
  const seen = async (as?: string) => {
    const { json } = as
      ? await a.call(as, LAST_DAY.full, "GET", "/year/wheel/2028")
      : await read("/year/wheel/2028", LAST_DAY.full);
    return (json as { steps: { id: string; state: string; counts: object }[] }).steps.map(
      ({ id, state, counts }) => ({ id, state, counts }),
    );
  };
  const visitor = await seen();
  expect(visitor.length).toBeGreaterThan(15);
  expect(visitor).toEqual(await seen("ekonomichef"));
});

test("§2.4: what is said of the sample's proposals is said of each for itself", async () => {
  const { rows } = await a.sql("select why from decisions.proposal_text where why is not null");
  const said = rows.map(({ why }) => why as string);
  expect(said.length).toBeGreaterThan(150);
  expect(new Set(said).size).toBe(said.length);
});

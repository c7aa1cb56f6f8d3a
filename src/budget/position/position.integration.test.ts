import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

const DAY = "2026-11-23";
const PATH = "/budget/budget/kommunfullmaktige/2027";
const MATTER = "budget:kommunfullmaktige:2027";
const SAMPLE = join(import.meta.dirname, "../../../sample/year/content/budget-2027.json");

// biome-ignore lint/suspicious/noExplicitAny: drafts are bent into anything, answers are looked at
type Any = any;
const budget = (change: (draft: Any) => unknown = () => undefined) => {
  const draft = JSON.parse(readFileSync(SAMPLE, "utf8"));
  // No population forecast is decided here: the people are the budget's own
  for (const source of draft.sources) delete source.from;
  change(draft);
  return draft;
};
const json = (reply: { json: unknown }) => reply.json as Any;
const stops = (reply: { json: unknown }) =>
  json(reply)
    .remarks?.filter((remark: Any) => remark.level === "stops")
    .map((remark: Any) => `${remark.at ?? ""}: ${remark.code}`);

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());
const save = (content: unknown, as = "ekonomichef") => a.draft(as, DAY, PATH, content);
const position = (as: string | null) =>
  as === null
    ? a.server.app.inject({
        method: "GET",
        url: "/api/budget/position/2027",
        headers: { "tillit-today": DAY },
      })
    : a.call(as, DAY, "GET", "/budget/position/2027");

describe("E-7: the position is computed by the server when the budget is saved", () => {
  test("a budget from before there was an opening balance has its result, and no statements", async () => {
    const saved = await save(
      budget((draft) => {
        delete draft.position;
        draft.financialGoals = draft.financialGoals.slice(0, 1);
        for (const investment of draft.investments) {
          for (const key of ["components", "inUseFrom", "grantsTkr"]) delete investment[key];
        }
        draft.statements = { years: "skrivet av någon" };
      }),
    );
    expect(saved.status).toBe(200);
    expect(json(saved).content.statements).toBeUndefined();
    expect(json(await position("revisor"))).toMatchObject({
      statements: null,
      position: null,
      restoring: [],
    });
    expect(json(await position("revisor")).results[0]).not.toHaveProperty("lines");
  });

  test("three statements for three years, assets equal to equity and liabilities; nobody types a sum", async () => {
    const saved = await save(budget((draft) => (draft.statements = { years: [] })));
    expect([saved.status, stops(saved)]).toEqual([200, []]);
    const { statements, results, financialGoals } = json(await position("revisor"));
    expect(statements.years.map((line: Any) => line.year)).toEqual([2027, 2028, 2029]);
    for (const [i, { lines }] of statements.years.entries()) {
      expect(lines.assets).toBe(lines.equityAndLiabilities);
      expect(results[i].resultTkr).toBe(lines.result);
    }
    expect(
      financialGoals.map((goal: Any) => [goal.id, goal.outcomes[0].outcome, goal.outcomes[0].met]),
    ).toEqual([
      ["resultat", 1.7, true],
      ["soliditet", 47.9, true],
      ["sjalvfinansiering", 178.8, true],
    ]);
  });

  test("a draft is the administration's own; who may not edit the budget can't write its position", async () => {
    const unsigned = await position(null);
    expect("statusCode" in unsigned ? unsigned.statusCode : 0).toBe(404);
    expect((await save(budget(), "bildning-chef")).status).toBe(403);
  });
});

describe("E-1, E-7, P-5: what does not hold together is refused for decision, with its place", () => {
  test.each([
    [
      "an opening balance that differs",
      (d: Any) => (d.position.opening.cash += 1),
      "position.opening.equity: opening-differs",
    ],
    [
      "components that are not the whole",
      (d: Any) => (d.investments[0].components[0].share = 50),
      "investments.0.components.0.share: component-shares",
    ],
    [
      "something in use without components",
      (d: Any) => (d.investments[1].components = []),
      "investments.1.components: no-components",
    ],
    [
      "a formula with an unknown line",
      (d: Any) => (d.financialGoals[1].formula = "equity / omsättning"),
      "financialGoals.1.formula: formula-name",
    ],
    [
      "more taken from the reserve than a deficit needs",
      (d: Any) => (d.position.years[0].fromReserve = 1000),
      "position.years.0.fromReserve: reserve-not-needed",
    ],
    [
      "a deficit that the plan does not restore in time",
      (d: Any) => d.position.earlierDeficits.push({ year: 2026, amountTkr: 500_000, restoreBy: 2029 }),
      "restoringPlans: no-restoring-plan",
    ],
  ])("%s", async (_what, change, expected) => {
    expect(stops(await save(budget(change)))).toEqual([expected]);
    const refused = json(await a.decide("kf-sekreterare", DAY, MATTER));
    expect([refused.status, refused.code]).toEqual([422, "not-decidable"]);
  });

  test.each([
    ["text for a number", (d: Any) => (d.position.opening.cash = "1 000"), "position.opening.cash"],
    ["a month that is none", (d: Any) => (d.investments[0].inUseFrom = "2028-13"), "investments.0.inUseFrom"],
    ["half a krona", (d: Any) => (d.investments[0].amountsTkr[2027] = 0.5), "investments.0.amountsTkr.2027"],
    ["a rate of 290 for 2.9", (d: Any) => (d.position.loanRate = 290), "position.loanRate"],
    [
      "a formula without end",
      (d: Any) => (d.financialGoals[1].formula = "1+".repeat(500)),
      "financialGoals.1.formula",
    ],
    [
      "more investments than there can be",
      (d: Any) => (d.investments = Array.from({ length: 501 }, () => d.investments[0])),
      "investments",
    ],
  ])("%s is refused at once, and nothing is stored", async (_what, change, at) => {
    await save(budget());
    const before = (await a.call("ekonomichef", DAY, "GET", PATH)).etag;
    const reply = await save(budget(change));
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(json(reply).errors.map((error: Any) => error.at.replace(/^body\./, ""))).toContain(at);
    expect((await a.call("ekonomichef", DAY, "GET", PATH)).etag).toBe(before);
  });
});

describe("E-1: the capital cost of investments in the allocations, and what is carried over", () => {
  const capitalOf = (saved: Awaited<ReturnType<typeof save>>) =>
    json(saved).content.input.adjustments.filter((adjustment: Any) => adjustment.capital);

  test("with the switch each body's allocation gets the change by itself; result and balance stay; without it all goes", async () => {
    const without = json(await save(budget())).content;
    const saved = await save(
      budget((draft) => {
        draft.position.capitalInFrames = true;
        // Nobody types a capital cost
        const capital = { investment: 0, depreciationTkr: 7777, interestTkr: 0 };
        draft.input.adjustments.push({ body: "socialnamnden", year: 2027, amountTkr: 7777, capital });
      }),
    );
    expect(saved.status).toBe(200);
    const within = json(saved).content;
    const made = capitalOf(saved);
    expect(made.map((one: Any) => [one.body, one.year, one.text])).toEqual([
      ["bildningsnamnden", 2029, "Om- och tillbyggnad av Björnekullaskolan"],
      ["kommunstyrelsen", 2028, "Gång- och cykelvägar"],
      ["kommunstyrelsen", 2029, "Gång- och cykelvägar"],
      ["socialnamnden", 2028, "Larm och nyckelfri hemvård"],
      ["socialnamnden", 2029, "Larm och nyckelfri hemvård"],
    ]);
    for (const { amountTkr, capital } of made)
      expect(amountTkr).toBe(capital.depreciationTkr + capital.interestTkr);
    for (const [i, year] of [2027, 2028, 2029].entries()) {
      const added = made
        .filter((one: Any) => one.year <= year)
        .reduce((sum: number, one: Any) => sum + one.amountTkr, 0);
      expect(within.allocation.years[i].totalTkr - without.allocation.years[i].totalTkr).toBe(added);
      expect(within.results[i].resultTkr).toBe(without.results[i].resultTkr);
      expect(within.statements.years[i].lines).toMatchObject({
        internalCapital: added,
        assets: without.statements.years[i].lines.assets,
        result: without.statements.years[i].lines.result,
      });
    }
    const off = await save({ ...within, position: { ...within.position, capitalInFrames: false } });
    expect(capitalOf(off)).toEqual([]);
    expect(json(off).content.allocation).toEqual(without.allocation);
  });

  test("what is carried over names a decision that exists", async () => {
    const carried = (carriedOverDecision: number | null) =>
      budget((draft) => Object.assign(draft.investments[0], { carriedOverTkr: 900, carriedOverDecision }));
    expect(stops(await save(carried(999_999)))).toEqual([
      "investments.0.carriedOverDecision: carried-over-unknown",
    ]);
    expect(json(await save(carried(null))).remarks).toContainEqual(
      expect.objectContaining({ level: "info", code: "carried-over-undecided" }),
    );
  });
});

describe("KL 11:12–13: a deficit is restored within three years", () => {
  const owing = (restoringPlans?: Any) =>
    budget((draft) => {
      draft.position.earlierDeficits = [{ year: 2026, amountTkr: 500_000, restoreBy: 2029 }];
      if (restoringPlans) draft.restoringPlans = restoringPlans;
    });

  test("without a plan it is refused, with the year and the law; amounts that the results do not bear are too", async () => {
    await save(owing());
    const refused = json(await a.decide("kf-sekreterare", DAY, MATTER));
    expect([refused.status, refused.cite]).toEqual([422, "KL 11:12"]);
    expect(refused.errors[0].detail).toMatch(/500\s?000 tkr, har ingen plan.*2029/);
    const { years } = json(await position("ekonomichef")).statements;
    const { balanceResult } = years[1].lines;
    const saved = await save(owing([{ deficitYear: 2026, amountsTkr: { 2028: balanceResult + 1 } }]));
    expect(json(saved).remarks).toContainEqual(
      expect.objectContaining({
        level: "stops",
        code: "restoring-not-borne",
        params: { year: 2028, plannedTkr: balanceResult + 1, resultTkr: balanceResult },
      }),
    );
    expect(json(saved).remarks).toContainEqual(
      expect.objectContaining({ code: "not-restored", params: expect.objectContaining({ year: 2026 }) }),
    );
  });

  test("synnerliga skäl for the rest open the way, and are read with the plan", async () => {
    const saved = await save(
      owing([{ deficitYear: 2026, amountsTkr: { 2028: 100 }, reasons: "Brand i skolan" }]),
    );
    expect(stops(saved)).toEqual([]);
    expect(json(saved).remarks).toContainEqual(
      expect.objectContaining({ level: "deviation", code: "not-restored-with-reasons", cite: "KL 11:13" }),
    );
    expect(json(await position("ekonomichef")).restoring).toMatchObject([
      { year: 2026, plan: { amounts: [{ year: 2028, tkr: 100 }], reasons: "Brand i skolan" } },
    ]);
  });

  test("E-7: a result of 50 with a gain of 5 000 leaves 4 950 to restore, which is said and stops without a plan", async () => {
    const sold = (plans?: Any) =>
      budget((draft) => {
        // The sample's result of 2027 is 19 965 tkr
        draft.resultInput[0].centralTkr -= 19_915;
        Object.assign(draft.position.years[0], { sales: 8000, realisationGains: 5000 });
        if (plans) draft.restoringPlans = plans;
      });
    const saved = json(await save(sold()));
    expect(saved.content.results[0].resultTkr).toBe(50);
    expect(saved.content.results[0].lines).toMatchObject({ balanceResult: -4950, toRestore: 4950 });
    expect(saved.remarks).toContainEqual(
      expect.objectContaining({
        code: "balance-result-negative",
        params: { year: 2027, resultTkr: 50, missingTkr: 4950 },
      }),
    );
    expect((await a.decide("kf-sekreterare", DAY, MATTER)).status).toBe(422);
    const planned = await save(sold([{ deficitYear: 2027, amountsTkr: { 2030: 4950 } }]));
    expect(stops(planned)).toEqual([]);
  });
});

describe("KL 11:5, 11:14: a deficit and the reserve", () => {
  const deficit = (fromReserve: number) =>
    budget((draft) => {
      // The sample's result of 2027 is 19 965 tkr: this leaves a deficit of 5 000
      draft.resultInput[0].centralTkr -= 24_965;
      draft.position.years[0].fromReserve = fromReserve;
    });

  test("what the reserve does not cover is missing, and said", async () => {
    await save(deficit(3000));
    const refused = json(await a.decide("kf-sekreterare", DAY, MATTER));
    expect(refused.cite).toBe("KL 11:5");
    expect(refused.errors[0].detail).toMatch(/\b2\s?000 tkr saknas/);
  });

  test("a deficit that the reserve covers can be decided, and is told; the decided position is public and stays", async () => {
    const saved = await save(deficit(5000));
    expect(json(saved).remarks).toContainEqual(
      expect.objectContaining({ level: "info", code: "covered-by-reserve", cite: "KL 11:14" }),
    );
    expect((await a.decide("kf-sekreterare", DAY, MATTER)).status).toBe(200);
    const reply = await position(null);
    const open = JSON.parse("body" in reply ? reply.body : "{}");
    expect(open.state).toBe("decided");
    expect(open.statements.years[0].lines).toMatchObject({ result: -5000, balanceResult: 0, reserve: 4000 });
  });
});

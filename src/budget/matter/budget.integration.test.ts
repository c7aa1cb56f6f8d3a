import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { Budget } from "../base/contract.ts";

const DAY = "2026-11-23";
const PATH = "/budget/budget/kommunfullmaktige/2027";
const MATTER = "budget:kommunfullmaktige:2027";
const input = JSON.parse(
  readFileSync(join(import.meta.dirname, "../allocation/testing/worked-example.input.json"), "utf8"),
);
const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, "../allocation/testing/worked-example.expected.json"), "utf8"),
);

/** The worked example with revenue that leaves the given result of 2027, and the same of the plan years. */
function budget(resultTkr: number, change: (draft: Record<string, unknown>) => void = () => {}) {
  const draft = {
    soundEconomy: "Resultatet räcker till investeringarna.",
    input: structuredClone(input),
    sources: [],
    resultInput: expected.years.map(({ year, totalTkr }: { year: number; totalTkr: number }) => ({
      year,
      taxBaseTkr: 4_000_000,
      taxRate: 20.29,
      settlementTkr: 0,
      equalisationTkr: totalTkr - 811_600 + (year === 2027 ? resultTkr : 1000),
      centralTkr: 0,
      depreciationTkr: 0,
      financialNetTkr: 0,
    })),
    financialGoals: [{ id: "r", text: "En procent", measure: "result-share", target: 1 }],
    investments: [],
    furtherFollowUps: [],
    exceptional: null,
  };
  change(draft);
  return draft;
}

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());
const save = (content: unknown) => a.draft("ekonomichef", DAY, PATH, content);
// biome-ignore lint/suspicious/noExplicitAny: drafts are bent into anything, answers are looked at
type Any = any;
const json = (reply: { json: unknown }) => reply.json as Any;
const places = (reply: { json: unknown }) =>
  json(reply).errors?.map((e: { at: string; code: string }) => `${e.at}: ${e.code}`);

describe("E-8: the server computes the budget, whatever sums came with it", () => {
  test("the worked example is met, and what somebody typed as a sum is not kept", async () => {
    const saved = await save({ ...budget(500), allocation: { years: [] }, results: [] });
    const { allocation, results } = json(saved).content as Budget;
    expect(allocation?.years.map(({ year, frames, totalTkr }) => ({ year, frames, totalTkr }))).toEqual(
      expected.years.map(({ year, frames, totalTkr }: Record<string, unknown>) => ({
        year,
        frames,
        totalTkr,
      })),
    );
    expect(results?.map((result) => result.resultTkr)).toEqual([500, 1000, 1000]);
    const shown = json(await a.call("revisor", DAY, "GET", "/budget/allocation/2027"));
    expect(shown).toMatchObject({
      state: "draft",
      decision: null,
      financialGoals: [{ outcomes: [{ year: 2027, met: false }, {}, {}] }],
    });
  });
});

describe("E-7: a line of the result can be made of parts", () => {
  const parts = (amount: number, name = "Pensioner") => [
    { id: "pensioner", line: "centralTkr", name, amountsTkr: { 2027: amount, 2029: amount } },
    { id: "reserv", line: "centralTkr", name: "Reserv", amountsTkr: { 2027: -100 } },
  ];
  test("the line is their sum, whatever was sent, and the result is of it", async () => {
    const saved = await save(budget(5000, (d: Any) => Object.assign(d, { resultParts: parts(-300) })));
    const { resultInput, results } = json(saved).content as Budget;
    expect(resultInput.map((line) => line.centralTkr)).toEqual([-400, 0, -300]);
    expect(results?.map((result) => result.resultTkr)).toEqual([4600, 1000, 700]);
  });

  test("a part without a name is told, and a sum beyond all reason is refused", async () => {
    const nameless = await save(
      budget(5000, (d: Any) => Object.assign(d, { resultParts: parts(-300, " ") })),
    );
    expect(json(nameless).remarks).toContainEqual(
      expect.objectContaining({ level: "stops", code: "part-without-name", at: "resultParts.0.name" }),
    );
    const huge = await save(
      budget(5000, (d: Any) => Object.assign(d, { resultParts: parts(-1_000_000_000) })),
    );
    expect(places(huge)).toEqual(["resultInput: sum-range"]);
  });
});

describe("E-2, E-7: bad input is refused with its places, and nothing is stored", () => {
  test.each([
    [
      "a rate of 3 for 0.03",
      (d: Any) => (d.input.indexation[0].rate[2027] = 3),
      ["input.indexation.0.rate.2027: rate-range"],
    ],
    ["a year missing", (d: Any) => delete d.input.population[2028], ["input.population.2028: missing-year"]],
    [
      "an input that is none",
      (d: Any) => (d.input = {}),
      ["input.years: no-years", "input.bodies: no-bodies"],
    ],
    ["the result of other years", (d: Any) => d.resultInput.pop(), ["resultInput: years-differ"]],
    [
      "sums that no municipality has",
      (d: Any) => (d.input.base.socialnamnden = 3_000_000_000),
      ["resultInput: sum-range"],
    ],
  ] as [string, (draft: Any) => unknown, string[]][])("%s", async (_what, change, at) => {
    const before = (await a.call("ekonomichef", DAY, "GET", PATH)).etag;
    const reply = await save(budget(500, change));
    expect([reply.status, places(reply)]).toEqual([422, at]);
    expect((await a.call("ekonomichef", DAY, "GET", PATH)).etag).toBe(before);
  });
});

describe("E-7, KL 11:5: a budget that does not balance", () => {
  test("can't be proposed or decided: what is missing is said, and the section", async () => {
    const saved = await save(budget(-500));
    expect(json(saved).remarks).toMatchObject([
      // The council's own goal is missed in every year of the plan, and comes first
      { level: "deviation", code: "goal-missed-below", params: { year: 2027, targetValue: 1 } },
      { level: "deviation", code: "goal-missed-below", params: { year: 2028, outcomeValue: 0.1 } },
      { level: "deviation", code: "goal-missed-below", params: { year: 2029, unit: "percent" } },
      { level: "stops", code: "not-balanced" },
      { level: "stops", code: "no-restoring-plan" },
    ]);
    const refused = json(await a.decide("kf-sekreterare", DAY, MATTER));
    expect(refused).toMatchObject({ status: 422, code: "not-decidable", cite: "KL 11:5" });
    expect(refused.errors[0].detail).toContain("500 tkr saknas");
    const [{ revision }] = json(await a.call("ekonomichef", DAY, "GET", "/matters?kind=budget"));
    const proposal = await a.call("ekonomichef", DAY, "POST", `/matters/${MATTER}/proposal`, {
      body: { revision },
    });
    expect(json(proposal)).toMatchObject({ status: 422, code: "not-decidable" });
    // A reason handed in with the decision is not the plan for restoring that the law asks for
    const talked = await a.decide("kf-sekreterare", DAY, MATTER, {
      reasons: { "not-balanced": "Vi vill ändå" },
    });
    expect(talked.status).toBe(422);
  });

  test("can be decided by the council with exceptional reasons and a plan; the executive can't decide it at all", async () => {
    await save(
      budget(-500, (draft) => {
        draft.exceptional = {
          reasons: "Kommunens största arbetsgivare har stängt.",
          restoringPlan: "Återställs 2030.",
        };
        draft.restoringPlans = [{ deficitYear: 2027, amountsTkr: { 2030: 500 } }];
      }),
    );
    expect(json(await a.decide("ks-ordforande", DAY, MATTER))).toMatchObject({
      status: 403,
      code: "may-not",
      cite: "KL 11:10",
      ask: ["Kommunfullmäktige (ordförande, sekreterare)"],
    });
    expect((await a.decide("kf-sekreterare", DAY, MATTER)).status).toBe(200);
  });
});

describe("E-6: the internal budget sums to what the council has allocated", () => {
  const INTERNAL = "/budget/internal-budget/socialnamnden/2027";
  const lines = (amountTkr: number) => ({
    lines: [{ id: "hemvard", name: "Hemvård", unit: null, amountTkr }],
    comment: "",
  });
  const OWN = "internal-budget:socialnamnden:2027";

  test("a difference is shown and stops; the whole allocation can be decided, by the committee itself", async () => {
    const short = await a.draft("social-chef", DAY, INTERNAL, {
      ...lines(411_000),
      allocation: { amountTkr: 411_000, decision: 1, matter: "x" },
    });
    expect(json(short).content.allocation.amountTkr).toBe(411_657);
    expect(json(short).remarks).toMatchObject([
      { code: "internal-budget-differs", params: { differenceTkr: 657 } },
    ]);
    expect((await a.decide("social-sekreterare", DAY, OWN)).status).toBe(422);
    await a.draft("social-chef", DAY, INTERNAL, lines(411_657));
    expect((await a.decide("bildning-sekreterare", DAY, OWN)).status).toBe(403);
    expect((await a.decide("social-sekreterare", DAY, OWN)).status).toBe(200);
  });

  test("before the council has decided there is nothing to split", async () => {
    const early = await a.draft(
      "social-chef",
      "2026-11-22",
      "/budget/internal-budget/socialnamnden/2028",
      lines(1),
    );
    expect(json(early).remarks).toMatchObject([{ level: "stops", code: "no-allocation" }]);
  });

  test("an allocation that was changed after the draft was saved is split anew", async () => {
    const path = "/budget/internal-budget/bildningsnamnden/2027";
    const frame = json(await a.draft("bildning-chef", DAY, path, lines(1))).content.allocation.amountTkr;
    expect(
      places(await a.decide("bildning-sekreterare", DAY, "internal-budget:bildningsnamnden:2027")),
    ).toEqual([": internal-budget-differs"]);
    await a.draft("bildning-chef", DAY, path, lines(frame));
    // In April the council gives more (E-5)
    const april = "2027-04-26";
    const more = budget(500, (draft) => {
      const { adjustments } = draft.input as Any;
      adjustments.push({
        body: "bildningsnamnden",
        year: 2027,
        amountTkr: 400,
        text: "Kompletteringsbudget",
      });
    });
    expect((await a.draft("ekonomichef", april, PATH, more)).status).toBe(200);
    const reasons = { "supplementary-before-report": "Årsredovisningen för 2026 beslutas i maj." };
    expect((await a.decide("kf-sekreterare", april, MATTER, { reasons })).status).toBe(200);
    const late = await a.decide("bildning-sekreterare", april, "internal-budget:bildningsnamnden:2027");
    expect(places(late)).toEqual([": allocation-changed"]);
    // The committee met before the council changed it: what it decided then is registered as it was
    const then = { decidedOn: "2027-04-20" };
    expect(
      (await a.decide("bildning-sekreterare", april, "internal-budget:bildningsnamnden:2027", then)).status,
    ).toBe(200);
  });

  test("a line is of the committee or of those who work for it", async () => {
    const elsewhere = {
      lines: [{ id: "x", name: "X", unit: "bjornekullaskolan", amountTkr: 1 }],
      comment: "",
    };
    const saved = await a.draft("social-chef", DAY, "/budget/internal-budget/socialnamnden/2029", elsewhere);
    expect(json(saved).remarks).toContainEqual(
      expect.objectContaining({ level: "stops", code: "line-elsewhere", at: "lines.0.unit" }),
    );
  });
});

describe("E-7: what the budget may not be", () => {
  test("exceptional reasons of blanks are none", async () => {
    const blank = budget(-500, (draft) => {
      draft.exceptional = { reasons: "   ", restoringPlan: "\n" };
    });
    expect(places(await save(blank))).toEqual([
      "exceptional.reasons: schema-empty",
      "exceptional.restoringPlan: schema-empty",
    ]);
  });
  test("money is given to no body that is not there", async () => {
    const invented = budget(500, (draft) => {
      draft.investments = [{ body: "finns-inte", name: "Bro", amountsTkr: { 2027: 1 } }];
    });
    const saved = json(await a.draft("ekonomichef", "2027-05-01", PATH, invented));
    expect(saved.remarks).toContainEqual(
      expect.objectContaining({ level: "stops", code: "allocated-to-nobody", at: "investments.0.body" }),
    );
  });
  test("a budget of a committee is refused, with where it belongs", async () => {
    const refused = await a.draft("ekonomichef", DAY, "/budget/budget/bildningsnamnden/2027", budget(500));
    expect(json(refused)).toMatchObject({ status: 422, code: "wrong-kind-of-body", cite: "§2.2" });
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

const YEAR = join(import.meta.dirname, "../../../sample/year/content");
/** A sample budget with its own people: here no forecast is decided. */
const read = (name: string) => {
  const budget = JSON.parse(readFileSync(join(YEAR, `${name}.json`), "utf8"));
  return { ...budget, sources: [] };
};
const PLANNING = "/budget/planning-conditions/kommunstyrelsen/2027";
const BUDGET = "/budget/budget/kommunfullmaktige/2027";
const TRUE_UP = "/budget/demography-true-up/kommunstyrelsen/2027";
const MATTER = "budget:kommunfullmaktige:2027";

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at
type Any = any;
const json = (reply: { json: unknown }) => reply.json as Any;

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

/** Reads as nobody: what the public sees. */
const open = async (path: string, on: string) => {
  const reply = await a.server.app.inject({
    method: "GET",
    url: `/api${path}`,
    headers: { host: "localhost", "tillit-today": on },
  });
  return { status: reply.statusCode, json: reply.json() as unknown };
};
const stages = async (as: string, on: string) => json(await a.call(as, on, "GET", "/budget/stages/2027"));
const stateOf = (all: Any, id: string) => all.stages.find((stage: Any) => stage.id === id)?.state;
const trueUp = (change: Record<string, unknown> = {}) => ({
  occasion: "spring",
  countedOn: "2027-03-31",
  source: "Folkbokföringen",
  fromMonth: 1,
  counts: [
    { service: "hemvard", measure: "users", actual: 260 },
    { service: "grundskola", measure: "people", actual: 2140 },
  ],
  comment: "",
  ...change,
});

describe("§2.4: the stages of a budget year, one after the other", () => {
  test("the management group's proposal is seen by who has signed in, and decided by the executive", async () => {
    const proposal = read("planning-conditions-2027");
    proposal.input.adjustments.push({
      body: "kommunstyrelsen",
      year: 2027,
      amountTkr: 500,
      text: "Ny e-tjänst",
    });
    await a.draft("ekonomichef", "2026-05-12", PLANNING, proposal);
    await a.draft("kommunchef", "2026-05-20", PLANNING, read("planning-conditions-2027"));
    const seen = await stages("revisor", "2026-05-20");
    expect(stateOf(seen, "management-proposal")).toBe("late");
    expect(seen.next).toBe("management-proposal");
    expect(seen.versions.map((version: Any) => version.ref)).toEqual([
      "planning-conditions:kommunstyrelsen:2027@1",
      "planning-conditions:kommunstyrelsen:2027@1.1",
    ]);
    expect(json(await open("/budget/stages/2027", "2026-05-20")).versions).toEqual([]);
    const draft = json(await a.call("revisor", "2026-05-20", "GET", "/budget/allocation/2027"));
    expect(draft).toMatchObject({ matter: "planning-conditions:kommunstyrelsen:2027", decision: null });

    expect(
      (await a.decide("ks-sekreterare", "2026-06-10", "planning-conditions:kommunstyrelsen:2027")).status,
    ).toBe(200);
    const decided = json(await open("/budget/stages/2027", "2026-06-10"));
    expect(stateOf(decided, "planning-conditions")).toBe("decided");
    expect(decided.versions).toMatchObject([
      { revision: null, decision: { organ: "Kommunstyrelsen", decidedOn: "2026-06-10" } },
    ]);
  });

  test("what a proposal said before it was written over is compared with what it became, line by line", async () => {
    const ref = "planning-conditions:kommunstyrelsen:2027";
    const path = `/budget/compare?from=${ref}@1.1&to=${ref}@1`;
    const compared = json(await a.call("revisor", "2026-06-11", "GET", path));
    expect(compared.from).toMatchObject({ editedBy: "Ekonomichef", writtenOn: "2026-05-12", decision: null });
    const [first] = compared.years;
    expect(first.total.differenceTkr).toBe(-500);
    expect(first.bodies.find((body: Any) => body.body === "kommunstyrelsen").lines).toMatchObject([
      { name: "Ny e-tjänst", step: "other", differenceTkr: -500, causes: [{ what: "removed" }] },
    ]);
    expect((await open(path, "2026-06-11")).status).toBe(404);
  });

  test("until the council has decided, the allocations are the executive's preliminary ones, and that is told", async () => {
    const allocated = async (on: string) => open("/budget/allocation/2027", on);
    expect((await allocated("2026-06-09")).status).toBe(404);
    expect(json(await allocated("2026-06-10"))).toMatchObject({
      matter: "planning-conditions:kommunstyrelsen:2027",
      state: "decided",
      decision: 1,
    });
  });

  test("the council decides; the planning conditions and the budget are compared by anyone, sums exact", async () => {
    await a.draft("ekonomichef", "2026-10-27", BUDGET, read("budget-2027"));
    expect(stateOf(await stages("revisor", "2026-10-27"), "political-preparation")).toBe("under-way");
    expect((await a.decide("kf-sekreterare", "2026-11-30", MATTER)).status).toBe(200);
    expect(json(await open("/budget/allocation/2027", "2026-12-01")).matter).toBe(MATTER);
    const compared = json(
      await open(
        `/budget/compare?from=planning-conditions:kommunstyrelsen:2027@1&to=${MATTER}@1`,
        "2026-12-01",
      ),
    );
    for (const { total, bodies } of compared.years) {
      const sum = (parts: Any[]) => parts.reduce((all, part) => all + part.differenceTkr, 0);
      expect(sum(bodies)).toBe(total.differenceTkr);
      for (const body of bodies)
        expect(body.opening.differenceTkr + sum(body.lines)).toBe(body.differenceTkr);
    }
    expect(compared.to.decision).toMatchObject({ organ: "Kommunfullmäktige" });
  });

  test("a version that is none, an address that is none and years that never meet are refused in words", async () => {
    const get = (from: string, to: string) =>
      a.call("revisor", "2026-12-01", "GET", `/budget/compare?from=${from}&to=${to}`);
    expect(json(await get(`${MATTER}@7`, `${MATTER}@1`))).toMatchObject({ status: 404, code: "no-version" });
    expect(json(await get("budget", `${MATTER}@1`))).toMatchObject({ status: 422 });
    expect(json(await get(`${MATTER}@1.99`, `${MATTER}@1`)).code).toBe("no-version");
  });
});

describe("E-4: the demography is trued up against the counts", () => {
  test("the server computes the adjustments; who may not decide is told who may", async () => {
    const saved = json(await a.draft("ekonomichef", "2027-04-12", TRUE_UP, { ...trueUp(), lines: [] }));
    const [home, school] = saved.content.lines;
    expect(home).toMatchObject({ service: "hemvard", body: "socialnamnden", actualUsers: 260 });
    const exact = (line: Any) => ((line.actualUsers - line.expectedUsers) * line.priceKr) / 1000;
    expect(Math.abs(home.amountTkr - exact(home))).toBeLessThan(1);
    expect(Math.abs(school.amountTkr - exact(school))).toBeLessThan(1);
    expect(saved.content.budget).toMatchObject({ matter: MATTER, version: 1 });
    expect(saved.remarks.map((remark: Any) => [remark.level, remark.code])).toEqual([
      ["deviation", "true-up-not-counted"],
    ]);
    const refused = json(
      await a.decide("social-chef", "2027-04-20", "demography-true-up:kommunstyrelsen:2027"),
    );
    expect(refused).toMatchObject({ status: 403, code: "may-not" });
    expect(refused.ask.join()).toContain("Kommunstyrelsen");
  });

  test.each([
    ["a negative count", { counts: [{ service: "hemvard", measure: "users", actual: -1 }] }],
    ["text for a number", { counts: [{ service: "hemvard", measure: "users", actual: "260" }] }],
    ["month 13", { fromMonth: 13 }],
    ["no day", { countedOn: "2027-02-30" }],
  ])("%s is refused with its place, and nothing is stored", async (_what, change) => {
    await a.moveDay("2027-04-12");
    const before = (await a.call("ekonomichef", "2027-04-12", "GET", TRUE_UP)).etag;
    const reply = await a.draft("ekonomichef", "2027-04-12", TRUE_UP, trueUp(change));
    expect(reply.status).toBe(422);
    expect(json(reply).errors[0].at).toContain(Object.keys(change)[0]);
    expect((await a.call("ekonomichef", "2027-04-12", "GET", TRUE_UP)).etag).toBe(before);
  });

  test("what nobody counts, or counts of an unknown service, can't be decided", async () => {
    const at = "2027-04-12";
    const unknown = await a.draft(
      "ekonomichef",
      at,
      TRUE_UP,
      trueUp({ counts: [{ service: "tandvard", measure: "users", actual: 3 }] }),
    );
    expect(json(unknown).remarks.map((remark: Any) => remark.code)).toContain("true-up-unknown-service");
    await a.draft("ekonomichef", at, TRUE_UP, trueUp({ counts: [], source: "" }));
    const refused = json(
      await a.decide("ks-sekreterare", "2027-04-20", "demography-true-up:kommunstyrelsen:2027"),
    );
    expect(refused.errors.map((error: Any) => error.code)).toEqual([
      "true-up-no-counts",
      "true-up-no-source",
    ]);
  });

  test("decided by the executive it is offered to the budget with its decision", async () => {
    await a.draft("ekonomichef", "2027-04-12", TRUE_UP, trueUp());
    const decision = json(
      await a.decide("ks-sekreterare", "2027-04-20", "demography-true-up:kommunstyrelsen:2027"),
    );
    const offered = json(await open("/budget/true-ups/2027", "2027-04-20"));
    expect(offered.trueUps).toMatchObject([
      { occasion: "spring", decision: decision.number, takenInto: null, adjusts: true },
    ]);
    expect(offered.offered).toMatchObject([
      {
        body: "socialnamnden",
        year: 2027,
        decision: decision.number,
        text: "Avstämning av demografin våren 2027: Hemvård",
      },
      { body: "bildningsnamnden" },
    ]);
    const sum = offered.offered.reduce((all: number, one: Any) => all + one.amountTkr, 0);
    expect(sum).toBe(offered.trueUps[0].totalTkr);
    expect(stateOf(await stages("revisor", "2027-04-20"), "true-up-spring")).toBe("decided");
  });
});

describe("E-5: the council changes the year's budget", () => {
  test("the new version is named a supplementary budget, and takes a reason before last year's report", async () => {
    // The committee has split the allocation that it had
    const frames = json(await open("/budget/allocation/2027", "2026-12-09")).allocation.years[0].frames;
    const split = (amountTkr: number) => ({
      lines: [{ id: "allt", name: "Verksamhet", unit: null, amountTkr }],
      comment: "",
    });
    const internal = "/budget/internal-budget/socialnamnden/2027";
    await a.draft("social-controller", "2026-12-09", internal, split(frames.socialnamnden));
    await a.decide("social-sekreterare", "2026-12-10", "internal-budget:socialnamnden:2027");
    const mine = async (on: string) =>
      json(await a.call("social-controller", on, "GET", "/year/mine")).filter(
        (item: Any) => item.thing === "internal-budget:socialnamnden:2027",
      );
    expect(await mine("2027-04-26")).toEqual([]);

    const present = json(await a.call("ekonomichef", "2027-04-21", "GET", BUDGET)).content;
    const { offered } = json(await a.call("ekonomichef", "2027-04-21", "GET", "/budget/true-ups/2027"));
    present.input.adjustments.push(...offered);
    // What the counts cost is taken from the reserve
    present.resultInput[0].equalisationTkr += 60_000;
    const saved = json(await a.draft("ekonomichef", "2027-04-21", BUDGET, present));
    expect(saved.version.number).toBe(2);
    const inDraft = json(await a.call("ekonomichef", "2027-04-21", "GET", "/budget/true-ups/2027"));
    expect([inDraft.offered, inDraft.trueUps[0].takenInto]).toEqual([[], "draft"]);
    // Nobody outside is told that it is there before it is decided
    expect(json(await open("/budget/true-ups/2027", "2027-04-21")).trueUps[0].takenInto).toBeNull();
    expect(saved.remarks.map((remark: Any) => remark.code)).toEqual([
      "supplementary-budget",
      "supplementary-before-report",
    ]);
    expect(json(await a.decide("kf-sekreterare", "2027-04-26", MATTER)).code).toBe("not-decidable");
    const reasons = { "supplementary-before-report": "Årsredovisningen för 2026 beslutades före systemet." };
    const decided = json(await a.decide("kf-sekreterare", "2027-04-26", MATTER, { reasons }));
    expect(decided.reasons).toEqual(reasons);

    const trueUps = json(await open("/budget/true-ups/2027", "2027-04-26"));
    expect([trueUps.offered, trueUps.trueUps[0].takenInto]).toEqual([[], "decided"]);
    // It is counted with the demography, which it trues up, and is nobody's adjustment
    const [first] = json(await open("/budget/allocation/2027", "2027-04-26")).allocation.years;
    const trued = first.lines.filter((line: Any) => line.origin.decision === offered[0].decision);
    expect(trued.map((line: Any) => [line.step, line.origin.step])).toEqual(
      offered.map(() => ["demography:true-up", "true-up"]),
    );
    const compared = json(await open(`/budget/compare?from=${MATTER}@1&to=${MATTER}@2`, "2027-04-26"));
    const social = compared.years[0].bodies.find((body: Any) => body.body === "socialnamnden");
    expect(social.lines).toMatchObject([{ decision: offered[0].decision, toTkr: offered[0].amountTkr }]);

    // The committee is told that its split rests on an older allocation, and is done when it has split the new one
    const seen = await stages("revisor", "2027-04-26");
    expect(stateOf(seen, "supplementary-budget")).toBe("decided");
    expect(seen.internal.find((one: Any) => one.body === "socialnamnden")).toMatchObject({
      decidedTkr: frames.socialnamnden,
      adapted: false,
    });
    expect(await mine("2027-04-27")).toMatchObject([{ todo: "write", state: "late" }]);
    await a.draft("social-controller", "2027-05-03", internal, split(social.toTkr));
    await a.decide("social-sekreterare", "2027-05-10", "internal-budget:socialnamnden:2027");
    expect(await mine("2027-05-11")).toEqual([]);
  });

  test("the autumn counts against what the spring counted; the same occasion is not decided twice", async () => {
    const again = json(await a.draft("ekonomichef", "2027-05-20", TRUE_UP, trueUp()));
    expect(again.remarks.map((remark: Any) => remark.code)).toContain("true-up-occasion-decided");
    const autumn = json(
      await a.draft("ekonomichef", "2027-10-04", TRUE_UP, {
        ...trueUp({ occasion: "autumn", countedOn: "2027-09-15", fromMonth: 9 }),
        counts: [{ service: "hemvard", measure: "users", actual: 266 }],
      }),
    );
    const [line] = autumn.content.lines;
    expect(line).toMatchObject({ expectedUsers: 260, actualUsers: 266 });
    expect(line.amountTkr).toBe(Math.round((6 * line.priceKr * 4) / 12_000));
    // The council may decide it too
    expect(
      (await a.decide("kf-sekreterare", "2027-10-25", "demography-true-up:kommunstyrelsen:2027")).status,
    ).toBe(200);
    const { offered } = json(await open("/budget/true-ups/2027", "2027-10-25"));
    expect(offered).toMatchObject([{ body: "socialnamnden", oneOff: true, amountTkr: line.amountTkr }]);
  });

  test("an earlier day is told as it was", async () => {
    const then = await stages("revisor", "2027-04-25");
    expect(stateOf(then, "supplementary-budget")).toBe("waiting");
    expect(then.versions.some((version: Any) => version.ref.startsWith(`${MATTER}@2`))).toBe(false);
  });
});

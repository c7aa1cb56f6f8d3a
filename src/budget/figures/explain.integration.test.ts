import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at
type Any = any;

const DAY = "2028-05-15";
let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
});
afterAll(() => a.stop());

const get = async (path: string, as = "revisor", on = DAY): Promise<Any> =>
  (await a.call(as, on, "GET", path)).json;
/** Reads as nobody: what the public sees. */
const open = async (path: string) => {
  const reply = await a.server.app.inject({
    method: "GET",
    url: `/api${path}`,
    headers: { host: "localhost", "tillit-today": DAY },
  });
  return { status: reply.statusCode, json: reply.json() as Any, text: reply.body };
};

describe("E-8: a version with all that its figures are explained by", () => {
  test("anyone reads a decided version, with its decision, its hash and what the first year starts from", async () => {
    const { json } = await open("/budget/explained?of=budget:kommunfullmaktige:2028@1");
    expect(json.facts.decision).toMatchObject({ organ: "Kommunfullmäktige", paragraph: "§ 131" });
    expect(json.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(json.inForce).toBe("budget:kommunfullmaktige:2028@2");
    expect(json.before).toMatchObject({ ref: "budget:kommunfullmaktige:2027@1", year: 2027 });
    expect(json.before.frames.bildningsnamnden).toBe(json.input.base.bildningsnamnden);
    expect(json.investments).toHaveLength(json.statements.projects.length);
  });

  test("a year names the budget in force; a saving is shown to who has signed in only", async () => {
    expect((await open("/budget/explained?of=2028")).json.facts.version).toBe(2);
    const saving = "/budget/explained?of=budget:kommunfullmaktige:2027@1.1";
    expect((await open(saving)).status).toBe(404);
    expect((await get(saving)).facts).toMatchObject({ revision: 1, state: "draft" });
    const { number } = (await get("/decisions?kind=budget&year=2027"))[0];
    const adopted = (await open(`/budget/explained?of=decision:${number}`)).json;
    expect(adopted.facts.ref).toBe("budget:kommunfullmaktige:2027@1");
    expect((await open("/budget/explained?of=decision:1")).json.code).toBe("no-version");
    expect((await open("/budget/explained?of=2019")).json.code).toBe("no-version");
    expect((await open("/budget/explained?of=kaffe")).status).toBe(422);
  });
});

describe("§2.4: who changed what between two versions, and why", () => {
  test("the supplementary budget's lines name who saved and decided them, with what was said of it", async () => {
    const ref = "budget:kommunfullmaktige:2028";
    const { json } = await open(`/budget/compare?from=${ref}@1&to=${ref}@2`);
    const school = json.years[0].bodies.find((body: Any) => body.body === "bildningsnamnden");
    expect(school.lines).toMatchObject([{ differenceTkr: 1500, by: "Kommunstyrelsen", in: [1] }]);
    expect(json.steps).toMatchObject([
      { decision: { paragraph: "§ 49" }, note: expect.stringContaining("Läsningen i årskurs 3") },
    ]);
    expect(json.lines.find((row: Any) => row.what === "result" && row.year === 2028)).toMatchObject({
      difference: -2000,
      in: [1],
    });
  });

  test("what was saved before it was decided is a step of its own, also when the comparison goes backwards", async () => {
    const ref = "budget:kommunfullmaktige:2027";
    const compared = await get(`/budget/compare?from=${ref}@1.1&to=${ref}@1`);
    const social = compared.years[0].bodies.find((body: Any) => body.body === "socialnamnden");
    expect(social.lines[0]).toMatchObject({ differenceTkr: -24000, in: [1] });
    expect(compared.steps[0]).toMatchObject({
      editedBy: "Ekonomichef",
      note: expect.stringContaining("gick inte ihop"),
    });
    const back = await get(`/budget/compare?from=${ref}@1&to=${ref}@1.1`);
    expect(back).toMatchObject({ backwards: true, steps: [{ ref: `${ref}@1` }] });
  });

  test("population, texts and statements are compared between budgets of two years", async () => {
    const path = "/budget/compare?from=budget:kommunfullmaktige:2027@1&to=budget:kommunfullmaktige:2028@1";
    const { json } = await open(path);
    expect(json.texts.map((row: Any) => row.what)).toContain("source:Befolkningsprognos");
    expect(json.lines.some((row: Any) => row.what === "cash")).toBe(true);
    expect(json.investments.length).toBeGreaterThan(0);
  });

  test("a new version does not keep what was said of the one before", async () => {
    const path = "/budget/budget/kommunfullmaktige/2028";
    const { content } = await get(path, "ekonomichef");
    await a.draft("ekonomichef", DAY, path, content);
    const draft = await get(path, "ekonomichef");
    expect(draft.version.number).toBe(3);
    expect(draft.content.changeNote).toBeUndefined();
    const said = await a.draft("ekonomichef", DAY, path, { ...draft.content, changeNote: "Ny lag." });
    expect((said.json as Any).content.changeNote).toBe("Ny lag.");
    const long = await a.draft("ekonomichef", DAY, path, { ...draft.content, changeNote: "x".repeat(2001) });
    expect((long.json as Any).errors[0].at).toBe("changeNote");
  });
});

describe("§2.4: what happened step by step", () => {
  test("from the planning conditions to the true-ups, each step's changes sum to its total's", async () => {
    const { json } = await open("/budget/milestones/2028");
    expect(json.milestones.map((step: Any) => step.stage)).toEqual([
      "planning-conditions",
      "council-decision",
      "supplementary-budget",
      "true-up-spring",
    ]);
    for (const { changes, changeTkr, amounts, totalTkr } of json.milestones) {
      const sum = (of: Record<string, number>) => Object.values(of).reduce((all, tkr) => all + tkr, 0);
      expect(sum(changes)).toBe(changeTkr);
      expect(sum(amounts)).toBe(totalTkr);
    }
    expect(json.milestones[2]).toMatchObject({
      changeTkr: 2000,
      changes: { bildningsnamnden: 1500, socialnamnden: 900, kommunstyrelsen: -400 },
      since: "budget:kommunfullmaktige:2028@1",
    });
  });

  test("who has signed in sees the proposals too", async () => {
    const { milestones } = await get("/budget/milestones/2027");
    expect(milestones.map((step: Any) => step.stage)).toContain("political-preparation");
    expect(milestones.length).toBeGreaterThan((await open("/budget/milestones/2027")).json.milestones.length);
  });

  test("T-5: the steps leave as CSV with its schema, a row for each step and body", async () => {
    const reply = await a.server.app.inject({
      method: "GET",
      url: "/api/budget/milestones/2028/lines.csv",
      headers: { host: "localhost", "tillit-today": DAY },
    });
    expect(reply.headers["content-type"]).toContain("text/csv");
    const [head = "", ...rows] = reply.body.replace("\uFEFF", "").trim().split("\r\n");
    const schema = (await open("/budget/milestones/2028/lines.schema.json")).json;
    expect(schema.tableSchema.columns.map((column: Any) => column.name).join(";")).toBe(head);
    const amount = head.split(";").indexOf("belopp_tkr");
    const decided = rows.filter((row) => row.startsWith("council-decision;"));
    const { json } = await open("/budget/milestones/2028");
    const council = json.milestones.find((step: Any) => step.stage === "council-decision");
    expect(decided.reduce((sum, row) => sum + Number(row.split(";")[amount]), 0)).toBe(council.totalTkr);
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { BodyControl, ControlOverview, ControlPlan, ControlReport } from "./contract.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const PLAN = "/control/control-plan/socialnamnden/2027";
const REPORT = "/control/control-report/socialnamnden/2027";
const plan = {
  risks: [
    {
      id: "lakemedel",
      text: "Läkemedel ges fel i hemvården",
      area: "Hemvård",
      purpose: "operation",
      likelihood: 3,
      consequence: 4,
      reason: "Fyra avvikelser under 2026",
      raisedBy: "committee",
      responsible: "enhetschef-hemvard",
    },
    {
      id: "attest",
      text: "Fakturor attesteras av fel person",
      area: "Ekonomi",
      purpose: "reporting",
      likelihood: 2,
      consequence: 2,
      reason: "Många nya chefer",
      raisedBy: "administration",
      responsible: "social-controller",
    },
  ],
  controls: [
    {
      id: "signering",
      risk: "lakemedel",
      text: "Signeringslistor granskas",
      method: "Stickprov",
      scope: "20 listor i varje grupp",
      responsible: "enhetschef-hemvard",
      due: "2027-05-31",
      times: 2,
    },
  ],
};
const result = {
  control: "signering",
  doneOn: "2027-05-20",
  sample: "40 av 310 listor",
  finding: "Tre listor saknade signatur",
  result: "deviation",
  measure: { text: "Genomgång i varje grupp", responsible: "enhetschef-hemvard", due: "2027-09-30" },
};
const codes = (json: unknown) => (json as { errors: { code: string }[] }).errors.map((e) => e.code);
async function overview(on: string): Promise<BodyControl> {
  const reply = await a.server.app.inject({
    method: "GET",
    url: "/api/control/overview/2027",
    headers: { "tillit-today": on },
  });
  expect(reply.statusCode).toBe(200);
  const { bodies } = reply.json() as ControlOverview;
  return bodies.find((b) => b.body === "socialnamnden") as BodyControl;
}

test("K-2: the administration drafts the plan; values and priorities come by themselves", async () => {
  const teacher = await a.draft("larare-bjornekulla", "2026-10-01", PLAN, plan);
  expect(teacher.status).toBe(403);
  const saved = await a.draft("social-chef", "2026-10-01", PLAN, plan);
  expect(saved.status).toBe(200);
  const { content, remarks } = saved.json as { content: ControlPlan; remarks: { code: string }[] };
  expect(content.risks.map((risk) => risk.value)).toEqual([12, 4]);
  expect(content.controls[0]?.priority).toBe(1);
  expect(remarks.map((r) => r.code)).toEqual(["no-risk-for-compliance"]);
});

test("K-5: the public sees nothing of a draft; the overview of those who work with it does", async () => {
  expect((await overview("2026-10-02")).plan.state).toBe("none");
  const inside = async (person: string) => {
    const { json } = await a.call(person, "2026-10-02", "GET", "/control/overview/2027");
    return (json as ControlOverview).bodies.find((b) => b.body === "socialnamnden");
  };
  // Others see how far it has come, and not what it holds
  expect(await inside("ks-ordforande")).toMatchObject({
    plan: { state: "draft" },
    risks: null,
    highestRisk: null,
  });
  const own = await inside("enhetschef-hemvard");
  expect(own?.plan.state).toBe("draft");
  expect(own?.highestRisk).toEqual({ id: "lakemedel", text: "Läkemedel ges fel i hemvården", value: 12 });
  expect(own?.controls.planned).toBe(0);
});

test("K-3: a high risk without a control is decided only with a reason", async () => {
  await a.draft("social-chef", "2026-11-02", PLAN, { ...plan, controls: [] });
  const bare = await a.decide("social-sekreterare", "2026-11-18", "control-plan:socialnamnden:2027");
  expect(bare.status).toBe(422);
  expect(codes(bare.json)).toEqual(["high-risk-without-control"]);
  await a.draft("social-chef", "2026-11-03", PLAN, plan);
  const foreign = await a.decide("bildning-sekreterare", "2026-11-18", "control-plan:socialnamnden:2027");
  expect(foreign.status).toBe(403);
  const decided = await a.decide("social-sekreterare", "2026-11-18", "control-plan:socialnamnden:2027");
  expect(decided.status).toBe(200);
  expect(await overview("2026-11-17")).toMatchObject({ plan: { state: "none" }, risks: 0 });
  expect(await overview("2027-06-15")).toMatchObject({
    plan: { state: "decided", decidedOn: "2026-11-18" },
    controls: { planned: 1, done: 0, overdue: 1 },
    reports: [],
  });
});

test("K-5: the half-year's report comes first; a deviation without a measure can't be decided", async () => {
  const report = { period: "half-year", results: [{ ...result, measure: null }], judgement: "Tillräcklig" };
  const saved = await a.draft("social-chef", "2027-07-01", REPORT, report);
  expect((saved.json as { content: ControlReport }).content.plan).toMatchObject({
    matter: "control-plan:socialnamnden:2027",
    version: 1,
  });
  const refused = await a.decide("social-sekreterare", "2027-08-25", "control-report:socialnamnden:2027");
  expect(codes(refused.json)).toEqual(["deviation-without-measure"]);
  await a.draft("social-chef", "2027-07-02", REPORT, { ...report, results: [result] });
  const decided = await a.decide("social-sekreterare", "2027-08-25", "control-report:socialnamnden:2027");
  expect(decided.status).toBe(200);
  expect(await overview("2027-10-01")).toMatchObject({
    controls: { planned: 1, done: 1, deviations: 1, overdue: 0 },
    measures: { count: 1, due: 1 },
    reports: [{ period: "half-year", decidedOn: "2027-08-25" }],
  });
});

test("K-5: the annual report is the matter's next version and speaks of every control", async () => {
  const annual = { period: "annual", results: [], judgement: "Tillräcklig" };
  await a.draft("social-chef", "2028-01-20", REPORT, annual);
  const refused = await a.decide("social-sekreterare", "2028-02-16", "control-report:socialnamnden:2027");
  expect(codes(refused.json)).toEqual(["control-missing-in-report"]);
  await a.draft("social-chef", "2028-01-21", REPORT, { ...annual, results: [result] });
  const decided = await a.decide("social-sekreterare", "2028-02-16", "control-report:socialnamnden:2027");
  expect(decided.json).toMatchObject({ versionNumber: 2 });
  const reports = (await overview("2028-03-01")).reports;
  expect(reports.map((report) => report.period)).toEqual(["half-year", "annual"]);
});

test("K-2: a risk outside the scale is refused with its place", async () => {
  const [risk] = plan.risks;
  const bad = { ...plan, risks: [{ ...risk, likelihood: 5 }] };
  const reply = await a.draft(
    "bildning-chef",
    "2026-10-01",
    "/control/control-plan/bildningsnamnden/2027",
    bad,
  );
  expect(reply.status).toBe(422);
  expect((reply.json as { errors: { at: string }[] }).errors[0]?.at).toBe("risks.0.likelihood");
});

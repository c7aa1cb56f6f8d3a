import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { ControlsInHand } from "../contract.ts";
import type { NoticeView } from "../noticed/contract.ts";
import type { RunningReports, Supervision } from "./contract.ts";

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
type Any = any;
let a: Astorp;
const get = async <T = Any>(as: string, on: string, path: string) =>
  (await a.call(as, on, "GET", path)).json as T;
const post = (as: string, on: string, path: string, body: object) => a.call(as, on, "POST", path, { body });
const mine = async (as: string, on: string, thing: string) =>
  (await get<{ thing: string; todo: string; name: string; due: string }[]>(as, on, "/year/mine")).filter(
    (line) => line.thing === thing,
  );
const codes = (reply: { json: unknown }) =>
  ((reply.json as Any).remarks as { level: string; code: string }[]).map(
    ({ level, code }) => `${level} ${code}`,
  );

const PLAN = "/control/control-plan/bildningsnamnden/2028";
const risk = {
  id: "franvaro",
  text: "Frånvaro upptäcks sent",
  area: "Elevhälsa",
  purpose: "operation",
  likelihood: 3,
  consequence: 4,
  reason: "Skolorna följde upp på olika sätt",
  raisedBy: "administration",
  responsible: "bildning-chef",
  committee: { likelihood: 4, consequence: 4, reason: "Föräldrar hör av sig till ledamöter" },
  after: { likelihood: 2, consequence: 4, measures: "Samtal inom fem dagar" },
  sharedWith: ["socialnamnden"],
};
const control = {
  id: "k-samtal",
  risk: "franvaro",
  text: "Samtal hålls inom fem dagar",
  method: "Granskning",
  scope: "20 elever",
  responsible: "rektor-bjornekulla",
  due: "2028-10-31",
  times: 1,
};
let notice: string;

beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

test("K-2: anybody notices a risk where it is, and it waits with whoever coordinates the body's internal control", async () => {
  const body = {
    body: "bjornekullaskolan",
    text: "Nycklar lämnas inte tillbaka",
    leadsTo: "Obehöriga i skolan",
  };
  const left = await post("larare-bjornekulla", "2027-04-10", "/control/notices", body);
  notice = (left.json as Any).id;
  expect(
    (await post("larare-bjornekulla", "2027-04-10", "/control/notices", { ...body, text: " " })).status,
  ).toBe(422);
  const nobodys = await post("revisor", "2027-04-10", "/control/notices", { ...body, body: "revisionen" });
  expect(nobodys.json).toMatchObject({ code: "nobodys-control" });
  const list = async (as: string) => get<NoticeView[]>(as, "2027-04-10", "/control/notices");
  expect(await list("larare-bjornekulla")).toMatchObject([
    { forBody: "bildningsnamnden", as: "employee", fate: "waiting", mine: true },
  ]);
  expect(await list("social-chef")).toEqual([]);
  const thing = "risk-notice:bildningsnamnden";
  expect(await mine("bildning-chef", "2027-04-11", thing)).toMatchObject([
    { todo: "review", due: "2027-11-30" },
  ]);
  const named = await post("bildning-chef", "2027-04-12", "/control/coordinators/bildningsnamnden", {
    person: "bildning-controller",
  });
  expect(named.status).toBe(200);
  expect(await mine("bildning-chef", "2027-04-12", thing)).toEqual([]);
  expect(await mine("bildning-controller", "2027-04-12", thing)).toHaveLength(1);
  expect(
    (
      await post("larare-bjornekulla", "2027-04-12", "/control/coordinators/bildningsnamnden", {
        person: "revisor",
      })
    ).status,
  ).toBe(403);
});

test("K-5: what the executive sets for all is in every body's assessment, and is answered before the plan is decided", async () => {
  const GROUP = "/control/group-risks/kommunstyrelsen/2028";
  const set = {
    risks: [
      {
        id: "mutor",
        text: "Någon tar emot en muta",
        area: "Inköp",
        purpose: "compliance",
        reason: "Alla gör inköp",
      },
      {
        id: "behorighet",
        text: "Behörigheter ligger kvar",
        area: "IT",
        purpose: "operation",
        reason: "Alla slutar",
      },
    ],
  };
  expect((await a.draft("bildning-controller", "2027-09-01", GROUP, set)).status).toBe(403);
  expect(codes(await a.draft("controller-ksf", "2027-09-01", GROUP, set))).toEqual([]);
  const decided = await a.decide("ks-sekreterare", "2027-09-02", "group-risks:kommunstyrelsen:2028");
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);
  const plan = { risks: [risk], controls: [control] };
  const draft = await a.draft("bildning-chef", "2027-10-01", PLAN, plan);
  expect(codes(draft)).toEqual(
    expect.arrayContaining([
      "stops group-risk-unanswered",
      "stops group-risk-unanswered",
      "deviation notices-unanswered",
    ]),
  );
  const answered = {
    ...plan,
    risks: [
      risk,
      {
        ...risk,
        id: "muta",
        text: "Mutor vid inköp",
        groupRisk: "mutor",
        likelihood: 3,
        consequence: 2,
        after: undefined,
        sharedWith: [],
      },
    ],
    groupAnswers: [{ risk: "behorighet", answer: "Sköts av IT-enheten för alla" }],
    notices: [{ notice, risk: null, answer: "Nycklarna byts mot taggar i höst" }],
  };
  const whole = await a.draft("bildning-chef", "2027-10-02", PLAN, answered);
  expect(codes(whole).filter((code) => !code.startsWith("info"))).toEqual([]);
  expect((whole.json as Any).content).toMatchObject({
    notices: [{ text: "Nycklar lämnas inte tillbaka" }],
    groupAnswers: [{ text: "Behörigheter ligger kvar" }],
  });
  // Another body sees what is shared with it, already while it is written
  expect(await get("social-chef", "2027-10-03", "/control/assessment/socialnamnden/2028")).toMatchObject({
    groupRisks: [{ id: "mutor" }, { id: "behorighet" }],
    shared: [{ body: "bildningsnamnden", risk: "franvaro", text: "Frånvaro upptäcks sent" }],
  });
});

test("K-5: a body without a plan is asked for one, which stands on its director's list until it is decided", async () => {
  const ask = (as: string, body: string, on = "2027-10-05") =>
    post(as, on, `/control/plan-requests/${body}/2028`, { text: "Till november" });
  expect((await ask("bildning-chef", "bildningsnamnden")).status).toBe(403);
  expect((await ask("controller-ksf", "bildningsforvaltningen")).json).toMatchObject({
    code: "no-control-body",
  });
  const view = (await ask("controller-ksf", "bildningsnamnden")).json as Supervision;
  expect(view.bodies.find(({ body }) => body === "bildningsnamnden")).toMatchObject({
    plan: "draft",
    asked: { on: "2027-10-05", text: "Till november", times: 1 },
    coordinator: { since: "2027-04-12" },
    // What the draft takes a stand on waits no longer
    noticed: 0,
  });
  expect(view.bodies.filter(({ coordinator }) => coordinator === null).length).toBeGreaterThan(3);
  expect((await ask("controller-ksf", "bildningsnamnden")).json).toMatchObject({ code: "plan-not-to-ask" });
  const thing = "plan-request:bildningsnamnden:2028";
  expect(await mine("bildning-chef", "2027-10-06", thing)).toMatchObject([
    { todo: "write", due: "2027-11-30" },
  ]);
  const decided = await a.decide("bildning-sekreterare", "2027-11-18", "control-plan:bildningsnamnden:2028");
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);
  expect(await mine("bildning-chef", "2027-11-19", thing)).toEqual([]);
  expect((await ask("controller-ksf", "bildningsnamnden", "2027-11-19")).json).toMatchObject({
    code: "plan-not-to-ask",
  });
});

test("K-2: who noticed is told what became of it", async () => {
  const [seen] = await get<NoticeView[]>("larare-bjornekulla", "2027-11-19", "/control/notices");
  expect(seen).toMatchObject({
    fate: "declined",
    settled: { year: 2028, answer: "Nycklarna byts mot taggar i höst" },
  });
  expect(await mine("larare-bjornekulla", "2027-11-19", `risk-notice:${notice}`)).toMatchObject([
    { todo: "review" },
  ]);
  expect(await mine("larare-bjornekulla", "2027-12-20", `risk-notice:${notice}`)).toEqual([]);
});

test("K-5: the director tells what has happened since the last meeting with one click, and the committee receives it at a meeting", async () => {
  const done = {
    result: "deviation",
    doneOn: "2028-03-01",
    sample: "20 elever",
    finding: "Tre samtal saknas",
    measure: { text: "Gå igenom rutinen", responsible: "rektor-bjornekulla", due: "2028-05-31" },
  };
  const at = "/control/carried-out/bildningsnamnden/2028";
  expect((await post("rektor-bjornekulla", "2028-03-01", `${at}/k-samtal`, done)).status).toBe(200);
  const RUNNING = "/control/running/bildningsnamnden/2028";
  const open = await get<RunningReports>("bildning-chef", "2028-03-25", RUNNING);
  expect(open.unreported.map(({ sort, name }) => [sort, name])).toEqual([
    ["deviation", "Samtal hålls inom fem dagar"],
    ["measure-added", "Gå igenom rutinen"],
  ]);
  const line = "running-report:bildningsnamnden:2028";
  expect(await mine("bildning-chef", "2028-03-10", line)).toEqual([]);
  expect(await mine("bildning-chef", "2028-03-25", line)).toMatchObject([
    { todo: "write", due: "2028-04-30" },
  ]);
  // What is not sent is the administration's own
  expect(await get("ks-ordforande", "2028-03-25", RUNNING)).toMatchObject({ reads: false, unreported: [] });
  const told = open.unreported.map(({ id }) => id);
  const send = (as: string, ids: string[]) =>
    post(as, "2028-03-25", RUNNING, { text: "Åtgärden är igång", told: ids });
  expect((await send("larare-bjornekulla", told)).status).toBe(403);
  expect((await send("bildning-chef", [...told, "done/finns-inte/1"])).json).toMatchObject({
    code: "nothing-to-tell",
  });
  const sent = (await send("bildning-chef", told)).json as RunningReports;
  expect(sent).toMatchObject({ unreported: [], reports: [{ told: [{}, {}], receipt: null }] });
  expect((await send("bildning-chef", told)).json).toMatchObject({ code: "nothing-to-tell" });
  const thing = sent.reports[0]?.thing as string;
  expect(await mine("bildning-sekreterare", "2028-03-26", thing)).toMatchObject([{ todo: "review" }]);
  expect(await mine("bildning-ordforande", "2028-03-26", thing)).toEqual([]);
  const receive = (as: string, meetingDay: string, organ = "bildningsnamnden") =>
    post(as, "2028-04-20", `/control/receipts/${organ}`, { thing, meetingDay, text: "Nämnden noterar" });
  expect((await receive("bildning-chef", "2028-04-19")).status).toBe(403);
  expect((await receive("bildning-sekreterare", "2028-03-20")).json).toMatchObject({
    errors: [{ at: "meetingDay", code: "receipt-before-sent" }],
  });
  expect((await receive("social-sekreterare", "2028-04-19", "socialnamnden")).json).toMatchObject({
    code: "no-report-to-receive",
  });
  expect((await receive("bildning-sekreterare", "2028-04-19")).status).toBe(200);
  expect((await receive("bildning-sekreterare", "2028-04-19")).json).toMatchObject({
    code: "received-already",
  });
  expect(await mine("bildning-sekreterare", "2028-04-20", thing)).toEqual([]);
  // The executive is kept informed of what is sent
  expect(await get("controller-ksf", "2028-04-20", RUNNING)).toMatchObject({
    reports: [{ text: "Åtgärden är igång", receipt: { meetingDay: "2028-04-19", text: "Nämnden noterar" } }],
  });
  // What happens next is told next time: the measure is done, and checked by another
  const measure = `control-report:bildningsnamnden:2028/measures/k-samtal/1`;
  const entry = { thing: measure, sort: "state", value: "done", reason: "Rutinen är ny" };
  expect((await post("rektor-bjornekulla", "2028-05-20", "/course/entries", entry)).status).toBe(200);
  const check = { thing: measure, verdict: "enough", text: "Sett på två skolor" };
  const checked = await post("bildning-chef", "2028-05-25", "/control/measures/check", check);
  expect((checked.json as ControlsInHand).measures[0]).toMatchObject({ check: { verdict: "enough" } });
  const next = await get<RunningReports>("bildning-chef", "2028-05-26", RUNNING);
  expect(next.unreported.map(({ sort }) => sort)).toEqual(["measure-done", "measure-checked"]);
});

test("K-5: the annual report goes to the executive with a receipt, and the executive judges the whole with the ground beside", async () => {
  const REPORT = "/control/control-report/bildningsnamnden/2028";
  const annual = {
    period: "annual",
    judgement: "Kontrollen fungerar.",
    results: [
      {
        control: "k-samtal",
        doneOn: "2028-03-01",
        sample: "",
        finding: "",
        result: "no-deviation",
        measure: null,
      },
    ],
  };
  await a.draft("bildning-controller", "2029-02-01", REPORT, annual);
  const reasons = { "annual-without-half-year": "Prov", "registered-deviation-not-reported": "Prov" };
  const decided = await a.decide(
    "bildning-sekreterare",
    "2029-02-20",
    "control-report:bildningsnamnden:2028",
    { reasons },
  );
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);
  const line = "control-receipt:kommunstyrelsen:2028";
  expect(await mine("ks-sekreterare", "2029-02-21", line)).toMatchObject([{ todo: "review" }]);
  const receive = (as: string) =>
    post(as, "2029-03-10", "/control/receipts/kommunstyrelsen", {
      thing: "control-report:bildningsnamnden:2028",
      meetingDay: "2029-03-08",
      text: "",
    });
  expect((await receive("bildning-sekreterare")).status).toBe(403);
  const JUDGEMENT = "/control/control-judgement/kommunstyrelsen/2028";
  const judged = {
    judgement: "Den interna kontrollen fungerar delvis.",
    improvements: "Alla organ har en plan.",
  };
  const early = await a.draft("controller-ksf", "2029-03-09", JUDGEMENT, judged);
  expect(codes(early)).toEqual([
    "needs-reason judgement-before-reports",
    "deviation judgement-before-receipts",
  ]);
  expect((await receive("ks-sekreterare")).status).toBe(200);
  expect(await mine("ks-sekreterare", "2029-03-11", line)).toEqual([]);
  const view = await get<Supervision>("revisor", "2029-03-11", "/control/supervision/2028");
  expect(view.bodies.find(({ body }) => body === "bildningsnamnden")).toMatchObject({
    annual: { receipt: { meetingDay: "2029-03-08" } },
    running: { sent: 1, received: 1 },
  });
  // What has changed since it was written is told, and taken in
  const stored = await get("controller-ksf", "2029-03-11", JUDGEMENT);
  expect(stored.changes).toMatchObject([{ id: "body/bildningsnamnden" }]);
  await a.draft("controller-ksf", "2029-03-11", JUDGEMENT, {
    ...judged,
    ground: { parts: [], kept: [], takeIn: true },
  });
  const done = await a.decide("ks-sekreterare", "2029-03-20", "control-judgement:kommunstyrelsen:2028", {
    reasons: { "judgement-before-reports": "Övriga lämnar i april" },
  });
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  expect((await get<Supervision>("revisor", "2029-03-21", "/control/supervision/2028")).judgement.state).toBe(
    "decided",
  );
});

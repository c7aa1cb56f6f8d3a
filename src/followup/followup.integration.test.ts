import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BudgetMonthsOfYear } from "../budget/internal/contract.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { Occasions, Report } from "./contract.ts";

const SAMPLE = join(import.meta.dirname, "../../sample");
const SCHOOL = "bildningsnamnden";
let a: Astorp;

beforeAll(async () => {
  a = await astorp();
  const kf = "kf-sekreterare";
  await ok(
    a.draft("kommunchef", "2020-11-02", "/goals/strategic-goals/kommunfullmaktige/2021", {
      goals: [{ id: "vaxa", name: "Möjlighet att växa", text: "Alla kan lära.", agenda2030: [4] }],
    }),
  );
  await ok(a.decide(kf, "2020-11-23", "strategic-goals:kommunfullmaktige:2021"));
  const budget = JSON.parse(await readFile(join(SAMPLE, "year/content/budget-2027.json"), "utf8"));
  // No population forecast is decided here: the people are the budget's own
  for (const source of budget.sources) delete source.from;
  await ok(a.draft("ekonomichef", "2026-10-27", "/budget/budget/kommunfullmaktige/2027", budget));
  await ok(a.decide(kf, "2026-11-30", "budget:kommunfullmaktige:2027"));
  await ok(a.draft("bildning-chef", "2026-12-01", `/goals/body-goals/${SCHOOL}/2027`, { goals: [GOAL] }));
  await ok(a.decide("bildning-sekreterare", "2026-12-09", `body-goals:${SCHOOL}:2027`));
});
afterAll(() => a.stop());

const GOAL = {
  id: "lasning",
  wording: "Minst 90 procent av eleverna i årskurs 3 når kravnivån i läsning 2027.",
  strategicGoals: ["vaxa"],
  term: "short",
  targetYear: 2027,
  effectForResidents: "Barnen kan läsa.",
  basis: { situation: "79 procent 2025.", assignment: "Reglementet" },
  responsible: "bildning-chef",
  indicators: [
    {
      id: "kravniva",
      name: "Elever som når kravnivån",
      unit: "procent",
      source: "Nationella prov",
      baseline: 79,
      baselineYear: 2025,
      target: 90,
      direction: "up",
    },
  ],
  contributors: [],
};

/** The answer of a call that must succeed. */
async function ok<T = unknown>(call: ReturnType<Astorp["call"]>): Promise<T> {
  const reply = await call;
  if (reply.status >= 400) throw new Error(JSON.stringify(reply.json));
  return reply.json as T;
}
const readIn = async (file: string, on: string) =>
  ok(
    a.call("controller-ksf", on, "POST", "/ledger/imports", {
      file: { name: file, bytes: await readFile(join(SAMPLE, "ledger", file)) },
    }),
  );
const written = (forecastTkr: number | null, rest: Partial<Report> = {}) => ({
  effectForResidents: "Fler barn får hjälp att läsa i tid.",
  operations: { text: "Läsningen går framåt." },
  staff: {
    text: "Stabilt.",
    figures: [{ name: "Sjukfrånvaro", value: 7.1, unit: "procent", source: "Personalsystemet" }],
  },
  economy: { text: "Vikarier kostar.", forecastTkr },
  goals: [{ goal: "lasning", judgement: "partly", grounds: "84 procent mot målet 90." }],
  group: null,
  ...rest,
});
const codes = (json: unknown) => (json as { errors?: { code: string }[] }).errors?.map((e) => e.code);
const pdfText = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const unsigned = (path: string, on: string) =>
  a.server.app.inject({ method: "GET", url: `/api${path}`, headers: { "tillit-today": on } });

describe("the thread of follow-up", () => {
  test("U-6: a proposal has all that can be fetched, and only who writes the report gets it", async () => {
    await readIn("astorp-2027-04.se", "2027-05-06");
    const path = `/followup/follow-up/${SCHOOL}/2027/proposal`;
    await ok(
      a.draft("bildning-chef", "2027-05-07", `/goals/values/${SCHOOL}/lasning/kravniva/2027-04-20`, {
        value: 85.5,
        source: "Lästest",
        year: 2027,
      }),
    );
    const proposal = await ok<Report>(a.call("bildning-controller", "2027-05-10", "GET", path));
    // What is judged is a person's own: the proposal stands beside it, in the facts
    expect(proposal.goals).toEqual([]);
    expect(proposal.data?.goals).toMatchObject([
      {
        id: "lasning",
        proposed: "partly",
        indicators: [{ latest: { day: "2027-04-20", year: 2027, value: 85.5 } }],
        proposedGrounds:
          "Elever som når kravnivån: 85,5 procent (2027-04-20, avser 2027), mål 90, utgångsläge 79 (2025).",
      },
    ]);
    const economy = proposal.data?.economy;
    expect(economy?.allocationTkr).toBe(536_329);
    expect(economy?.byMonth).toHaveLength(4);
    expect(economy?.byMonth.reduce((sum, m) => sum + m.outcomeTkr, 0)).toBe(economy?.outcomeToDateTkr);
    expect(economy?.byAccountGroup.reduce((sum, g) => sum + g.tkr, 0)).toBe(economy?.outcomeToDateTkr);
    expect(proposal.economy.forecastTkr).toBe(536_329 - (economy?.deviationToDateTkr ?? Number.NaN));
    expect(proposal.data?.sources.imports[0]?.filename).toBe("astorp-2027-04.se");

    const other = await a.call("social-controller", "2027-05-10", "GET", path);
    expect([other.status, (other.json as { code: string }).code]).toEqual([403, "may-not"]);
    expect(
      (await a.call("kommunchef", "2027-05-10", "GET", "/followup/follow-up/finns-inte/2027/proposal"))
        .status,
    ).toBe(404);
  });

  test("U-8: a forecast that does not hold stops until there is an action plan that covers it or goes up", async () => {
    const on = "2027-05-19";
    const path = `/followup/follow-up/${SCHOOL}/2027`;
    await ok(a.draft("bildning-controller", on, path, written(542_329)));
    const refused = await a.decide("bildning-sekreterare", on, `follow-up:${SCHOOL}:2027`);
    expect(refused.status).toBe(422);
    expect(codes(refused.json)).toEqual(["no-action-plan"]);
    expect(JSON.stringify(refused.json)).toMatch(/med 6\s000 tkr/);
    expect(JSON.stringify(refused.json)).toMatch(/Björnekullaskolan|Bildningsförvaltningen/);

    const measure = {
      id: "vikarier",
      text: "Gemensam vikariegrupp",
      unit: "bjornekullaskolan",
      amountTkr: 4000,
      start: "2027-08-01",
      effectBy: "2027-12-31",
      responsible: "rektor-bjornekulla",
      status: "planned",
    };
    const plan = { measures: [measure], consequences: "Undervisningen hålls.", escalation: null };
    const planPath = `/followup/action-plan/${SCHOOL}/2027`;
    const saved = await ok<{ content: { deviationTkr: number }; remarks: { code: string }[] }>(
      a.draft("bildning-chef", on, planPath, plan),
    );
    expect(saved.content.deviationTkr).toBe(-6000);
    expect(saved.remarks.map((r) => r.code)).toEqual(["measures-do-not-suffice"]);
    // A draft of a plan is nobody's plan yet
    expect((await a.decide("bildning-sekreterare", on, `follow-up:${SCHOOL}:2027`)).status).toBe(422);
    expect(codes((await a.decide("bildning-sekreterare", on, `action-plan:${SCHOOL}:2027`)).json)).toEqual([
      "measures-do-not-suffice",
    ]);
    const escalation = { to: "kommunchef", text: "Lokalerna ägs centralt." };
    await ok(a.draft("bildning-chef", on, planPath, { ...plan, escalation }));
    await ok(a.decide("bildning-sekreterare", on, `action-plan:${SCHOOL}:2027`));

    await ok(a.draft("bildning-controller", on, path, written(542_329)));
    await ok(a.decide("bildning-sekreterare", on, `follow-up:${SCHOOL}:2027`));
    const decided = await ok<{ content: Report }>(a.call("bildning-chef", on, "GET", path));
    expect(decided.content.data?.plan).toMatchObject({
      measuresTkr: 4000,
      escalated: true,
      deviationTkr: -6000,
    });
  });

  test("U-2: the occasions show who has reported; who has not signed in sees only what is decided", async () => {
    const on = "2027-06-02";
    // A report that nobody has judged can't be proposed; the rule says what is missing
    const unjudged = written(541_000, { goals: [{ goal: "lasning", judgement: null, grounds: "84." }] });
    const { versions } = await ok<{ versions: { revision: number }[] }>(
      a.draft("bildning-controller", on, `/followup/interim-report/${SCHOOL}/2027`, unjudged),
    );
    const proposing = `/matters/interim-report:${SCHOOL}:2027/proposal`;
    const refused = await a.call("bildning-controller", on, "POST", proposing, {
      body: { revision: versions[0]?.revision },
    });
    expect(refused.status).toBe(422);
    expect(codes(refused.json)).toContain("goal-not-judged");
    await ok(
      a.draft(
        "social-controller",
        on,
        "/followup/follow-up/socialnamnden/2027",
        written(391_000, { goals: [] }),
      ),
    );
    const of = (occasions: Occasions, body: string) => {
      const { state, late, decidedOn } = occasions.occasions[0]?.bodies.find((b) => b.body === body) ?? {};
      return { state, late, decidedOn };
    };
    const signedIn = await ok<Occasions>(a.call("kommunchef", on, "GET", "/followup/occasions/2027"));
    expect(signedIn.occasions.map((o) => [o.kind, o.until, o.group?.due])).toEqual([
      ["follow-up", "2027-04-30", undefined],
      ["interim-report", "2027-08-31", "2027-10-31"],
      ["annual-report", "2027-12-31", "2028-04-30"],
    ]);
    expect(signedIn.further).toEqual(["2027-03-31", "2027-10-31"]);
    // The plan as it is now, also for those who haven't signed in, since it is decided (U-8)
    expect(signedIn.plans).toMatchObject([{ body: SCHOOL, state: "decided", measuresTkr: 4000 }]);
    expect(of(signedIn, SCHOOL)).toEqual({ state: "decided", late: false, decidedOn: "2027-05-19" });
    expect(of(signedIn, "socialnamnden")).toEqual({ state: "draft", late: true, decidedOn: null });
    const open = (await unsigned("/followup/occasions/2027", on)).json<Occasions>();
    expect(of(open, "socialnamnden").state).toBe("none");
    expect(of(open, SCHOOL).state).toBe("decided");
    expect(open.plans).toMatchObject([{ body: SCHOOL, state: "decided" }]);
    // Nor is what is judged: of the goals themselves it is read as the body has decided it, by whoever asks (U-7)
    const judged = async (day: string) =>
      (await unsigned("/followup/judged-goals/2027", day)).json<unknown[]>();
    expect(await judged(on)).toEqual([
      {
        body: SCHOOL,
        goal: "lasning",
        kind: "follow-up",
        year: 2027,
        judgement: "partly",
        grounds: "84 procent mot målet 90.",
        decision: expect.any(Number),
        day: "2027-05-19",
      },
    ]);
    expect(await judged("2027-05-01")).toEqual([]);
    // What was decided later is not known on an earlier day
    const before = (await unsigned("/followup/occasions/2027", "2027-05-01")).json<Occasions>();
    expect(of(before, SCHOOL)).toEqual({ state: "none", late: false, decidedOn: null });
  });
});

describe("one budget to date", () => {
  const on = "2027-06-03";
  const proposalOf = (kind: string) =>
    ok<Report>(a.call("bildning-controller", on, "GET", `/followup/${kind}/${SCHOOL}/2027/proposal`));

  test("U-2, E-6: the report, its forecast and the months that all read are the internal budget's, once it is decided", async () => {
    const before = await proposalOf("follow-up");
    expect(before.data?.economy).toMatchObject({ budgetBy: "twelfths", budgetToDateTkr: 178_777 });
    const lines = [
      { id: "allt", name: "All skola", unit: null, amountTkr: 536_329, periodKey: "school-year" },
    ];
    const path = `/budget/internal-budget/${SCHOOL}/2027`;
    await ok(a.draft("bildning-controller", on, path, { lines, comment: "" }));
    await ok(a.decide("bildning-sekreterare", on, `internal-budget:${SCHOOL}:2027`));

    const months = await ok<BudgetMonthsOfYear>(a.call("bildning-chef", on, "GET", "/budget/months/2027"));
    const school = months.bodies.find(({ body }) => body === SCHOOL);
    const toDate = (school?.monthsTkr ?? []).slice(0, 4).reduce((sum, tkr) => sum + tkr, 0);
    // Eight of twenty half months of teaching
    expect([school?.by, toDate]).toEqual(["internal-budget", Math.round((536_329 * 8) / 20)]);
    const after = await proposalOf("follow-up");
    const { budgetBy, budgetToDateTkr, deviationToDateTkr, outcomeToDateTkr } = after.data?.economy ?? {};
    expect([budgetBy, budgetToDateTkr]).toEqual(["internal-budget", toDate]);
    expect(deviationToDateTkr).toBe(toDate - (outcomeToDateTkr ?? Number.NaN));
    expect(after.economy.forecastTkr).toBe(536_329 - (deviationToDateTkr ?? Number.NaN));
    expect(months.bodies.find(({ body }) => body === "socialnamnden")?.by).toBe("twelfths");
  });

  test("U-3, U-6: after August with accounts to April, four months' budget stand against four months' cost", async () => {
    const { data } = await proposalOf("interim-report");
    const april = await proposalOf("follow-up");
    expect([data?.months, data?.comparedMonths, data?.economy.byMonth.length]).toEqual([8, 4, 4]);
    expect(data?.economy.budgetToDateTkr).toBe(april.data?.economy.budgetToDateTkr);
    const group = await ok<Report>(
      a.call("ekonomichef", on, "GET", "/followup/interim-report/kommunfullmaktige/2027/proposal"),
    );
    const net = group.data?.group?.incomeStatement.find(({ row }) => row === "operating-net");
    // Off by a few per cent, not by half as when twice as many months of budget were held against it
    expect(Math.abs((net?.deviationTkr ?? Number.NaN) / (net?.budgetTkr ?? 0))).toBeLessThan(0.15);
    expect(group.data?.economy.budgetToDateTkr).toBe(
      group.data?.group?.bodies.reduce((sum, { economy }) => sum + (economy.budgetToDateTkr ?? 0), 0),
    );
  });
});

describe("the annual report", () => {
  const on = "2028-04-24";
  const path = "/followup/annual-report/kommunfullmaktige/2027";
  const matter = "annual-report:kommunfullmaktige:2027";

  test("U-4, U-7: the group's is assembled from the bodies', judged with grounds, and decided by the council only", async () => {
    await readIn("astorp-2027.se", "2028-01-25");
    await ok(
      a.draft("bildning-controller", "2028-02-02", `/followup/annual-report/${SCHOOL}/2027`, written(null)),
    );
    await ok(a.decide("bildning-sekreterare", "2028-02-23", `annual-report:${SCHOOL}:2027`));
    const proposal = await ok<Report>(a.call("ekonomichef", on, "GET", `${path}/proposal`));
    expect(proposal.effectForResidents).toBe("Bildningsnämnden: Fler barn får hjälp att läsa i tid.");
    expect(proposal.group).toMatchObject({
      strategicGoals: [],
      financialGoals: [],
      soundEconomy: { judgement: null },
    });
    const facts = proposal.data?.group as NonNullable<NonNullable<Report["data"]>["group"]>;
    expect(facts.strategicGoals).toMatchObject([{ id: "vaxa", proposed: "partly" }]);
    expect(facts.financialGoals).toMatchObject([
      { id: "resultat", proposed: "met" },
      { id: "soliditet", proposed: "met" },
      { id: "sjalvfinansiering", proposed: "met" },
    ]);

    const saved = await ok<{ content: Report; remarks: { code: string; level: string }[] }>(
      a.draft("ekonomichef", on, path, proposal),
    );
    expect(saved.remarks.filter((r) => r.level === "stops").map((r) => r.code)).toEqual([
      "no-operations",
      "no-staff",
      "no-economy",
      "goal-not-judged",
      "goal-not-judged",
      "goal-not-judged",
      "goal-not-judged",
      "sound-economy-not-judged",
      "no-expected-development",
    ]);
    const group = saved.content.data?.group;
    const of = (row: string) =>
      group?.incomeStatement.find((line) => line.row === row)?.outcomeTkr ?? Number.NaN;
    expect(group?.resultTkr).toBe(of("result"));
    expect(of("operating-net") + of("tax") + of("grants-and-equalisation")).toBe(of("operating-result"));
    const balance = (row: string) => group?.balanceSheet.find((line) => line.row === row)?.closingTkr;
    expect(balance("assets")).toBe(balance("equity-provisions-debt"));
    expect(group?.balanceRequirement.find((line) => line.row === "balance-result")?.tkr).toBe(of("result"));
    const school = group?.bodies.find((line) => line.body === SCHOOL);
    expect(school?.report?.goals[0]).toMatchObject({ judgement: "partly", wording: GOAL.wording });
    expect(school?.economy.deviationTkr).toBe(536_329 - (school?.economy.outcomeToDateTkr ?? Number.NaN));

    const whole = {
      ...written(null, { goals: [] }),
      group: {
        strategicGoals: facts.strategicGoals.map(({ id, proposed, proposedGrounds = "" }) => ({
          goal: id,
          judgement: proposed,
          grounds: proposedGrounds,
        })),
        financialGoals: facts.financialGoals.map(({ id, proposed, proposedGrounds = "" }) => ({
          id,
          judgement: proposed,
          grounds: proposedGrounds,
        })),
        soundEconomy: {
          judgement: "partly" as const,
          grounds: "Ekonomin håller; läsningen når inte ända fram.",
        },
        expectedDevelopment: "Färre barn och fler äldre.",
      },
    };
    const judged = await ok<{ content: Report }>(a.draft("ekonomichef", on, path, whole));
    expect(judged.content.group?.soundEconomy).toMatchObject({ by: "ekonomichef", on });
    expect(judged.content.group?.financialGoals.map(({ by }) => by)).toEqual(
      facts.financialGoals.map(() => "ekonomichef"),
    );
    const without = await a.decide("kf-sekreterare", on, matter);
    expect(codes(without.json)).toEqual(["reports-missing"]);
    expect(JSON.stringify(without.json)).toContain("Socialnämnden");
    const draft = await a.call("ekonomichef", on, "GET", `${path}/pdf`);
    expect(draft.status).toBe(200);
    // It lies before the council: what it says there is open to read (decision 028)
    expect((await unsigned(`${path}/pdf`, on)).statusCode).toBe(200);

    const reasons = { "reports-missing": "Små nämnder redovisar muntligt i år." };
    const executive = await a.decide("ks-sekreterare", on, matter, { reasons });
    expect(executive.status).toBe(403);
    await ok(a.decide("kf-sekreterare", on, matter, { reasons, paragraph: "§ 61" }));
  });

  test("U-10: the decided report is public as tagged PDF/UA, and never changes; a correction is a new version", async () => {
    const first = await unsigned(`${path}/pdf`, on);
    expect(first.headers["content-type"]).toBe("application/pdf");
    expect(first.headers["content-disposition"]).toContain("arsredovisning-2027.pdf");
    const bytes = pdfText(first.rawPayload);
    expect(bytes).toMatch(/\/MarkInfo/);
    expect(bytes).toMatch(/pdfuaid:part>1</);
    expect(Number(/\/Count (\d+)/.exec(bytes)?.[1])).toBeGreaterThanOrEqual(8);
    expect((await unsigned(`${path}/pdf`, "2028-04-23")).statusCode).toBe(404);

    const decided = await ok<{ content: Report }>(a.call("ekonomichef", on, "GET", path));
    const corrected = {
      ...decided.content,
      effectForResidents: "Rättelse: fler barn läser, och fler mår bra.",
    };
    await ok(a.draft("ekonomichef", "2028-05-02", path, corrected));
    // Until the council has decided on it, the decided version is what there is
    expect((await unsigned(`${path}/pdf`, "2028-05-02")).statusCode).toBe(200);
    expect((await unsigned(`${path}/pdf?version=2`, "2028-05-02")).statusCode).toBe(404);
    const reasons = { "reports-missing": "Rättelse av text." };
    await ok(a.decide("kf-sekreterare", "2028-05-15", matter, { reasons }));
    const versions = await ok<{ versions: { number: number; state: string }[]; content: Report }>(
      a.call("ekonomichef", "2028-05-15", "GET", `${path}?version=1`),
    );
    expect(versions.versions.map((v) => [v.number, v.state])).toEqual([
      [2, "decided"],
      [1, "superseded"],
    ]);
    expect(versions.content).toEqual(decided.content);
    expect((await unsigned(`${path}/pdf?version=1`, "2028-05-15")).statusCode).toBe(200);
  });

  test("U-10: a body's own report as PDF: its name in the file's, a draft marked as one", async () => {
    const own = await unsigned(`/followup/annual-report/${SCHOOL}/2027/pdf`, on);
    expect(own.headers["content-disposition"]).toContain(`arsredovisning-2027-${SCHOOL}.pdf`);
    // A draft is read on the sample's own day
    await a.moveDay(on);
    const draft = await a.server.app.inject({
      method: "GET",
      url: "/api/followup/follow-up/socialnamnden/2027/pdf",
      headers: { "tillit-today": on, cookie: await cookieOf("social-controller", on) },
    });
    expect(draft.statusCode).toBe(200);
    expect(draft.headers["content-disposition"]).toContain("delarsuppfoljning-2027-socialnamnden-utkast.pdf");
  });

  test("U-7: what a person may write wrongly is refused with its place, never a fault of ours", async () => {
    const wrong = await a.call("bildning-controller", on, "PUT", `/followup/interim-report/${SCHOOL}/2027`, {
      body: { ...written(1), goals: [{ goal: "lasning", judgement: "kanske", grounds: "" }] },
      headers: { "if-none-match": "*" },
    });
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.json)).toContain("goals.0.judgement");
    // Only the group's report has a group part
    const group = {
      strategicGoals: [],
      financialGoals: [],
      soundEconomy: { judgement: "yes", grounds: "" },
      expectedDevelopment: "",
    };
    const elsewhere = await ok<{ remarks: { code: string }[] }>(
      a.draft("bildning-controller", on, `/followup/interim-report/${SCHOOL}/2027`, {
        ...written(536_000),
        group,
      }),
    );
    expect(elsewhere.remarks.map((r) => r.code)).toContain("group-part-elsewhere");
    // A draft with signs that no font has, and goals that are not there, can still be printed
    const odd = written(536_000, {
      effectForResidents: "漢字 \u0007 #panic() 😀",
      goals: [{ goal: "okant", judgement: "met", grounds: "*fet*" }],
    });
    await ok(a.draft("bildning-controller", on, `/followup/interim-report/${SCHOOL}/2027`, odd));
    expect(
      (await a.call("bildning-controller", on, "GET", `/followup/interim-report/${SCHOOL}/2027/pdf`)).status,
    ).toBe(200);
    const oddGroup = { ...written(null, { goals: [] }), group: { ...group, strategicGoals: odd.goals } };
    const interim = "/followup/interim-report/kommunfullmaktige/2027";
    for (const content of [oddGroup, { ...oddGroup, group: null }]) {
      await ok(a.draft("ekonomichef", on, interim, content));
      expect((await a.call("ekonomichef", on, "GET", `${interim}/pdf`)).status).toBe(200);
    }
  });
});

async function cookieOf(person: string, on: string): Promise<string> {
  const reply = await a.server.app.inject({
    method: "POST",
    url: "/api/sign-in/sample",
    headers: { "tillit-today": on },
    payload: { person },
  });
  return String(reply.headers["set-cookie"]).split(";")[0] as string;
}

test("A-13, U-2: a wheel that moves the April report to 15 May moves it on every page, list and calendar", async () => {
  const on = "2027-04-02";
  const openly = async (path: string) =>
    (await a.server.app.inject({ method: "GET", url: `/api${path}`, headers: { "tillit-today": on } })).body;
  const { steps } = JSON.parse(await openly("/year/model-wheel")) as { steps: { id: string }[] };
  const decideWheel = async (own: unknown[]) => {
    await ok(
      a.draft("kommunchef", on, "/year/year-wheel/kommunstyrelsen/2027", { steps: own, appliesFrom: on }),
    );
    await ok(a.decide("ks-sekreterare", on, "year-wheel:kommunstyrelsen:2027"));
  };
  const occasions = async () =>
    (JSON.parse(await openly("/followup/occasions/2027")) as Occasions).occasions.find(
      ({ kind }) => kind === "follow-up",
    );
  expect((await occasions())?.bodies[0]?.due).toBe("2027-05-31");

  await decideWheel(
    steps.map((step) => (step.id === "U-2" ? { ...step, due: { month: 5, day: 15 }, looksTo: 3 } : step)),
  );
  const moved = await occasions();
  expect(moved).toMatchObject({ until: "2027-03-31", notInWheel: [] });
  expect(new Set(moved?.bodies.map(({ due }) => due))).toEqual(new Set(["2027-05-15"]));
  const wheel = JSON.parse(await openly("/year/wheel/2027")) as { steps: { id: string; due: string }[] };
  expect(wheel.steps.find(({ id }) => id === "U-2")?.due).toBe("2027-05-15");
  expect(await openly("/year/calendar.ics?year=2027")).toMatch(
    /UID:U-2-2027[^\r]*\r\nDTSTAMP:[^\r]*\r\nDTSTART;VALUE=DATE:20270515/,
  );
  const mine = (await a.call("bildning-chef", "2027-05-03", "GET", "/year/mine")).json as {
    step: string | null;
    due: string;
  }[];
  expect(mine.find(({ step }) => step === "U-2")?.due).toBe("2027-05-15");
  const proposal = await ok<Report>(
    a.call("bildning-controller", on, "GET", `/followup/follow-up/${SCHOOL}/2027/proposal`),
  );
  expect(proposal.data).toMatchObject({ until: "2027-03-31", months: 3 });

  await decideWheel(steps.filter(({ id }) => id !== "U-2"));
  expect(await occasions()).toMatchObject({ until: null, notInWheel: ["body"], bodies: [] });
  const refused = await a.call(
    "bildning-controller",
    on,
    "GET",
    `/followup/follow-up/${SCHOOL}/2027/proposal`,
  );
  expect(refused).toMatchObject({ status: 409, json: { code: "no-occasion" } });
  // What is written is kept, though there is no time to fetch figures of
  const path = "/followup/follow-up/socialnamnden/2027";
  const written = await ok<{ remarks: { code: string; level: string }[] }>(
    a.draft("social-controller", on, path, { ...proposal, effectForResidents: "Fler bor kvar hemma." }),
  );
  expect(written.remarks).toMatchObject([{ level: "stops", code: "occasion-not-in-wheel" }]);
});

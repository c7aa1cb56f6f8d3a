import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

// biome-ignore lint/suspicious/noExplicitAny: what the API answers
type Any = any;
const SAMPLE = join(import.meta.dirname, "../../../sample");
const UNIT = "/followup/unit-forecast/bjornekullaskolan/2027";
const RECTOR = "rektor-bjornekulla";
let a: Astorp;

async function ok(call: ReturnType<Astorp["call"]>): Promise<Any> {
  const reply = await call;
  if (reply.status >= 400) throw new Error(JSON.stringify(reply.json));
  return reply.json;
}

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
  for (const source of budget.sources) delete source.from;
  await ok(a.draft("ekonomichef", "2026-10-27", "/budget/budget/kommunfullmaktige/2027", budget));
  await ok(a.decide(kf, "2026-11-30", "budget:kommunfullmaktige:2027"));
  const months = await ok(a.call("bildning-chef", "2026-12-01", "GET", "/budget/months/2027"));
  const { allocationTkr } = months.bodies.find(({ body }: Any) => body === "bildningsnamnden");
  const line = (id: string, unit: string | null, account: string, amountTkr: number) => ({
    id,
    name: id,
    unit,
    account,
    amountTkr,
  });
  await ok(
    a.draft("bildning-controller", "2026-12-01", "/budget/internal-budget/bildningsnamnden/2027", {
      lines: [
        line("loner", "bjornekullaskolan", "5010", 1200),
        line("material", "bjornekullaskolan", "6410", 240),
        line("ovrigt", null, "5010", allocationTkr - 1440),
      ],
      comment: "",
    }),
  );
  await ok(a.decide("bildning-sekreterare", "2026-12-16", "internal-budget:bildningsnamnden:2027"));
});
afterAll(() => a.stop());

const versionOf = async (day: string): Promise<Any> =>
  (
    (await ok(get("bildning-chef", day, "/matters?kind=follow-up&body=bildningsnamnden&year=2027"))) as Any[]
  )[0];
const get = (as: string, on: string, path = UNIT) => a.call(as, on, "GET", path);
const put = (as: string, on: string, content: object, etag: string | undefined) =>
  a.call(as, on, "PUT", UNIT, { body: content, headers: { "if-match": etag ?? "" } });
const mine = async (as: string, on: string) => (await get(as, on, "/year/mine")).json as Any[];

test("R-8: the reports of part-owned companies wait for the finance director, while nobody here leads them", async () => {
  const lines = (await mine("ekonomichef", "2027-09-20")).filter(({ href }) => href.includes("/delagda/"));
  expect(lines.map(({ body, year, due }) => [body, year, due])).toEqual([
    ["nsr", 2027, "2027-09-30"],
    ["nsva", 2027, "2027-09-30"],
  ]);
  expect(
    (await mine("bildning-chef", "2027-09-20")).filter(({ href }) => href.includes("/delagda/")),
  ).toEqual([]);
});

test("R-2, U-8: a unit's forecast opens with the occasion, is sent by its manager, and makes the committee's with its addition", async () => {
  expect((await get(RECTOR, "2027-02-01")).json).toMatchObject({ closed: "not-yet", content: null });
  const day = "2027-05-04";
  expect((await mine(RECTOR, day)).filter(({ href }) => href.includes("enhetsprognos"))).toMatchObject([
    { todo: "write", name: "Enhetens prognos efter april 2027", body: "bjornekullaskolan" },
  ]);
  const begun = await get(RECTOR, day);
  // Nothing is booked: all of the year is as budgeted
  expect(begun.json).toMatchObject({
    closed: null,
    content: { sent: false },
    sum: { budgetTkr: 1440, forecastTkr: 1440, deviationTkr: 0 },
    lines: [{ of: "5" }, { of: "6" }],
  });
  const content = (begun.json as Any).content;
  const over = {
    ...content,
    lines: [
      { ...content.lines[0], restTkr: content.lines[0].restTkr.map((t: number) => t + 10) },
      content.lines[1],
    ],
  };
  // Somebody else may not, and nothing unexplained is sent
  expect((await put("larare-bjornekulla", day, over, begun.etag)).status).toBe(403);
  const refused = await put(RECTOR, day, { ...over, sent: true }, begun.etag);
  expect([refused.status, (refused.json as Any).errors[0].code]).toEqual([422, "unit-deviation-unexplained"]);
  const explained = { ...over, lines: [{ ...over.lines[0], explanation: "Fler vikarier" }, over.lines[1]] };
  const draft = await put(RECTOR, day, explained, begun.etag);
  // What is being written is the writer's own
  expect((await get("bildning-controller", day)).json).toMatchObject({ content: null, history: [] });
  expect((await put(RECTOR, day, { ...explained, sent: true }, begun.etag)).status).toBe(412);
  const sent = await put(RECTOR, day, { ...explained, sent: true }, draft.etag);
  expect(sent.json).toMatchObject({
    sum: { deviationTkr: -120 },
    history: [{ forecastTkr: 1560, number: 1 }],
  });
  expect((await mine(RECTOR, day)).filter(({ href }) => href.includes("enhetsprognos"))).toEqual([]);
  expect((await get("revisor", day)).json).toMatchObject({
    content: { sent: true },
    sum: { forecastTkr: 1560 },
  });

  // The committee's report is the units' together and its own addition, and follows what is sent anew when that is taken in
  const path = "/followup/follow-up/bildningsnamnden/2027";
  const proposal = (await ok(get("bildning-controller", day, `${path}/proposal`))) as Any;
  expect(proposal.data.economy.units).toMatchObject([{ unit: "bjornekullaskolan", forecastTkr: 1560 }]);
  const report = { ...proposal, economy: { ...proposal.economy, additionTkr: 1000 } };
  const saved = await a.draft("bildning-controller", day, path, report);
  expect((saved.json as Any).content.economy).toMatchObject({ additionTkr: 1000, forecastTkr: 2560 });
  expect((saved.json as Any).content.data.economy).toMatchObject({ forecastTkr: 2560 });

  const again = await put(
    RECTOR,
    day,
    {
      ...explained,
      sent: true,
      lines: [
        {
          ...explained.lines[0],
          explanation: "Ännu fler vikarier",
          restTkr: explained.lines[0].restTkr.map((t: number) => t + 10),
        },
        explained.lines[1],
      ],
    },
    sent.etag,
  );
  expect((again.json as Any).history.map(({ forecastTkr }: Any) => forecastTkr)).toEqual([1680, 1560]);
  const stands = await get("bildning-controller", day, path);
  expect((stands.json as Any).content.economy.forecastTkr).toBe(2560);
  expect((stands.json as Any).changes ?? (stands.json as Any).ground).toBeDefined();
  const { content: standing } = stands.json as Any;
  const taken = await a.call("bildning-controller", day, "PUT", path, {
    body: { ...standing, ground: { ...standing.ground, takeIn: true } },
    headers: { "if-match": stands.etag ?? "" },
  });
  expect((taken.json as Any).content.economy).toMatchObject({ forecastTkr: 2680, additionTkr: 1000 });
  expect((await get("revisor", day, "/followup/unit-forecasts/bildningsnamnden/2027")).json).toMatchObject({
    occasion: { kind: "follow-up" },
    units: [{ unit: "bjornekullaskolan", forecastTkr: 1680 }],
  });
});

test("U-8: a unit's action plan is made for the deviation of its own forecast", async () => {
  const plan = await a.draft(RECTOR, "2027-05-05", "/followup/action-plan/bjornekullaskolan/2027", {
    measures: [],
    consequences: "Inga.",
    escalation: null,
  });
  expect((plan.json as Any).content).toMatchObject({
    deviationTkr: -240,
    basis: { matter: "enhetsprognos:bjornekullaskolan:2027", state: "sent" },
  });
});

test("U-8: what a unit can't manage by itself is met at the next level, which takes in its measures", async () => {
  const day = "2027-05-06";
  const path = "/followup/action-plan/bjornekullaskolan/2027";
  expect((await mine(RECTOR, day)).filter(({ href }) => href.includes("atgardsplan"))).toMatchObject([
    { name: "Åtgärdsplan för enhetens underskott 2027", body: "bjornekullaskolan", due: "2027-05-31" },
  ]);
  const measure = {
    id: "vikarier",
    text: "Färre vikarier",
    unit: "bjornekullaskolan",
    amountTkr: 100,
    start: "2027-06-01",
    effectBy: "2027-12-31",
    responsible: RECTOR,
    status: "planned",
  };
  const plan = {
    measures: [measure],
    consequences: "Inga.",
    escalation: { to: "bildning-chef", text: "140 tkr återstår." },
  };
  await ok(a.draft(RECTOR, day, path, plan));
  const below = "/followup/unit-plans/bildningsnamnden/2027";
  // What is being written is the rector's own
  expect((await get("bildning-chef", day, below)).json).toEqual([]);
  await ok(a.decide(RECTOR, day, "action-plan:bjornekullaskolan:2027"));
  expect((await get("bildning-chef", day, below)).json).toMatchObject([
    {
      body: "bjornekullaskolan",
      state: "decided",
      deviationTkr: -240,
      measuresTkr: 100,
      lackingTkr: 140,
      asked: "140 tkr återstår.",
      measures: [{ id: "vikarier" }],
    },
  ]);
  expect((await mine(RECTOR, day)).filter(({ href }) => href.includes("atgardsplan/bjorne"))).toEqual([]);
});

test("U-8: once the committee's report is laid forward the forecast stays as it was sent", async () => {
  const day = "2027-05-12";
  const matter = "follow-up:bildningsnamnden:2027";
  const path = "/followup/follow-up/bildningsnamnden/2027";
  const { content } = await ok(get("bildning-controller", day, path));
  const told = { text: "Som väntat.", figures: [] };
  await ok(
    a.draft("bildning-controller", day, path, {
      ...content,
      effectForResidents: "Fler läser.",
      operations: { text: "Som väntat." },
      staff: told,
      economy: { ...content.economy, text: "Vikarier." },
    }),
  );
  const proposal = { revision: (await versionOf(day)).revision, why: "Så väntas året bli" };
  await ok(
    a.call("bildning-chef", day, "POST", `/matters/${encodeURIComponent(matter)}/proposal`, {
      body: proposal,
    }),
  );
  const now = await get(RECTOR, day);
  expect(now.json).toMatchObject({ closed: "proposed", content: { sent: true } });
  const refused = await put(RECTOR, day, (now.json as Any).content, now.etag);
  expect([refused.status, (refused.json as Any).code]).toEqual([409, "unit-forecast-not-open"]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { MatterView } from "../contract.ts";
import type { CoWriter } from "./contract.ts";

const ON = "2027-09-01";
const ID = "interim-report:socialnamnden:2027";
const PATH = "/followup/interim-report/socialnamnden/2027";
const WRITERS = `/matters/${ID}/writers`;
const REPORT = {
  effectForResidents: "",
  operations: { text: "" },
  staff: { text: "", figures: [] },
  economy: { text: "", forecastTkr: 0 },
  goals: [],
  analysis: "",
  group: null,
};
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const write = (as: string, on = ON, path = PATH) => a.draft(as, on, path, REPORT);
const ask = (as: string, body: object, on = ON) =>
  a.call(as, on, "POST", WRITERS, {
    body: { person: "ekonomichef", from: on, to: "2027-10-15", reason: "Skriver ekonomin", ...body },
  });

test("R-2: the group's report is the finance director's and the municipal director's; a committee's and a company's is not", async () => {
  for (const as of ["ekonomichef", "kommunchef"])
    for (const kind of ["interim-report", "annual-report"]) {
      expect((await write(as, ON, `/followup/${kind}/kommunfullmaktige/2027`)).status).toBe(200);
      expect((await write(as, ON, `/followup/${kind}/kommunstyrelsen/2027`)).status).toBe(200);
      for (const body of ["socialnamnden", "bildningsnamnden", "bjornekulla-fastighets-ab"]) {
        const refused = await write(as, ON, `/followup/${kind}/${body}/2027`);
        expect(refused.json, `${as} ${kind} ${body}`).toMatchObject({ status: 403, code: "may-not" });
        const proposal = await a.call(as, ON, "GET", `/followup/${kind}/${body}/2027/proposal`);
        expect(proposal.status).toBe(403);
      }
    }
  expect((await write("social-chef")).status).toBe(200);
  const { version } = json(await a.call("ekonomichef", ON, "GET", PATH)) as MatterView<unknown>;
  const body = { revision: version.revision };
  expect((await a.call("ekonomichef", ON, "POST", `/matters/${ID}/proposal`, { body })).status).toBe(403);
});

test("§3.2: who is asked by those who write the matter writes it too, on the days that were said, and all see who", async () => {
  for (const as of ["ekonomichef", "bildning-chef", "revisor", "ks-ordforande"])
    expect((await ask(as, {})).status, as).toBe(403);
  const asked = json(await ask("social-chef", {}));
  expect(asked.writers).toMatchObject([
    { name: "Ekonomichef", by: "Socialchef", from: ON, to: "2027-10-15", now: true, endedOn: null },
  ]);
  expect(json(await a.call("revisor", ON, "GET", WRITERS)).writers).toHaveLength(1);
  const written = await write("ekonomichef");
  expect(written.status).toBe(200);
  expect(json(written).may.edit).toMatchObject({
    allowed: true,
    mandate: "asked",
    source: "Ombedd att skriva till och med 15 oktober 2027",
    cite: "§3.2",
  });
  expect((await a.call("ekonomichef", ON, "GET", `${PATH}/proposal`)).status).toBe(200);
  // That one alone, in that matter alone, and no decision
  expect((await write("kommunchef")).status).toBe(403);
  expect((await write("ekonomichef", ON, "/followup/annual-report/socialnamnden/2027")).status).toBe(403);
  expect((await a.decide("ekonomichef", ON, ID)).status).toBe(403);
  // Who was asked asks nobody else
  expect((await ask("ekonomichef", { person: "kommunchef" })).status).toBe(403);
  const { rows } = await a.sql(
    "select person_id, after ->> 'person_id' as asked from platform.change_log where table_name = 'decisions.co_writer'",
  );
  expect(rows).toEqual([{ person_id: "social-chef", asked: "ekonomichef" }]);
});

test("A-14: what one is asked to write is on the own list until it is proposed", async () => {
  const mine = async () =>
    json(await a.call("ekonomichef", ON, "GET", "/year/mine")).filter(
      ({ thing }: { thing: string }) => thing === ID,
    );
  expect(await mine()).toMatchObject([
    { todo: "write", due: "2027-10-15", href: "/uppfoljning/interim-report/socialnamnden/2027" },
  ]);
});

test("§3.2: it is taken back by those who asked, and what was written stays; it runs out by itself", async () => {
  const [first] = json(await a.call("social-chef", ON, "GET", WRITERS)).writers as CoWriter[];
  const end = (as: string, entry = first?.entry) =>
    a.call(as, "2027-09-10", "POST", `${WRITERS}/${entry}/end`);
  expect((await end("ekonomichef")).status).toBe(403);
  expect(json(await end("social-ordforande")).writers[0]).toMatchObject({
    now: false,
    endedOn: "2027-09-10",
  });
  expect((await end("social-chef")).json).toMatchObject({ status: 404, code: "not-asked" });
  expect((await end("social-chef", 999)).status).toBe(404);
  expect((await write("ekonomichef", "2027-09-10")).status).toBe(403);
  // As it was known the day before
  expect(json(await a.call("revisor", "2027-09-09", "GET", WRITERS)).writers[0].now).toBe(true);
  const until = { from: "2027-09-12", to: "2027-09-13" };
  expect((await ask("social-chef", until, "2027-09-10")).status).toBe(200);
  for (const [day, status] of [
    ["2027-09-11", 403],
    ["2027-09-12", 200],
    ["2027-09-13", 200],
    ["2027-09-14", 403],
  ] as const)
    expect((await write("ekonomichef", day)).status, day).toBe(status);
});

test("§3.2: each fault of what is asked is told with its place", async () => {
  const on = "2027-09-14";
  const faults = async (body: object) =>
    (json(await ask("social-chef", body, on)).errors ?? []).map(
      ({ at, code }: { at: string; code: string }) => [at, code],
    );
  expect(await faults({ person: "ingen" })).toEqual([["person", "writer-not-there"]]);
  expect(await faults({ person: "vd-it", from: "2027-09-01" })).toEqual([["from", "writer-before"]]);
  expect(await faults({ from: "2027-10-01", to: "2027-09-30" })).toEqual([["to", "writer-ends-before"]]);
  expect(await faults({ person: "vd-it", to: "2029-01-01" })).toEqual([["to", "writer-too-long"]]);
  expect(await faults({ person: "kommunchef" })).toEqual([]);
  expect(await faults({ person: "kommunchef" })).toEqual([["person", "writer-already"]]);
  for (const id of [
    "nagot",
    "vision:socialnamnden:2027",
    "interim-report:ingen:2027",
    "interim-report:socialnamnden:2027:x",
  ])
    expect(json(await a.call("social-chef", on, "GET", `/matters/${id}/writers`)), id).toMatchObject({
      status: 404,
      code: "no-such-matter",
    });
});

test("U-8: a unit's manager writes and decides the unit's own action plan; the committee's is never written over", async () => {
  const plan = (text: string, unit: string) => ({
    deviationTkr: -100,
    measures: [
      {
        id: "a",
        text,
        unit,
        amountTkr: 100,
        start: "2027-10-01",
        effectBy: "2027-12-01",
        responsible: "rektor-bjornekulla",
        status: "planned",
      },
    ],
    consequences: "Inga för eleverna.",
    escalation: null,
  });
  const path = (body: string) => `/followup/action-plan/${body}/2027`;
  const on = "2027-09-15";
  const committee = plan("Nämndens", "bildningsforvaltningen");
  expect((await a.draft("bildning-chef", on, path("bildningsnamnden"), committee)).status).toBe(200);
  const before = await a.call("bildning-chef", on, "GET", path("bildningsnamnden"));
  for (const [as, body] of [
    ["rektor-bjornekulla", "bildningsnamnden"],
    ["rektor-bjornekulla", "bildningsforvaltningen"],
    ["rektor-bjornekulla", "hemvarden-norr"],
    ["enhetschef-hemvard", "socialnamnden"],
    ["enhetschef-hemvard", "bildningsnamnden"],
    ["larare-bjornekulla", "bjornekullaskolan"],
  ] as const)
    expect((await a.draft(as, on, path(body), plan("Annans", body))).status, `${as} ${body}`).toBe(403);
  const after = await a.call("bildning-chef", on, "GET", path("bildningsnamnden"));
  expect([after.etag, json(after).content]).toEqual([before.etag, json(before).content]);
  expect(
    (await a.draft("rektor-bjornekulla", on, path("bjornekullaskolan"), plan("Egen", "bjornekullaskolan")))
      .status,
  ).toBe(200);
  const matter = "action-plan:bjornekullaskolan:2027";
  expect((await a.decide("bildning-chef", on, matter)).status).toBe(403);
  expect(json(await a.decide("rektor-bjornekulla", on, matter))).toMatchObject({
    organ: "Björnekullaskolan",
    mandate: { source: "Delegerat budgetansvar till första linjens chef" },
  });
  // A part of the committee's, where the committee's own writers ask for it
  const request = { person: "rektor-bjornekulla", from: on, to: "2027-09-30", reason: "Skolans del" };
  const writers = "/matters/action-plan:bildningsnamnden:2027/writers";
  expect((await a.call("bildning-chef", on, "POST", writers, { body: request })).status).toBe(200);
  expect((await a.draft("rektor-bjornekulla", on, path("bildningsnamnden"), committee)).status).toBe(200);
});

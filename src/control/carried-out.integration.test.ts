import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { ControlOverview, ControlsInHand } from "./contract.ts";

const AT = "/control/carried-out/socialnamnden/2028";
const PLAN = "/control/control-plan/socialnamnden/2028";
const REPORT = "/control/control-report/socialnamnden/2028";
let a: Astorp;
let control: ControlsInHand["controls"][number];
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const inHand = async (on: string, at = AT) =>
  json(await a.call("social-chef", on, "GET", at)) as ControlsInHand;
const one = (all: ControlsInHand) =>
  all.controls.find((row) => row.control === control.control) as typeof control;
const register = (as: string, on: string, body: object) =>
  a.call(as, on, "POST", `${AT}/${control.control}`, {
    body: { result: "no-deviation", doneOn: on, sample: "20 av 200", finding: "", measure: null, ...body },
  });
const overview = async (on: string, as = "revisor") =>
  (json(await a.call(as, on, "GET", "/control/overview/2028")) as ControlOverview).bodies.find(
    ({ body }) => body === "socialnamnden",
  );
beforeAll(async () => {
  a = await astorp("spring");
  const all = await inHand("2028-05-15");
  control = all.controls.find(({ times }) => times > 1) as typeof control;
}, 240_000);
afterAll(() => a.stop());

const MEASURE = { text: "Genomgång i varje grupp", responsible: "enhetschef-hemvard", due: "2028-08-31" };
const OWNERS = "2028-05-16";

test("K-4: a control is registered each time that it is carried out, and the overview counts it", async () => {
  const before = await overview("2028-05-16");
  expect((await register(control.responsible, OWNERS, {})).status).toBe(200);
  expect(one(await inHand("2028-05-16")).carriedOut).toMatchObject([
    { time: 1, result: "no-deviation", doneOn: "2028-05-16", sample: "20 av 200" },
  ]);
  expect(one(await inHand("2028-05-15")).carriedOut).toEqual([]);
  const found = { result: "deviation", finding: "Tre listor saknade signatur", measure: MEASURE };
  expect((await register(control.responsible, "2028-05-20", found)).status).toBe(200);
  const after = await overview("2028-05-20");
  expect(after?.controls.done).toBe((before?.controls.done ?? 0) + 1);
  expect(after?.controls.deviations).toBe((before?.controls.deviations ?? 0) + 1);
  expect(after?.measures).toEqual({ count: 1, open: 1, due: 0 });
  expect((await overview("2028-09-01"))?.measures).toEqual({ count: 1, open: 1, due: 1 });
  // What is not reported is the administration's own until then
  const open = await a.server.app.inject({
    url: "/api/control/overview/2028",
    headers: { "tillit-today": "2028-05-20" },
  });
  const inPublic = (open.json() as ControlOverview).bodies.find(({ body }) => body === "socialnamnden");
  expect(inPublic?.measures.count).toBe(0);
});

test("K-4: a registration that can't be is refused at its field, and who may is told", async () => {
  const faults = async (body: object, on = "2028-05-21") =>
    (json(await register(control.responsible, on, body)).errors as { at: string; code: string }[]).map(
      ({ at, code }) => `${at}: ${code}`,
    );
  expect(await faults({ doneOn: "2028-05-22" })).toEqual(["doneOn: carried-out-in-future"]);
  expect(await faults({ doneOn: "2027-12-31" })).toEqual(["doneOn: carried-out-other-year"]);
  expect(await faults({ result: "deviation" })).toEqual([
    "finding: deviation-without-finding",
    "measure: carried-out-without-measure",
  ]);
  expect(await faults({ result: "not-done" })).toEqual(["finding: not-done-without-why"]);
  const measure = { ...MEASURE, responsible: "ingen", due: "2028-05-01" };
  expect(await faults({ result: "deviation", finding: "x", measure })).toEqual([
    "measure.responsible: measure-for-nobody",
    "measure.due: measure-before-control",
  ]);
  const refused = json(await register("larare-bjornekulla", "2028-05-21", {}));
  expect(refused).toMatchObject({ status: 403 });
  expect(refused.ask).toEqual(expect.arrayContaining(["Socialchef"]));
  const unknown = await a.call("social-chef", "2028-05-21", "POST", `${AT}/finns-inte`, {
    body: { result: "no-deviation", doneOn: "2028-05-21", sample: "", finding: "", measure: null },
  });
  expect(json(unknown)).toMatchObject({ status: 404, code: "no-control" });
});

test("K-5: the report is filled in from what was registered; a deviation that is left out needs its reason", async () => {
  const { proposedResults } = await import("./rules/carried-out.ts");
  const rows = (await inHand("2028-05-21")).controls.flatMap((row) =>
    row.carriedOut.map((done) => ({ ...done, control: row.control })),
  );
  const results = proposedResults(rows);
  const [own] = results;
  expect(results).toHaveLength(1);
  expect(own).toMatchObject({
    control: control.control,
    result: "deviation",
    doneOn: "2028-05-20",
    finding: "Tre listor saknade signatur",
    sample: "20 av 200",
    measure: { text: MEASURE.text, responsible: "enhetschef-hemvard" },
  });
  const report = { period: "half-year", results, judgement: "Kontrollerna görs." };
  const draft = json(await a.draft("social-controller", "2028-05-21", REPORT, report));
  // Who carried out what when is a fact of the report; what it says of it is the body's own
  expect(draft.content.carriedOut).toMatchObject([
    { control: control.control, time: 1, result: "no-deviation" },
    { control: control.control, time: 2, result: "deviation" },
  ]);
  expect(draft.content.results[0].measure.thing).toBe(own?.measure?.thing);
  const hidden = { ...report, results: [{ ...own, result: "no-deviation", measure: null }] };
  expect(
    json(await a.draft("social-controller", "2028-05-21", REPORT, hidden)).remarks.map(
      ({ code, level }: { code: string; level: string }) => `${level} ${code}`,
    ),
  ).toContain("needs-reason registered-deviation-not-reported");
  // Nobody names a measure that was not registered here
  const foreign = {
    ...own,
    measure: { ...own?.measure, thing: "control-report:bildningsnamnden:2027/measures/x/1" },
  };
  const stored = json(
    await a.draft("social-controller", "2028-05-21", REPORT, { ...report, results: [foreign] }),
  );
  expect(stored.content.results[0].measure.thing).toBeUndefined();
  expect((await a.draft("social-controller", "2028-05-21", REPORT, report)).status).toBe(200);
  expect(
    (await a.decide("social-sekreterare", "2028-05-21", "control-report:socialnamnden:2028")).status,
  ).toBe(200);
  expect((await inHand("2028-05-21")).measures.filter(({ year }) => year === 2028)).toHaveLength(1);
});

test("K-4: a measure lives on over the reports until it is closed, with what was done", async () => {
  const [measure] = (await inHand("2028-05-22")).measures.filter(({ year }) => year === 2028);
  const thing = measure?.thing as string;
  const close = (body: object, on: string) =>
    a.call("enhetschef-hemvard", on, "POST", "/course/entries", {
      body: { thing, sort: "state", value: "done", ...body },
    });
  expect(json(await close({}, "2028-06-30")).errors).toMatchObject([
    { at: "reason", code: "course-needs-reason" },
  ]);
  // Next year it is still seen, and is on its owner's list
  expect((await inHand("2029-02-01", AT.replace("2028", "2029"))).measures.map((row) => row.thing)).toContain(
    thing,
  );
  const mine = async (on: string) =>
    json(await a.call("enhetschef-hemvard", on, "GET", "/year/mine")) as { thing: string; todo: string }[];
  expect(await mine("2028-08-20")).toContainEqual(expect.objectContaining({ thing, todo: "act" }));
  expect((await close({ reason: "Alla grupper är gångna igenom" }, "2028-08-25")).status).toBe(200);
  expect((await mine("2028-08-26")).map((line) => line.thing)).not.toContain(thing);
  expect((await inHand("2028-08-26")).measures.find((row) => row.thing === thing)).toMatchObject({
    state: "done",
    stateReason: "Alla grupper är gångna igenom",
  });
  expect((await inHand("2028-08-24")).measures.find((row) => row.thing === thing)).toMatchObject({
    state: "not-begun",
  });
  // What is done waits for another to look at it: the nearest manager of whoever did it
  expect((await overview("2028-09-01"))?.measures).toEqual({ count: 1, open: 1, due: 0 });
  const review = async (as: string, on: string) =>
    (json(await a.call(as, on, "GET", "/year/mine")) as { thing: string; todo: string }[]).filter(
      (line) => line.thing === thing && line.todo === "review",
    );
  expect(await review("social-chef", "2028-08-26")).toHaveLength(1);
  expect(await review("enhetschef-hemvard", "2028-08-26")).toEqual([]);
  const check = (as: string, on: string, verdict: string) =>
    a.call(as, on, "POST", "/control/measures/check", {
      body: { thing, verdict, text: "Två grupper återstår" },
    });
  expect(json(await check("enhetschef-hemvard", "2028-08-26", "enough")).errors).toMatchObject([
    { at: "verdict", code: "measure-checked-by-its-own" },
  ]);
  expect((await check("larare-bjornekulla", "2028-08-26", "enough")).status).toBe(403);
  expect((await check("social-chef", "2028-08-26", "not-enough")).status).toBe(200);
  expect((await mine("2028-08-26")).map((line) => line.thing)).toContain(thing);
  expect((await close({ reason: "Nu är alla grupper klara" }, "2028-08-28")).status).toBe(200);
  const checked = json(await check("social-chef", "2028-08-29", "enough")) as ControlsInHand;
  expect(checked.measures.find((row) => row.thing === thing)).toMatchObject({
    awaitsCheck: false,
    check: { verdict: "enough", text: "Två grupper återstår", on: "2028-08-29" },
  });
  expect(json(await check("social-chef", "2028-08-29", "enough")).errors).toMatchObject([
    { code: "measure-awaits-no-check" },
  ]);
  expect((await overview("2028-09-01"))?.measures).toEqual({ count: 1, open: 0, due: 0 });
  expect(
    (await inHand("2029-02-01", AT.replace("2028", "2029"))).measures.map((row) => row.thing),
  ).not.toContain(thing);
});

test("K-4: a registration that was wrong is taken back with its reason, and kept", async () => {
  const back = await a.call("social-chef", "2028-05-25", "POST", `${AT}/${control.control}/1/take-back`, {
    body: { reason: "Fel kontroll" },
  });
  expect(back.status).toBe(200);
  expect(one(await inHand("2028-05-25")).carriedOut.map(({ time }) => time)).toEqual([2]);
  expect(one(await inHand("2028-05-24")).carriedOut.map(({ time }) => time)).toEqual([1, 2]);
  const again = await a.call("social-chef", "2028-05-25", "POST", `${AT}/${control.control}/1/take-back`, {
    body: { reason: "Fel kontroll" },
  });
  expect(json(again)).toMatchObject({ status: 404, code: "not-carried-out" });
  const { rows } = await a.sql(
    "select reason, taken_back_by from control.carried_out where valid_to is not null",
  );
  expect(rows).toEqual([{ reason: "Fel kontroll", taken_back_by: "social-chef" }]);
});

test("A-14, R-2: a control is on the list of who has it now, until its times are done", async () => {
  const mine = async (as: string, on: string) =>
    (
      json(await a.call(as, on, "GET", "/year/mine")) as { thing: string; todo: string; href: string }[]
    ).filter(({ todo }) => todo === "control");
  const plan = json(await a.call("social-chef", "2028-05-26", "GET", PLAN)).content.controls as {
    id: string;
    due: string;
    responsible: string;
  }[];
  const other = plan.find(
    ({ id, due }) => id !== control.control && due > "2028-06-01",
  ) as (typeof plan)[number];
  const thing = `control-plan:socialnamnden:2028/controls/${other.id}`;
  expect(await mine(other.responsible, other.due)).toContainEqual(
    expect.objectContaining({ thing, href: `/kontroll/utford/socialnamnden/2028/${other.id}` }),
  );
  const give = { thing, to: "social-chef", from: "2028-05-26", reason: "Semester" };
  expect(
    (await a.call(other.responsible, "2028-05-26", "POST", "/course/hand-over", { body: give })).status,
  ).toBe(200);
  expect((await mine(other.responsible, other.due)).map((line) => line.thing)).not.toContain(thing);
  expect((await mine("social-chef", other.due)).map((line) => line.thing)).toContain(thing);
  const done = { result: "no-deviation", doneOn: "2028-06-01", sample: "", finding: "", measure: null };
  expect(
    (await a.call("social-chef", "2028-06-01", "POST", `${AT}/${other.id}`, { body: done })).status,
  ).toBe(200);
  expect((await mine("social-chef", other.due)).map((line) => line.thing)).not.toContain(thing);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readExamples } from "../../shell/api/describe.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { raw } from "../../shell/testing/raw.ts";
import { assignmentsChapter } from "./chapter.ts";

const DAY = "2027-01-20";
const KF = "kommunfullmaktige";
const VISION = "vision:kommunfullmaktige:2028";
const LOKALER = {
  text: "Se över vilka lokaler som kan lämnas",
  to: "bildningsnamnden",
  due: "2027-06-30",
  report: "Skriftligt till fullmäktiges möte i juni",
};

let a: Astorp;
let decision: number;
beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", DAY, "/goals/vision/kommunfullmaktige/2028", {
    name: "Söderåsstaden",
    text: "Här vågar vi pröva nytt.",
    validTo: "2030-12-31",
  });
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at
type Any = any;
const get = async (as: string, on: string, path: string): Promise<Any> =>
  (await a.call(as, on, "GET", path)).json;
const post = async (as: string, on: string, path: string, body: object): Promise<Any> =>
  (await a.call(as, on, "POST", path, { body })).json;
const give = (as: string, on: string, one: object, giver = KF) =>
  post(as, on, `/assignments-by/${giver}`, { decision, assignments: [{ ...LOKALER, ...one }] });
const tell = (as: string, on: string, id: string, body: object) =>
  post(as, on, `/assignments/${id}/told`, body);
const answer = (as: string, on: string, id: string, body: object) =>
  post(as, on, `/assignments/${id}/answer`, body);
const mine = async (as: string, on: string): Promise<Any[]> =>
  (await get(as, on, "/year/mine")).filter(({ thing }: Any) => thing.startsWith("assignment:"));
const assignmentsWithin = (text: string) =>
  a.server.door.read("1277", async (tx) => assignmentsChapter.undecidedWith?.(tx, [text])) as Promise<Any>;
const told = (problem: Any) => problem.errors.map(({ at }: Any) => at);

describe("R-6: what the council asks in a decision is somebody's until the council closes it", () => {
  const first = () => `${decision}-1`;

  test("a decision whose assignment nobody can take is not registered; then it is, with what it asks", async () => {
    const asks = (one: object) =>
      a.decide("kf-sekreterare", DAY, VISION, { assignments: [{ ...LOKALER, ...one }] });
    const refused = await asks({ to: "revisionen" });
    expect(refused.status).toBe(422);
    expect(told(refused.json)).toEqual(["assignments.0.to"]);
    expect(told((await asks({ due: "2027-01-19" })).json)).toEqual(["assignments.0.due"]);
    expect(await get("kf-sekreterare", DAY, "/decisions")).toEqual([]);
    const decided = await asks({});
    expect(decided.status, JSON.stringify(decided.json)).toBe(200);
    decision = (decided.json as Any).number;
    expect(await get("larare-bjornekulla", DAY, `/assignments?decision=${decision}`)).toMatchObject([
      {
        id: first(),
        giver: KF,
        to: "bildningsnamnden",
        state: "given",
        late: false,
        // A committee carries nothing out itself: its director answers for it
        holder: { person: "bildning-chef" },
      },
    ]);
  });

  test("it is on the list of who answers for it, tied to its decision, and found by its words", async () => {
    expect(await mine("bildning-chef", DAY)).toMatchObject([
      { thing: `assignment:${first()}`, todo: "act", due: "2027-06-30", href: `/uppdrag/${first()}` },
    ]);
    expect(await mine("kf-sekreterare", DAY)).toEqual([]);
    expect(await get("kommunchef", DAY, `/ties?of=assignment:${first()}`)).toEqual([
      { from: `assignment:${first()}`, to: "body:bildningsnamnden", sort: "given-to" },
      { from: `assignment:${first()}`, to: VISION, sort: "decided-by" },
    ]);
    expect((await get("kommunchef", DAY, "/search?q=lokaler")).found).toContainEqual(
      expect.objectContaining({ href: `/uppdrag/${first()}`, sort: "assignment" }),
    );
  });

  test("who has it hands it to somebody below, who tells how it goes; others are told who may", async () => {
    const thing = `assignment:${first()}`;
    const handed = await post("bildning-chef", "2027-02-01", "/course/hand-over", {
      thing,
      to: "rektor-bjornekulla",
      from: "2027-02-01",
      reason: "Rektorn känner lokalerna.",
    });
    expect(handed).toMatchObject({ owner: { person: "rektor-bjornekulla" }, sorts: [] });
    expect(await mine("rektor-bjornekulla", "2027-02-01")).toHaveLength(1);
    const refused = await tell("social-chef", "2027-02-01", first(), { sort: "begun" });
    expect(refused).toMatchObject({ status: 403, code: "may-not" });
    expect(refused.ask.join()).toContain("Rektor");
    expect(await tell("rektor-bjornekulla", "2027-02-01", first(), { sort: "begun" })).toMatchObject({
      state: "under-way",
      steps: [{ sort: "begun", on: "2027-02-01" }],
    });
    expect(await tell("rektor-bjornekulla", "2027-02-02", first(), { sort: "begun" })).toMatchObject({
      status: 409,
      code: "assignment-not-so",
    });
    // The nearest manager may too, and so may the secretary of the committee that got it
    expect(
      (await tell("bildning-sekreterare", "2027-02-03", first(), { sort: "note", text: "På väg." })).steps,
    ).toHaveLength(2);
  });

  test("its day is moved by the giver with a reason; late is seen, and on an earlier day it was not", async () => {
    expect(
      await answer("rektor-bjornekulla", "2027-07-01", first(), {
        sort: "moved",
        due: "2027-09-30",
        text: "Mer tid",
      }),
    ).toMatchObject({ status: 403 });
    expect(await get("kommunchef", "2027-07-01", "/assignments?late=true")).toMatchObject([{ id: first() }]);
    expect(await mine("rektor-bjornekulla", "2027-07-01")).toMatchObject([{ state: "late" }]);
    const moved = { sort: "moved", due: "2027-09-30", text: "Avtalen gäller till september." };
    expect(
      told(await answer("kf-sekreterare", "2027-07-01", first(), { ...moved, due: "2027-06-30" })),
    ).toEqual(["due"]);
    expect(await answer("kf-sekreterare", "2027-07-01", first(), moved)).toMatchObject({
      due: "2027-09-30",
      movedFrom: "2027-06-30",
      late: false,
    });
    expect(await get("kommunchef", "2027-06-30", `/assignments/${first()}`)).toMatchObject({
      due: "2027-06-30",
      movedFrom: null,
      steps: [{ sort: "begun" }, { sort: "note" }],
    });
  });

  test("when who has it leaves, it is the same day with whoever is nearest", async () => {
    await post("systemforvaltare", "2027-08-01", "/people/rektor-bjornekulla/leaving", { on: "2027-08-31" });
    expect(await get("kommunchef", "2027-09-01", `/assignments/${first()}`)).toMatchObject({
      holder: { person: "bildning-chef" },
    });
    expect(await mine("bildning-chef", "2027-09-01")).toHaveLength(1);
  });

  test("reported back it is the giver's: sent back with a reason, reported again, and closed at a meeting", async () => {
    const report = { sort: "reported", text: "Två lokaler kan lämnas.", meetingDay: "2027-09-27" };
    expect(
      told(await tell("bildning-chef", "2027-09-10", first(), { ...report, meetingDay: "2027-01-01" })),
    ).toEqual(["meetingDay"]);
    expect(await tell("bildning-chef", "2027-09-10", first(), report)).toMatchObject({ state: "reported" });
    expect(await mine("bildning-chef", "2027-09-10")).toEqual([]);
    for (const giver of ["kf-sekreterare", "kf-ordforande"])
      expect(await mine(giver, "2027-09-10")).toMatchObject([{ todo: "review", due: "2027-11-26" }]);
    const back = { sort: "returned", text: "Vad kostar det att lämna dem?" };
    expect(await answer("kf-sekreterare", "2027-09-28", first(), back)).toMatchObject({ state: "returned" });
    expect(await mine("bildning-chef", "2027-09-28")).toHaveLength(1);
    await tell("bildning-chef", "2027-10-05", first(), { ...report, meetingDay: "2027-10-25" });
    const closed = { sort: "closed", meetingDay: "2027-10-25", paragraph: "§119" };
    expect(told(await answer("kf-ordforande", "2027-10-20", first(), closed))).toEqual(["meetingDay"]);
    expect(await answer("kf-ordforande", "2027-10-26", first(), closed)).toMatchObject({
      state: "closed",
      holder: null,
      steps: expect.arrayContaining([expect.objectContaining({ sort: "closed", paragraph: "§ 119" })]),
    });
    for (const person of ["bildning-chef", "kf-sekreterare"])
      expect(await mine(person, "2027-10-26")).toEqual([]);
    expect(await tell("bildning-chef", "2027-10-27", first(), { sort: "note", text: "?" })).toMatchObject({
      status: 409,
    });
    // What was known before it was closed is read as it was
    expect(await get("kommunchef", "2027-10-01", `/assignments/${first()}`)).toMatchObject({
      state: "returned",
      holder: { person: "bildning-chef" },
    });
  });

  test("what is written stays: neither the assignment nor a step of it is changed or taken away", async () => {
    for (const table of ["decisions.assignment", "decisions.assignment_step"]) {
      await expect(a.sql(`update ${table} set text = 'Annat'`)).rejects.toThrow();
      await expect(a.sql(`delete from ${table}`)).rejects.toThrow();
    }
  });
});

describe("R-6: more can be given in a decision afterwards, by the organ's own secretary", () => {
  test("to somebody by name; another organ's secretary may not, and a decision of another organ is not one's own", async () => {
    const given = await give("kf-sekreterare", "2027-11-01", {
      to: "kommunstyrelsen",
      person: "ekonomichef",
      due: "2027-12-31",
    });
    expect(given).toMatchObject([{ id: `${decision}-2`, holder: { person: "ekonomichef" } }]);
    expect(await give("ks-sekreterare", "2027-11-01", { due: "2027-12-31" })).toMatchObject({ status: 403 });
    expect(
      await give("ks-sekreterare", "2027-11-01", { due: "2027-12-31" }, "kommunstyrelsen"),
    ).toMatchObject({
      status: 404,
      code: "no-decision-of-organ",
    });
  });
  test("what is not there is told in plain words, and a note is for those who have signed in", async () => {
    expect(await get("kommunchef", "2027-11-01", "/assignments/999-1")).toMatchObject({
      status: 404,
      code: "no-assignment",
    });
    const open = (await raw(a.server.app, "GET", `/api/assignments/${decision}-1`)).json as Any;
    expect(open.steps.map(({ sort }: Any) => sort)).not.toContain("note");
    expect(open.may.tell).toMatchObject({ allowed: false, because: "sign-in" });
  });
});

test("OSL: what is given in a marked matter is as secret as that, with who holds it, its ties and its row to search", async () => {
  const on = "2027-11-10";
  const plan = JSON.parse(JSON.stringify(readExamples().putControlPlan?.body));
  await a.draft("social-chef", on, "/control/control-plan/socialnamnden/2027", {
    ...plan,
    controls: plan.controls.map((one: object) => ({
      ...one,
      risk: plan.risks[0].id,
      responsible: "social-chef",
    })),
  });
  const decided = await a.decide("social-sekreterare", on, "control-plan:socialnamnden:2027", {
    assignments: [
      { text: "Byt larmet på akutboendet", to: "hemvarden-norr", due: "2027-12-31", report: "Muntligt" },
    ],
  });
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);
  const id = `${(decided.json as Any).number}-1`;
  // What is below the committee is its own to ask of; what is beside it is not
  const beside = { decision: (decided.json as Any).number };
  expect(
    told(
      await post("social-sekreterare", on, "/assignments-by/socialnamnden", {
        ...beside,
        assignments: [{ ...LOKALER, due: "2027-12-31" }],
      }),
    ),
  ).toEqual(["assignments.0.to"]);
  const asked = [
    "/assignments",
    `/assignments/${id}`,
    `/ties?of=assignment:${id}`,
    "/search?q=akutboendet",
    `/course?of=assignment:${id}`,
  ];
  const shows = async (as: string) => {
    // What is looked for is said again beside what is found
    const answer = async (path: string) => {
      const said = await get(as, on, path);
      return JSON.stringify(said.found ?? said);
    };
    const answers = await Promise.all(asked.map(answer));
    return answers.map((text) => text.includes("akutboendet") || text.includes('"given-to"'));
  };
  expect(await shows("vd-it")).toEqual([true, true, true, true, true]);
  const [before] = await mine("enhetschef-hemvard", on);
  expect(before).toMatchObject({ thing: `assignment:${id}`, name: "Byt larmet på akutboendet" });
  // Handed on to somebody of another line, before it is marked
  const handed = await post("social-chef", on, "/course/hand-over", {
    thing: `assignment:${id}`,
    to: "kultur-chef",
    from: on,
    reason: "Hen kan larm.",
  });
  expect(handed).toMatchObject({ owner: { person: "kultur-chef" } });
  const marked = await post("social-chef", on, `/matters/control-plan:socialnamnden:2027/secrecy`, {
    ground: "26:1",
    note: "",
  });
  expect(marked).not.toHaveProperty("code");
  expect(await shows("vd-it")).toEqual([false, false, false, false, false]);
  // Found by their words they are by nobody
  expect(await shows("social-chef")).toEqual([true, true, true, false, true]);
});

test("OSL: who answers for what was given in a marked matter is told that there is one, by whom and when, and nothing of what it says", async () => {
  const on = "2027-11-10";
  const [line, ...more] = (await mine("kultur-chef", on)).filter(({ name }) => name !== LOKALER.text);
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    thing: expect.stringMatching(/^assignment:/),
    todo: "act",
    due: "2027-12-31",
    name: "Uppdrag från Socialnämnden i ett ärende med sekretess: fråga sekreteraren vad det gäller",
    href: "/beslut/organisation/socialnamnden",
  });
  expect(JSON.stringify(line)).not.toContain("akutboendet");
});

test("GDPR: a name in what an assignment says is pointed to when whoever bears it is erased", async () => {
  expect(await assignmentsWithin("lokalvård")).toEqual([]);
  expect(await assignmentsWithin("vilka lokaler")).toContainEqual(
    expect.objectContaining({ href: `/uppdrag/${decision}-1` }),
  );
  // In what has been written of it too
  expect(await assignmentsWithin("På väg.")).toContainEqual(
    expect.objectContaining({ href: `/uppdrag/${decision}-1` }),
  );
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { MatterView } from "../decisions/contract.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { ExtraOccasions, MineItem, WheelView, YearWheel } from "./contract.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const KS = "kommunstyrelsen";
const read = async (on: string, path: string) =>
  (
    await a.server.app.inject({ method: "GET", url: `/api${path}`, headers: { "tillit-today": on } })
  ).json() as unknown;
const wheelOf = async (on: string, year: number) => (await read(on, `/year/wheel/${year}`)) as WheelView;
const written = async (on: string, year: number) =>
  (await read(on, `/year/wheel/${year}/written`)) as YearWheel;
const dueOf = (wheel: WheelView, id: string) => wheel.steps.find((step) => step.id === id)?.due;
const draft = async (on: string, year: number, content: YearWheel) => {
  const { status, json } = await a.draft("kommunchef", on, `/year/year-wheel/${KS}/${year}`, content);
  expect(status, JSON.stringify(json)).toBe(200);
  return json as MatterView<YearWheel>;
};
const decide = async (on: string, year: number) => a.decide("ks-sekreterare", on, `year-wheel:${KS}:${year}`);
const mine = async (as: string, on: string) => (await a.call(as, on, "GET", "/year/mine")).json as MineItem[];

test("A-13: steps follow rules and the organs' meetings; they stand in the wheel, in the calendar and as they were written", async () => {
  const model = await written("2026-11-02", 2027);
  const content: YearWheel = {
    ...model,
    steps: model.steps.map((step) =>
      step.id === "A-2"
        ? {
            ...step,
            due: { rule: "nth", nth: -2, of: "workday", month: 3 },
            owner: "administration-director",
          }
        : step.id === "A-3-dag"
          ? {
              ...step,
              after: [],
              from: { rule: "meeting", body: KS, month: 5, which: "first", weeksBefore: 1 },
              due: { rule: "meeting", body: KS, month: 5, which: "first", weeksBefore: 1 },
            }
          : step,
    ),
    meetings: [{ body: KS, days: ["2027-02-10", "2027-05-26"], rule: null }],
  };
  const unheld = await draft("2026-11-02", 2027, { ...content, meetings: [] });
  expect(unheld.remarks.map(({ code, at }) => [code, at])).toContainEqual([
    "wheel-no-meeting",
    "steps.4.from",
  ]);
  await draft("2026-11-02", 2027, content);
  expect((await decide("2026-11-11", 2027)).status).toBe(200);

  const wheel = await wheelOf("2026-11-12", 2027);
  expect(wheel.wheel).toMatchObject({ matter: `year-wheel:${KS}:2027`, version: 1 });
  expect(dueOf(wheel, "A-2")).toBe("2027-03-30");
  expect(dueOf(wheel, "A-3-dag")).toBe("2027-05-19");
  expect(wheel.meetings).toEqual([{ body: KS, name: "Kommunstyrelsen", days: ["2027-02-10", "2027-05-26"] }]);
  // The year after meets as this one did
  expect((await wheelOf("2026-11-12", 2028)).meetings[0]?.days).toEqual(["2028-02-09", "2028-05-24"]);
  const calendar = await a.server.app.inject({
    method: "GET",
    url: `/api/year/calendar.ics?year=2027&body=${KS}`,
    headers: { "tillit-today": "2026-11-12" },
  });
  expect(calendar.body).toContain("SUMMARY:Sammanträde: Kommunstyrelsen\r\n");
  expect((await written("2026-11-12", 2027)).steps.find(({ id }) => id === "A-2")?.due).toEqual({
    rule: "nth",
    nth: -2,
    of: "workday",
    month: 3,
  });
  // Its owner has it on the list; the controller, who may write it too, has not
  const has = async (as: string) =>
    (await mine(as, "2027-02-01")).some(({ thing }) => thing === "situation-analysis:bildningsnamnden:2028");
  expect(await has("bildning-chef")).toBe(true);
  expect(await has("bildning-controller")).toBe(false);
});

test("A-13: a year that has begun keeps its wheel until the day that a change says; what was late stays late by the wheel of then", async () => {
  const content = await written("2027-04-12", 2027);
  const moved: YearWheel = {
    ...content,
    steps: content.steps.map((step) =>
      step.id === "U-2"
        ? { ...step, due: { month: 5, day: 20 } }
        : step.id === "A-2"
          ? { ...step, due: { month: 5, day: 10 } }
          : step,
    ),
  };
  const without = await draft("2027-04-12", 2027, moved);
  expect(without.remarks.map(({ code }) => code)).toContain("wheel-year-begun");
  const passed = await draft("2027-04-12", 2027, { ...moved, appliesFrom: "2027-03-01" });
  expect(passed.remarks.map(({ code }) => code)).toContain("wheel-from-passed");
  expect((await decide("2027-04-14", 2027)).status).toBe(422);
  await draft("2027-04-14", 2027, { ...moved, appliesFrom: "2027-04-14" });
  expect((await decide("2027-04-14", 2027)).status).toBe(200);

  const after = await wheelOf("2027-04-15", 2027);
  expect(dueOf(after, "U-2")).toBe("2027-05-20");
  // It was due in March, and stays late by that
  expect(after.steps.find(({ id }) => id === "A-2")).toMatchObject({ due: "2027-03-30", state: "late" });
  expect(dueOf(await wheelOf("2027-04-13", 2027), "U-2")).toBe("2027-05-31");
  expect(dueOf(await wheelOf("2027-04-15", 2028), "A-2")).toBe("2028-05-10");
});

test("U-5: an extra follow-up that the executive decides on gets a step, a report and lateness", async () => {
  const path = `/year/extra-occasions/${KS}/2027`;
  const one: ExtraOccasions["occasions"][number] = {
    month: 6,
    due: "2027-08-20",
    bodies: ["committee"],
    why: "Underskott",
  };
  expect((await a.draft("bildning-chef", "2027-06-01", path, { occasions: [one] })).status).toBe(403);
  await a.draft("ekonomichef", "2027-06-01", path, { occasions: [{ ...one, why: "" }] });
  const refused = await a.decide("ks-sekreterare", "2027-06-09", `extra-occasions:${KS}:2027`);
  expect(refused.json).toMatchObject({ errors: [{ code: "extra-why" }] });
  await a.draft("ekonomichef", "2027-06-02", path, { occasions: [one] });
  expect((await a.decide("ks-sekreterare", "2027-06-09", `extra-occasions:${KS}:2027`)).status).toBe(200);

  const step = (await wheelOf("2027-08-21", 2027)).steps.find(({ id }) => id === "U-5-6");
  expect(step).toMatchObject({
    name: "Extra uppföljning efter juni",
    from: "2027-07-01",
    state: "late",
    kind: "extra-follow-up",
  });
  const line = (await mine("bildning-chef", "2027-07-02")).find(({ kind }) => kind === "extra-follow-up");
  expect(line).toMatchObject({
    step: "U-5-6",
    due: "2027-08-20",
    href: "/uppfoljning/extra-follow-up/bildningsnamnden/2027",
  });
  const occasions = (await read("2027-07-02", "/followup/occasions/2027")) as {
    occasions: { kind: string; until: string | null; bodies: { body: string; due: string }[] }[];
  };
  const extra = occasions.occasions.find(({ kind }) => kind === "extra-follow-up");
  expect(extra).toMatchObject({ until: "2027-06-30" });
  expect(extra?.bodies.map(({ body }) => body)).toContain("bildningsnamnden");
  expect(extra?.bodies.map(({ body }) => body)).not.toContain(KS);

  const report = "/followup/extra-follow-up/bildningsnamnden/2027";
  const proposal = await a.call("bildning-controller", "2027-07-05", "GET", `${report}/proposal`);
  expect(proposal.status).toBe(200);
  const said = proposal.json as Record<string, unknown> & { staff: object; economy: object };
  const saved = await a.draft("bildning-controller", "2027-07-05", report, {
    ...said,
    effectForResidents: "Eleverna märker inget ännu.",
    operations: { text: "Som planerat." },
    staff: { ...said.staff, text: "Som planerat." },
    economy: { ...said.economy, text: "Underskottet minskar." },
  });
  expect(saved.status, JSON.stringify(saved.json)).toBe(200);
  const decided = await a.decide(
    "bildning-sekreterare",
    "2027-08-18",
    "extra-follow-up:bildningsnamnden:2027",
  );
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);
  const done = (await wheelOf("2027-08-21", 2027)).steps.find(({ id }) => id === "U-5-6");
  expect(done?.bodies.find(({ body }) => body === "bildningsnamnden")?.state).toBe("decided");
  expect(done?.bodies.find(({ body }) => body === "socialnamnden")?.state).toBe("late");

  // A later one in the year is the same matter's next version: the first stays decided
  await a.draft("ekonomichef", "2027-09-01", path, {
    occasions: [one, { ...one, month: 10, due: "2027-11-19" }],
  });
  expect((await a.decide("ks-sekreterare", "2027-09-08", `extra-occasions:${KS}:2027`)).status).toBe(200);
  const both = await wheelOf("2027-11-22", 2027);
  const stateIn = (id: string) =>
    both.steps.find((of) => of.id === id)?.bodies.find(({ body }) => body === "bildningsnamnden")?.state;
  expect([stateIn("U-5-6"), stateIn("U-5-10")]).toEqual(["decided", "late"]);
  const later = ((await read("2027-11-22", "/followup/occasions/2027")) as typeof occasions).occasions;
  expect(later.map(({ kind }) => kind)).toEqual([
    "follow-up",
    "interim-report",
    "extra-follow-up",
    "annual-report",
  ]);
  const october = later[2]?.bodies.find(({ body }) => body === "bildningsnamnden");
  expect(october).toMatchObject({ state: "none", due: "2027-11-19", late: true });
  const { content } = saved.json as MatterView<{ data?: { until: string } }>;
  const next = await a.draft("bildning-controller", "2027-11-22", report, content);
  expect((next.json as MatterView<{ data?: { until: string } }>).content.data?.until).toBe("2027-10-31");
});

test("A-13, T-1: the wheel and the extra follow-ups leave as PDF and Word", async () => {
  for (const matter of [`year-wheel:${KS}:2027`, `extra-occasions:${KS}:2027`])
    for (const form of ["document.pdf", "document.docx"]) {
      const reply = await a.call(
        "kommunchef",
        "2027-11-22",
        "GET",
        `/matters/${encodeURIComponent(matter)}/${form}`,
      );
      expect(reply.status, `${matter} ${form}: ${JSON.stringify(reply.json)}`).toBe(200);
    }
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Change } from "../decisions/rules/ground.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { ActionPlan, Report } from "./contract.ts";

const TODAY = "2028-05-15";
const SCHOOL = "bildningsnamnden";
const FOLLOW_UP = `/followup/follow-up/${SCHOOL}/2028`;
let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
});
afterAll(() => a.stop());

interface Seen<C> {
  readonly content: C;
  readonly version: { readonly revision: number; readonly state: string };
  readonly changes?: Change[];
  readonly remarks: { readonly code: string; readonly level: string; readonly params: object }[];
}
const seen = async <C = Report>(path: string, on = TODAY) =>
  (await a.call("bildning-controller", on, "GET", path)).json as Seen<C>;
const codes = (view: Seen<unknown>) => view.remarks.map((found) => found.code);
const unsigned = async (path: string) =>
  (await a.server.app.inject({ method: "GET", url: `/api${path}` })).json();
const save = async <C = Report>(path: string, content: unknown, as = "bildning-controller") => {
  const reply = await a.draft(as, TODAY, path, content);
  expect(reply.json).toMatchObject({ kind: expect.any(String) });
  return reply.json as Seen<C>;
};
/** The report as it stands, with all that is known taken in. */
const fresh = async () => {
  const { content } = await seen(FOLLOW_UP);
  return save(FOLLOW_UP, { ...content, ground: { parts: [], kept: [], takeIn: true } });
};

test("U-10: a correction that is being written hides nothing of the report in force", async () => {
  const path = `/followup/annual-report/${SCHOOL}/2027`;
  const { content } = await seen(path);
  expect((await a.draft("bildning-controller", TODAY, path, content)).status).toBe(200);
  const { occasions } = await unsigned("/followup/occasions/2027");
  const annual = occasions.find((one: { kind: string }) => one.kind === "annual-report");
  expect(annual.bodies.find((one: { body: string }) => one.body === SCHOOL)).toMatchObject({
    state: "decided",
    late: false,
  });
});

describe("U-6: a report knows what it rests on, and tells what has changed since", () => {
  const register = (value: number) =>
    a.draft("bildning-chef", TODAY, `/goals/values/${SCHOOL}/${GOAL}/${INDICATOR}/2028-05-03`, {
      value,
      source: "Egen räkning",
      year: 2028,
      reason: "Räknat om",
    });
  const GOAL = "behorighet";
  const INDICATOR = "behorighet-yrkesprogram";
  const ofValue = (view: Seen<Report>) => view.changes?.find(({ sort }) => sort === "value");

  test("a value that is registered later is told with before and after, and waits to be taken in", async () => {
    expect((await register(87.5)).status).toBe(200);
    const draft = await fresh();
    expect(draft.changes).toEqual([]);
    const goals = [...draft.content.goals.filter(({ goal }) => goal !== GOAL), JUDGED];
    const judged = await save(FOLLOW_UP, { ...draft.content, goals });
    expect(codes(judged)).not.toContain("ground-changed");

    expect((await register(91)).status).toBe(200);
    const old = await seen(FOLLOW_UP);
    expect(ofValue(old)).toMatchObject({
      before: { says: 87.5 },
      now: { says: 91, on: "2028-05-03" },
      kept: null,
    });
    expect(old.remarks).toContainEqual(
      expect.objectContaining({
        level: "needs-reason",
        code: "ground-changed",
        params: expect.objectContaining({ what: expect.stringContaining(": 87,5 → 91") }),
      }),
    );
    const refused = await a.decide("bildning-sekreterare", TODAY, `follow-up:${SCHOOL}:2028`);
    expect((refused.json as { errors: { code: string }[] }).errors.map((e) => e.code)).toContain(
      "ground-changed",
    );
    const proposed = await a.call(
      "bildning-controller",
      TODAY,
      "POST",
      `/matters/${encodeURIComponent(`follow-up:${SCHOOL}:2028`)}/proposal`,
      { body: { revision: old.version.revision } },
    );
    expect((proposed.json as { errors: { code: string }[] }).errors.map((e) => e.code)).toContain(
      "ground-changed",
    );
    // Written on, it stays as it was taken in: nothing comes in unseen
    const written = await save(FOLLOW_UP, { ...old.content, effectForResidents: "Fler blir behöriga." });
    expect(latestOf(written.content)).toBe(87.5);
    expect(ofValue(written)).toMatchObject({ now: { says: 91 } });
  });

  test("kept out with a reason it holds nothing back, until it changes again", async () => {
    const { content, changes } = await seen(FOLLOW_UP);
    const kept = (changes ?? []).map(({ id, sha256 }) => ({ id, sha256, reason: "Gäller efter perioden." }));
    const ground = { parts: content.ground?.parts ?? [], kept };
    const with91 = await save(FOLLOW_UP, { ...content, ground });
    expect(codes(with91)).not.toContain("ground-changed");
    expect(with91.content.ground?.kept).toContainEqual(
      expect.objectContaining({ reason: "Gäller efter perioden.", by: "bildning-controller", on: TODAY }),
    );
    expect(latestOf(with91.content)).toBe(87.5);
    expect((await register(92)).status).toBe(200);
    expect(codes(await seen(FOLLOW_UP))).toContain("ground-changed");
  });

  test("taken in with one click; what a person wrote stays, and a judgement asks to be looked at again", async () => {
    const { content } = await seen(FOLLOW_UP);
    const ground = { ...content.ground, takeIn: true };
    const taken = await save(FOLLOW_UP, { ...content, ground });
    expect(latestOf(taken.content)).toBe(92);
    expect(taken.changes).toEqual([]);
    expect(taken.content.effectForResidents).toBe("Fler blir behöriga.");
    const judged = taken.content.goals.find(({ goal }) => goal === GOAL);
    expect(judged).toMatchObject({ ...JUDGED, lookAgain: true });
    expect(codes(taken)).toContain("judged-on-old-ground");
    const { lookAgain: _looked, ...stands } = judged as NonNullable<typeof judged>;
    const goals = taken.content.goals.map((one) => (one.goal === GOAL ? stands : one));
    expect(codes(await save(FOLLOW_UP, { ...taken.content, goals }))).not.toContain("judged-on-old-ground");
  });

  test("nobody types what it rests on: parts that a caller makes up are not read", async () => {
    const { content } = await seen(FOLLOW_UP);
    const forged = { parts: [], kept: [] };
    const stored = await save(FOLLOW_UP, { ...content, ground: forged });
    expect(stored.content.ground?.parts).toEqual(content.ground?.parts);
  });

  test("accounts that are taken back are told too", async () => {
    await fresh();
    const imports = (await a.call("ekonomichef", TODAY, "GET", "/ledger/imports?year=2028")).json as {
      importId: number;
    }[];
    expect(
      (await a.call("ekonomichef", TODAY, "POST", `/ledger/imports/${imports[0]?.importId}/undo`)).status,
    ).toBe(200);
    const { changes } = await seen(FOLLOW_UP);
    expect(changes?.map(({ sort }) => sort)).toContain("accounts");
    await fresh();
    expect((await seen(FOLLOW_UP)).changes).toEqual([]);
  });

  test("a decided report is not judged anew, but tells what came later", async () => {
    const decided = await seen(`/followup/annual-report/${SCHOOL}/2027?version=1`);
    expect(decided.remarks).toEqual([]);
    expect(decided.changes).toBeDefined();
  });

  test("no report is decided on before its period has ended", async () => {
    const path = `/followup/interim-report/${SCHOOL}/2028`;
    const { content } = await seen(FOLLOW_UP);
    expect((await a.draft("bildning-controller", TODAY, path, content)).status).toBe(200);
    expect(codes(await seen(path, "2028-08-30"))).toContain("report-before-its-day");
    expect(codes(await seen(path, "2028-08-31"))).not.toContain("report-before-its-day");
  });

  const JUDGED = { goal: GOAL, judgement: "partly", grounds: "87,5 procent." };
  const latestOf = ({ data }: Report) =>
    data?.goals.find(({ id }) => id === GOAL)?.indicators.find(({ latest }) => latest !== null)?.latest
      ?.value;
});

describe("U-8: an action plan is owned by people who are there, and made for the deviation of today", () => {
  const path = `/followup/action-plan/${SCHOOL}/2027`;
  test("a measure of one who has left, a plan for another deviation", async () => {
    const { content } = await seen<ActionPlan>(path);
    expect(content.measures.length).toBeGreaterThan(0);
    await a.sql("set tillit.person = 'prov'; set tillit.why = 'slutar'");
    const owner = content.measures[0]?.responsible;
    await a.sql(`update organisation.post set valid_to = '2028-01-31' where person_id = '${owner}'`);
    expect((await a.draft("bildning-controller", TODAY, path, content)).status).toBe(200);
    expect(codes(await seen(path, TODAY))).toContain("measure-without-owner");
    await a.sql(`update organisation.post set valid_to = null where person_id = '${owner}'`);
    expect(codes(await seen(path, TODAY))).not.toContain("measure-without-owner");

    const report = `/followup/interim-report/${SCHOOL}/2027`;
    const { content: interim } = await seen(report);
    const forecastTkr = (interim.economy.forecastTkr ?? 0) + 1000;
    await a.draft("bildning-controller", TODAY, report, {
      ...interim,
      economy: { ...interim.economy, forecastTkr, additionTkr: undefined },
    });
    const old = await seen<ActionPlan>(path, TODAY);
    expect(old.remarks).toContainEqual(
      expect.objectContaining({ level: "needs-reason", code: "ground-changed" }),
    );
    expect(old.changes).toMatchObject([{ sort: "deviation", kept: null }]);
    const ground = { ...old.content.ground, takeIn: true };
    const taken = await save<ActionPlan>(path, { ...old.content, ground });
    expect(taken.content.deviationTkr).toBe((old.content.deviationTkr ?? 0) - 1000);
    expect(codes(taken)).not.toContain("ground-changed");
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { ActionPlan, Report } from "./contract.ts";

const TODAY = "2028-05-15";
const SCHOOL = "bildningsnamnden";
const FOLLOW_UP = `/followup/follow-up/${SCHOOL}/2028`;
let a: Astorp;
beforeAll(async () => {
  a = await astorp("full");
});
afterAll(() => a.stop());

interface Seen<C> {
  readonly content: C;
  readonly remarks: { readonly code: string; readonly level: string }[];
}
const seen = async <C = Report>(path: string, on = TODAY) =>
  (await a.call("bildning-controller", on, "GET", path)).json as Seen<C>;
const codes = (view: Seen<unknown>) => view.remarks.map((found) => found.code);
const unsigned = async (path: string) =>
  (await a.server.app.inject({ method: "GET", url: `/api${path}` })).json();

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

describe("U-6: a report is decided on with the figures of today, or with a reason", () => {
  test("a draft from before newer accounts asks for a reason; saved anew it does not", async () => {
    expect(codes(await seen(FOLLOW_UP))).not.toContain("figures-changed");
    const imports = (await a.call("ekonomichef", TODAY, "GET", "/ledger/imports?year=2028")).json as {
      importId: number;
    }[];
    expect(
      (await a.call("ekonomichef", TODAY, "POST", `/ledger/imports/${imports[0]?.importId}/undo`)).status,
    ).toBe(200);
    const old = await seen(FOLLOW_UP);
    expect(old.remarks).toContainEqual(
      expect.objectContaining({ level: "needs-reason", code: "figures-changed", at: "data.economy" }),
    );
    const refused = await a.decide("bildning-sekreterare", TODAY, `follow-up:${SCHOOL}:2028`);
    expect((refused.json as { errors: { code: string }[] }).errors.map((e) => e.code)).toContain(
      "figures-changed",
    );
    await a.draft("bildning-controller", TODAY, FOLLOW_UP, old.content);
    expect(codes(await seen(FOLLOW_UP))).not.toContain("figures-changed");
  });

  test("no report is decided on before its period has ended", async () => {
    const path = `/followup/interim-report/${SCHOOL}/2028`;
    const { content } = await seen(FOLLOW_UP);
    expect((await a.draft("bildning-controller", TODAY, path, content)).status).toBe(200);
    expect(codes(await seen(path, "2028-08-30"))).toContain("report-before-its-day");
    expect(codes(await seen(path, "2028-08-31"))).not.toContain("report-before-its-day");
  });
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
      economy: { ...interim.economy, forecastTkr },
    });
    expect((await seen(path, TODAY)).remarks).toContainEqual(
      expect.objectContaining({ level: "needs-reason", code: "deviation-changed" }),
    );
  });
});

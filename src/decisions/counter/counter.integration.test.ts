import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NO_CHANGES } from "../../budget/live/rules/changes.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { raw } from "../../shell/testing/raw.ts";

const DAY = "2026-10-20";
const SECRETARY = "kf-sekreterare";
const VISION = "vision:kommunfullmaktige:2027";
const BUDGET = "budget:kommunfullmaktige:2027";
const at = (matter: string) => `/matters/${encodeURIComponent(matter)}/counter-proposals`;
const TEXT = {
  party: "Partigrupp A (exempel)",
  sentence: "Visionen ska gälla till 2035 och nämna landsbygden",
};

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", DAY, "/goals/vision/kommunfullmaktige/2027", {
    name: "Söderåsstaden",
    text: "Här vågar vi pröva nytt.",
    validTo: "2030-12-31",
  });
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at
const json = (reply: { json: unknown }) => reply.json as any;
const lay = (matter: string, as = SECRETARY, rest: object = {}, on = DAY) =>
  a.call(as, on, "POST", at(matter), { body: { ...TEXT, ...rest } });
const list = async (matter: string, as = "larare-bjornekulla", on = DAY) =>
  json(await a.call(as, on, "GET", at(matter)));
const publicly = async (path: string) => raw(a.server.app, "GET", `/api${path}`, {});
const withdraw = (matter: string, number: number, as = SECRETARY) =>
  a.call(as, DAY, "POST", `${at(matter)}/${number}/withdrawal`);

describe("§3.2: a counter-proposal lies beside what has been laid before a body", () => {
  test("beside a draft nobody lays one; then those of the body that it lies before, and no others", async () => {
    expect(json(await lay(VISION))).toMatchObject({ status: 409, code: "not-laid" });
    expect((await list(VISION)).before).toBeNull();
    const revision = json(await a.call("kommunchef", DAY, "GET", "/goals/vision/kommunfullmaktige/2027"));
    await a.call("kommunchef", DAY, "POST", `/matters/${encodeURIComponent(VISION)}/proposal`, {
      body: { revision: revision.version.revision, why: "Föreslås så här i provet" },
    });

    // It lies before the executive, which is to propose it
    expect((await list(VISION)).before).toMatchObject({ organ: "Kommunstyrelsen", may: { allowed: false } });
    for (const as of ["larare-bjornekulla", "social-ordforande", "kommunchef", SECRETARY])
      expect((await lay(VISION, as)).status, as).toBe(403);
    const laid = await lay(VISION, "ks-ordforande", { sentence: "Visionen ska\n nämna landsbygden" });
    expect(json(laid)).toMatchObject({
      number: 1,
      version: 1,
      organ: "Kommunstyrelsen",
      sentence: "Visionen ska nämna landsbygden",
      laidOn: DAY,
      fell: null,
      mayWithdraw: true,
    });

    await a.proposeToCouncil(DAY, VISION);
    expect(json(await lay(VISION, "ks-ordforande"))).toMatchObject({ status: 403, code: "may-not" });
    expect(json(await lay(VISION))).toMatchObject({ number: 2, organ: "Kommunfullmäktige" });
  });

  test("it is public from the day that it was laid, and not before", async () => {
    const open = await publicly(at(VISION));
    expect(open.json?.counterProposals).toMatchObject([{ number: 1 }, { number: 2, ...TEXT }]);
    expect((await publicly(`${at(VISION)}/2`)).json).toMatchObject({
      counterProposal: { number: 2 },
      content: null,
    });
    expect((await list(VISION, "revisor", "2026-10-19")).counterProposals).toEqual([]);
    const early = await a.call("revisor", "2026-10-19", "GET", `${at(VISION)}/2`);
    expect(json(early)).toMatchObject({ status: 404, code: "no-counter-proposal" });
  });

  test("bad input is refused with what to do, at its field", async () => {
    const faults = async (rest: object) =>
      (json(await lay(VISION, SECRETARY, rest)).errors ?? []).map((one: { at: string }) => one.at);
    expect(await faults({ party: " " })).toEqual(["party"]);
    expect(await faults({ party: "x".repeat(81) })).toEqual(["party"]);
    expect(await faults({ sentence: "För kort" })).toEqual(["sentence"]);
    expect(await faults({ sentence: "x".repeat(201) })).toEqual(["sentence"]);
    expect(await faults({ text: "x".repeat(4001) })).toEqual(["text"]);
    expect(await faults({ scenario: "00000000-0000-4000-8000-000000000000" })).toEqual(["scenario"]);
    expect((await lay("vision:kommunfullmaktige:2099")).status).toBe(404);
  });

  test("who laid it withdraws it, once", async () => {
    expect(json(await withdraw(VISION, 1))).toMatchObject({ status: 403, code: "may-not" });
    expect(json(await withdraw(VISION, 2, "kf-ordforande"))).toMatchObject({
      code: "counter-proposal-not-yours",
    });
    expect(json(await lay(VISION, SECRETARY, { party: "Partigrupp B (exempel)" }))).toMatchObject({
      number: 3,
    });
    expect(json(await withdraw(VISION, 3))).toMatchObject({ withdrawnOn: DAY, mayWithdraw: false });
    expect(json(await withdraw(VISION, 3))).toMatchObject({ status: 409, code: "counter-proposal-stands" });
    expect(json(await withdraw(VISION, 9))).toMatchObject({ status: 404 });
  });

  test("what was laid is not changed by anybody, and a changed one is told by the check of the log", async () => {
    await expect(
      a.sql("update decisions.counter_proposal set sentence = 'Något helt annat'"),
    ).rejects.toThrow(/stays as it was laid/);
    await expect(a.sql("delete from decisions.counter_proposal")).rejects.toThrow(/stays as it was laid/);
    await expect(a.sql("truncate decisions.counter_proposal")).rejects.toThrow();
  });

  test("R-5: how it fell stands with the decision and in its hash; the adopted one is written in at the meeting", async () => {
    const decide = (rest: object) => a.decide(SECRETARY, DAY, VISION, { ...rest });
    expect(json(await decide({ adopts: 2 })).errors).toMatchObject([{ at: "adopts" }]);
    expect(json(await decide({ adopts: 3 })).errors).toMatchObject([{ at: "adopts" }]);
    const path = "/goals/vision/kommunfullmaktige/2027";
    const { version, content } = json(await a.call(SECRETARY, DAY, "GET", path));
    await a.call(SECRETARY, DAY, "POST", `/matters/${encodeURIComponent(VISION)}/change`, {
      body: { revision: version.revision },
    });
    await a.draft(SECRETARY, DAY, path, { ...content, validTo: "2035-12-31" });
    const decided = json(
      await decide({ adopts: 2, motion: "Partigrupp A yrkar bifall till sitt motförslag." }),
    );
    expect(decided.preparation.counterProposals).toMatchObject([
      { number: 1, outcome: "voted-down" },
      { number: 2, party: TEXT.party, outcome: "adopted" },
    ]);
    expect((await list(VISION)).counterProposals).toMatchObject([
      { number: 1, fell: { outcome: "voted-down", decision: decided.number, decidedOn: DAY } },
      { number: 2, fell: { outcome: "adopted", decision: decided.number, decidedOn: DAY } },
      { number: 3, fell: null, withdrawnOn: DAY },
    ]);
    expect(json(await withdraw(VISION, 2))).toMatchObject({ status: 409, code: "counter-proposal-stands" });
    expect(json(await lay(VISION))).toMatchObject({ status: 409, code: "not-laid" });
    expect(json(await a.call(SECRETARY, DAY, "GET", "/decisions-chain"))).toMatchObject({ whole: true });
  });
});

describe("E-9: a shared scenario is laid as a counter-budget", () => {
  const sample = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../sample/year/content/budget-2027.json"), "utf8"),
  );
  const scenario = {
    name: "Fler händer i äldreomsorgen",
    party: "",
    comment: "",
    base: { matter: BUDGET, version: 1 },
    changes: {
      ...NO_CHANGES,
      taxRate: { 2027: 20.5 },
      added: [
        { id: "a", body: "socialnamnden", year: 2027, amountTkr: 900, oneOff: false, text: "Fler händer" },
      ],
    },
  };
  let id = "";
  const share = (shared: boolean) =>
    a.call("kf-ordforande", DAY, "POST", `/budget/scenarios/2027/${id}/sharing`, { body: { shared } });

  test("what it makes of the proposal is frozen with it, under its hash, and read by all", async () => {
    const path = "/budget/budget/kommunfullmaktige/2027";
    await a.draft("ekonomichef", DAY, path, { ...sample, sources: [] });
    await a.proposeToCouncil(DAY, BUDGET);
    id = json(await a.call("kf-ordforande", DAY, "POST", "/budget/scenarios/2027", { body: scenario })).id;
    expect(json(await lay(BUDGET, "kf-ordforande", { scenario: id })).errors).toMatchObject([
      { at: "scenario" },
    ]);
    await share(true);

    const laid = json(await lay(BUDGET, SECRETARY, { scenario: id }));
    expect(laid).toMatchObject({ number: 1, scenario: scenario.name });
    const read = (await publicly(`${at(BUDGET)}/1`)).json as { content: Record<string, never> };
    const { input, resultInput, results } = read.content as never as {
      input: { adjustments: { body: string; amountTkr: number; text: string }[] };
      resultInput: { year: number; taxRate: number }[];
      results: object[];
    };
    expect(input.adjustments).toContainEqual(
      expect.objectContaining({ body: "socialnamnden", amountTkr: 900, text: `Fler händer (${TEXT.party})` }),
    );
    expect(resultInput.find(({ year }) => year === 2027)?.taxRate).toBe(20.5);
    expect(results.length).toBeGreaterThan(0);
    // What the meeting may begin its change with
    const begin = (revision: number, counterProposal: number) =>
      a.call(SECRETARY, DAY, "POST", `/matters/${encodeURIComponent(BUDGET)}/change`, {
        body: { revision, counterProposal },
      });
    const { version } = json(await a.call(SECRETARY, DAY, "GET", path));
    expect(json(await begin(version.revision, 7))).toMatchObject({
      status: 404,
      code: "no-counter-proposal",
    });
    expect(json(await begin(version.revision, 1))).toMatchObject({ version: 2, changes: 1 });
    const change = json(await a.call(SECRETARY, DAY, "GET", path));
    expect(change.content.input).toEqual(input);
    await a.call(SECRETARY, DAY, "DELETE", `/matters/${encodeURIComponent(BUDGET)}/change?revision=1`);
    // The scenario is its maker's still: what was laid does not change with it
    await share(false);
    expect((await publicly(`${at(BUDGET)}/1`)).json).toEqual(read);
  });

  test("T-7: what is frozen is changed by nobody unseen", async () => {
    const fault = async () => json(await a.call("revisor", DAY, "GET", "/decisions-seals")).fault;
    expect(await fault()).toBeUndefined();
    await a.sql(`set session_replication_role = replica;
      update decisions.counter_proposal set content = jsonb_set(content, '{comment}', '"ändrat"') where matter_id = '${BUDGET}';
      set session_replication_role = origin`);
    expect(await fault()).toMatchObject({
      fault: "imported-rows",
      table: "decisions.counter_proposal",
      key: JSON.stringify(["1277", BUDGET, 1]),
    });
  });

  test("one that starts from an earlier draft is not laid: it would show what nobody laid forward", async () => {
    await share(true);
    const path = "/budget/budget/kommunfullmaktige/2027";
    const { content } = json(await a.call("ekonomichef", DAY, "GET", path));
    await a.draft("ekonomichef", DAY, path, { ...content, soundEconomy: `${content.soundEconomy} Mer.` });
    await a.proposeToCouncil(DAY, BUDGET);
    expect(json(await lay(BUDGET, SECRETARY, { scenario: id })).errors).toMatchObject([{ at: "scenario" }]);
  });
});

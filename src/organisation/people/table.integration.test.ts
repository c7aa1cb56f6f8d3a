import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "../../platform/database/door.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { keepHoldings } from "../holdings.ts";
import type { PersonView } from "./contract.ts";
import type { PeoplePlan } from "./table-contract.ts";

const TODAY = "2026-11-02";
const KEEPER = "systemforvaltare";
const DAYS = "council=2026-10-15&committees=2027-01-01&boards=2027-04-15";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
type Any = any;
const ask = async (
  method: "GET" | "POST",
  path: string,
  body?: object,
  on = TODAY,
): Promise<{ status: number; json: Any }> => a.call(KEEPER, on, method, path, body ? { body } : {});
const send = (path: string, text: string, as = KEEPER): Promise<{ status: number; json: Any }> =>
  a.call(as, TODAY, "POST", path, {
    file: { name: "lista.csv", bytes: new TextEncoder().encode(text) },
  });
const preview = async (text: string, more = `sort=period&${DAYS}`): Promise<PeoplePlan> => {
  const { status, json } = await send(`/people-table/preview?${more}`, text);
  expect(status, JSON.stringify(json)).toBe(200);
  return json;
};
const apply = (text: string, sha256: string, more = `sort=period&${DAYS}`) =>
  send(`/people-table?${more}&name=Mandatperioden&sha256=${sha256}`, text);
const write = <T>(work: (tx: Tx) => Promise<T>) =>
  a.server.door.write({ municipality: "1277", personId: KEEPER, requestId: "prov" }, "Prov", work);
const chairs = async (body: string) =>
  (
    await a.sql(
      `select person_id, valid_from, valid_to from organisation.post where body_id = '${body}' and role = 'chair' order by valid_from`,
    )
  ).rows;

const LIST = `Namn;Organ;Roll;Ordning;Parti
Ny ordförande;Bildningsnämnden;ordförande;;S
Ny vice;Bildningsnämnden;1:e vice ordförande;;C
Ny ersättare;Bildningsnämnden;Ersättare;2;M
Socialnämndens ordförande;Socialnämnden;ordförande;;S
Ny styrelseledamot;AB Kvidingebyggen;ledamot;;M
`;

describe("R-2: a new mandate period from one list", () => {
  test("is told before it is stored: who begins and who ends, body by body, each with its own days", async () => {
    const plan = await preview(LIST);
    expect(plan.counts).toMatchObject({ people: 4, posts: 5, ends: 3, faults: 0 });
    expect(plan.bodies).toEqual([
      { name: "Bildningsnämnden", posts: 3, ends: 1, from: "2027-01-01" },
      { name: "Socialnämnden", posts: 1, ends: 1, from: "2027-01-01" },
      { name: "AB Kvidingebyggen", posts: 1, ends: 1, from: "2027-04-15" },
    ]);
    expect(plan.posts[1]).toMatchObject({
      role: "first-deputy-chair",
      party: "C",
      to: "2030-12-31",
      isNew: true,
    });
    expect(plan.posts[4]).toMatchObject({ role: "board-member", to: null });
    // Nobody has been stored
    expect((await chairs("bildningsnamnden")).length).toBe(1);
  });

  test("what can't be is told by its cell, and nothing of it is stored", async () => {
    const wrong = `Namn;Organ;Roll\n;Bildningsnämnden;ordförande\nA;Finns inte;ledamot\nB;Bildningsnämnden;kung\nC;Bildningsförvaltningen;ledamot\nD;Bildningsnämnden;ordförande\nE;Bildningsnämnden;ordförande\n`;
    const plan = await preview(wrong);
    expect(plan.faults.map(({ at, code }) => `${at} ${code}`)).toEqual([
      "A2 row-without-name",
      "B3 row-unknown-body",
      "C4 row-unknown-role",
      "B5 row-not-elected-body",
      "A7 post-taken",
    ]);
    expect(await apply(wrong, plan.sha256)).toMatchObject({
      status: 422,
      json: { code: "people-table-faults" },
    });
    expect((await send("/people-table/preview?sort=period", "Hej;då\n")).json.errors).toMatchObject([
      { code: "setup-table-headings" },
    ]);
    expect((await send("/people-table/preview?sort=period", LIST, "bildning-chef")).status).toBe(403);
  });

  test("stored as one change: who sits now sits until the day before, and what they had goes to who comes", async () => {
    const thing = {
      thing: "prov:bildningsnamnden:2026/dialog",
      what: "goal",
      person: "bildning-ordforande",
      body: "bildningsnamnden",
      name: "dialog",
    };
    await write((tx) => keepHoldings(tx, "1277", "prov:bildningsnamnden:2026", "2026-02-01", [thing]));
    const { sha256 } = await preview(LIST);
    expect(await apply(LIST, "0".repeat(64))).toMatchObject({ status: 409, json: { code: "other-table" } });
    const done = await apply(
      LIST,
      sha256,
      `sort=period&${DAYS}&decision=${encodeURIComponent("KF 2026-10-26 § 142")}`,
    );
    expect(done.json).toMatchObject({
      posts: 5,
      ended: 3,
      people: 4,
      firstDay: "2027-01-01",
      canBeTakenBack: true,
    });
    const [old, next] = await chairs("bildningsnamnden");
    expect(old).toMatchObject({ person_id: "bildning-ordforande", valid_to: "2026-12-31" });
    const { rows } = await a.sql(
      "select person_id, valid_from::text from organisation.holding where name = 'dialog' order by valid_from",
    );
    expect(rows).toEqual([
      { person_id: "bildning-ordforande", valid_from: "2026-02-01" },
      { person_id: next.person_id, valid_from: "2027-01-01" },
      // When the period ends nobody is elected yet
      { person_id: "bildning-sekreterare", valid_from: "2031-01-01" },
    ]);
    const person = (await ask("GET", `/people/${next.person_id}`)).json as PersonView;
    expect(person.posts).toMatchObject([{ title: "Ordförande", party: "S", givenBy: "KF 2026-10-26 § 142" }]);
    // Who was elected again goes on
    expect((await chairs("socialnamnden")).map(({ person_id }: Any) => person_id)).toEqual([
      "social-ordforande",
      "social-ordforande",
    ]);
    const may = (as: string, on: string) =>
      a.call(as, on, "GET", "/may?action=decide:body-goals&body=bildningsnamnden");
    expect((await may("bildning-ordforande", "2026-12-31")).json).toMatchObject({ allowed: true });
    expect((await may(next.person_id, "2027-01-01")).json).toMatchObject({ allowed: true });
    // Read once again it changes nothing but what is there
    expect((await preview(LIST, "sort=table")).counts).toMatchObject({ posts: 0 });
  });

  test("taken back before its day it never was; afterwards it can't be", async () => {
    const [change] = (await ask("GET", "/people-changes")).json;
    const late = await ask("POST", `/people-changes/${change.id}/take-back`, {}, "2027-01-01");
    expect(late).toMatchObject({ status: 409, json: { code: "people-change-holds" } });
    const back = await ask("POST", `/people-changes/${change.id}/take-back`, {});
    expect(back.json.takenBack).toMatchObject({ on: TODAY });
    expect(await chairs("bildningsnamnden")).toMatchObject([
      { person_id: "bildning-ordforande", valid_to: null },
    ]);
    const { rows } = await a.sql(
      "select person_id, valid_to from organisation.holding where name = 'dialog'",
    );
    expect(rows).toEqual([{ person_id: "bildning-ordforande", valid_to: null }]);
    expect(
      (await a.sql("select count(*)::int as n from platform.personal where value like 'Ny %'")).rows,
    ).toEqual([{ n: 0 }]);
    expect((await ask("POST", `/people-changes/${change.id}/take-back`, {})).status).toBe(409);
  });
});

test("R-2: what is fetched as a table is read in again without a difference; who has a protected identity is in no file", async () => {
  await ask("POST", "/people/larare-bjornekulla/protection", { protected: true });
  const csv = await a.call(KEEPER, TODAY, "GET", "/people-table.csv");
  const text = new TextDecoder().decode(csv.bytes);
  expect(text).toContain("Bildningschef");
  expect(text).not.toContain("Lärare");
  const { counts } = await preview(text, "sort=table");
  expect(counts).toMatchObject({ posts: 0, ends: 0, corrections: 0, faults: 0 });
  expect(counts.unchanged).toBeGreaterThan(30);
  const changed = await preview(text.replace(/(;kommunchef;;)Kommunchef/, "$1Kommundirektör"), "sort=table");
  expect(changed.corrections).toMatchObject([{ before: "Kommunchef", after: "Kommundirektör" }]);
});

test("R-2: of the same name but reached at another address is another person; several rows of one are one, and read again nothing", async () => {
  const two = `Namn;E-post;Förvaltning;Uppdrag;Befattning
Kim Prov;kim.a@prov.example;Björnekullaskolan;medarbetare;Lärare
Kim Prov;kim.b@prov.example;Björnekullaskolan;medarbetare;Elevassistent
Kim Prov;kim.b@prov.example;Hemvården norr;medarbetare;Vikarie
`;
  const plan = await preview(two, "sort=table");
  expect(plan.counts).toMatchObject({ people: 2, posts: 3, faults: 0 });
  expect((await apply(two, plan.sha256, "sort=table")).json).toMatchObject({ people: 2, posts: 3 });
  expect((await preview(two, "sort=table")).counts).toMatchObject({ people: 0, posts: 0, unchanged: 3 });
  // Without an address it is not said which of them
  const which = await preview(`Namn;Organ;Roll\nKim Prov;Bildningsnämnden;sekreterare\n`, "sort=table");
  expect(which.faults).toMatchObject([{ at: "A2", code: "row-two-people" }]);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

const ON = "2027-02-01";
const FROM = "2027-03-01";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const SF = "systemforvaltare";
/** The council's and the committees' secretaries may write lessons. */
const GIVEN = {
  action: "edit:lesson",
  organKinds: ["committee"],
  roles: ["secretary"],
  body: null,
  post: null,
  scope: "own",
  source: "Socialnämndens delegationsordning punkt 4.2",
  sourceDocument: null,
  validFrom: FROM,
  validTo: null,
};
const give = (more: object = {}, as = SF, on = ON) =>
  a.call(as, on, "POST", "/mandates", { body: { ...GIVEN, ...more } });
const may = async (as: string, body: string, on: string) =>
  json(await a.call(as, on, "GET", `/may?action=edit:lesson&body=${body}`));
const tried = async (query: string, as = "larare-bjornekulla") =>
  json(await a.call(as, ON, "GET", `/mandates/tried?${query}`));
const faults = (reply: { json: unknown }) =>
  (json(reply).errors ?? []).map(({ at, code }: { at: string; code: string }) => [at, code]);

describe("R-3: the table is kept by the system manager and the municipal director, and by nobody else", () => {
  test("others are told who, by name", async () => {
    for (const as of ["ekonomichef", "kf-ordforande", "revisor", "social-chef"])
      expect(json(await give({}, as)), as).toMatchObject({
        status: 403,
        code: "may-not",
        nearest: { action: "edit:mandate", body: "kommunfullmaktige", name: expect.any(String) },
      });
    expect((await a.call("larare-bjornekulla", ON, "GET", "/mandates/choices")).status).toBe(200);
  });

  test("a mandate is given from a day; before that nobody has it, and it can be tried", async () => {
    expect((await may("social-sekreterare", "socialnamnden", ON)).allowed).toBe(false);
    const before = await tried("action=edit:lesson&body=socialnamnden&day=2027-03-01");
    const gives = (rows: typeof before) =>
      rows.filter((one: { is: string }) => one.is === "gives").flatMap((one: { who: object[] }) => one.who);
    expect(gives(before).map(({ name }: { name: string }) => name)).not.toContain(
      "Socialnämndens sekreterare",
    );
    const given = json(await give({ body: "socialnamnden", post: "social-sekreterare" }));
    expect(given).toMatchObject({
      id: "edit-lesson-1",
      bodyName: "Socialnämnden",
      postName: "Sekreterare i socialnämnden",
    });
    expect((await may("social-sekreterare", "socialnamnden", ON)).allowed).toBe(false);
    const now = await tried("action=edit:lesson&body=socialnamnden&day=2027-02-28");
    expect(now).toContainEqual(
      expect.objectContaining({ is: "not-yet", mandate: expect.objectContaining({ id: "edit-lesson-1" }) }),
    );
    const then = await tried("action=edit:lesson&body=socialnamnden&day=2027-03-01");
    expect(gives(then)).toContainEqual({
      person: "social-sekreterare",
      name: "Socialnämndens sekreterare",
      title: "Sekreterare i socialnämnden",
      bodyName: "Socialnämnden",
    });
    expect(await may("social-sekreterare", "socialnamnden", FROM)).toMatchObject({
      allowed: true,
      mandate: "edit-lesson-1",
    });
    // Of one post: nobody else's, and in no other committee
    expect((await may("bildning-sekreterare", "bildningsnamnden", FROM)).allowed).toBe(false);
    expect((await may("social-sekreterare", "bildningsnamnden", FROM)).allowed).toBe(false);
  });

  test("it is changed from a day: the old row ends the day before and stays, a new one begins", async () => {
    const later = { ...GIVEN, body: "socialnamnden", validFrom: "2027-06-01", roles: ["secretary", "chair"] };
    const at = "/mandates/edit-lesson-1/change";
    const changed = json(await a.call(SF, FROM, "POST", at, { body: later }));
    expect(changed).toMatchObject({ id: "edit-lesson-2", replaces: "edit-lesson-1" });
    const { line } = json(await a.call("revisor", FROM, "GET", "/mandates/edit-lesson-2"));
    expect(line.map((one: { id: string; validTo: string }) => [one.id, one.validTo])).toEqual([
      ["edit-lesson-1", "2027-05-31"],
      ["edit-lesson-2", null],
    ]);
    expect((await may("social-ordforande", "socialnamnden", "2027-05-31")).allowed).toBe(false);
    expect((await may("social-ordforande", "socialnamnden", "2027-06-01")).allowed).toBe(true);
    expect(json(await a.call(SF, FROM, "POST", at, { body: later }))).toMatchObject({
      status: 409,
      code: "mandate-taken-over",
    });
  });

  test("what has not begun is written over, and the log has it; what has begun ends from a day", async () => {
    const at = (what: string) => `/mandates/edit-lesson-2/${what}`;
    const sooner = { ...GIVEN, body: "socialnamnden", validFrom: "2027-04-01" };
    const reply = json(await a.call(SF, FROM, "POST", at("change"), { body: sooner }));
    expect(reply).toMatchObject({ id: "edit-lesson-3", replaces: "edit-lesson-1" });
    expect((await a.call(SF, FROM, "GET", "/mandates/edit-lesson-2")).status).toBe(404);
    const end = (from: string, on: string) =>
      a.call(SF, on, "POST", "/mandates/edit-lesson-3/end", { body: { from } });
    expect(faults(await end("2027-02-01", FROM))).toEqual([["from", "mandate-in-the-past"]]);
    expect(json(await end("2027-07-01", "2027-05-01"))).toEqual({
      id: "edit-lesson-3",
      lastDay: "2027-06-30",
    });
    expect((await may("social-sekreterare", "socialnamnden", "2027-06-30")).allowed).toBe(true);
    expect((await may("social-sekreterare", "socialnamnden", "2027-07-01")).allowed).toBe(false);
    expect(json(await end("2027-08-01", "2027-05-01")).errors).toMatchObject([
      { code: "mandate-over-by-then" },
    ]);
  });

  test("its history tells who, when, why and what, before and after, in words", async () => {
    const { entries } = json(await a.call("larare-bjornekulla", ON, "GET", "/history/mandate/edit-lesson-3"));
    expect(entries[0]).toMatchObject({
      name: "Systemförvaltare",
      operation: "update",
      fields: [{ column: "valid_to", said: "day", before: null, after: "2027-06-30" }],
    });
    expect(entries[1].fields).toContainEqual({
      column: "body_id",
      said: "body",
      before: null,
      after: "Socialnämnden",
    });
  });
});

describe("R-3: what can't be a mandate is told with its place, and nothing is stored", () => {
  test.each([
    ["an action that nobody asks for", { action: "edit:krig" }, "action", "mandate-unknown-action"],
    [
      "a committee's goals to its administration",
      { action: "decide:body-goals", organKinds: ["administration"], roles: ["administration-director"] },
      "action",
      "not-delegable-aims",
    ],
    [
      "proposals to the council to a unit",
      { action: "propose:*", organKinds: ["unit"], roles: ["unit-manager"], scope: "group" },
      "action",
      "not-delegable-to-council",
    ],
    [
      "the council's budget to the executive",
      { action: "decide:budget", organKinds: ["executive"], roles: ["chair"], scope: "council" },
      "action",
      "not-delegable-council",
    ],
    ["a body that is not there", { body: "ingen" }, "body", "mandate-unknown-body"],
    ["a body of another kind", { body: "kommunstyrelsen" }, "body", "mandate-body-kind"],
    ["a post that is not there", { body: "socialnamnden", post: "ingen" }, "post", "mandate-unknown-post"],
    [
      "another body's post",
      { body: "socialnamnden", post: "bildning-sekreterare" },
      "post",
      "mandate-post-elsewhere",
    ],
    ["a day that has been", { validFrom: "2027-01-31" }, "validFrom", "mandate-in-the-past"],
    ["a last day before the first", { validTo: "2027-02-15" }, "validTo", "mandate-ends-before"],
    [
      "a document that is not in the register",
      { sourceDocument: "document:ingen" },
      "sourceDocument",
      "mandate-unknown-document",
    ],
    [
      "nothing within reach",
      { action: "edit:vision", organKinds: ["committee"], scope: "own" },
      "scope",
      "mandate-reaches-nothing",
    ],
  ])("%s", async (_, more, at, code) => {
    const reply = await give(more);
    expect(json(reply)).toMatchObject({ status: 422, code: "not-a-mandate" });
    expect(faults(reply)).toContainEqual([at, code]);
  });
  test("a source is named, and somebody is given it", async () => {
    expect(faults(await give({ source: " " }))).toMatchObject([["source", expect.any(String)]]);
    expect(faults(await give({ roles: [] }))).toMatchObject([["roles", expect.any(String)]]);
  });
  test("the text says which point of the law", async () => {
    const reply = json(
      await give({ action: "decide:control-plan", organKinds: ["unit"], roles: ["employee"] }),
    );
    expect(reply.errors[0]).toMatchObject({
      cite: "KL 6:38",
      detail: expect.stringContaining("första punkten"),
    });
  });
  test("somebody is always left who may change the table", async () => {
    const end = (id: string) =>
      a.call("kommunchef", FROM, "POST", `/mandates/${id}/end`, { body: { from: FROM } });
    expect((await end("sf-mandat")).status).toBe(200);
    expect((await give({}, SF, FROM)).status).toBe(403);
    expect(json(await end("sf-mandat-kommunchef"))).toMatchObject({
      status: 409,
      code: "nobody-keeps-mandates",
    });
    expect((await give({ validFrom: FROM }, "kommunchef", FROM)).status).toBe(200);
  });
});

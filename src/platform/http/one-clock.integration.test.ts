import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { cookieOf, raw } from "../../shell/testing/raw.ts";
import { readSteps } from "../../shell/year/play.ts";
import { setPassword } from "../sign-in.ts";

const SAMPLE = join(import.meta.dirname, "../../../sample");
const VISION = { name: "Vision", text: "Ett Åstorp för alla.", validTo: "2036-12-31" };
const NEW = { "if-none-match": "*" };
const vision = (year: number) => `/goals/vision/kommunfullmaktige/${year}`;

interface Matter {
  readonly id: string;
  readonly version: { readonly writtenOn: string };
}

describe("A-13: what is written in the sample is written on the sample's own day", () => {
  let a: Astorp;
  let cookie: string;
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: object) =>
    raw(a.server.app, method, `/api${path}`, { headers: { cookie, ...headers }, ...(body ? { body } : {}) });
  beforeAll(async () => {
    a = await astorp("spring");
    cookie = await cookieOf(a.server.app, "kommunchef");
  });
  afterAll(() => a.stop());

  test("the year's play leaves it on 15 May 2028, and a version saved then says so", async () => {
    expect((await ask("GET", "/session")).json).toMatchObject({ today: "2028-05-15", present: "2028-05-15" });
    const saved = await ask("PUT", vision(2031), NEW, VISION);
    expect(saved).toMatchObject({ status: 200, json: { version: { writtenOn: "2028-05-15" } } });
    expect(JSON.stringify(saved.json)).not.toContain("editedAt");
    expect((await ask("GET", vision(2031))).json.versions).toMatchObject([{ writtenOn: "2028-05-15" }]);
  });

  test("all that the year's play wrote has the day on which it was written there", async () => {
    const [first] = await readSteps(SAMPLE, "spring");
    const { rows } = await a.sql(`select count(*)::int as all,
        count(*) filter (where v.written_on between '${first?.on}' and '2028-05-15')::int as within,
        count(*) filter (where v.written_on > d.decided_on)::int as late
      from decisions.version v join decisions.decision d
        on d.matter_id = v.matter_id and d.version_number = v.number`);
    expect(rows[0].all).toBeGreaterThan(50);
    expect(rows[0]).toMatchObject({ within: rows[0].all, late: 0 });
    const other = await a.sql(
      `select registered_on = decided_on as same, count(*)::int from decisions.decision group by 1`,
    );
    expect(other.rows).toEqual([{ same: true, count: rows[0].all }]);
  });

  test("a link to a file says the day that its page is read on, and a write never does", async () => {
    const file = "/budget/budget/2027/document.pdf";
    expect((await ask("GET", `${file}?dag=2025-01-15`)).status).toBe(404);
    expect((await ask("GET", `${file}?dag=snart`)).status).toBe(400);
    expect((await ask("GET", file)).status).toBe(200);
    expect((await ask("PUT", `${vision(2036)}?dag=2027-03-03`, NEW, VISION)).json).toMatchObject({
      version: { writtenOn: "2028-05-15" },
    });
  });

  test("a day that the reader chose is for reading: what is written is refused, with what to do, and nothing of it is stored", async () => {
    const chosen = { "tillit-today": "2027-03-03" };
    const before = await a.sql("select count(*)::int from platform.change_log");
    for (const [method, path, headers, body] of [
      ["PUT", vision(2033), NEW, VISION],
      ["POST", "/analysis/lessons", {}, {}],
      ["POST", "/decisions", {}, { matter: "vision:kommunfullmaktige:2031" }],
      ["DELETE", "/goals/values/socialnamnden/kontinuitet/personkontinuitet/2027-04-20", {}, undefined],
    ] as const) {
      const refused = await ask(method, path, { ...chosen, ...headers }, body);
      expect(refused, path).toMatchObject({ status: 409, json: { code: "reading-another-day" } });
      expect(refused.json.detail).toBe(
        "Du läser som det var känt den 3 mars 2027. Gå till i dag, 15 maj 2028, för att skriva. Inget har sparats; det du har skrivit står kvar här.",
      );
    }
    expect((await a.sql("select count(*)::int from platform.change_log")).rows).toEqual(before.rows);
    expect((await ask("GET", vision(2033))).json.code).toBe("no-matter");
    // The very same, when one has gone to the day
    expect((await ask("PUT", vision(2033), NEW, VISION)).status).toBe(200);
  });

  test("one reads, signs in and out on any day, and what only looks at a file stores nothing", async () => {
    const chosen = { "tillit-today": "2027-03-03" };
    expect((await ask("GET", "/session", chosen)).json).toMatchObject({
      today: "2027-03-03",
      present: "2028-05-15",
    });
    const role = await raw(a.server.app, "POST", "/api/sign-in/sample", {
      headers: chosen,
      body: { person: "ekonomichef" },
    });
    expect(role.status).toBe(200);
    const wording = { wording: "Vi ska arbeta med att bli bra", term: "short", year: 2027 };
    expect((await ask("POST", "/goals/wording", chosen, wording)).status).toBe(200);
    expect((await ask("POST", "/sign-out", { ...chosen, cookie: "" })).status).toBe(200);
  });

  test("the day that a meeting decided is what the secretary says, and the registering has the day of the clock", async () => {
    await a.proposeToCouncil("2028-05-15", "vision:kommunfullmaktige:2031", "2028-05-03");
    const secretary = await cookieOf(a.server.app, "kf-sekreterare");
    const decided = await ask(
      "POST",
      "/decisions",
      { cookie: secretary },
      {
        matter: "vision:kommunfullmaktige:2031",
        version: 1,
        revision: 1,
        decidedOn: "2028-05-08",
        paragraph: "§ 40",
        reference: "KS 2028/40",
        sentence: "Beslutas så här i provet",
      },
    );
    expect(decided).toMatchObject({
      status: 200,
      json: { decidedOn: "2028-05-08", registeredOn: "2028-05-15" },
    });
    expect((await ask("GET", "/decisions-chain")).json).toMatchObject({ whole: true });
  });

  test("the sample's day is moved for all, on and back, and the change log says by whom", async () => {
    const move = (day: string, who = cookie) => ask("POST", "/sample/day", { cookie: who }, { day });
    const other = await cookieOf(a.server.app, "revisor");
    expect(await move("2028-06-20")).toMatchObject({ status: 200, json: { present: "2028-06-20" } });
    for (const who of [cookie, other, ""])
      expect((await ask("GET", "/session", { cookie: who })).json).toMatchObject({
        today: "2028-06-20",
        present: "2028-06-20",
      });
    const later = (await ask("PUT", vision(2034), NEW, VISION)).json as Matter;
    expect(later.version.writtenOn).toBe("2028-06-20");

    expect((await move("2028-05-15", other)).status).toBe(200);
    expect((await ask("GET", "/session")).json.present).toBe("2028-05-15");
    // What was written there stands, with its day
    expect((await ask("GET", vision(2034))).json.version.writtenOn).toBe("2028-06-20");
    const log =
      await a.sql(`select person_id, before ->> 'sample_today' as from, after ->> 'sample_today' as to
      from platform.change_log where table_name = 'platform.municipality' and operation = 'update' order by entry desc limit 2`);
    expect(log.rows).toEqual([
      { person_id: "revisor", from: "2028-06-20", to: "2028-05-15" },
      { person_id: "kommunchef", from: "2028-05-15", to: "2028-06-20" },
    ]);
  });

  test("it is moved from whatever day one reads on, by who has signed in and has a post then, to a day that there is", async () => {
    const move = (day: string, headers: Record<string, string> = {}) =>
      ask("POST", "/sample/day", headers, { day });
    expect((await move("2028-05-15", { "tillit-today": "2027-03-03" })).status).toBe(200);
    expect(await move("2028-05-15", { cookie: "" })).toMatchObject({ status: 401 });
    expect(await move("1999-12-31")).toMatchObject({ status: 422, json: { code: "day-too-far" } });
    expect(await move("2200-12-31")).toMatchObject({ status: 200 });
    expect(await move("2028-05-15")).toMatchObject({ status: 200 });
    // Before anybody had a post: nobody could have signed in and moved it back
    expect(await move("2018-12-31")).toMatchObject({ status: 403, json: { code: "no-post" } });
    expect(await move("2028-02-30")).toMatchObject({ status: 422, json: { code: "bad-input" } });
    expect((await ask("GET", "/session")).json.present).toBe("2028-05-15");
  });
});

describe("A-13: in a real municipality the day is Sweden's", () => {
  test.each([
    ["a winter's night", "2027-01-14T23:30:00Z", "2027-01-15"],
    ["a summer's night", "2027-07-14T22:30:00Z", "2027-07-15"],
    ["the evening before", "2027-01-14T22:30:00Z", "2027-01-14"],
  ])("%s: at %s it is %s, and that is the day of what is written", async (_when, moment, day) => {
    const a = await astorp("organisation", { clock: { now: () => new Date(moment) } });
    try {
      await a.sql("set tillit.person = 'prov'; set tillit.why = 'en riktig kommun'");
      await a.sql("update platform.municipality set sample = false, sample_today = '2020-01-01'");
      const account = { email: "kommunchef@astorp.example", password: "ett långt lösenord" };
      await a.server.door.write(
        { municipality: "1277", personId: "installation", requestId: "test" },
        "Ett konto",
        (tx) => setPassword(tx, { municipality: "1277", personId: "kommunchef", ...account }),
      );
      const signedIn = await raw(a.server.app, "POST", "/api/sign-in/local", { body: account });
      const cookie = `tillit_session=${signedIn.cookies[0]?.value}`;
      const ask = (method: string, path: string, headers = {}, body?: object) =>
        raw(a.server.app, method, `/api${path}`, {
          headers: { cookie, ...headers },
          ...(body ? { body } : {}),
        });
      expect((await ask("GET", "/session")).json).toMatchObject({ today: day, present: day, sample: false });
      // An earlier one is for reading; one that has not been can't be chosen
      const earlier = { "tillit-today": "2026-05-05" };
      expect((await ask("GET", "/session", earlier)).json).toMatchObject({
        today: "2026-05-05",
        present: day,
      });
      expect(await ask("PUT", vision(2031), { ...NEW, ...earlier }, VISION)).toMatchObject({
        status: 409,
        json: { code: "reading-another-day" },
      });
      expect(await ask("GET", "/session", { "tillit-today": "2027-07-16" })).toMatchObject({
        status: 400,
        json: { code: "day-not-yet" },
      });
      const saved = await ask("PUT", vision(2031), NEW, VISION);
      expect(saved).toMatchObject({ status: 200, json: { version: { writtenOn: day } } });
      expect(await ask("POST", "/sample/day", {}, { day: "2026-05-05" })).toMatchObject({
        status: 403,
        json: { code: "not-sample" },
      });
      // Rights are those of the present: whose post has ended reads nothing as on a day when it was held
      expect((await ask("GET", "/requests", earlier)).status).toBe(200);
      await a.sql("set tillit.person = 'prov'; set tillit.why = 'slutar'");
      await a.sql("update organisation.post set valid_to = '2026-06-30' where person_id = 'kommunchef'");
      expect((await ask("GET", "/requests", earlier)).status).toBe(401);
    } finally {
      await a.stop();
    }
  });
});

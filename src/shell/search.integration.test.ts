import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { search } from "../decisions/contract.ts";
import { house } from "./chapters.ts";
import { objects } from "./objects.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { raw } from "./testing/raw.ts";
import { menu } from "./web/menu.ts";

type Answer = z.output<typeof search.returns>;
const TODAY = "2028-05-15";

let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 240_000);
afterAll(() => a.stop());

const path = (q: string, more = "") => `/search?q=${encodeURIComponent(q)}${more}`;
async function find(q: string, more = "", as = "kommunchef"): Promise<Answer> {
  const reply = await a.call(as, TODAY, "GET", path(q, more));
  expect(reply.status, JSON.stringify(reply.json)).toBe(200);
  return reply.json as Answer;
}
const inPublic = async (q: string, more = ""): Promise<Answer> =>
  (await raw(a.server.app, "GET", `/api${path(q, more)}`, {})).json;
const titles = ({ found }: Answer) => found.map(({ title }) => title);

test("§4: Swedish words are found in all their forms, and in what they are put together in", async () => {
  const absence = await find("frånvaro");
  expect(titles(absence)).toEqual(
    expect.arrayContaining(["Sjukfrånvaro i hemvården", "Återkommande frånvaro upptäcks sent"]),
  );
  expect((await find("Frånvaron")).total).toBe(absence.total);
  const [all, school] = [
    titles(await find("skolornas", "&sort=line")),
    titles(await find("skola", "&sort=line")),
  ];
  expect(all.length).toBeGreaterThan(3);
  expect(school).toEqual(expect.arrayContaining(all));
  // By its end alone, and not by chance inside another word
  expect(titles(await find("möter personal", "&sort=indicator"))).toEqual([]);
  expect((await find("rektor", "&sort=governing-document")).total).toBe(0);
});

test("§4: every word must be there; words that say nothing ask for nothing; a year is the thing’s own", async () => {
  const { total } = await find("frånvaro hemvården");
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan((await find("frånvaro")).total);
  expect((await find("frånvaro och i hemvården")).total).toBe(total);
  expect(await find("och i")).toMatchObject({ total: 0, found: [] });
  expect((await find("frånvaro qvzx")).total).toBe(0);
  const of = await find("frånvaro 2027");
  expect(new Set(of.found.map(({ year }) => year))).toEqual(new Set([2027]));
});

test("§4: hits are counted by sort and year, and shown one sort or year at a time", async () => {
  const all = await find("frånvaro");
  expect(all.sorts.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
  for (const { sort, count } of all.sorts) {
    const one = await find("frånvaro", `&sort=${sort}`);
    expect(one.total, sort).toBe(count);
    expect(new Set(one.found.map((hit) => hit.sort))).toEqual(new Set([sort]));
    expect(one.sorts).toEqual(all.sorts);
  }
  for (const { year, count } of all.years) {
    const one = await find("frånvaro", `&year=${year}`);
    expect(one.total, String(year)).toBe(count);
    expect(one.years).toEqual(all.years);
  }
});

test("§4: the text is shown where the words are, in the long texts of a matter too", async () => {
  const { found, roots } = await find("frånvaro", "&sort=matter");
  expect(roots).toEqual([{ root: "frånvaro", inside: "frånvaro" }]);
  expect(found.length).toBeGreaterThan(3);
  for (const { text } of found) expect(text).toMatch(/frånvaro/i);
});

test("§4: what is found in the title comes before what is found in the text, and this year before those before it", async () => {
  const { found } = await find("frånvaro");
  const inTitle = found.map(({ title }) => /frånvaro/i.test(title));
  expect(inTitle.lastIndexOf(true)).toBeLessThan(inTitle.indexOf(false));
  const years = found.filter(({ sort }) => sort === "matter").map(({ year }) => year);
  expect(years.indexOf(2028)).toBeLessThan(years.indexOf(2027));
});

describe("§4: all that the house has is found", () => {
  test("every kind of matter that is decided, by its name, and by what was decided", async () => {
    const { rows } = await a.sql(`select distinct on (m.kind) m.kind, m.year, d.number, d.sentence
      from decisions.decision d join decisions.matter m using (municipality_id, matter_id)
      where d.decided_on <= '${TODAY}' order by m.kind, d.number desc`);
    expect(rows.length).toBeGreaterThan(14);
    for (const { kind, year, number, sentence } of rows) {
      const { names } = house().kinds.declared(kind);
      const whole = await find(names.sv, `&year=${year}`);
      expect(
        whole.found.some((hit) => hit.kind === kind && hit.sort !== "decision"),
        kind,
      ).toBe(true);
      const words = (sentence as string).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 4);
      const decided = await find(words.slice(0, 5).join(" "), "&sort=decision");
      expect(
        decided.found.map(({ kind: of }) => of),
        `${number} ${sentence}`,
      ).toContain(kind);
    }
  });

  test("every object of a mandate: as a thing of its own, or as the page where it is kept", async () => {
    /** What one who looks for each writes, and what it is found as. */
    const AS: Readonly<Record<string, readonly [string, string]>> = {
      "indicator-value": ["sjukfrånvaro", "indicator"],
      "governing-document": ["ägardirektiv", "governing-document"],
      "external-law": ["skollagen", "external-law"],
      lesson: ["elever", "lesson"],
      organisation: ["hemvården", "body"],
      people: ["rektor", "person"],
    };
    for (const [object, [q, sort]] of Object.entries(AS))
      expect((await find(q, `&sort=${sort}`)).total, object).toBeGreaterThan(0);
    const pages = new Set(menu.flatMap(({ pages }) => pages.map(({ address }) => address)));
    const missed = objects.filter(({ object, address }) => !(object in AS) && !pages.has(address.all));
    expect(missed.map(({ object }) => object)).toEqual([]);
  });

  test("what stands in matters by names of their own: goals, commitments, risks, controls, measures, services, accounts", async () => {
    for (const [q, sort] of [
      ["läser", "body-goals"],
      ["frånvaroteam", "action"],
      ["frånvaro", "risk"],
      ["samtal", "control"],
      ["skola", "measure"],
      ["förskola", "service"],
      ["måltider", "line"],
      ["försäljning", "account"],
      ["skola", "strategic-goals"],
      ["frånvaroteam", "situation-analysis"],
    ] as const)
      expect((await find(q, `&sort=${sort}`)).total, `${q} ${sort}`).toBeGreaterThan(0);
  });
});

describe("R-2: what one may not read is neither found nor counted", () => {
  test("lessons, signals and people are found by whoever has signed in, and not in public", async () => {
    const signal = await a.call("larare-bjornekulla", TODAY, "POST", "/goals/signals", {
      body: { text: "Zonterapeuterna flyttar till grannkommunen", seenAt: "Lokaltidningen" },
    });
    expect(signal.status, JSON.stringify(signal.json)).toBe(200);
    expect(await find("zonterapeut", "", "larare-bjornekulla")).toMatchObject({
      total: 1,
      found: [{ sort: "signal" }],
    });
    expect(await inPublic("zonterapeut")).toMatchObject({ total: 0, sorts: [], years: [], found: [] });
    expect((await find("rektor", "&sort=person")).total).toBeGreaterThan(0);
    expect((await inPublic("rektor")).sorts.map(({ sort }) => sort)).not.toContain("person");
  });

  test("somebody with a protected identity is found by nobody", async () => {
    const before = await find("rektor", "&sort=person");
    const { thing } = before.found[0] as { thing: string };
    await a.sql(`set tillit.municipality = '1277'; set tillit.person = 'prov'; set tillit.why = 'prov';
      update organisation.person set protected_on = '2027-01-01', protected_by = 'prov'
      where person_id = '${thing.split(":")[1]}'`);
    expect((await find("rektor", "&sort=person")).total).toBe(before.total - 1);
  });

  test("a lesson is found with the answer that it is given, and a law as it is registered", async () => {
    const lesson = await a.call("larare-bjornekulla", TODAY, "POST", "/analysis/lessons", {
      body: {
        body: "bjornekullaskolan",
        year: 2028,
        principle: "residents",
        text: "Krokodilvantarna tar slut varje vinter",
        effectForResidents: "Barnen fryser",
      },
    });
    expect(lesson.status, JSON.stringify(lesson.json)).toBe(200);
    expect(await find("krokodilvantar")).toMatchObject({ total: 1, found: [{ sort: "lesson", year: 2028 }] });
    const { id } = lesson.json as { id: string };
    const answered = await a.call("rektor-bjornekulla", TODAY, "POST", `/analysis/lessons/${id}/answer`, {
      body: { text: "Vi köper in pingvinmössor i stället" },
    });
    expect(answered.status, JSON.stringify(answered.json)).toBe(200);
    expect(await find("pingvinmössa")).toMatchObject({ total: 1, found: [{ thing: `lesson:${id}` }] });
  });
});

test("T-3: another municipality’s words are not there to be found", async () => {
  await a.sql(`select set_config('tillit.municipality', '9999', false), set_config('tillit.person', 'prov', false), set_config('tillit.why', 'prov', false);
    insert into decisions.search_row
      (municipality_id, source, thing, kind, sort, same, audience, body_id, year, title, text, href, valid_from)
      values ('9999', 's', 't', 'lesson', 'lesson', 't', 'public', 'b', 2028, 'Xylofonskolan', 'Xylofoner', '/', '2028-01-01')`);
  expect(await find("xylofon")).toMatchObject({ total: 0, sorts: [], years: [], found: [] });
  expect(await inPublic("xylofon")).toMatchObject({ total: 0 });
});

test("§4: too long or too many words are refused, with the limit", async () => {
  for (const [q, said] of [
    ["a", "minst två tecken"],
    ["skola ".repeat(20), "högst 100 tecken"],
    ["en två tre fyra fem sex sju åtta nio", "högst 8 ord"],
  ] as const) {
    const reply = await a.call("kommunchef", TODAY, "GET", path(q));
    expect(reply.status).toBe(422);
    expect(JSON.stringify(reply.json)).toContain(said);
  }
  expect((await find("%_'\\<>")).total).toBe(0);
});

describe("what is not decided", () => {
  const WORD = "kvibblefisk";
  const PATH = "/goals/body-goals/bildningsnamnden/2033";
  const of = async (as: string, on = TODAY) => {
    const reply = await a.call(as, on, "GET", path(`${WORD}er`));
    return (reply.json as Answer).found.map(({ sort, kind, href }) => [sort, kind, href]);
  };

  test("§4: a draft is found by those who read it, marked as one, and neither found nor counted by others", async () => {
    const { json } = await a.call("bildning-chef", TODAY, "GET", "/goals/body-goals/bildningsnamnden/2028");
    const content = (json as { content: { goals: { wording: string }[] } }).content;
    const goals = content.goals.map((goal) => ({ ...goal, wording: `Fler lär sig ${WORD}arnas sång` }));
    const written = await a.draft("bildning-chef", TODAY, PATH, { ...content, goals: goals.slice(0, 1) });
    expect(written.status, JSON.stringify(written.json)).toBe(200);
    const draft = ["draft", "body-goals", "/arende/body-goals/bildningsnamnden/2033"];
    expect(await of("bildning-chef")).toEqual([draft]);
    expect(await of("revisor")).toEqual([draft]);
    expect((await find(WORD, "&sort=draft", "bildning-chef")).total).toBe(1);
    expect((await find(WORD, "&year=2033", "bildning-chef")).years).toEqual([{ year: 2033, count: 1 }]);
    for (const as of ["social-chef", "kultur-chef"])
      expect(await find(WORD, "", as), as).toMatchObject({ total: 0, sorts: [], years: [], found: [] });
    expect(await inPublic(WORD)).toMatchObject({ total: 0, found: [] });
    // Of an earlier day no draft is read
    expect(await of("bildning-chef", "2028-05-01")).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Tx } from "../../platform/database/door.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { keepHoldings } from "../holdings.ts";
import type { findPeople, listRegister, PersonView } from "./contract.ts";

const TODAY = "2027-05-15";
const KEEPER = "systemforvaltare";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
type Any = any;
const ask = async (method: "GET" | "POST", path: string, body?: object, as = KEEPER, on = TODAY) => {
  const { status, json } = await a.call(as, on, method, path, body ? { body } : {});
  return { status, json: json as Any };
};
const get = async (path: string, as = KEEPER, on = TODAY) => (await ask("GET", path, undefined, as, on)).json;
const post = (path: string, body: object, as = KEEPER, on = TODAY) => ask("POST", path, body, as, on);
const personOf = (id: string, as = KEEPER, on = TODAY): Promise<PersonView> => get(`/people/${id}`, as, on);
const write = <T>(work: (tx: Tx) => Promise<T>) =>
  a.server.door.write({ municipality: "1277", personId: KEEPER, requestId: "prov" }, "Prov", work);

const CHIEF = { body: "bildningsforvaltningen", role: "administration-director", title: "Bildningschef" };
const newPerson = async (name: string, post: object): Promise<PersonView> => {
  const { status, json } = await ask("POST", "/people", { name, post: { validTo: null, ...post } });
  expect(status, JSON.stringify(json)).toBe(200);
  return json;
};
const hold = (thing: string, person: string, body = "bildningsnamnden") =>
  write((tx) =>
    keepHoldings(tx, "1277", `prov:${body}:2027:${thing}`, "2027-01-10", [
      { thing: `prov:${body}:2027/${thing}`, what: "goal", person, body, name: thing, href: "/mal" },
    ]),
  );
const holders = async (thing: string) =>
  (
    await a.sql(
      `select person_id || ' ' || valid_from || ' ' || coalesce(valid_to::text, '–') as turn from organisation.holding
       where name = '${thing}' order by valid_from`,
    )
  ).rows.map(({ turn }: Any) => turn);
const counts = (on = TODAY) => get("/people/ownerless", KEEPER, on);

describe("R-2: people and their posts", () => {
  test("who keeps people in order adds one with a post; others are told who may", async () => {
    const given = {
      body: "bildningsnamnden",
      role: "substitute",
      title: "Ersättare",
      validFrom: "2027-06-01",
      party: "C",
      place: 3,
    };
    const refused = await post(
      "/people",
      { name: "Någon", post: { ...given, validTo: null } },
      "bildning-chef",
    );
    expect(refused.status).toBe(403);
    expect(refused.json.ask.join()).toMatch(/kommunchef.*systemförvaltare/);
    const added = await newPerson("Ersättare tre", given);
    expect(added.posts).toMatchObject([{ ...given, bodyName: "Bildningsnämnden" }]);
    // Not there yet: found among those to come
    const shown = async (who: string): Promise<z.output<typeof listRegister.returns>> =>
      get(`/people?who=${who}&q=ersättare tre`);
    expect((await shown("now")).total).toBe(0);
    expect((await shown("coming")).people).toMatchObject([{ id: added.id, day: "2027-06-01" }]);
  });

  test("a post that can't be is told why, at its field", async () => {
    const wrong = async (change: object) =>
      (
        await post("/people/kommunchef/posts", {
          ...CHIEF,
          validFrom: "2027-06-01",
          validTo: null,
          ...change,
        })
      ).json.errors.map(({ at, code }: Any) => `${at} ${code}`);
    expect(await wrong({})).toEqual(["validFrom post-taken"]);
    expect(await wrong({ role: "chair" })).toEqual(["role post-not-held-there"]);
    expect(await wrong({ body: "finns-inte" })).toEqual(["body post-unknown-body"]);
    expect(await wrong({ role: "controller", validTo: "2027-05-01", party: "C" })).toEqual([
      "validTo post-ends-before",
      "party party-of-elected-only",
    ]);
    expect(await wrong({ role: "controller", validFrom: "2025-01-01" })).toEqual([
      "validFrom post-too-early",
    ]);
    const { json } = await post("/people/kommunchef/posts", {
      ...CHIEF,
      role: "chair",
      validFrom: "2027-06-01",
      validTo: null,
    });
    expect(json.errors[0].detail).toBe(
      "Ingen är ordförande i Bildningsförvaltningen. Där kan man vara: sekreterare, kommunchef, förvaltningschef, ekonomichef, controller, systemförvaltare, avdelningschef, medarbetare.",
    );
    expect(
      (await post("/people/finns-inte/posts", { ...CHIEF, validFrom: "2027-06-01", validTo: null })).status,
    ).toBe(404);
  });

  test("a title is changed from a day, and what was before stands; a correction stands in its place", async () => {
    const { id, posts } = await newPerson("Controller två", {
      body: "socialforvaltningen",
      role: "controller",
      title: "Controller",
      validFrom: "2027-01-01",
    });
    const at = `/posts/${posts[0]?.id}/changes`;
    await post(at, { title: "Ekonomicontroller", from: "2027-01-01" });
    const changed = (await post(at, { title: "Verksamhetscontroller", from: "2027-06-01" }))
      .json as PersonView;
    expect(changed.posts.map(({ title, validFrom, validTo }) => [title, validFrom, validTo])).toEqual([
      // What is held first, then what is to come
      ["Ekonomicontroller", "2027-01-01", "2027-05-31"],
      ["Verksamhetscontroller", "2027-06-01", null],
    ]);
    expect(
      (await post(`/people/${id}/corrections`, { name: "Controller 2", contact: "c2@kommun.example" })).json,
    ).toMatchObject({
      name: "Controller 2",
      contact: "c2@kommun.example",
    });
    expect((await personOf(id, "larare-bjornekulla")).contact).toBeNull();
    // The nearest manager reaches who works there
    expect((await personOf(id, "social-chef")).contact).toBe("c2@kommun.example");
  });

  test("somebody to be responsible is found by what is typed, the own body's people first, those with a post that day alone", async () => {
    const find = async (q: string, more = ""): Promise<z.output<typeof findPeople.returns>> =>
      get(`/people/found?q=${encodeURIComponent(q)}${more}`, "larare-bjornekulla");
    const own = await find("", "&body=socialnamnden");
    expect(own.people).toHaveLength(20);
    expect(own.more).toBe(true);
    expect(own.people[0]?.bodyName).toMatch(/Social|Hemvården/);
    expect((await find("björnekulla rektor")).people).toMatchObject([
      { id: "rektor-bjornekulla", bodyName: "Björnekullaskolan" },
    ]);
    expect((await find("ersättare tre")).people).toEqual([]);
    expect((await find("ersättare tre", "&on=2027-06-01")).people).toHaveLength(1);
    expect(
      await get("/people/named?of=kommunchef,tidigare-fritidsutvecklare,ingen", "larare-bjornekulla"),
    ).toEqual(
      expect.arrayContaining([
        { id: "kommunchef", name: "Kommunchef", inOffice: true },
        expect.objectContaining({ id: "tidigare-fritidsutvecklare", inOffice: false }),
      ]),
    );
  });
});

describe("R-2: nothing is ownerless", () => {
  test("a director who leaves: it is told before what goes to whom, and it has gone the day after", async () => {
    await hold("läsning", "bildning-chef");
    await hold("närvaro", "bildning-chef");
    await hold("lokaler", "rektor-bjornekulla");
    const ending = await get("/people/bildning-chef/leaving?on=2027-06-30");
    expect(ending).toMatchObject({
      to: expect.arrayContaining([
        {
          person: "kommunchef",
          name: "Kommunchef",
          from: "2027-07-01",
          count: 2,
          names: ["läsning", "närvaro"],
        },
      ]),
    });
    expect(await holders("läsning")).toEqual(["bildning-chef 2027-01-10 –"]);
    expect((await post("/people/bildning-chef/leaving", { on: "2027-06-30" })).status).toBe(200);
    expect(await holders("läsning")).toEqual([
      "bildning-chef 2027-01-10 2027-06-30",
      "kommunchef 2027-07-01 –",
    ]);
    expect(await holders("lokaler")).toEqual(["rektor-bjornekulla 2027-01-10 –"]);
    for (const day of ["2027-06-30", "2027-07-01"]) expect((await counts(day)).ownerless).toBe(0);
    expect(await counts()).toMatchObject({ ownerless: 0, toCome: 2 });
  });

  test("the successor, given the post later, has it from the first day; until then it is with the manager", async () => {
    const next = await newPerson("Ny bildningschef", { ...CHIEF, validFrom: "2027-09-01" });
    expect(await holders("närvaro")).toEqual([
      "bildning-chef 2027-01-10 2027-06-30",
      "kommunchef 2027-07-01 2027-08-31",
      `${next.id} 2027-09-01 –`,
    ]);
    // The successor comes earlier than was said
    const [given] = next.posts;
    await post(`/posts/${given?.id}/ending`, { on: "2027-08-31" });
    expect((await personOf(next.id)).posts).toEqual([]);
    expect(await holders("närvaro")).toEqual([
      "bildning-chef 2027-01-10 2027-06-30",
      "kommunchef 2027-07-01 –",
    ]);
    expect(
      (await post(`/people/${next.id}/posts`, { ...CHIEF, validFrom: "2027-07-01", validTo: null })).status,
    ).toBe(200);
    expect(await holders("närvaro")).toEqual([
      "bildning-chef 2027-01-10 2027-06-30",
      `${next.id} 2027-07-01 –`,
    ]);
  });

  test("an end that has not come is taken back, and all is as it was", async () => {
    const next = (await get("/people?who=coming&q=ny bildningschef")).people[0].id;
    await post(`/people/${next}/leaving`, { on: "2027-07-01" });
    await post(`/posts/${(await personOf(next)).posts[0]?.id}/ending`, { on: "2027-06-30" });
    expect((await personOf(next)).posts).toEqual([]);
    const chief = (await personOf("bildning-chef")).posts.find(
      ({ id }: { id: string }) => id === "bildning-chef",
    );
    expect((await post(`/posts/${chief?.id}/ending`, { on: null })).status).toBe(200);
    expect(await holders("läsning")).toEqual(["bildning-chef 2027-01-10 –"]);
    expect(await counts()).toMatchObject({ ownerless: 0, toCome: 0 });
  });

  test("what is decided with somebody who is to leave goes on by itself, and what names another is that one's", async () => {
    await post("/people/bildning-chef/leaving", { on: "2027-06-30" });
    await hold("skolskjuts", "bildning-chef");
    expect(await holders("skolskjuts")).toEqual([
      "bildning-chef 2027-01-10 2027-06-30",
      "kommunchef 2027-07-01 –",
    ]);
    await write((tx) =>
      keepHoldings(tx, "1277", "prov:bildningsnamnden:2027:skolskjuts", "2027-06-01", [
        {
          thing: "prov:bildningsnamnden:2027/skolskjuts",
          what: "goal",
          person: "bildning-controller",
          body: "bildningsnamnden",
          name: "skolskjuts",
        },
      ]),
    );
    expect(await holders("skolskjuts")).toEqual([
      "bildning-chef 2027-01-10 2027-05-31",
      "bildning-controller 2027-06-01 –",
    ]);
  });

  test("registered afterwards it goes from the day after the last one; before a year it is refused", async () => {
    await hold("boende", "social-chef", "socialnamnden");
    const at = "/posts/social-chef/ending";
    expect((await post(at, { on: "2026-05-01" })).json.errors).toMatchObject([
      { at: "on", code: "post-too-early" },
    ]);
    expect((await post(at, { on: "2027-04-30" })).status).toBe(200);
    expect(await holders("boende")).toEqual(["social-chef 2027-01-10 2027-04-30", "kommunchef 2027-05-01 –"]);
    expect((await counts()).ownerless).toBe(0);
    expect((await post(at, { on: "2027-06-30" })).json.errors).toMatchObject([
      { at: "on", code: "post-has-ended" },
    ]);
  });
});

describe("R-2: protected identity", () => {
  test("who has it is called by the title, in every answer, but by who needs the name", async () => {
    const { id } = await newPerson("Zelma Skyddsson", {
      body: "hemvarden-norr",
      role: "employee",
      title: "Undersköterska",
      validFrom: "2027-01-01",
    });
    expect((await post(`/people/${id}/protection`, { protected: true }, "larare-bjornekulla")).status).toBe(
      403,
    );
    expect((await post(`/people/${id}/protection`, { protected: true })).json).toMatchObject({
      protectedIdentity: true,
      name: "Zelma Skyddsson",
    });
    expect(await personOf(id, "larare-bjornekulla")).toMatchObject({
      name: "Undersköterska",
      nameHidden: true,
      contact: null,
    });
    expect(await personOf(id, "enhetschef-hemvard")).toMatchObject({
      name: "Zelma Skyddsson",
      nameHidden: false,
    });
    for (const path of [
      "/people",
      "/people?q=undersköterska",
      "/people/found?q=undersköterska",
      `/people/named?of=${id}`,
    ])
      expect(JSON.stringify(await get(path, "larare-bjornekulla")), path).not.toContain("Zelma");
    expect((await get("/people/found?q=zelma", "larare-bjornekulla")).people).toEqual([]);
    expect((await get("/people/found?q=zelma")).people).toHaveLength(1);
  });
});

test("R-2: what is known of a person is for that person and for who keeps people in order; how long it is kept is decided by the municipality", async () => {
  const known = await get("/people/kommunchef/known", "kommunchef");
  expect(known.lines).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ sort: "name", what: "Kommunchef" }),
      expect.objectContaining({ sort: "post", from: "2019-01-01" }),
    ]),
  );
  expect((await get("/people/kommunchef/known")).erasableFrom).toBeNull();
  expect((await ask("GET", "/people/kommunchef/known", undefined, "bildning-chef")).status).toBe(403);
  const before = await get("/retention");
  expect(before.people).toMatchObject([{ id: "tidigare-fritidsutvecklare", from: "2027-06-30", now: false }]);
  const after = await post("/retention/former-staff", { months: 6, ground: "Dokumenthanteringsplanen" });
  expect(after.json.people).toMatchObject([{ from: "2025-12-30", now: true }]);
  expect((await post("/retention/decided", { months: 1, ground: "x" })).status).toBe(422);
});

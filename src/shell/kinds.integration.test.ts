import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MatterView } from "../decisions/contract.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { toyChapter } from "./testing/toy/chapter.ts";
import type { TwinTownAgreement } from "./testing/toy/contract.ts";
import { twinTownKind } from "./testing/toy/kinds.ts";

// A kind of matter in one folder, with its line in the lists and its mandates as data: all else is the house's
let a: Astorp;
const PATH = "/toy/twin-town-agreement/kommunfullmaktige/2027";
const ID = "twin-town-agreement:kommunfullmaktige:2027:lerwick";
const content = { town: " Lerwick ", sinceYear: 2020, responsible: "kommunchef" };
const told = async () =>
  (await a.sql("select what from public.toy_told order by told")).rows.map((row) => row.what);

beforeAll(async () => {
  a = await astorp("organisation", { more: [{ kinds: [twinTownKind], chapter: toyChapter }] });
  const give = (id: string, action: string, kinds: string, roles: string) =>
    `insert into organisation.mandate values ('1277', '${id}', '${action}:twin-town-agreement', '{${kinds}}', '{${roles}}', 'group', 'Prov', '§3.2', '2020-01-01', null);`;
  await a.sql(`select set_config('tillit.person', 'test', false), set_config('tillit.why', 'test', false);
    create table public.toy_told (told serial, town text, what text);
    grant select, insert on public.toy_told to ${a.runRole}; grant usage on public.toy_told_told_seq to ${a.runRole};
    ${give("toy-edit", "edit", "administration,executive", "municipal-director")}
    ${give("toy-decide", "decide", "council", "chair,secretary")}`);
});
afterAll(() => a.stop());

test("R-5: a body has many matters of a kind and year, told apart by their keys", async () => {
  for (const key of ["lerwick", "oslo"]) {
    const written = await a.draft("kommunchef", "2026-11-02", `${PATH}/${key}`, { ...content, town: key });
    expect(written.status).toBe(200);
    expect((written.json as MatterView<unknown>).id).toBe(ID.replace("lerwick", key));
  }
  const { json } = await a.call("kommunchef", "2026-11-02", "GET", "/matters?kind=twin-town-agreement");
  expect((json as { key: string }[]).map(({ key }) => key)).toEqual(["lerwick", "oslo"]);
  expect((await a.call("kommunchef", "2026-11-02", "GET", PATH)).status).toBe(404);
  expect((await a.draft("kommunchef", "2026-11-02", `${PATH}/Lerwick`, content)).status).toBe(422);
});

test("A-14: a draft waits on the list of the one whom its chapter says", async () => {
  const saved = await a.draft("kommunchef", "2026-11-03", `${PATH}/lerwick`, content);
  expect((saved.json as MatterView<TwinTownAgreement>).content.town).toBe("Lerwick");
  const { json } = await a.call("kommunchef", "2026-11-03", "GET", "/year/mine");
  expect(json).toContainEqual(
    expect.objectContaining({ thing: ID, todo: "review", name: "Lerwick", bodyName: "Kommunfullmäktige" }),
  );
  const other = await a.call("bildning-chef", "2026-11-03", "GET", "/year/mine");
  expect((other.json as { thing: string }[]).map(({ thing }) => thing)).not.toContain(ID);
});

test("R-5: what follows a proposal and a decision is stored with it, or neither is", async () => {
  const matter = encodeURIComponent(ID);
  const { json } = await a.call("kommunchef", "2026-11-04", "GET", `${PATH}/lerwick`);
  const { revision } = (json as MatterView<unknown>).version;
  await a.sql(`revoke insert on public.toy_told from ${a.runRole}`);
  const failed = await a.call("kommunchef", "2026-11-04", "POST", `/matters/${matter}/proposal`, {
    body: { revision, why: "Föreslås så här i provet" },
  });
  expect(failed.status).toBe(500);
  const still = await a.call("kommunchef", "2026-11-04", "GET", `${PATH}/lerwick`);
  expect((still.json as MatterView<unknown>).version.state).toBe("draft");
  await a.sql(`grant insert on public.toy_told to ${a.runRole}`);
  const proposed = await a.call("kommunchef", "2026-11-04", "POST", `/matters/${matter}/proposal`, {
    body: { revision, why: "Föreslås så här i provet" },
  });
  expect(proposed.status).toBe(200);
  expect((await a.proposeToCouncil("2026-11-11", ID)).status).toBe(200);
  const decided = await a.call("kf-ordforande", "2026-11-30", "POST", "/decisions", {
    body: {
      matter: ID,
      version: 1,
      revision,
      decidedOn: "2026-11-30",
      paragraph: "§ 5",
      reference: "KS 9",
      sentence: "Lerwick blir vänort",
    },
  });
  expect(decided.json).toMatchObject({ kind: "twin-town-agreement", key: "lerwick" });
  expect(await told()).toEqual([
    "proposed",
    "proposed",
    `adopted by ${(decided.json as { number: number }).number}`,
  ]);
});

test("D-1, R-2, V-9: the decided matter is in the register, held, tied and found, by what its folder says", async () => {
  const get = async (path: string) => (await a.call("kommunchef", "2026-12-01", "GET", path)).json;
  expect(await get("/documents")).toContainEqual(
    expect.objectContaining({ id: ID, title: "Vänortsavtal", validTo: "2030-12-31", level: "council" }),
  );
  expect(await get("/people/kommunchef/holdings")).toContainEqual(
    expect.objectContaining({ thing: ID, what: "agreement", name: "Lerwick", validFrom: "2026-11-30" }),
  );
  expect(await get(`/ties?of=${encodeURIComponent("body:kommunfullmaktige")}`)).toContainEqual({
    from: ID,
    to: "body:kommunfullmaktige",
    sort: "belongs-to",
  });
  // The matter, and the decision by what it says
  expect(await get("/search?q=lerw")).toMatchObject({
    total: 2,
    found: [
      { thing: ID, title: "Lerwick" },
      { thing: "decision:1", title: "Lerwick blir vänort" },
    ],
  });
  expect(await get("/decisions-chain")).toMatchObject({ whole: true, count: 1 });
});

test("A-13: a step of the wheel can be about the kind and one of its parts", async () => {
  const wheel = JSON.parse(
    readFileSync(join(import.meta.dirname, "testing/toy/wheel-step.json"), "utf8"),
  ) as Record<string, unknown>;
  const path = "/year/year-wheel/kommunstyrelsen/2027";
  const model = (await a.call("kommunchef", "2026-12-01", "GET", "/year/model-wheel")).json as {
    steps: unknown[];
  };
  const stops = async (step: Record<string, unknown>) => {
    const { json } = await a.draft("kommunchef", "2026-12-01", path, { steps: [...model.steps, step] });
    return (json as MatterView<unknown>).remarks.map(({ code }) => code);
  };
  expect(await stops(wheel)).toEqual([]);
  expect(await stops({ ...wheel, occasion: "third" })).toEqual(["wheel-unknown-occasion"]);
  expect(await stops({ ...wheel, kind: "sister-town" })).toEqual(["wheel-unknown-kind"]);
});

test("R-5: what was decided in an older shape is read in the present one; to the letter it stays as it was", async () => {
  // As it was stored before `sinceYear` had its name: the hash is taken over it as it stands
  await a.sql(`select set_config('tillit.person', 'test', false), set_config('tillit.why', 'test', false);
    update decisions.version set content = '{"town": "Oslo", "since": 1990, "responsible": "kommunchef"}'
      where matter_id = 'twin-town-agreement:kommunfullmaktige:2027:oslo'`);
  const { json: open } = await a.call("kommunchef", "2026-12-01", "GET", `${PATH}/oslo`);
  const { version, content: read } = open as MatterView<TwinTownAgreement>;
  expect(read).toEqual({ town: "Oslo", sinceYear: 1990, responsible: "kommunchef" });
  await a.proposeToCouncil("2026-12-02", "twin-town-agreement:kommunfullmaktige:2027:oslo");
  const decided = await a.call("kf-ordforande", "2026-12-14", "POST", "/decisions", {
    body: {
      matter: "twin-town-agreement:kommunfullmaktige:2027:oslo",
      version: 1,
      revision: version.revision,
      decidedOn: "2026-12-14",
      paragraph: "§ 6",
      reference: "KS 10",
      sentence: "Avtalet med vänorten ändras",
    },
  });
  const { number } = decided.json as { number: number };
  const { json } = await a.call("kommunchef", "2026-12-14", "GET", `/decisions/${number}`);
  expect(json).toMatchObject({
    content: { town: "Oslo", since: 1990, responsible: "kommunchef" },
    read: { town: "Oslo", sinceYear: 1990, responsible: "kommunchef" },
  });
  expect((await a.call("kommunchef", "2026-12-14", "GET", "/decisions-chain")).json).toMatchObject({
    whole: true,
  });
});

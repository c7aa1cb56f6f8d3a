import { afterAll, beforeAll, expect, test } from "vitest";
import { house } from "./chapters.ts";
import { rebuildAlongside } from "./rebuild-alongside.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 240_000);
afterAll(() => a.stop());

const TABLES = ["organisation.holding", "decisions.tie", "decisions.thread_thing", "decisions.search_row"];
const all = async () =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => {
        const { rows } = await a.sql(`select * from ${table}`);
        return [table, rows.map((row) => JSON.stringify(row)).sort()] as const;
      }),
    ),
  );

test("R-2, V-9: the played year has told who holds what, what hangs on what, and what can be found", async () => {
  const get = async (path: string) => (await a.call("kommunchef", "2028-05-15", "GET", path)).json;
  const goals = (await get("/goals/tree/2028")) as {
    goals: { body: string; id: string; wording: string; responsible: string; strategicGoals: string[] }[];
  };
  const [goal] = goals.goals;
  const thing = `body-goals:${goal?.body}:2028/${goal?.id}`;
  expect(await get(`/people/${goal?.responsible}/holdings`)).toContainEqual(
    expect.objectContaining({ thing, what: "goal", name: goal?.wording }),
  );
  const ties = (await get(`/ties?of=${encodeURIComponent(thing)}`)) as {
    from: string;
    to: string;
    sort: string;
  }[];
  expect(ties.filter((tie) => tie.from === thing).map((tie) => tie.to.split("/")[1])).toEqual(
    [...(goal?.strategicGoals ?? [])].sort(),
  );
  // From an action up to the vision, a tie at a time
  const action = ties.find((tie) => tie.sort === "serves")?.from as string;
  expect(action).toMatch(/^operations-plan:/);
  const strategic = ties.find((tie) => tie.sort === "contributes-to" && tie.from === thing)?.to as string;
  const above = (await get(`/ties?of=${encodeURIComponent(strategic)}`)) as { from: string; to: string }[];
  expect(above.find((tie) => tie.from === strategic)?.to).toBe("vision:kommunfullmaktige:2028");
  const word = goal?.wording.split(" ").find((one) => one.length > 6) as string;
  const { found } = (await get(`/search?q=${encodeURIComponent(word)}`)) as { found: object[] };
  expect(found).toContainEqual(expect.objectContaining({ thing, title: goal?.wording }));
});

test("R-2: what was decided before the house kept it is kept at the next start, and only once", async () => {
  const played = await all();
  for (const table of TABLES) {
    expect(played[table]?.length).toBeGreaterThan(3);
    await a.sql(
      `select set_config('tillit.person', 'test', false), set_config('tillit.why', 'test', false); delete from ${table}`,
    );
  }
  expect(await rebuildAlongside(a.server.door, house())).toEqual(["1277"]);
  expect(await all()).toEqual(played);
  expect(await rebuildAlongside(a.server.door, house())).toEqual([]);
});

test("R-2: who holds what in kinds that are newly kept is kept at the next start, and nothing else is touched", async () => {
  const before = await all();
  await a.sql(`delete from organisation.holding where object in ('control-plan', 'action-plan')`);
  expect(await rebuildAlongside(a.server.door, house())).toEqual(["1277"]);
  expect(await all()).toEqual(before);
  expect(await rebuildAlongside(a.server.door, house())).toEqual([]);
});

test("§4: what can be found in kinds that are newly searched is kept at the next start, and nothing else is touched", async () => {
  const before = await all();
  await a.sql(
    `select set_config('tillit.person', 'test', false), set_config('tillit.why', 'test', false);
     delete from decisions.search_row where kind in ('budget', 'internal-budget')`,
  );
  expect(await rebuildAlongside(a.server.door, house())).toEqual(["1277"]);
  expect(await all()).toEqual(before);
  expect(await rebuildAlongside(a.server.door, house())).toEqual([]);
});

test("§4: a search answers with the body that runs it first, one’s own among equals, each thing once, and some at a time", async () => {
  const find = async (q: string, more = "") =>
    (
      (await a.call("kommunchef", "2028-05-15", "GET", `/search?q=${encodeURIComponent(q)}${more}`)).json as {
        found: {
          thing: string;
          sort: string;
          title: string;
          body: string;
          same: string;
          year: number | null;
        }[];
      }
    ).found;
  const school = await find("skola");
  expect(school[0]).toMatchObject({ sort: "body", body: "bildningsnamnden" });
  const at = (part: string) => school.findIndex(({ thing }) => thing.includes(part));
  expect(at("/lasning")).toBeGreaterThan(0);
  expect(at("/lasning")).toBeLessThan(at("/driftstid"));
  expect(new Set(school.map(({ same }) => same)).size).toBe(school.length);
  // In English too, by what the budget calls it
  expect((await find("preschool"))[0]).toMatchObject({ sort: "service", title: "Förskola", year: 2028 });
  expect((await find("budget 2027"))[0]).toMatchObject({
    sort: "decision",
    body: "kommunfullmaktige",
    year: 2027,
  });
  const [own] = await find("internbudget", "&own=kultur-och-fritidsnamnden");
  expect(own).toMatchObject({ sort: "decision", body: "kultur-och-fritidsnamnden", year: 2028 });
  const first = await find("2027");
  expect(first).toHaveLength(50);
  const rest = await find("2027", "&after=50");
  expect(rest.length).toBeGreaterThan(0);
  expect(rest.map(({ same }) => same)).not.toContain(first[0]?.same);
  expect(await find("2027", "&after=1000")).toEqual([]);
});

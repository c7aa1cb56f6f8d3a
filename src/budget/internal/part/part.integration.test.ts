import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../../shell/testing/astorp.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const DAY = "2027-11-05";
const WHOLE = "/budget/internal-budget/bildningsnamnden/2028";
const PART = "/budget/unit-part/bjornekullaskolan/2028";
// biome-ignore lint/suspicious/noExplicitAny: what the API answers
type Any = any;
const line = (id: string, unit: string, amountTkr: number) => ({
  id,
  name: id,
  unit,
  account: "6410",
  amountTkr,
});
const split = {
  lines: [
    line("theirs", "kvidinge-skola", 400),
    line("ours", "bjornekullaskolan", 300),
    line("last", "grundskola", 50),
  ],
  units: [{ id: "bjornekullaskolan", frameTkr: 500 }],
  comment: "",
};
const get = async (as: string, path: string) => a.call(as, DAY, "GET", path);
const put = async (as: string, body: object, etag?: string) =>
  etag === undefined
    ? a.draft(as, DAY, PART, body)
    : a.call(as, DAY, "PUT", PART, { body, headers: { "if-match": etag } });
const mine = async (as: string) =>
  ((await get(as, "/year/mine")).json as Any[]).filter(({ href }) => href.endsWith("/enhet"));

test("R-2, E-6: a unit's manager writes the unit's own lines, within what it was given, beside all others who write", async () => {
  expect((await get("rektor-bjornekulla", PART)).json).toMatchObject({ code: "no-part-now" });
  await a.draft("bildning-controller", DAY, WHOLE, split);
  expect(await mine("rektor-bjornekulla")).toMatchObject([
    { todo: "write", href: "/ekonomi/internbudget/bjornekullaskolan/2028/enhet", body: "bjornekullaskolan" },
  ]);
  const begun = await get("rektor-bjornekulla", PART);
  expect(begun.json).toMatchObject({
    frameTkr: 500,
    sumTkr: 300,
    content: { done: false, lines: [{ id: "ours" }] },
  });

  // Somebody else saves another part meanwhile: that stands in nobody's way
  await a.draft("bildning-controller", DAY, WHOLE, {
    ...split,
    lines: [line("theirs", "kvidinge-skola", 444), ...split.lines.slice(1)],
  });
  const more = {
    lines: [line("ours", "bjornekullaskolan", 320), line("new", "bjornekullaskolan", 200)],
    jobs: [],
    done: false,
  };
  const saved = await put("rektor-bjornekulla", more, begun.etag);
  expect(saved.status).toBe(200);
  expect((saved.json as Any).remarks.map(({ code }: Any) => code)).toEqual(["unit-over-frame"]);
  const whole = (await get("bildning-controller", WHOLE)).json as Any;
  expect(whole.content.lines.map(({ id, amountTkr }: Any) => [id, amountTkr])).toEqual([
    ["theirs", 444],
    ["ours", 320],
    ["last", 50],
    ["new", 200],
  ]);
  expect(whole.remarks.map(({ code }: Any) => code)).toContain("unit-over-frame");

  // The same part written by somebody else since: it is to be seen first
  expect((await put("rektor-bjornekulla", more, begun.etag)).status).toBe(412);
  const done = await put("rektor-bjornekulla", { ...more, lines: more.lines.slice(0, 1), done: true });
  expect((done.json as Any).content.done).toBe(true);
  expect(((await get("bildning-controller", WHOLE)).json as Any).content.units).toEqual([
    { id: "bjornekullaskolan", frameTkr: 500, done: true },
  ]);
  expect(await mine("rektor-bjornekulla")).toEqual([]);
});

test("R-2, R-3: nobody else writes the part, nothing of another unit's is written in it, and what is decided is closed", async () => {
  const part = { lines: [line("ours", "bjornekullaskolan", 1)], jobs: [], done: false };
  expect((await put("larare-bjornekulla", part)).json).toMatchObject({ code: "may-not" });
  expect((await put("enhetschef-hemvard", part, "p")).status).toBe(403);
  const elsewhere = await put("rektor-bjornekulla", {
    ...part,
    lines: [line("theirs", "kvidinge-skola", 1)],
  });
  expect(elsewhere.json).toMatchObject({
    code: "bad-input",
    errors: [
      { at: "lines.0.unit", code: "part-elsewhere" },
      { at: "lines.0.id", code: "id-twice" },
    ],
  });
  expect(
    (await get("rektor-bjornekulla", "/budget/unit-part/bildningsforvaltningen/2028")).json,
  ).toMatchObject({ code: "no-committee" });
  expect((await get("rektor-bjornekulla", "/budget/unit-part/finns-inte/2028")).status).toBe(404);
});

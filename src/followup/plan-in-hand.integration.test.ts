import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { PlanInHand } from "./contract.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 240_000);
afterAll(() => a.stop());

const ON = "2027-10-25";
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const plan = async (on: string) =>
  json(await a.call("bildning-chef", on, "GET", "/followup/measures/bildningsnamnden/2027")) as PlanInHand;
const write = (body: object, on = ON, as = "bildning-chef") =>
  a.call(as, on, "POST", "/course/entries", { body });

test("U-8: what the measures of a decided plan have given is followed beside the plan, which stays as it was", async () => {
  const before = await plan(ON);
  const [first] = before.measures;
  const thing = first?.thing as string;
  const { rows } = await a.sql(
    "select content_sha256 from decisions.version where matter_id like 'action-plan:%' order by number",
  );
  expect((await write({ thing, sort: "effect", value: 120, reason: "Enligt bokföringen" })).status).toBe(200);
  expect((await write({ thing, sort: "note", value: "Två tjänster är kvar" })).status).toBe(200);
  expect((await write({ thing, sort: "date", value: "2027-11-30", reason: "Uppsägningstid" })).status).toBe(
    200,
  );
  expect((await write({ thing, sort: "effect", value: 150 }, "2027-11-10")).status).toBe(200);
  const of = async (on: string) => (await plan(on)).measures.find((one) => one.thing === thing);
  expect(await of("2027-10-24")).toMatchObject({ effectTkr: null, movedFrom: null, note: null });
  expect(await of(ON)).toMatchObject({
    effectTkr: 120,
    note: "Två tjänster är kvar",
    effectBy: "2027-11-30",
    movedFrom: first?.effectBy,
    amountTkr: first?.amountTkr,
  });
  expect((await of("2027-11-10"))?.effectTkr).toBe(150);
  expect((await plan("2027-11-10")).effectTkr).toBe(150);
  const cancelled = { thing, sort: "state", value: "cancelled", reason: "Ryms inte" };
  expect((await write(cancelled, "2027-11-12")).status).toBe(200);
  expect((await plan("2027-11-12")).plannedTkr).toBe(before.plannedTkr - (first?.amountTkr ?? 0));
  expect(
    (
      await a.sql(
        "select content_sha256 from decisions.version where matter_id like 'action-plan:%' order by number",
      )
    ).rows,
  ).toEqual(rows);
  expect(json(await write({ thing, sort: "effect", value: -1 })).status).toBe(422);
});

test("U-8, A-14: a measure that is due is on its owner's list, and no more once it is done", async () => {
  const open = (await plan(ON)).measures.find(
    ({ state, effectBy, movedFrom }) => state !== "done" && !movedFrom && effectBy > "2027-01-01",
  );
  const thing = open?.thing as string;
  const owner = json(await a.call("bildning-chef", ON, "GET", `/course?of=${encodeURIComponent(thing)}`))
    .owner.person as string;
  const on = (open?.effectBy ?? ON) > ON ? (open?.effectBy as string) : ON;
  const mine = async () =>
    (json(await a.call(owner, on, "GET", "/year/mine")) as { thing: string; todo: string }[]).filter(
      (line) => line.thing === thing,
    );
  expect(await mine()).toMatchObject([{ todo: "act" }]);
  expect((await write({ thing, sort: "state", value: "done", reason: "Genomfört" }, on, owner)).status).toBe(
    200,
  );
  expect(await mine()).toEqual([]);
});

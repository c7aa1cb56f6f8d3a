import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { Budget } from "../base/contract.ts";
import { nextYear } from "./rules/next-year.ts";

const DAY = "2026-11-23";
const SAMPLE = join(import.meta.dirname, "../../../sample/year/content/budget-2027.json");
const sample = (): Budget => {
  const content = JSON.parse(readFileSync(SAMPLE, "utf8")) as Budget;
  // No forecast is decided here: the people are the content's own
  return { ...content, sources: content.sources.map(({ from: _from, ...source }) => source) };
};
const path = (year: number) => `/budget/budget/kommunfullmaktige/${year}`;

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at
const json = (reply: { json: unknown }) => reply.json as any;
const save = async (year: number, content: unknown) =>
  json(await a.draft("ekonomichef", DAY, path(year), content));
const frame = (content: Budget) => content.allocation?.years[0]?.frames.bildningsnamnden ?? 0;

test("A-7: a proposal counts when it is taken in, keeps what is said of it, and is named while nobody has decided", async () => {
  const proposal = {
    id: "laslyft",
    body: "bildningsnamnden",
    year: 2027,
    amountTkr: 2000,
    text: "Läslyft",
    effect: "Fler läser i årskurs 3",
    owner: "bildningsforvaltningen",
    by: "Kommunstyrelsen",
  };
  const before = await save(2027, sample());
  const beside = await save(2027, {
    ...sample(),
    adjustmentProposals: [{ ...proposal, state: "considered" }],
  });
  expect(frame(beside.content)).toBe(frame(before.content));
  expect(beside.content.adjustmentProposals).toEqual([{ ...proposal, state: "considered" }]);
  expect(beside.remarks).toContainEqual(
    expect.objectContaining({ code: "proposals-considered", params: { count: 1, sumTkr: 2000 } }),
  );

  const { input, ...rest } = sample();
  const taken = await save(2027, {
    ...rest,
    input: { ...input, adjustments: [...input.adjustments, proposal] },
  });
  expect(frame(taken.content)).toBe(frame(before.content) + 2000);
  const line = taken.content.allocation.years[0].lines.find(
    (own: { origin: { id?: string } }) => own.origin.id === "laslyft",
  );
  expect(line).toMatchObject({ amountTkr: 2000, origin: { effect: proposal.effect, owner: proposal.owner } });

  const both = await save(2027, {
    ...rest,
    input: { ...input, adjustments: [...input.adjustments, proposal] },
    adjustmentProposals: [{ ...proposal, state: "rejected" }],
  });
  expect(both.remarks).toContainEqual(
    expect.objectContaining({ level: "stops", code: "proposal-twice", at: "adjustmentProposals.0.id" }),
  );
});

test("E-2: what a decided budget is moved on to is stored as it is, with the allocations that the plan had", async () => {
  const stored = await save(2027, sample());
  const { content } = nextYear(stored.content as Budget, {
    what: "Utgångspunkt",
    source: "Budget 2027, version 1",
  });
  const next = await save(2028, content);
  for (const y of [0, 1])
    expect(next.content.allocation.years[y].frames).toEqual(stored.content.allocation.years[y + 1].frames);
  expect(next.content.sources[0]).toEqual({ what: "Utgångspunkt", source: "Budget 2027, version 1" });
});

test("E-3: what can't be computed is refused with the row and the year, and nothing of it is stored", async () => {
  const { input, ...rest } = sample();
  const [first, second, ...services] = input.services;
  const bad = {
    ...rest,
    input: {
      ...input,
      services: [
        { ...first, priceKr: { 2027: "1 200", 2028: -5 } },
        { ...second, coverage: "0,95" },
        ...services,
      ],
      oneOffs: [{ body: "ingen", amountTkr: 0.5 }],
    },
  };
  const before = json(await a.call("ekonomichef", DAY, "GET", path(2027)));
  const refused = await a.draft("ekonomichef", DAY, path(2027), bad);
  expect(refused.status).toBe(422);
  const places = json(refused).errors.map(({ at }: { at: string }) => at);
  expect(places).toEqual(
    expect.arrayContaining([
      "input.services.0.priceKr.2027",
      "input.services.0.priceKr.2028",
      "input.services.0.priceKr.2029",
      "input.services.1.coverage",
      "input.oneOffs.0.body",
      "input.oneOffs.0.amountTkr",
    ]),
  );
  expect(json(await a.call("ekonomichef", DAY, "GET", path(2027))).version).toEqual(before.version);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

// biome-ignore lint/suspicious/noExplicitAny: what the API answers
type Any = any;
const PATH = "/followup/owner-report/nsva/2027";
const LIST = "/followup/owner-reports/2027";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const REPORT = {
  occasion: "interim-report",
  happened: "En huvudledning har bytts.",
  resultTkr: 3100,
  equityTkr: 58_200,
  demands: "Taxan täcker kostnaderna.",
  risk: "low",
  riskText: "",
};
const get = (as: string, on: string, path: string) => a.call(as, on, "GET", path);
const waiting = async (as: string, on: string) =>
  ((await get(as, on, "/year/mine")).json as Any[]).filter(({ href }) => href.includes("/delagda/"));

test("R-8: what a part-owned company tells its owner is registered, shown beside what is left, and leaves as PDF", async () => {
  const day = "2027-09-20";
  // Nothing is asked of a year that the municipality has no budget of here
  expect(await waiting("ekonomichef", day)).toEqual([]);
  // Not a committee's, and no other body's
  expect((await a.draft("bildning-chef", day, PATH, REPORT)).status).toBe(403);
  const lacking = await a.draft("ekonomichef", day, PATH, { ...REPORT, risk: null, resultTkr: null });
  expect((lacking.json as Any).remarks.map(({ code }: Any) => code)).toEqual([
    "owner-no-result",
    "owner-no-risk",
  ]);
  const saved = await a.draft("ekonomichef", day, PATH, REPORT);
  expect((saved.json as Any).content.sharePercent).toBeGreaterThan(0);
  const draft = await get("revisor", day, LIST);
  expect((draft.json as Any)[0].told[0]).toMatchObject({ occasion: "interim-report", report: null });
  expect((await a.decide("ekonomichef", day, "owner-report:nsva:2027")).status).toBe(200);
  const told = ((await get("revisor", "2027-10-02", LIST)).json as Any[]).find(
    ({ body }) => body === "nsva",
  ).told;
  expect(told).toMatchObject([
    { occasion: "interim-report", late: false, report: { resultTkr: 3100, risk: "low" } },
    { occasion: "annual-report", report: null },
  ]);
  const other = ((await get("revisor", "2027-10-02", LIST)).json as Any[]).find(
    ({ body }) => body === "nsr",
  ).told;
  expect(other[0]).toMatchObject({ late: true, report: null });
  const pdf = await get("revisor", day, "/followup/owner-reports/nsva/2027/pdf");
  expect([
    pdf.status,
    Buffer.from(pdf.bytes as Uint8Array)
      .toString("latin1")
      .slice(0, 5),
  ]).toEqual([200, "%PDF-"]);
  expect((await get("revisor", day, "/followup/owner-reports/nsr/2027/pdf")).status).toBe(404);

  // After the year comes the next, and both stand
  const after = "2028-02-10";
  await a.draft("ekonomichef", after, PATH, { ...REPORT, occasion: "annual-report", resultTkr: 2400 });
  expect((await a.decide("ekonomichef", after, "owner-report:nsva:2027")).status).toBe(200);
  const both = ((await get("revisor", after, LIST)).json as Any[]).find(({ body }) => body === "nsva").told;
  expect(both.map(({ report }: Any) => report.resultTkr)).toEqual([3100, 2400]);
});

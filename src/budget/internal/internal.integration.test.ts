import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

const DAY = "2028-05-15";
const PATH = "/budget/internal-budget/bygg-och-miljonamnden/2028";
const OWN = "internal-budget:bygg-och-miljonamnden:2028";
const CHIEF = "byggmiljo-chef";
const SECRETARY = "byggmiljo-sekreterare";

let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 120_000);
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: drafts are bent into anything, answers are looked at
type Any = any;
const json = (reply: { json: unknown }) => reply.json as Any;
const codes = (reply: { json: unknown }) =>
  json(reply).remarks.map((r: Any) => `${r.code} ${r.at ?? ""}`.trim());
const LINE = { id: "bygg", name: "Bygglov", unit: null, account: "7430", amountTkr: 0, periodKey: "summer" };
const POSITION = {
  id: "inspektor",
  title: "Inspektör",
  unit: "bygg-och-miljoforvaltningen",
  account: "5010",
  posts: 2.5,
  wageKr: 38_500,
};
const whole = (change: Any = {}) => ({
  lines: [LINE],
  comment: "",
  jobs: [POSITION],
  wages: { chargePercent: 40.35, chargeAccount: "5610" },
  ...change,
});

describe("E-6: an internal budget with accounts, months and a wage budget", () => {
  test("what the jobs cost is computed by the server, never typed, and counts in the sum", async () => {
    const typed = [
      { unit: null, account: "5010", amountTkr: 1, monthsTkr: Array.from({ length: 12 }, () => 0) },
    ];
    const saved = json(await a.draft(CHIEF, DAY, PATH, whole({ wageLines: typed })));
    expect(saved.content.wageLines.map((l: Any) => [l.unit, l.account, l.amountTkr])).toEqual([
      ["bygg-och-miljoforvaltningen", "5010", 1155],
      ["bygg-och-miljoforvaltningen", "5610", 466],
    ]);
    const { amountTkr } = saved.content.allocation;
    expect(saved.remarks).toMatchObject([
      { code: "internal-budget-differs", params: { sumTkr: 1621, differenceTkr: amountTkr - 1621 } },
    ]);
    const without = json(await a.draft(CHIEF, DAY, PATH, { lines: [LINE], comment: "", wageLines: typed }));
    expect(without.content.wageLines).toBeUndefined();
  });

  test("what is wrong is told with its place, and stops the decision", async () => {
    const saved = await a.draft(
      CHIEF,
      DAY,
      PATH,
      whole({
        lines: [
          { ...LINE, account: "1930" },
          { ...LINE, id: "ny", account: "7431", periodKey: "borta" },
        ],
        jobs: [{ ...POSITION, posts: -1, from: "2029-01" }],
      }),
    );
    expect(codes(saved)).toEqual([
      "internal-budget-differs",
      "account-without-result lines.0.account",
      "account-not-in-ledger lines.1.account",
      "unknown-period-key lines.1.periodKey",
      "posts-negative jobs.0.posts",
      "job-outside-year jobs.0.from",
    ]);
    expect((await a.decide(SECRETARY, DAY, OWN)).status).toBe(422);
  });

  test.each<[string, Any, string]>([
    ["two lines of one id", { lines: [LINE, LINE] }, "lines.1.id: id-twice"],
    ["an account that is none", { lines: [{ ...LINE, account: "50" }] }, "lines.0.account: schema-said"],
    ["a month that is none", { jobs: [{ ...POSITION, from: "2028-13" }] }, "jobs.0.from: schema-said"],
    ["eleven months", { lines: [{ ...LINE, monthsTkr: [1] }] }, "lines.0.monthsTkr: schema-too-few"],
    ["five decimals", { jobs: [{ ...POSITION, posts: 0.12345 }] }, "jobs.0.posts: schema-said"],
    [
      "wages beyond any municipality",
      {
        jobs: Array.from({ length: 20 }, (_, i) => ({
          ...POSITION,
          id: `p${i}`,
          posts: 10_000,
          wageKr: 1_000_000,
        })),
      },
      "jobs: sum-range",
    ],
  ])("%s is refused with its place, and nothing is stored", async (_what, change, place) => {
    const before = (await a.call(CHIEF, DAY, "GET", PATH)).etag;
    const reply = await a.draft(CHIEF, DAY, PATH, whole(change));
    expect(reply.status).toBe(422);
    expect(json(reply).errors.map((e: Any) => `${e.at}: ${e.code}`)).toContain(place);
    expect((await a.call(CHIEF, DAY, "GET", PATH)).etag).toBe(before);
  });

  test("the whole allocation with wages is decided, adapted in the year's stages and told in the budget document", async () => {
    const first = json(await a.draft(CHIEF, DAY, PATH, whole()));
    const { amountTkr } = first.content.allocation;
    const saved = await a.draft(
      CHIEF,
      DAY,
      PATH,
      whole({ lines: [{ ...LINE, amountTkr: amountTkr - 1621 }] }),
    );
    expect(codes(saved)).toEqual([]);
    expect((await a.decide(SECRETARY, DAY, OWN)).status).toBe(200);
    const stages = json(await a.call("revisor", DAY, "GET", "/budget/stages/2028"));
    expect(stages.internal.find((one: Any) => one.body === "bygg-och-miljonamnden")).toMatchObject({
      decidedTkr: amountTkr,
      adapted: true,
    });
    // The document of the decided budget is as it was when it was decided: there the internal budget stands beside it
    const decided = json(await a.call("revisor", DAY, "GET", "/budget/document/2028"));
    expect(decided.later).toContainEqual(expect.objectContaining({ matter: OWN }));
    const OWN_LINE = '"Bygglov"';
    expect(JSON.stringify(decided.paper)).not.toContain(OWN_LINE);
    const BUDGET = "/budget/budget/kommunfullmaktige/2028";
    const { content } = json(await a.call("ekonomichef", DAY, "GET", BUDGET));
    expect((await a.draft("ekonomichef", DAY, BUDGET, content)).status).toBe(200);
    const { paper } = json(await a.call("revisor", DAY, "GET", "/budget/document/2028?version=3"));
    for (const told of [OWN_LINE, "Löner enligt tjänster"]) expect(JSON.stringify(paper)).toContain(told);
  });
});

test("E-6: who asks whether others have written is answered at once when nobody has", async () => {
  const { etag, status } = await a.call(CHIEF, DAY, "GET", PATH);
  expect(status).toBe(200);
  const again = () => a.call(SECRETARY, DAY, "GET", PATH, { headers: { "if-none-match": etag as string } });
  const same = await again();
  expect([same.status, same.bytes.length, same.etag]).toEqual([304, 0, etag]);
  const before = json(await a.call(CHIEF, DAY, "GET", PATH)).content;
  await a.draft(CHIEF, DAY, PATH, { ...before, comment: "Nytt" });
  const newer = await again();
  expect([newer.status, json(newer).content.comment]).toEqual([200, "Nytt"]);
});

describe("E-6, T-1: the split leaves as open data", () => {
  /** As somebody who has not signed in. */
  const unsigned = (address: string) =>
    a.server.app.inject({ method: "GET", url: `/api${address}`, headers: { "tillit-today": DAY } });
  test("row by row with account, key and months; a text that looks like a formula runs nothing", async () => {
    const content = json(await a.call(CHIEF, DAY, "GET", PATH)).content;
    const lines = [{ ...content.lines[0], name: '=HYPERLINK("http://x")' }];
    await a.draft(CHIEF, DAY, PATH, { ...content, lines });
    const { bytes } = await a.call(CHIEF, DAY, "GET", `${PATH}/lines.csv`);
    const csv = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
    expect(csv[0]).toBe(
      "ar;organ;organ_namn;typ;verksamhet;enhet;enhet_namn;konto;konto_namn;periodnyckel;belopp_tkr;jan_tkr;feb_tkr;mar_tkr;apr_tkr;maj_tkr;jun_tkr;jul_tkr;aug_tkr;sep_tkr;okt_tkr;nov_tkr;dec_tkr",
    );
    expect(csv[1]).toContain('"\'=HYPERLINK(""http://x"")"');
    expect(csv[1]).toContain("7430;Konsulter;Sommar (juni–augusti)");
    expect(csv[2]).toMatch(/;lön;Löner enligt tjänster;bygg-och-miljoforvaltningen;.*;5010;Löner;;1155;/);
    const schema = json(await a.call(CHIEF, DAY, "GET", `${PATH}/lines.schema.json`));
    expect(schema.tableSchema.columns.map((c: Any) => c.name).join(";")).toBe(csv[0]);
  });
  test("the public reads what is decided, not the draft; a workbook is made; none is told", async () => {
    const decided = await unsigned(`${PATH}/lines.csv`);
    expect(decided.body).toContain("Bygglov");
    expect(decided.body).not.toContain("HYPERLINK");
    const book = await unsigned(`${PATH}/lines.xlsx`);
    expect(book.statusCode).toBe(200);
    expect(book.headers["content-disposition"]).toContain("internbudget-bygg-och-miljonamnden-2028.xlsx");
    const none = await unsigned("/budget/internal-budget/valnamnden/2029/lines.csv");
    expect(none.json()).toMatchObject({ status: 404, code: "no-internal-budget" });
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decisionJobs } from "../../decisions/jobs.ts";
import { decidedDocuments } from "../../shell/chapters.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { cookieOf } from "../../shell/testing/raw.ts";
import { Documents, throwLeastUsed, throwUnused } from "./documents.ts";

const DAY = "2028-05-15";
const OWN = "1277";
const WRITER = { municipality: OWN, personId: "kommunchef", requestId: "test" };

let a: Astorp;
let ofDraft: string;
beforeAll(async () => {
  a = await astorp("spring");
  const path = "/budget/budget/kommunfullmaktige/2028";
  const { content } = (await a.call("ekonomichef", DAY, "GET", path)).json as { content: object };
  const draft = (await a.draft("ekonomichef", DAY, path, content)).json as { version: { number: number } };
  ofDraft = `/budget/budget/2028/document.docx?version=${draft.version.number}`;
}, 180_000);
afterAll(() => a.stop());

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const {
    statusCode,
    headers: told,
    rawPayload,
  } = await a.server.app.inject({
    method: "GET",
    url: `/api${path}`,
    headers: { "tillit-today": DAY, ...headers },
  });
  return { status: statusCode, headers: told, bytes: rawPayload };
};
const kept = async () =>
  (await a.sql("select sha256, form, size::int as size from platform.made_document order by made_at")).rows;
const write = <T>(work: Parameters<typeof a.server.door.write<T>>[2]) =>
  a.server.door.write(WRITER, "prov", work);

describe("T-5: the first reader finds it made", () => {
  test("with each decision on what leaves as documents, the making of them is posted", async () => {
    const { rows } = await a.sql(
      "select data ->> 'municipality' || ' ' || (data #>> '{data,matter}') || '@' || (data #>> '{data,version}') as what from jobs.job where name = 'make-documents' order by 1",
    );
    const { rows: decided } = await a.sql(
      `select '${OWN} ' || matter_id || '@' || version_number as what from decisions.decision join decisions.matter m using (municipality_id, matter_id)
       where m.kind in ('budget', 'follow-up', 'interim-report', 'annual-report', 'owner-report') order by 1`,
    );
    expect(decided.length).toBeGreaterThan(10);
    expect(rows).toEqual(decided);
  });

  test("a budget in all its forms, a report as PDF: to the byte what is answered, and once", async () => {
    await a.sql("delete from platform.made_document");
    const documents = new Documents(a.server.door, (cause) => {
      throw cause;
    });
    const [job] = decisionJobs(decidedDocuments, documents);
    const run = (matter: string) =>
      job?.run({
        door: a.server.door,
        municipality: OWN,
        signal: new AbortController().signal,
        data: { matter, version: 1 },
      });
    await run("budget:kommunfullmaktige:2027");
    await run("annual-report:kommunfullmaktige:2027");
    const made = await kept();
    expect(made.map(({ form }) => form)).toEqual(["pdf", "word", "workbook", "file", "pdf"]);
    const endings = ["document.pdf", "document.docx", "document.xlsx", "lines.csv"];
    const paths = [
      ...endings.map((ending) => `/budget/budget/2027/${ending}`),
      "/followup/annual-report/kommunfullmaktige/2027/pdf",
    ];
    const read = [];
    for (const path of paths) read.push(await ask(path));
    expect(read.map(({ headers }) => headers.etag)).toEqual(made.map(({ sha256 }) => `"${sha256}"`));
    expect(read.map(({ bytes }) => bytes.length)).toEqual(made.map(({ size }) => size));
    // Asked for again, as after a kill, it does nothing
    await run("budget:kommunfullmaktige:2027");
    expect(await kept()).toEqual(made);
  });
});

describe("T-5: what is decided is made once and kept by its hash", () => {
  test("the first who asks has it made, whoever asks after gets the same bytes", async () => {
    for (const path of [
      "/budget/budget/2027/document.pdf",
      "/budget/budget/2027/document.docx",
      "/budget/budget/2027/document.xlsx",
      "/budget/budget/2027/lines.csv",
      "/budget/internal-budget/socialnamnden/2027/lines.xlsx",
      "/followup/annual-report/kommunstyrelsen/2027/pdf",
    ]) {
      await a.sql("delete from platform.made_document");
      const first = await ask(path);
      expect(first.status, path).toBe(200);
      expect(await kept(), path).toEqual([
        { sha256: expect.any(String), form: expect.any(String), size: first.bytes.length },
      ]);
      // What comes the second time is what was kept, and nothing that is made anew
      await a.sql("update platform.made_document set bytes = 'kept'");
      expect((await ask(path)).bytes.toString(), path).toBe("kept");
      expect(
        (await ask(path, { cookie: await cookieOf(a.server.app, "ekonomichef") })).bytes.toString(),
      ).toBe("kept");
      // What was thrown is made again, to the byte
      await a.sql("delete from platform.made_document");
      expect((await ask(path)).bytes.equals(first.bytes), path).toBe(true);
    }
  });

  test("those who ask at the same time wait for one making", async () => {
    await a.sql("delete from platform.made_document");
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        a.server.app.inject({
          method: "GET",
          url: "/api/budget/budget/2028/document.pdf",
          headers: { "tillit-today": DAY },
          remoteAddress: `10.0.0.${i}`,
        }),
      ),
    );
    expect(all.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 12 }, () => 200));
    expect(new Set(all.map(({ payload }) => payload)).size).toBe(1);
    expect(await kept()).toHaveLength(1);
  });

  test("who has it is told that it is the same, and gets nothing", async () => {
    const path = "/budget/budget/2027/document.pdf";
    const { headers } = await ask(path);
    expect(headers).toMatchObject({
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      "cache-control": "private, no-cache",
    });
    const again = await ask(path, { "if-none-match": String(headers.etag) });
    expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    const other = await ask("/budget/budget/2028/document.pdf", { "if-none-match": String(headers.etag) });
    expect(other.status).toBe(200);
  });

  test("a draft is made for who may read it, kept neither here nor by the browser, and given to no one else", async () => {
    const cookie = await cookieOf(a.server.app, "ekonomichef");
    const before = await kept();
    const { status, headers, bytes } = await ask(ofDraft, { cookie });
    expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    expect(await kept()).toEqual(before);
    expect((await ask(ofDraft)).status).toBe(404);
    expect((await ask(ofDraft, { "if-none-match": String(headers.etag) })).status).toBe(404);
  });

  test("what was used longest ago is thrown first, and what nobody has asked for in a long time", async () => {
    await a.sql("delete from platform.made_document");
    const keep = (name: string, bytes: number, daysAgo: number) =>
      a.sql(
        `insert into platform.made_document (municipality_id, sha256, form, bytes, made_at, used_at) values ('${OWN}',
           repeat('${name}', 64), 'pdf', convert_to(repeat('x', ${bytes}), 'UTF8'), now(), now() - interval '${daysAgo} days')`,
      );
    const names = async () => (await kept()).map(({ sha256 }) => sha256[0]).sort();
    await keep("a", 10, 400);
    await keep("b", 10, 30);
    await keep("c", 10, 2);
    await keep("d", 10, 1);
    await write((tx) => throwLeastUsed(tx, { count: 3, bytes: 1000 }));
    expect(await names()).toEqual(["b", "c", "d"]);
    await write((tx) => throwLeastUsed(tx, { count: 10, bytes: 25 }));
    expect(await names()).toEqual(["c", "d"]);
    await keep("a", 10, 400);
    expect(await write((tx) => throwUnused(tx, 180))).toBe(1);
    expect(await names()).toEqual(["c", "d"]);
  });

  test("that it is used is noted once a day", async () => {
    const path = "/budget/budget/2027/document.pdf";
    await ask(path);
    const usedAt = async () =>
      (await a.sql("select max(used_at) as at from platform.made_document")).rows[0].at;
    const first = await usedAt();
    await ask(path);
    expect(await usedAt()).toEqual(first);
    await a.sql("update platform.made_document set used_at = now() - interval '2 days'");
    await ask(path);
    expect((await usedAt()).getTime()).toBeGreaterThanOrEqual(first.getTime());
  });
});

test("T-5: one who asks in a loop is told to wait, delays nobody, and holds no more than a share", async () => {
  await a.sql("delete from platform.made_document");
  const cookie = await cookieOf(a.server.app, "ekonomichef");
  const numbers = (await a.call("ekonomichef", DAY, "GET", "/decisions?year=2027")).json as {
    kind: string;
    body: string;
  }[];
  const reports = numbers
    .filter(({ kind }) => ["follow-up", "interim-report", "annual-report"].includes(kind))
    .map(({ kind, body }) => `/followup/${kind}/${body}/2027/pdf`);
  const paths = [2027, 2028].flatMap((year) =>
    ["pdf", "docx", "xlsx"].map((ending) => `/budget/budget/${year}/document.${ending}`),
  );
  const loop = Array.from(
    { length: 50 },
    (_, i) => [...paths, ...new Set(reports)][i % (paths.length + new Set(reports).size)] as string,
  );
  const done: string[] = [];
  const visitor = loop.map((path) =>
    ask(path).then((reply) => {
      done.push("visitor");
      return reply;
    }),
  );
  const other = a.server.app
    .inject({
      method: "GET",
      url: "/api/budget/budget/2027/document.docx",
      headers: { "tillit-today": DAY },
      remoteAddress: "10.1.1.1",
    })
    .then((reply) => {
      done.push("other");
      return reply;
    });
  const signedIn = ask(ofDraft, { cookie }).then((reply) => {
    done.push("signed-in");
    return reply;
  });
  const replies = await Promise.all(visitor);
  expect((await signedIn).status).toBe(200);
  expect((await other).statusCode).toBe(200);
  const refused = replies.filter(({ status }) => status === 429);
  // Four under way and sixteen in line
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(refused).toHaveLength(30);
  const told = refused[0];
  expect(told?.headers["retry-after"]).toBe("5");
  expect(JSON.parse(String(told?.bytes))).toMatchObject({
    code: "documents-under-way",
    title: "Du har flera dokument på gång",
  });
  // Those that are refused are told at once; of what is made, the one under way and those that came before
  const made = done.slice(30);
  expect(made.indexOf("signed-in")).toBeLessThanOrEqual(4);
  expect(made.indexOf("other")).toBeLessThanOrEqual(8);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileProgress } from "../platform/intake/contract.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import { cookieOf } from "../shell/testing/raw.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  await a.moveDay("2027-12-31");
});
afterAll(() => a.stop());

/** So many vouchers that they are read and stored in several seconds' worth of parts. */
const VOUCHERS = 15_000;
const head = [
  "#FLAGGA 0",
  '#PROGRAM "Ekonomi" 1',
  "#FORMAT PC8",
  "#GEN 20271231",
  "#SIETYP 4",
  '#FNAMN "Kommun"',
  "#RAR 0 20270101 20271231",
  '#KONTO 5010 "Hyra"',
  '#KONTO 1930 "Bank"',
  '#DIM 1 "Ansvar"',
].join("\r\n");
const accounts = (series: string): Blob =>
  new Blob([
    head,
    ...Array.from(
      { length: VOUCHERS },
      (_, i) =>
        `\r\n#VER ${series} ${i + 1} 20270115 "Faktura ${i}"\r\n{\r\n#TRANS 5010 {1 "${100 + (i % 400)}"} ${i % 977}.50\r\n#TRANS 1930 {} -${i % 977}.50\r\n}`,
    ),
    "\r\n",
  ]);

async function sent(series: string, key: string, signal?: AbortSignal): Promise<Response> {
  const form = new FormData();
  form.set("file", accounts(series), "stor.se");
  return fetch(`${a.server.url}/api/ledger/imports?preview=false`, {
    method: "POST",
    body: form,
    headers: { cookie: await cookieOf(a.server.app, "ekonomichef"), "tillit-progress": key },
    signal: signal ?? null,
  });
}

/** Asks again and again how far the file has come, until it is known to be in a stage or the sending has ended. */
async function followed(key: string, ended: () => boolean, until?: string): Promise<FileProgress[]> {
  const seen: FileProgress[] = [];
  while (!ended()) {
    const { status, json } = await a.call("ekonomichef", "2027-12-31", "GET", `/files/${key}/progress`);
    if (status === 200) seen.push(json as FileProgress);
    if (until !== undefined && seen.at(-1)?.stage === until) break;
    await new Promise((done) => setTimeout(done, 5));
  }
  return seen;
}

test("T-4: who sends a file sees how far it has come, and nobody else does", async () => {
  let done = false;
  const sending = sent("A", "nyckel-ett").finally(() => {
    done = true;
  });
  const first = await followed("nyckel-ett", () => done, "storing");
  const others = await a.call("kommunchef", "2027-12-31", "GET", "/files/nyckel-ett/progress");
  const seen = [...first, ...(await followed("nyckel-ett", () => done))];
  expect((await sending).status).toBe(200);
  expect(others).toMatchObject({ status: 404, json: { code: "no-file-under-way" } });
  const stages = [...new Set(seen.map(({ stage }) => stage))];
  expect(stages).toContain("reading");
  expect(stages.at(-1)).toBe("storing");
  const shares = seen.flatMap(({ stage, share }) => (stage === "storing" ? (share ?? []) : []));
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(new Set(shares).size).toBeGreaterThan(2);
  const after = await a.call("ekonomichef", "2027-12-31", "GET", "/files/nyckel-ett/progress");
  expect(after.status).toBe(404);
});

test("T-4: a file that its sender calls back while it is being stored is not stored at all", async () => {
  const count = async () =>
    (
      await a.sql(
        "select (select count(*)::int from ledger.import) i, (select count(*)::int from ledger.voucher_row) r",
      )
    ).rows[0];
  const before = await count();
  const stop = new AbortController();
  let done = false;
  const sending = sent("B", "nyckel-tva", stop.signal).catch((cause: Error) => cause.name);
  void sending.then(() => {
    done = true;
  });
  const seen = await followed("nyckel-tva", () => done, "storing");
  expect(seen.at(-1)?.stage).toBe("storing");
  stop.abort();
  expect(await sending).toBe("AbortError");
  // The same file again waits for the lock of the one that is taken back, and is stored as the first
  expect((await sent("B", "nyckel-tre")).status).toBe(200);
  expect(await count()).toEqual({ i: before.i + 1, r: before.r + 2 * VOUCHERS });
});

test("T-4: a key that can't be one is told", async () => {
  const reply = await sent("C", "x");
  expect([reply.status, (await reply.json()).code]).toEqual([400, "bad-header"]);
});

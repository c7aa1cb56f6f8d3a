import type { FastifyBaseLogger } from "fastify";
import { expect, test } from "vitest";
import type { Door } from "../database/door.ts";
import { type SecurityEvent, securityLog } from "./security-log.ts";

/** A log whose writes are counted, and whose time is given. */
function counting() {
  let ms = 0;
  const written: { municipality: string; values: Record<string, unknown>[] }[] = [];
  const logged: unknown[] = [];
  const tx = (municipality: string) => ({
    withTables: () => ({
      insertInto: () => ({
        values: (values: Record<string, unknown>[]) => ({
          execute: async () => void written.push({ municipality, values }),
        }),
      }),
    }),
  });
  const door = {
    write: async ({ municipality }: { municipality: string }, _why: string, work: (tx: unknown) => unknown) =>
      work(tx(municipality)),
  } as unknown as Door;
  const log = { info: (what: unknown) => logged.push(what), warn: () => {}, error: () => {} };
  return {
    written,
    logged,
    later: (byMs: number) => {
      ms += byMs;
    },
    log: securityLog(door, log as unknown as FastifyBaseLogger, () => ms),
  };
}
const failed = (n: number): SecurityEvent => ({
  kind: "sign-in-failed",
  address: `a${n}`,
  requestId: `r${n}`,
});

test("T-7: the same again within a moment is one row that says how many times", async () => {
  const { log, written } = counting();
  for (let n = 0; n < 5; n++) log.note("1277", { ...failed(1), requestId: `r${n}` });
  await log.close();
  expect(written).toMatchObject([{ municipality: "1277", values: [{ address: "a1", times: 5 }] }]);
});

test("T-7: a stranger fills neither table nor log, is counted all the same, and hides nobody who is known", async () => {
  const { log, written, logged, later } = counting();
  for (let n = 0; n < 50_000; n++) log.note("1277", failed(n));
  log.note("1277", { kind: "signed-in", personId: "kommunchef", requestId: "r" });
  await log.close();
  const rows = written[0]?.values ?? [];
  expect(rows.filter(({ kind }) => kind === "sign-in-failed")).toHaveLength(1000);
  expect(rows.filter(({ kind }) => kind === "more")).toMatchObject([{ times: 49_000 }]);
  expect(rows.filter(({ kind }) => kind === "signed-in")).toHaveLength(1);
  expect(logged).toHaveLength(1001);
  // A minute later so many more
  later(60_000);
  for (let n = 0; n < 100; n++) log.note("1277", failed(n));
  await log.close();
  expect(written[1]?.values.filter(({ kind }) => kind === "sign-in-failed")).toHaveLength(30);
});

test("T-7: what nobody's municipality is, stands in the server's log alone", async () => {
  const { log, written, logged } = counting();
  log.note(undefined, { kind: "refused", reason: "foreign-origin", requestId: "r" });
  await log.close();
  expect([written, logged.length]).toEqual([[], 1]);
});

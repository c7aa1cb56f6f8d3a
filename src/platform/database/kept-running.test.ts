import { describe, expect, test } from "vitest";
import { keepRunning } from "./kept-running.ts";
import type { Ending, PostgresProcess } from "./postgres-process.ts";

/** A process that ends when it is told to, by itself or asked. */
function made(last: string[] = ["LOG:  slut"]) {
  const ended = Promise.withResolvers<Ending>();
  let asked = 0;
  const process: PostgresProcess = {
    exited: ended.promise,
    async stop() {
      asked++;
      ended.resolve({ how: "status 0", last });
      await ended.promise;
    },
  };
  return { process, die: () => ended.resolve({ how: "SIGKILL", last }), asked: () => asked };
}

function logged() {
  const lines: string[] = [];
  return { lines, log: { debug: () => {}, warn: (words: string) => void lines.push(words) } };
}
const patience = { restarts: 3, withinMs: 60_000, pausesMs: [0] };
const soon = () => new Promise((done) => setTimeout(done, 20));

describe("T-7: a PostgreSQL that dies under the server is started again", () => {
  test("each time it ends by itself, and its last words are told", async () => {
    const { lines, log } = logged();
    const all = [made(["FATAL:  minnet tog slut"]), made(), made()] as const;
    let next = 0;
    const kept = keepRunning(all[0].process, {
      log,
      patience,
      again: async () => (all[++next] as (typeof all)[0]).process,
    });
    all[0].die();
    await soon();
    all[1].die();
    await soon();
    expect(next).toBe(2);
    expect(lines[0]).toContain("PostgreSQL slutade (SIGKILL)");
    expect(lines[0]).toContain("FATAL:  minnet tog slut");
    expect(lines[1]).toBe("PostgreSQL är igång igen.");
    await kept.stop();
    expect(all[2].asked()).toBeGreaterThan(0);
  });

  test("not where it was stopped in good order, nor where the stop came while it was starting anew", async () => {
    const { lines, log } = logged();
    const first = made();
    const kept = keepRunning(first.process, { log, patience, again: async () => expect.fail("started") });
    await kept.stop();
    expect(lines).toEqual([]);

    const dying = made();
    const late = made();
    const starting = Promise.withResolvers<PostgresProcess>();
    const other = keepRunning(dying.process, { log, patience, again: () => starting.promise });
    dying.die();
    await soon();
    const stopped = other.stop();
    starting.resolve(late.process);
    await stopped;
    expect(late.asked()).toBeGreaterThan(0);
  });

  test("after too many times, or where it does not start any more, it is given up with what it said", async () => {
    const { log } = logged();
    const first = made();
    let tries = 0;
    const kept = keepRunning(first.process, {
      log,
      patience,
      async again() {
        tries++;
        throw new Error("No space left on device");
      },
    });
    first.die();
    const { message } = await kept.givenUp;
    expect(tries).toBe(patience.restarts);
    expect(message).toMatch(/^PostgreSQL slutar gång på gång \(3 gånger på 1 minuter\), så Tillit stannar\./);
    expect(message).toContain("No space left on device");
    await kept.stop();
  });
});

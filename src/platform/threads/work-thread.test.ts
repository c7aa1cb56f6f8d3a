import { expect, test } from "vitest";
import { askedBy } from "./asker.ts";
import { type Limits, type NotDone, WorkThread } from "./work-thread.ts";

/** A thread that does what it is told (testing/obedient.ts). */
type Told = { say: string; with?: unknown } | { spin: true } | { fill: true } | { wait: number; say: string };
const thread = (limits: Partial<Limits> = {}) =>
  new WorkThread<Told, string>(new URL("./testing/obedient.ts", import.meta.url), {
    timeMs: 20_000,
    memoryMb: 64,
    waiting: 20,
    waitingByOne: 20,
    ...limits,
  });
const because = (work: Promise<string>) =>
  work.then(
    () => "done",
    (cause) => (cause as NotDone).because,
  );

test("T-4: what takes too long or too much memory is given up alone; what waits behind it is done", async () => {
  const work = thread();
  const stuck = because(work.do({ spin: true }, { timeMs: 100 }));
  const greedy = because(work.do({ fill: true }));
  const behind = work.do({ say: "efter" });
  expect(await stuck).toBe("time");
  expect(await greedy).toBe("memory");
  expect(await behind).toBe("efter");
});

test("T-4: who goes away leaves the queue, whether it waits or is under way", async () => {
  const work = thread();
  const [first, second] = [new AbortController(), new AbortController()];
  const under = because(work.do({ spin: true }, { signal: first.signal }));
  const waits = because(work.do({ say: "aldrig" }, { signal: second.signal }));
  const last = work.do({ say: "sist" });
  second.abort();
  expect(await waits).toBe("cancelled");
  first.abort();
  expect(await under).toBe("cancelled");
  expect(await last).toBe("sist");
});

test("T-4: turns go round between those who ask, the signed-in first; no one fills the queue alone", async () => {
  const work = thread({ waitingByOne: 3 });
  const order: string[] = [];
  const ask = (id: string, signedIn: boolean, say: string) =>
    askedBy({ id, signedIn }, () => work.do({ wait: 20, say })).then(
      (said) => order.push(said),
      (cause: NotDone) => order.push(`${say} ${cause.because}`),
    );
  await Promise.all([
    ask("gäst", false, "g1"),
    ask("gäst", false, "g2"),
    ask("gäst", false, "g3"),
    ask("gäst", false, "g4"),
    ask("rektor", true, "r1"),
    ask("rektor", true, "r2"),
    ask("kanslichef", true, "k1"),
  ]);
  expect(order).toEqual(["g4 own-busy", "g1", "r1", "k1", "r2", "g2", "g3"]);
});

test("T-4: a fault is told, and the next is done; a full queue says so", async () => {
  const work = thread({ waiting: 2 });
  const wrong = because(work.do({} as Told));
  const next = work.do({ say: "ja" });
  expect(await because(work.do({ say: "nej" }))).toBe("busy");
  expect(await wrong).toBe("fault");
  expect(await next).toBe("ja");
});

test("T-4: an order that can't be copied to the thread fails alone, and those behind it are done", async () => {
  const work = thread();
  const gone = new ArrayBuffer(8);
  structuredClone(gone, { transfer: [gone] });
  const first = work.do({ say: "först" });
  const call = because(work.do({ say: "aldrig", with: () => "" }));
  const lost = because(work.do({ say: "aldrig" }, { transfer: [gone] }));
  const behind = work.do({ say: "efter" });
  expect(await Promise.all([first, call, lost, behind])).toEqual(["först", "fault", "fault", "efter"]);
  // Also where nothing is under way
  expect(await because(work.do({ say: "aldrig", with: () => "" }))).toBe("fault");
  expect(await work.do({ say: "sist" })).toBe("sist");
});

test("T-4: what many ask for is done once, in the turn of the one who comes first", async () => {
  const work = thread({ waitingByOne: 3 });
  const order: string[] = [];
  const ask = (id: string, signedIn: boolean, say: string, same = say) =>
    askedBy({ id, signedIn }, () => work.do({ wait: 20, say }, { same })).then((said) =>
      order.push(`${id} ${said}`),
    );
  await Promise.all([
    ask("a", false, "under"),
    ask("a", false, "a1"),
    ask("b", false, "b1"),
    ask("c", false, "c1", "c"),
    ask("rektor", true, "c2", "c"),
  ]);
  expect(order).toEqual(["a under", "c c1", "rektor c1", "b b1", "a a1"]);
});

test("T-4: those who have not signed in fill no more than their part, however many they are", async () => {
  const work = thread({ waiting: 6, waitingByVisitors: 3 });
  const ask = (id: string, signedIn: boolean) =>
    because(askedBy({ id, signedIn }, () => work.do({ say: "ja" })));
  const visitors = await Promise.all([
    ...["a", "b", "c", "d", "e"].map((id) => ask(id, false)),
    ask("rektor", true),
    ask("kanslichef", true),
  ]);
  expect(visitors).toEqual(["done", "done", "done", "busy", "busy", "done", "done"]);
});

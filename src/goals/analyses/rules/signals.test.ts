import { expect, test } from "vitest";
import { gatheredInto, gatheredRemarks, signalFate, unansweredRemarks } from "./signals.ts";

const taken = { signal: "a", trend: "aldre", answer: "" };
const answered = { signal: "b", trend: null, answer: "Hör till socialnämnden." };
const untouched = { signal: "c", trend: null, answer: " " };
const draft = { matter: "m:2030", decision: null, signals: [taken, answered, untouched] };

test("A-1: a signal waits until an analysis takes it into a trend or answers it; the first decision tells where", () => {
  expect(signalFate(gatheredInto("a", [draft]))).toBe("gathered");
  expect(signalFate(gatheredInto("c", [draft]))).toBe("waiting");
  const decided = { ...draft, matter: "m:2029", decision: 7 };
  expect(gatheredInto("b", [draft, decided])).toMatchObject({ matter: "m:2029", decision: 7 });
  expect(signalFate(gatheredInto("b", [draft, decided]))).toBe("answered");
});

test("A-1: nothing that is noted is lost: what is left is counted", () => {
  const waiting = ["a", "b", "c", "d"].map((id) => ({ id }));
  expect(unansweredRemarks(waiting, draft.signals)).toMatchObject([
    { level: "deviation", params: { count: 2 } },
  ]);
  expect(unansweredRemarks(waiting.slice(0, 2), draft.signals)).toEqual([]);
});

test("A-1: what is gathered is a signal and a trend that there are, each once", () => {
  const known = { signals: new Set(["a"]), trends: new Set(["unga"]) };
  expect(
    gatheredRemarks([taken, { ...taken, trend: "unga" }, answered], known).map(({ code }) => code),
  ).toEqual(["signal-trend-unknown", "signal-twice", "signal-unknown"]);
});

import { expect, test } from "vitest";
import { Changes, changeIn, dependsOn, EVERY } from "./changes.ts";

const of = (told: string) => changeIn(told);

test("what was read is valid until something that it was made of changes, in its own municipality", () => {
  const changes = new Changes();
  const read = dependsOn("1277", "goals.value");
  const begun = changes.count;
  changes.note(of("1277\tbudget.scenario"));
  changes.note(of("9999\tgoals.value"));
  expect(changes.unchangedSince(begun, read)).toBe(true);
  changes.note(of("1277\tgoals.value"));
  expect(changes.unchangedSince(begun, read)).toBe(false);
  expect(changes.unchangedSince(changes.count, read)).toBe(true);
});

test("a part touches those who read it or the whole table, and the whole touches everybody", () => {
  const changes = new Changes();
  const begun = changes.count;
  const valid = (parts?: readonly string[]) =>
    changes.unchangedSince(begun, dependsOn("1277", "decisions.version", parts));
  changes.note(of("1277\tdecisions.version\tplan:a:2029"));
  expect([valid(), valid([]), valid(["plan:a:2029"]), valid(["plan:b:2029"])]).toEqual([
    false,
    true,
    false,
    true,
  ]);
  changes.note(of("1277\tdecisions.version"));
  expect([valid([]), valid(["plan:b:2029"])]).toEqual([false, false]);
});

test("T-3: what is read of all municipalities is touched by each, and what is nobody's touches all", () => {
  const changes = new Changes();
  const begun = changes.count;
  const all = dependsOn(EVERY, "platform.municipality");
  changes.note(of("9999\tplatform.municipality"));
  expect(changes.unchangedSince(begun, all)).toBe(false);
  const now = changes.count;
  changes.note(of("\tledger.balance"));
  expect(changes.unchangedSince(now, dependsOn("1277", "goals.value"))).toBe(false);
});

test("so many things that can't be told apart any more let go of all", () => {
  const changes = new Changes();
  const begun = changes.count;
  for (let i = 0; i < 100_001; i++) changes.note(of(`1277\tplatform.session\t${i}`));
  expect(changes.unchangedSince(begun, dependsOn("1277", "goals.value"))).toBe(false);
});

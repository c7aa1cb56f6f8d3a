import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { DiskFull, saysFull, watchDisk } from "./disk.ts";
import { problemOf } from "./http/problems.ts";

test("T-7: that the disk is full is told by the database, by the system, and in words by a thread", () => {
  const coded = (code: string) => Object.assign(new Error("x"), { code });
  for (const error of [coded("53100"), coded("ENOSPC"), coded("EDQUOT"), new Error("ENOSPC: no space left")])
    expect(problemOf(error)?.kind).toBe(DiskFull);
  for (const error of [coded("42P01"), new Error("x"), coded("ENOENT")]) expect(saysFull(error)).toBe(false);
});

test("T-7: health says how much room there is, and fails for a while after a write was refused", async () => {
  let now = new Date("2027-01-20T12:00:00Z");
  const disk = watchDisk([tmpdir()], { now: () => now });
  const before = await disk.check.run();
  expect(before.observedValue).toBeGreaterThan(0);
  disk.refused();
  expect(await disk.check.run()).toMatchObject({
    status: "fail",
    output: expect.stringContaining("gick inte att spara"),
  });
  now = new Date("2027-01-20T12:06:00Z");
  expect((await disk.check.run()).status).toBe(before.status);
});

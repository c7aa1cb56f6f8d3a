import { existsSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { dropSpool, spoolLines, writeSpool } from "./spool.ts";

test("T-4: what is spooled is read back line by line, by nobody else, and is gone when it is dropped", async () => {
  const lines = Array.from({ length: 300 }, (_, i) => JSON.stringify({ i, text: "å".repeat(i * 10) }));
  const spool = writeSpool(lines);
  expect(spool.lines).toBe(300);
  expect(statSync(spool.path).mode & 0o777).toBe(0o600);
  const read: string[] = [];
  for await (const line of spoolLines(spool)) read.push(line);
  expect(read).toEqual(lines);
  await dropSpool(spool);
  expect(existsSync(spool.path)).toBe(false);
  await dropSpool(spool);
});

test("T-4: what fails while it is spooled leaves nothing behind", () => {
  function* failing() {
    yield "en";
    throw new Error("tvärt slut");
  }
  expect(() => writeSpool(failing())).toThrow("tvärt slut");
});

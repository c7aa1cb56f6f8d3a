import { expect, test } from "vitest";
import { unread, withCopy } from "./copies.ts";

const copy = (path: string, ...data: string[]) => ({ path, data });

test("U-10: the documents that were opened last are kept, each once", () => {
  const copies = [copy("/a", "/api/a"), copy("/b", "/api/b"), copy("/c", "/api/c")];
  expect(withCopy(copies, copy("/a", "/api/a2"), 3).map(({ path }) => path)).toEqual(["/b", "/c", "/a"]);
  expect(withCopy(copies, copy("/d", "/api/d"), 3).map(({ path }) => path)).toEqual(["/b", "/c", "/d"]);
});

test("U-10: an answer is thrown away when no document is read from it", () => {
  const before = [copy("/a", "/api/session", "/api/a"), copy("/b", "/api/session", "/api/b")];
  expect(unread(before, before.slice(1))).toEqual(["/api/a"]);
  expect(unread(before, [])).toEqual(["/api/session", "/api/a", "/api/b"]);
});

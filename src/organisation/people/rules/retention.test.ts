import { expect, test } from "vitest";
import type { Person, Role } from "../../rules/organisation.ts";
import { erasableFrom, retentionsBy } from "./retention.ts";

const person = (role: Role, validTo: Person["posts"][number]["validTo"]): Person => ({
  id: "p",
  name: "P",
  posts: [{ id: "u", body: "b", role, title: "T", validFrom: "2020-01-01", validTo }],
});

test("R-2: names of staff may go when their time has passed; those of elected people are archive; a municipality decides otherwise", () => {
  const own = retentionsBy([]);
  const day = "2027-01-01";
  expect(erasableFrom(person("employee", "2024-05-31"), own, day)).toBe("2026-05-31");
  expect(erasableFrom(person("chair", "2024-05-31"), own, day)).toBeUndefined();
  expect(erasableFrom(person("employee", null), own, day)).toBeUndefined();
  const decided = retentionsBy([
    { kind: "former-elected", months: 120, ground: "KS 2026 § 4" },
    { kind: "decided", months: 1, ground: "går inte" },
  ]);
  expect(erasableFrom(person("chair", "2024-05-31"), decided, day)).toBe("2034-05-31");
  expect(decided.find(({ kind }) => kind === "decided")?.months).toBeNull();
});

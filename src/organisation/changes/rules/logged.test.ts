import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changedFields, isKeptBack, LOGGED_TABLES, nameOfRow } from "./logged.ts";

test("T-7: every table that the migrations guard is in the list, and has its word by it", () => {
  const folder = join(import.meta.dirname, "../../../../migrations");
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  const guarded = texts.flatMap((text) =>
    [...text.matchAll(/platform\.guard\('([a-z_]+\.[a-z_]+)'/g)].map(([, table]) => table as string),
  );
  // A table that has been moved to another chapter is logged there by its new name
  const moved = new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/alter table (\w+)\.(\w+) set schema (\w+)/g)].map(
        ([, from, table, to]): [string, string] => [`${from}.${table}`, `${to}.${table}`],
      ),
    ),
  );
  const present = guarded.map((table) => moved.get(table) ?? table);
  expect([...new Set(present)].sort()).toEqual([...LOGGED_TABLES].sort());
});

test("T-7: of a change is told what stood there before and after, and nothing of what stayed", () => {
  const before = { municipality_id: "1277", mandate_id: "m1", scope: "group", roles: ["chair"] };
  expect(changedFields(before, { ...before, scope: "council" })).toEqual([
    { column: "scope", before: "group", after: "council" },
  ]);
  expect(changedFields(null, { mandate_id: "m1", roles: ["chair"], valid_to: null })).toEqual([
    { column: "mandate_id", before: null, after: "m1" },
    { column: "roles", before: null, after: '["chair"]' },
  ]);
  expect(changedFields({ mandate_id: "m1" }, null)).toEqual([
    { column: "mandate_id", before: "m1", after: null },
  ]);
  expect(nameOfRow({ matter_id: "vision:kf:2030", number: 2, content: {} })).toBe("vision:kf:2030 · 2");
  expect(nameOfRow({})).toBe("");
});

test("T-2, E-9: of sign-in and of scenarios that are their makers' own only that they were changed", () => {
  expect(LOGGED_TABLES.filter(isKeptBack)).toEqual([
    "budget.scenario",
    "budget.scenario_base",
    "decisions.head_subscriber",
    "goals.indicator_part",
    "platform.account",
    "platform.account_link",
    "platform.belonging",
    "platform.passkey",
    "platform.personal",
    "platform.provider_identity",
    "platform.recovery_code",
    "platform.session",
    "platform.totp",
    "year.reminder_choice",
  ]);
});

import { expect, test } from "vitest";
import { tablesReader } from "./tables-in.ts";

const read = tablesReader({
  schemas: new Set(["decisions", "platform"]),
  tables: new Set(["decisions.version", "decisions.matter", "platform.sign_in_count"]),
  telling: new Set(["decisions.version", "decisions.matter"]),
  functions: new Set(["platform.municipality", "platform.tell_of"]),
  volatile: new Set(["platform.tell_of"]),
});

test.each([
  ['select "v"."content" from "decisions"."version" as "v"', ["decisions.version"], undefined],
  [
    "select d.x from decisions.version d join decisions . matter m on true where m.y = platform.municipality()",
    ["decisions.version", "decisions.matter"],
    undefined,
  ],
  ['select "decisions"."version"."number" from "decisions"."version"', ["decisions.version"], undefined],
  ["select 1", [], undefined],
  ["select * from decisions.version where at < now()", ["decisions.version"], "clock"],
  ["select current_date, x from decisions.version", ["decisions.version"], "clock"],
  ["select * from decisions.brand_new", [], "unknown"],
  ['select * from "platform"."sign_in_count"', ["platform.sign_in_count"], "unknown"],
])("%s", (statement, tables, unsure) => {
  expect(read(statement)).toMatchObject({ tables, unsure });
});

test.each([
  ["select x from decisions.version where m = platform.municipality()", ["decisions", "platform"], false],
  ["select pg_advisory_xact_lock(1)", [], false],
  ["  SELECT platform.tell_of('x')", ["platform"], true],
  ["select * from decisions.brand_new", ["decisions"], true],
  ['update "decisions"."version" set "number" = 1', ["decisions"], true],
  ["with gone as (delete from decisions.matter returning 1) select * from gone", ["decisions"], true],
  ["begin ; select set_config('a', 'b', true)", [], false],
  ["rollback to savepoint a", [], true],
])("whether %s writes, and where", (statement, schemas, writes) => {
  expect(read(statement)).toMatchObject({ schemas, writes });
});

import { expect, test } from "vitest";
import { tablesReader } from "./tables-in.ts";

const read = tablesReader({
  schemas: new Set(["decisions", "platform"]),
  tables: new Set(["decisions.version", "decisions.matter", "platform.sign_in_try"]),
  telling: new Set(["decisions.version", "decisions.matter"]),
  functions: new Set(["platform.municipality"]),
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
  ['select * from "platform"."sign_in_try"', ["platform.sign_in_try"], "unknown"],
])("%s", (statement, tables, unsure) => {
  expect(read(statement)).toEqual({ tables, unsure });
});

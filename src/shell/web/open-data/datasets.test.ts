import { beforeAll, expect, test } from "vitest";
import { SESSION_COOKIE } from "../../../platform/http/cookies.ts";
import { describeApi, houseRoutes } from "../../api/describe.ts";
import sv from "../../messages/sv.json" with { type: "json" };
import { type Dataset, datasetsIn, endingOf, filledIn, kindOf, titleOf } from "./datasets.ts";
import { type Description, type Operation, operationsIn } from "./description.ts";

let operations: readonly Operation[];
let datasets: readonly Dataset[];
beforeAll(async () => {
  const limits = { requestsPerMinute: 0, bodyBytes: 1 };
  const document = await describeApi({ version: "1", cookie: SESSION_COOKIE, publicUrl: undefined, limits });
  operations = operationsIn(JSON.parse(JSON.stringify(document)) as Description);
  datasets = datasetsIn(operations);
});
const routes = houseRoutes();

test("T-1, T-5: every public file of data is a dataset, with all forms that it comes in", () => {
  const files = routes.filter(
    ({ access, produces }) => access === "public" && /^text\//.test(produces ?? ""),
  );
  expect(files.length).toBeGreaterThan(3);
  expect(datasets.map(({ data }) => data.id).sort()).toEqual(files.map(({ id }) => id).sort());
  for (const { data, forms, columns } of datasets) {
    expect(forms[0]).toBe(data);
    expect(titleOf(data)).toMatch(/^[A-ZÅÄÖ](?!.*[§:])/);
    if (data.type === "text/csv") expect(columns?.type).toBe("application/csvm+json");
    for (const form of forms)
      expect(Object.keys(sv.page.data.form)).toContain(endingOf(form).replace(".", "-"));
  }
});

test("T-5: every operation is listed, in a chapter with a name, with what it answers", () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(routes.map(({ id }) => id).sort());
  for (const operation of operations) {
    const route = routes.find(({ id }) => id === operation.id);
    expect(operation.open).toBe(route?.access === "public");
    expect(Object.keys(sv.page.data.chapter)).toContain(operation.chapter);
    expect(operation.type).toBe(route?.produces ?? "application/json");
    expect(operation.refusals.length).toBeGreaterThan(1);
    if (!route?.produces) expect(operation.answer, operation.id).toBeDefined();
    for (const { name } of operation.parameters) expect(name).toBeTypeOf("string");
  }
});

test("T-5: an address is filled in with what is known, and a kind is read from it", () => {
  const path = "/api/budget/internal-budget/{body}/{year}/lines.csv";
  expect(filledIn(path, { year: 2027 })).toBe("/api/budget/internal-budget/{body}/2027/lines.csv");
  expect(kindOf({ path } as Operation)).toBe("internal-budget");
  expect(kindOf({ path: "/api/budget/milestones/{year}/lines.csv" } as Operation)).toBeUndefined();
});

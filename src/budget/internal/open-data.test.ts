import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { print } from "../../platform/rendering/press.ts";
import { InternalBudget } from "./contract.ts";
import { type InternalFacts, internalCsv, internalCsvSchema, internalWorkbook } from "./open-data.ts";
import { wageLines } from "./rules/wage-budget.ts";

const job = { id: "j", title: "@Lärare", unit: "skolan", account: "5010", posts: 2.5, wageKr: 38_500 };
const wages = { chargePercent: 40.35, reviewMonth: 4, reviewPercent: 3 };
const facts: InternalFacts = {
  municipality: "Åstorp",
  body: "bn",
  year: 2027,
  budget: InternalBudget.parse({
    lines: [
      { id: "a", name: "=1+1", unit: null, account: "3130", amountTkr: -500, periodKey: "summer" },
      { id: "b", name: "Material, övrigt", unit: "skolan", amountTkr: 120 },
    ],
    comment: "",
    jobs: [job],
    wages,
    wageLines: wageLines([job], wages, 2027),
  }),
  nameOf: (id) => `Namn ${id}`,
  accountName: (account) => (account === "5010" ? "Löner" : undefined),
};

test("E-6, T-1: the file's amounts sum to what is distributed, and each row's months to the row", () => {
  const [head, ...rows] = new TextDecoder().decode(internalCsv(facts)).trimEnd().split("\r\n");
  const columns = internalCsvSchema(facts, "lines.csv").tableSchema.columns.map((column) => column.name);
  expect(head).toBe(columns.join(";"));
  expect(rows).toHaveLength(3);
  const months = rows.map((row) => row.split(";").slice(-13).map(Number));
  for (const [amount, ...parts] of months) expect(parts.reduce((sum, tkr) => sum + tkr, 0)).toBe(amount);
  const wage = 2.5 * (3 * 38.5 + 9 * 38.5 * 1.03) * 1.4035;
  expect(months.map(([amount]) => amount)).toEqual([-500, 120, Math.round(wage)]);
  // A name that a spreadsheet would compute is a text; a negative amount is a number
  expect(rows[0]).toContain(";'=1+1;");
  expect(rows[0]).toContain(";-500;");
});

test("E-6: in the workbook sums are formulas, each job's cost too, and a text that looks like one is none", async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(await print(internalWorkbook(facts))) as unknown as ExcelJS.Buffer);
  const rows = book.getWorksheet("Rader och månader") as ExcelJS.Worksheet;
  expect([rows.getCell("E2").value, rows.getCell("E2").type]).toEqual(["=1+1", ExcelJS.ValueType.String]);
  expect(rows.getCell("K5").value).toMatchObject({ formula: "SUM(K2:K4)" });
  const jobs = book.getWorksheet("Tjänster") as ExcelJS.Worksheet;
  expect(jobs.getCell("J2").value).toMatchObject({
    formula: "D2*(E2*F2+G2*H2)*(1+I2/100)",
    result: 2.5 * (3 * 38_500 + 9 * 39_655) * 1.4035,
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { municipalDay, swedishDay, swedishTime } from "./clock.ts";

test.each([
  ["2027-01-14T22:59:59Z", "2027-01-14", "23:59"],
  ["2027-01-14T23:00:00Z", "2027-01-15", "00:00"],
  ["2027-01-14T23:30:00Z", "2027-01-15", "00:30"],
  ["2027-12-31T23:30:00Z", "2028-01-01", "00:30"],
  // In summer the day begins an hour earlier by UTC
  ["2027-07-14T21:59:59Z", "2027-07-14", "23:59"],
  ["2027-07-14T22:00:00Z", "2027-07-15", "00:00"],
  // The nights when the clocks are moved: 28 March and 31 October 2027
  ["2027-03-27T22:59:59Z", "2027-03-27", "23:59"],
  ["2027-03-27T23:00:00Z", "2027-03-28", "00:00"],
  ["2027-03-28T00:59:59Z", "2027-03-28", "01:59"],
  ["2027-03-28T01:00:00Z", "2027-03-28", "03:00"],
  ["2027-03-28T22:00:00Z", "2027-03-29", "00:00"],
  ["2027-10-30T22:00:00Z", "2027-10-31", "00:00"],
  ["2027-10-31T01:30:00Z", "2027-10-31", "02:30"],
  ["2027-10-31T22:59:59Z", "2027-10-31", "23:59"],
  ["2027-10-31T23:00:00Z", "2027-11-01", "00:00"],
])("A-13: at %s it is %s in Sweden, %s", (moment, day, time) => {
  expect(swedishDay(new Date(moment))).toBe(day);
  expect(swedishTime(new Date(moment))).toBe(time);
});

test("A-13: the municipality's day is Sweden's, and a sample's is the one stored with it", () => {
  const moment = new Date("2027-01-14T23:30:00Z");
  expect(municipalDay({ open: false, sampleDay: null }, moment)).toBe("2027-01-15");
  expect(municipalDay({ open: true, sampleDay: null }, moment)).toBe("2027-01-15");
  expect(municipalDay({ open: true, sampleDay: "2028-05-15" }, moment)).toBe("2028-05-15");
  // A day that was left in a municipality that is no sample means nothing
  expect(municipalDay({ open: false, sampleDay: "2028-05-15" }, moment)).toBe("2027-01-15");
});

const SOURCE = join(import.meta.dirname, "..");
const READS_THE_MACHINE =
  /\bnew Date\(\s*\)|\bnew Date\b(?!\s*\()|(?<![.\w])Date\(\s*\)|\bDate\.now\b|\bTemporal\.Now\b|\bcurrent_date\b|\blocaltimestamp\b|DateTimeFormat\([^)]*\)\.format\(\s*\)/i;

test("A-13: the machine's time is read in the clock and nowhere else", () => {
  const sources = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes("testing/"),
  );
  expect(sources.length).toBeGreaterThan(300);
  // Names what statements may not ask for, and asks for none of it
  const naming = ["platform/memory/tables-in.ts"];
  const reading = sources.filter(
    (file) => !naming.includes(file) && READS_THE_MACHINE.test(readFileSync(join(SOURCE, file), "utf8")),
  );
  expect(reading).toEqual(["platform/clock.ts"]);
});

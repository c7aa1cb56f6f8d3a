import { expect, test } from "vitest";
import {
  filledAddress,
  kind,
  matterId,
  matterPath,
  ownAddress,
  reachesOccasion,
  writeAddress,
} from "./kind.ts";

const REPORT = kind({
  kind: "report",
  chapter: "x",
  cite: "§2.5",
  names: { sv: "Rapport", en: "Report" },
  definite: { sv: "rapporten", en: "the report" },
  bodies: ["committee"],
  per: "year",
  lasts: "kept",
  occasions: ["half-year", "annual"],
  address: { all: "/rapporter", own: "/rapporter/$kind/$body/$year", write: "/rapporter/$body/$year/skriv" },
});

test("A-13: every matter has a page, its kind's own or the one that shows any matter", () => {
  const place = { body: "socialnamnden", year: 2027 };
  expect(ownAddress(REPORT, place)).toBe("/rapporter/report/socialnamnden/2027");
  expect(ownAddress({ ...REPORT, address: { all: "/rapporter" } }, place)).toBe(
    "/arende/report/socialnamnden/2027",
  );
  expect(writeAddress(REPORT, place)).toBe("/rapporter/socialnamnden/2027/skriv");
  expect(writeAddress({ ...REPORT, address: { all: "/rapporter" } }, place)).toBeUndefined();
});

test("R-5: a matter's id and address hold its key where there are many a year, and nothing otherwise", () => {
  expect(matterId("report", "ks", 2027)).toBe("report:ks:2027");
  expect(matterId("report", "ks", 2027, "skolan")).toBe("report:ks:2027:skolan");
  expect(matterPath({ kind: "report", body: "ks", year: 2027, key: "skolan" })).toBe(
    "/arende/report/ks/2027/skolan",
  );
  expect(filledAddress("/r/$body/$year/$key", { kind: "report", body: "ks", year: 2027 })).toBe("/r/ks/2027");
});

test("K-5: a later part of the year answers for those before it, never the other way", () => {
  const { occasions } = REPORT;
  expect(reachesOccasion(occasions, undefined, null)).toBe(true);
  expect(reachesOccasion(occasions, "half-year", null)).toBe(false);
  expect(reachesOccasion(occasions, "half-year", "half-year")).toBe(true);
  expect(reachesOccasion(occasions, "half-year", "annual")).toBe(true);
  expect(reachesOccasion(occasions, "annual", "half-year")).toBe(false);
  expect(reachesOccasion(occasions, "spring", "annual")).toBe(false);
  expect(reachesOccasion(undefined, "half-year", "annual")).toBe(false);
});

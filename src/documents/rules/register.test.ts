import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Lasting } from "../../decisions/rules/kind.ts";
import { addDays, type Day, dayOf } from "../../kernel/day.ts";
import { documentFaults, lawFaults } from "./check-document.ts";
import {
  type DecidedMatter,
  DOCUMENT_TYPES,
  LEVELS,
  levelOf,
  levelsOf,
  renewedEachYear,
  stateOn,
  validityOf,
  WARN_DAYS,
  warningOn,
} from "./register.ts";

const until = (validTo: Day | null, reviewBy: Day | null = null) => ({
  validFrom: "2024-01-01" as Day,
  validTo,
  reviewBy,
});

test("D-1: the level is that of the body that decides", () => {
  expect(levelOf("council")).toBe("council");
  expect((["executive", "committee", "joint-committee", "company"] as const).map(levelOf)).toEqual(
    Array(4).fill("committee"),
  );
  expect(levelOf("administration")).toBe("administration");
});

test("D-1: the warning comes ninety days before the last day, and turns into expired the day after it", () => {
  const end: Day = "2026-12-31";
  expect(warningOn(until(end), addDays(end, -WARN_DAYS - 1))).toBeNull();
  expect(warningOn(until(end), addDays(end, -WARN_DAYS))).toBe("runs-out");
  expect(warningOn(until(end), end)).toBe("runs-out");
  expect(warningOn(until(end), addDays(end, 1))).toBe("expired");
});

test("D-1: a review is due on its day; what runs out is said first", () => {
  expect(warningOn(until(null, "2025-05-01"), "2025-04-30")).toBeNull();
  expect(warningOn(until(null, "2025-05-01"), "2025-05-01")).toBe("review-due");
  expect(warningOn(until("2025-06-01", "2025-05-01"), "2025-05-02")).toBe("runs-out");
});

test("D-1: a document that ends is expired exactly when it has ended, unless it is made anew each year", () => {
  const days = fc.integer({ min: 0, max: 2000 }).map((n) => addDays("2024-01-01", n));
  fc.assert(
    fc.property(days, days, days, (end, review, today) => {
      const validity = until(end, review);
      expect(warningOn(validity, today) === "expired").toBe(stateOn(validity, today) === "ended");
      expect(warningOn(validity, today, "each-year")).toBeNull();
    }),
  );
});

const LASTS: Readonly<Record<string, Lasting>> = {
  vision: "until-next",
  "strategic-goals": "until-next",
  "year-wheel": "until-next",
  "annual-report": "kept",
  "follow-up": "kept",
  "control-report": "kept",
};
const matter = (
  kind: string,
  year: number,
  decidedOn: Day,
  contentValidTo: Day | null = null,
): DecidedMatter => ({
  kind,
  lasts: LASTS[kind] ?? "the-year",
  body: "kommunfullmaktige",
  year,
  decidedOn,
  contentValidTo,
});

test("D-1: a plan of a year applies that year, and from its decision when that came late", () => {
  const budget = matter("budget", 2027, "2026-11-30");
  expect(validityOf(budget, [budget])).toEqual({
    validFrom: "2027-01-01",
    validTo: "2027-12-31",
    reviewBy: null,
  });
  const late = matter("internal-budget", 2027, "2027-01-20");
  expect(validityOf(late, [late]).validFrom).toBe("2027-01-20");
});

test("D-1: a report stays true of its year", () => {
  const report = matter("annual-report", 2027, "2028-04-24");
  expect(validityOf(report, [report])).toMatchObject({ validFrom: "2028-04-24", validTo: null });
  expect(renewedEachYear(report, [report])).toBe(true);
});

test("D-1: a vision applies until the day that it names, or until the next one takes its place", () => {
  const old = matter("vision", 2021, "2020-09-28", "2030-12-31");
  expect(validityOf(old, [old])).toMatchObject({ validFrom: "2021-01-01", validTo: "2030-12-31" });
  expect(renewedEachYear(old, [old])).toBe(false);
  const next = matter("vision", 2029, "2028-06-12", "2040-12-31");
  expect(validityOf(old, [old, next]).validTo).toBe("2028-12-31");
  expect(renewedEachYear(old, [old, next])).toBe(true);
  expect(validityOf(next, [old, next]).validTo).toBe("2040-12-31");
});

test("D-1: nothing begins after it ends, for any matter", () => {
  const kinds = fc.constantFrom("vision", "budget", "annual-report", "body-goals", "strategic-goals");
  fc.assert(
    fc.property(
      kinds,
      fc.integer({ min: 2020, max: 2040 }),
      fc.integer({ min: -400, max: 364 }),
      (kind, year, n) => {
        const one = matter(kind, year, addDays(dayOf(year, 1, 1), n));
        const next = matter(kind, year + 1, dayOf(year, 12, 31));
        const { validFrom, validTo } = validityOf(one, [one, next]);
        expect(validTo === null || validFrom <= validTo).toBe(true);
      },
    ),
  );
});

const known = { bodies: ["socialnamnden"], people: ["social-chef"], decisionKnown: true };
const document = {
  type: "delegation-order",
  level: "committee",
  body: "socialnamnden",
  owner: "social-chef",
  decision: 3,
  validFrom: "2026-01-01",
  validTo: "2028-12-31",
  reviewBy: "2027-06-01",
} as const;

test("D-1: a whole document has no faults; each fault has its place", () => {
  expect(documentFaults(document, known)).toEqual([]);
  const bad = { ...document, body: "x", owner: "y", validTo: "2025-01-01" as Day };
  expect(documentFaults(bad, { ...known, decisionKnown: false }).map((r) => r.at)).toEqual([
    "body",
    "owner",
    "decision",
    "validTo",
    "reviewBy",
  ]);
});

test("D-1: what only the council may decide is not registered as decided by an administration or a committee", () => {
  const at = (type: (typeof DOCUMENT_TYPES)[number]) =>
    LEVELS.filter((level) => documentFaults({ ...document, type, level }, known).length === 0);
  for (const type of ["rules-of-procedure", "articles-of-association", "owner-directive"] as const)
    expect(at(type), type).toEqual(["council"]);
  expect(at("delegation-order")).toEqual(["committee"]);
  expect(at("policy")).toEqual(["council", "committee"]);
  expect(at("guideline")).toEqual(LEVELS);
  expect(at("routine")).toEqual(["committee", "administration"]);
  const [fault] = documentFaults({ ...document, type: "rules-of-procedure", level: "administration" }, known);
  expect([fault?.at, fault?.code]).toEqual(["level", "document-level-council"]);
});

test("D-1: every type can be decided somewhere, and each refusal has its words", () => {
  const texts = JSON.parse(readFileSync(join(import.meta.dirname, "../messages/sv.json"), "utf8")).remark;
  for (const type of DOCUMENT_TYPES) {
    const levels = levelsOf(type);
    expect(levels.length, type).toBeGreaterThan(0);
    if (levels.length < LEVELS.length) expect(texts[`document-level-${levels.join("-")}`], type).toBeTruthy();
  }
});

test("D-1: a decision of another level than the document says is told", () => {
  const faults = documentFaults(document, { ...known, decidedAt: "council" });
  expect(faults.map((fault) => [fault.at, fault.code])).toEqual([["decision", "document-decided-elsewhere"]]);
  expect(documentFaults(document, { ...known, decidedAt: "committee" })).toEqual([]);
});

test("D-2: exercise of authority without a way of appeal can't be registered", () => {
  const law = { bodies: ["socialnamnden"], documents: [], exerciseOfAuthority: true, appeal: null };
  expect(lawFaults(law, { bodies: ["socialnamnden"], documents: [] }).map((r) => r.code)).toEqual([
    "law-without-appeal",
  ]);
  expect(
    lawFaults({ ...law, exerciseOfAuthority: false }, { bodies: ["socialnamnden"], documents: [] }),
  ).toEqual([]);
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "..");

/**
 * Days that are no chapter's own: the wheel has its own chapter, and the law's days stand as data with their source. The rest are
 * suggestions in a form whose reader decides, or marks in texts; each says why it is here.
 */
const MAY_HOLD_DAYS: Readonly<Record<string, string>> = {
  "kernel/law-days.ts": "the law's days, with their source",
  "kernel/day.ts": "what a day looks like",
  "organisation/people/pages/from-table.tsx":
    "when a company's board begins, by its articles: a suggestion to write over",
};
const WHOLE_CHAPTERS = ["year/", "shell/"];

/** A month and a day in code: `dayOf(year, 10, 31)`, `${year}-10-31`, `{ month: 10, day: 31 }`, `month <= 4`. The year's own edges are no dates. */
const DATES = [
  /dayOf\([^()]*,\s*(\d{1,2}),\s*(\d{1,2})\)/g,
  /\}-(\d{2})-(\d{2})\b/g,
  /month:\s*(\d{1,2}),\s*day:\s*(\d{1,2})\b/g,
  /monthOf\([^()]*\)\s*[<>=]=*\s*(\d{1,2})\b()/g,
];
const EDGES = new Set(["1-1", "12-31"]);
const remarks = /\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/.*$/gm;

test("A-13: no chapter knows a date of its own: days come from the wheel, or from the law with its source", () => {
  const found: string[] = [];
  for (const path of globSync("**/*.{ts,tsx}", { cwd: SOURCE })) {
    if (/\.test\.tsx?$|(^|\/)testing\//.test(path) || WHOLE_CHAPTERS.some((of) => path.startsWith(of)))
      continue;
    if (path in MAY_HOLD_DAYS) continue;
    const code = readFileSync(join(SOURCE, path), "utf8").replace(remarks, "");
    for (const date of DATES)
      for (const [said, month, day] of code.matchAll(date))
        if (!EDGES.has(`${Number(month)}-${Number(day)}`)) found.push(`${path}: ${said}`);
  }
  expect(found).toEqual([]);
});

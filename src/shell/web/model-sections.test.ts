import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { citePlace } from "../../platform/ui/cite.tsx";
import { LAWS, SECTIONS } from "./model-sections.ts";

const SOURCE = join(import.meta.dirname, "../..");
const CITED = /"(§\d(?:\.\d)*|KL \d+:\d+|LKBR \d+(?::\d+| kap\.))"/g;
const told = new Set([...SECTIONS, ...LAWS].map(({ cite }) => cite));

test("P-4: every section and law that a rule, a contract or the sample's mandates cite is explained", () => {
  const files = [
    ...globSync("*/{rules/*,contract,kinds,routes,store}.ts", { cwd: SOURCE })
      .filter((file) => !file.endsWith(".test.ts"))
      .map((file) => join(SOURCE, file)),
    join(SOURCE, "../sample/organisation.json"),
  ];
  expect(files.length).toBeGreaterThan(20);
  const cited = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(CITED)].map((match) => match[1] as string),
  );
  expect(cited).toContain("§2.1");
  expect([...new Set(cited)].filter((cite) => !told.has(cite))).toEqual([]);
});

test("P-4: every explanation has its words in both languages and a place of its own", () => {
  for (const language of ["sv", "en"]) {
    const { model } = JSON.parse(readFileSync(join(SOURCE, `shell/messages/${language}.json`), "utf8")).page;
    for (const { text } of SECTIONS) expect(model[text]?.text, `${language} ${text}`).toBeTruthy();
    for (const { cite } of LAWS) expect(model[citePlace(cite)], `${language} ${cite}`).toBeTruthy();
  }
  const places = [...told].map(citePlace);
  expect(new Set(places).size).toBe(places.length);
});

import { globSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { pascal } from "../../platform/http/openapi/refusals.ts";

const SOURCES = join(import.meta.dirname, "../..");

/**
 * What the contracts, and the rules under them, call the shapes that they export: the API's description calls them the
 * same, "RemarkShape" as Remark. A name that two chapters have gets the chapter's before it in the
 * later of the two; a third is called by what uses it.
 */
export async function shapeNames(): Promise<ReadonlyMap<z.ZodType, string>> {
  const contracts = globSync("*/**/contract*.ts", { cwd: SOURCES }).sort();
  const rules = globSync("*/**/rules/*.ts", { cwd: SOURCES }).sort();
  const names = new Map<z.ZodType, string>();
  const taken = new Set<string>();
  for (const file of [...contracts, ...rules].filter((name) => !/\.test\.|testing\//.test(name))) {
    const [chapter = ""] = file.split(sep);
    const exported: object = await import(pathToFileURL(join(SOURCES, file)).href);
    for (const [name, value] of Object.entries(exported)) {
      if (!(value instanceof z.ZodType) || names.has(value)) continue;
      const own = name.replace(/Shape$/, "");
      const told = taken.has(own) ? pascal(chapter) + own : own;
      if (taken.has(told)) continue;
      taken.add(told);
      names.set(value, told);
    }
  }
  return names;
}

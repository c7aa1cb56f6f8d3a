import { join } from "node:path";
import type { Remark } from "../../kernel/remark.ts";
import { readTexts } from "../../platform/texts.ts";

const SHOWN = 100;

/** Tells on stderr what is wrong with what was given, one line a fault with its place, in Swedish. */
export function tellFaults(what: string, faults: readonly Remark[], whole: string): void {
  const texts = readTexts(join(import.meta.dirname, "../.."));
  console.error(`${what} ${faults.length} fel:`);
  for (const { at, code, params } of faults.slice(0, SHOWN))
    console.error(`  ${at || whole}: ${texts("sv", `remark.${code}`, params) ?? code}`);
  if (faults.length > SHOWN) console.error(`  … och ${faults.length - SHOWN} till.`);
}

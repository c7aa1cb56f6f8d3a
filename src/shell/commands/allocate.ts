import { join } from "node:path";
import { allocate, plainAllocation } from "../../budget/rules/allocate.ts";
import { checkAllocationInput } from "../../budget/rules/check-allocation-input.ts";
import { readTexts } from "../../platform/texts.ts";

const MAX_INPUT_BYTES = 50_000_000;

/**
 * Reads an allocation's input as JSON on stdin and writes the allocation as JSON on stdout. Bad input: nothing on stdout,
 * one line a fault on stderr with its place, exit status 1.
 */
export async function run(): Promise<number> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += chunk.length;
    if (size > MAX_INPUT_BYTES) {
      console.error(`Indata är större än ${MAX_INPUT_BYTES / 1_000_000} MB. Dela upp dem.`);
      return 1;
    }
    chunks.push(chunk);
  }
  let given: unknown;
  try {
    given = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch (cause) {
    console.error(`Indata är inte giltig JSON: ${cause instanceof Error ? cause.message : cause}`);
    return 1;
  }
  const checked = checkAllocationInput(given);
  if ("faults" in checked) {
    const texts = readTexts(join(import.meta.dirname, "../.."));
    console.error(`Indata går inte att räkna på. ${checked.faults.length} fel:`);
    for (const { at, code, params } of checked.faults)
      console.error(`  ${at || "indata"}: ${texts("sv", `remark.${code}`, params) ?? code}`);
    return 1;
  }
  process.stdout.write(`${JSON.stringify(plainAllocation(allocate(checked.input)), null, 1)}\n`);
  return 0;
}

import { allocate, plainAllocation } from "../../budget/allocation/rules/allocate.ts";
import { checkAllocationInput } from "../../budget/allocation/rules/check-input.ts";
import { textOfBytes } from "../../kernel/text-of-bytes.ts";
import { type JsonFault, jsonFault } from "../../platform/json-text.ts";
import { tellFaults } from "./faults.ts";

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
  // The mark that some programs put first in a text is no part of it
  const text = textOfBytes(Buffer.concat(chunks)).replace(/^\ufeff/, "");
  const fault = jsonFault(text);
  if (fault) {
    console.error(`Indata är inte giltig JSON: ${inWords(fault)}`);
    return 1;
  }
  const given: unknown = JSON.parse(text);
  const checked = checkAllocationInput(given);
  if ("faults" in checked) {
    tellFaults("Indata går inte att räkna på.", checked.faults, "indata");
    return 1;
  }
  process.stdout.write(`${JSON.stringify(plainAllocation(allocate(checked.input)), null, 1)}\n`);
  return 0;
}

function inWords({ what, line, column, found }: JsonFault): string {
  const at = `rad ${line}, tecken ${column}:`;
  if (what === "ends-too-early") return `${at} texten tar slut för tidigt.`;
  if (what === "twice") return `${at} fältet "${found}" står två gånger. Ta bort det ena.`;
  return `${at} "${found}" kan inte stå där. Tal skrivs med decimalpunkt och utan mellanslag, texter inom citattecken.`;
}

import { z } from "zod";
import { WORDING_KINDS, wordingRemarks } from "../../goals/rules/wording.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { textOfBytes } from "../../kernel/text-of-bytes.ts";
import { type JsonFault, jsonFault } from "../../platform/json-text.ts";

const MAX_INPUT_BYTES = 5_000_000;
const MAX_LINES = 10_000;
const MAX_WORDING = 2_000;
const FAULTS_SHOWN = 100;
const HOW = 'Skriv [{"wording": "…", "term": "short" eller "long", "year": 2029}].';

const Line = z.object({
  wording: z.string().max(MAX_WORDING),
  term: z.enum(["short", "long"]),
  year: z.int().min(1900).max(2200).nullish(),
});
/** What is asked of each field, in words. */
const ASKED: Readonly<Record<string, string>> = {
  wording: `”wording” är målformuleringen, en text på högst ${MAX_WORDING} tecken.`,
  term: "”term” är ”short” (ett år) eller ”long” (två till fyra år).",
  year: "”year” är ett årtal som 2029, utan citattecken. Det kan utelämnas.",
};

/**
 * Reads wordings of goals as JSON on stdin and writes what is remarked on each as JSON on stdout, in the same order, without a
 * server or a database (docs/wording.md). Bad input: nothing on stdout, one line a fault on stderr with its place, status 1.
 */
export async function run(): Promise<number> {
  const text = await given();
  const faults =
    text === undefined ? [`Indata är större än ${MAX_INPUT_BYTES / 1_000_000} MB. Dela upp dem.`] : [];
  const fault = text === undefined ? undefined : jsonFault(text);
  if (fault) faults.push(`Indata är inte giltig JSON: ${inWords(fault)} ${HOW}`);
  if (faults.length === 0) faults.push(...faultsOf(JSON.parse(text as string)));
  if (faults.length > 0) {
    for (const one of faults.slice(0, FAULTS_SHOWN)) console.error(one);
    if (faults.length > FAULTS_SHOWN) console.error(`… och ${faults.length - FAULTS_SHOWN} fel till.`);
    return 1;
  }
  const lines = JSON.parse(text as string) as z.output<typeof Line>[];
  process.stdout.write(`${JSON.stringify(lines.map(answerTo), null, 1)}\n`);
  return 0;
}

async function given(): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += chunk.length;
    if (size > MAX_INPUT_BYTES) return undefined;
    chunks.push(chunk);
  }
  // The mark that some programs put first in a text is no part of it
  return textOfBytes(Buffer.concat(chunks)).replace(/^\ufeff/, "");
}

/** What is wrong with the shape of what was given, each with the number of its line, counted from 1. */
function faultsOf(found: unknown): string[] {
  if (!Array.isArray(found)) return [`Indata ska vara en lista. ${HOW}`];
  if (found.length > MAX_LINES)
    return [`Indata har ${found.length} målformuleringar. Högst ${MAX_LINES} läses åt gången: dela upp dem.`];
  return found.flatMap((line, i) => {
    const read = Line.safeParse(line);
    if (read.success) return [];
    return [...new Set(read.error.issues.map((issue) => `Målformulering ${i + 1}: ${faultIn(issue)}`))];
  });
}

function faultIn(issue: z.core.$ZodIssue): string {
  const [field] = issue.path;
  if (field !== undefined) return ownValue(ASKED, String(field)) ?? HOW;
  return `ska vara ett objekt. ${HOW}`;
}

/** One remark for each stretch of words, by kind in the order of the kinds. */
function answerTo({ wording, term, year }: z.output<typeof Line>) {
  const found = wordingRemarks(wording, typeof year === "number" ? { term, year } : { term });
  const remarks = WORDING_KINDS.flatMap((kind) =>
    found
      .filter(({ code }) => code === `wording-${kind}`)
      .map(({ cite, params }) => ({ kind, words: params.text, cite, try: params.try })),
  );
  return { remarks };
}

function inWords({ what, line, column, found }: JsonFault): string {
  const at = `rad ${line}, tecken ${column}:`;
  if (what === "ends-too-early") return `${at} texten tar slut för tidigt.`;
  if (what === "twice") return `${at} fältet "${found}" står två gånger. Ta bort det ena.`;
  return `${at} "${found}" kan inte stå där.`;
}

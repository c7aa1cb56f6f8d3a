import { open } from "node:fs/promises";
import { join } from "node:path";
import { ownValue } from "../../kernel/own-value.ts";
import type { Remark } from "../../kernel/remark.ts";
import { accountsRemarks, fileWarnings } from "../../ledger/rules/import.ts";
import { type SieContents, sieContents } from "../../ledger/rules/sie/content.ts";
import { SIE_LIMITS } from "../../ledger/rules/sie/file.ts";
import { readSie } from "../../ledger/rules/sie/sie.ts";
import { readTexts } from "../../platform/texts.ts";

const USAGE =
  "Användning: npm run -s tillit -- sie FIL (en SIE-fil; vad den rymmer skrivs som JSON på stdout)";

/** What is printed of a file that can't be read: a part of it is never shown as the whole. */
const NOTHING: SieContents = { company: "", years: [], accounts: [], objects: [], texts: [] };

/**
 * Prints what a SIE file holds as JSON (docs/sie.md), with what was forgiven and what is refused, each with its line. Reads
 * as the import does, without a server or a database. Exit status 0 where the file can be taken in, 1 where not, 2 when it
 * was called wrongly.
 */
export async function run([path, ...more]: string[]): Promise<number> {
  if (path === undefined || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const bytes = await bytesOf(path);
  if (typeof bytes === "string") {
    console.error(bytes);
    return 1;
  }
  const read = readSie(bytes);
  const file = "file" in read ? read.file : undefined;
  const refused = "file" in read ? accountsRemarks(read.file) : read.faults;
  const forgiven = "file" in read ? fileWarnings(read.file) : read.forgiven;
  const texts = readTexts(join(import.meta.dirname, "../.."));
  const told = ({ code, params }: Remark) => ({
    line: typeof params.line === "number" ? params.line : null,
    what: texts("sv", `remark.${code}`, params) ?? code,
  });
  const contents = file ? sieContents(file) : NOTHING;
  await print(
    `${JSON.stringify({ ...contents, forgiven: forgiven.map(told), refused: refused.map(told) }, null, 1)}\n`,
  );
  return refused.length > 0 ? 1 : 0;
}

/** A file's bytes, one more than the limit at most; or, in Swedish, why it can't be opened. */
async function bytesOf(path: string): Promise<Uint8Array | string> {
  try {
    const file = await open(path);
    try {
      const chunks: Uint8Array[] = [];
      let size = 0;
      // By what is read and not by what the system says the size is: a pipe has none
      for await (const chunk of file.createReadStream({ autoClose: false })) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > SIE_LIMITS.bytes) break;
      }
      return Buffer.concat(chunks);
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why: Record<string, string> = {
      ENOENT: "finns inte",
      EISDIR: "är en mapp",
      EACCES: "får inte läsas av den som kör programmet",
    };
    return `Filen ${path} ${ownValue(why, code) ?? `går inte att läsa (${code})`}. Ange sökvägen till en SIE-fil.`;
  }
}

/** All of it, before the process ends: a pipe takes it piece by piece. */
const print = (text: string): Promise<void> =>
  new Promise((done, fail) => process.stdout.write(text, (error) => (error ? fail(error) : done())));

import { createHash } from "node:crypto";
import { ToldError } from "../../told.ts";
import { CONTENTS, Contents, HEAD, LINKS, READ_ME, tableFolder, VERSIONS } from "./format.ts";
import { unsealedBy } from "./seal.ts";
import { readTar, TarFault, type TarFile } from "./tar.ts";

/** What is wrong with a file of a municipality's own data, for the person who opens it. */
export class HandoverFault extends ToldError {}

const BROKEN = "Filen är skadad eller avkortad. Hämta den igen";
/** The only names that there are: anybody can seal a file to a public key, and none of it may be written beside its folder. */
const NAME =
  /^(tabeller\/[a-z_][a-z0-9_]{0,62}\.[a-z_][a-z0-9_]{0,62}|beslutskedjan\/(lankar|versioner))\/[0-9]{4,9}\.jsonl$/;

export interface Opened {
  readonly contents: Contents;
  readonly links: readonly unknown[];
  readonly versions: readonly unknown[];
  readonly head: unknown;
}

/**
 * Opens a sealed file of a municipality's own data, and checks it: that each file is as the contents say, that nothing is missing or
 * beside, that each table has its rows, and that all of them are that municipality's. `onFile` has each file as it comes, before all has
 * been checked. Throws HandoverFault.
 */
export async function openHandover(
  identity: string,
  source: AsyncIterable<Uint8Array>,
  onFile: (file: TarFile) => Promise<void> = async () => {},
): Promise<Opened> {
  const seen = new Map<string, { readonly bytes: number; readonly sha256: string }>();
  const rows = new Map<string, number>();
  const codes = new Set<unknown>();
  const links: unknown[] = [];
  const versions: unknown[] = [];
  let head: unknown;
  let contents: Contents | undefined;
  try {
    for await (const file of readTar(unsealedBy(identity, source))) {
      const { name, bytes } = file;
      if (contents || seen.has(name) || !(NAME.test(name) || [READ_ME, CONTENTS, HEAD].includes(name)))
        throw new TarFault(`unexpected: ${name}`);
      await onFile(file);
      if (name === CONTENTS) {
        contents = Contents.parse(JSON.parse(bytes.toString()));
        continue;
      }
      seen.set(name, { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
      if (name === HEAD) head = JSON.parse(bytes.toString());
      if (!name.endsWith(".jsonl")) continue;
      const folder = name.slice(0, name.lastIndexOf("/"));
      const lines = bytes
        .toString()
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
      if (folder === LINKS) links.push(...lines);
      else if (folder === VERSIONS) versions.push(...lines);
      else {
        for (const line of lines) codes.add(line.municipality_id);
        rows.set(folder, (rows.get(folder) ?? 0) + lines.length);
      }
    }
  } catch (cause) {
    throw faultOf(cause);
  }
  if (!contents) throw new HandoverFault(`${BROKEN}.`);
  mustHold(contents, { seen, rows, codes });
  return { contents, links, versions, head };
}

function mustHold(
  { files, tables, municipality }: Contents,
  found: {
    readonly seen: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>;
    readonly rows: ReadonlyMap<string, number>;
    readonly codes: ReadonlySet<unknown>;
  },
): void {
  const told = new Map(files.map((file) => [file.name, file]));
  const differs = [...found.seen].find(([name, { sha256 }]) => told.get(name)?.sha256 !== sha256);
  const missing = files.find(({ name }) => !found.seen.has(name));
  const wrong = differs?.[0] ?? missing?.name;
  if (wrong !== undefined)
    throw new HandoverFault(`${BROKEN}: ${wrong} stämmer inte med filens egen förteckning.`);
  const short = tables.find(({ table, rows }) => (found.rows.get(tableFolder(table)) ?? 0) !== rows);
  if (short) throw new HandoverFault(`${BROKEN}: tabellen ${short.table} har inte sina rader.`);
  for (const code of found.codes)
    if (code !== municipality.code)
      throw new HandoverFault(`Filen rymmer rader av en annan kommun än ${municipality.code}.`);
}

function faultOf(cause: unknown): unknown {
  if (cause instanceof ToldError) return cause;
  if (cause instanceof Error && /no identity matched/.test(cause.message))
    return new HandoverFault("Nyckeln är fel: filen är förseglad till en annan.", { cause });
  const code = (cause as NodeJS.ErrnoException).code ?? "";
  // What the disk or the writer of the files says is said as it is
  if (code.startsWith("E") && !code.startsWith("ERR_")) return cause;
  return new HandoverFault(`${BROKEN}.`, { cause });
}

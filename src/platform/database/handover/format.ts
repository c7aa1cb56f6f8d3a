import { z } from "zod";

/**
 * The file of a municipality's own data, once it is unsealed (age) and unpacked (gzip): a tar of
 *
 *     LÄS MIG.txt                       what this is, and how it is opened
 *     tabeller/<schema>.<tabell>/0001.jsonl   one row a line as a JSON object, named by its columns
 *     beslutskedjan/lankar.jsonl        each decision as its hash holds it
 *     beslutskedjan/versioner.jsonl     each decided version as its hash holds it
 *     beslutskedjan/huvud.json          where the chain ends
 *     innehall.json                     last: every file above with its size and SHA-256; the tables with their columns and rows
 *
 * A file that does not end in innehall.json has been cut off.
 */
export const FORMAT = 1;
export const READ_ME = "LÄS MIG.txt";
export const CONTENTS = "innehall.json";
export const LINKS = "beslutskedjan/lankar";
export const VERSIONS = "beslutskedjan/versioner";
export const HEAD = "beslutskedjan/huvud.json";
export const tableFolder = (table: string): string => `tabeller/${table}`;
export const pieceName = (folder: string, number: number): string =>
  `${folder}/${String(number).padStart(4, "0")}.jsonl`;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const Contents = z.object({
  format: z.literal(FORMAT),
  municipality: z.object({ code: z.string().max(20), name: z.string().max(200) }),
  /** The program that wrote it. */
  release: z.string().max(100),
  /** The moment that it shows. */
  snapshotAt: z.iso.datetime(),
  files: z
    .array(z.object({ name: z.string().max(100), bytes: z.number().int().min(0), sha256: Sha256 }))
    .max(1_000_000),
  tables: z
    .array(
      z.object({
        table: z.string().max(130),
        rows: z.number().int().min(0),
        columns: z.array(z.object({ name: z.string(), type: z.string() })),
      }),
    )
    .max(10_000),
  /** What was left out, and why. */
  leftOut: z.record(z.string(), z.string()),
});
export type Contents = z.output<typeof Contents>;

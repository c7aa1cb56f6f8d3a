import type { Day } from "../../../kernel/day.ts";
import { fitsCp437, toCp437 } from "./bytes.ts";
import { decimalKronor } from "./content.ts";
import type { SieAccount, SieBalance, SieObject } from "./file.ts";

/** What a file of type 4E is written from. Amounts in öre, debit positive. */
export interface SieContent {
  readonly program: string;
  readonly generatedOn: Day;
  readonly company: string;
  readonly organisationNumber: string;
  readonly chart: string;
  readonly years: ReadonlyMap<number, { readonly firstDay: Day; readonly lastDay: Day }>;
  readonly accounts: ReadonlyMap<string, Pick<SieAccount, "name" | "kind">>;
  readonly dimensions: ReadonlyMap<number, string>;
  readonly objects: readonly (SieObject & { readonly name: string })[];
  readonly balances: readonly Omit<SieBalance, "line" | "objects">[];
  readonly vouchers: readonly {
    readonly series: string;
    readonly number: string;
    readonly day: Day;
    readonly text: string;
    readonly rows: readonly {
      readonly account: string;
      readonly objects: readonly SieObject[];
      readonly amountOre: number;
      readonly text: string;
    }[];
  }[];
}

/**
 * Writes a file of type 4E with the line ends that the standard asks for: in PC8, or in UTF-8 when a text has characters
 * that PC8 has not, since a question mark in their place would be another text. Line ends and other control characters
 * in a text become spaces: they would end the line.
 */
export function writeSie(content: SieContent): Uint8Array {
  const lines = [
    "#FLAGGA 0",
    `#PROGRAM ${quoted(content.program)} "1"`,
    "#FORMAT PC8",
    `#GEN ${sieDay(content.generatedOn)}`,
    "#SIETYP 4",
    `#ORGNR ${quoted(content.organisationNumber)}`,
    `#FNAMN ${quoted(content.company)}`,
    ...[...content.years].map(
      ([index, { firstDay, lastDay }]) => `#RAR ${index} ${sieDay(firstDay)} ${sieDay(lastDay)}`,
    ),
    `#KPTYP ${quoted(content.chart)}`,
  ];
  for (const [number, { name, kind }] of content.accounts) {
    lines.push(`#KONTO ${number} ${quoted(name)}`);
    if (kind !== null) lines.push(`#KTYP ${number} ${kind}`);
  }
  for (const [number, name] of content.dimensions) lines.push(`#DIM ${number} ${quoted(name)}`);
  for (const { dimension, code, name } of content.objects)
    lines.push(`#OBJEKT ${dimension} ${quoted(code)} ${quoted(name)}`);
  for (const { label, yearIndex, account, amountOre } of content.balances)
    lines.push(`#${label} ${yearIndex} ${account} ${decimalKronor(amountOre)}`);
  for (const { series, number, day, text, rows } of content.vouchers) {
    lines.push(`#VER ${quoted(series)} ${quoted(number)} ${sieDay(day)} ${quoted(text)}`, "{");
    for (const row of rows) {
      const objects = row.objects.map(({ dimension, code }) => `${dimension} ${quoted(code)}`).join(" ");
      const own = row.text === "" ? "" : ` ${sieDay(day)} ${quoted(row.text)}`;
      lines.push(`   #TRANS ${row.account} {${objects}} ${decimalKronor(row.amountOre)}${own}`);
    }
    lines.push("}");
  }
  const text = `${lines.join("\r\n")}\r\n`;
  return fitsCp437(text) ? toCp437(text) : new TextEncoder().encode(`\ufeff${text}`);
}

const quoted = (text: string): string => `"${text.replaceAll(/\p{Cc}/gu, " ").replaceAll('"', '\\"')}"`;
const sieDay = (day: Day): string => day.replaceAll("-", "");

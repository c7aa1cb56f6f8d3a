import { numberText } from "../../kernel/format.ts";
import { decimalsOf } from "../../kernel/scaled.ts";
import type { Difference } from "./differences.ts";
import { onOneLine, SENTENCE_LENGTH } from "./sentence.ts";

/** What a sentence of any kind of matter is made of. */
export interface SaidOf {
  /** "Nämndsmål". */
  readonly kind: string;
  readonly body: string;
  readonly year: number;
  /** Whether something was decided of the matter before. */
  readonly again: boolean;
  /** Where it differs from that, leaf by leaf. */
  readonly differences: readonly Difference[];
}

/**
 * What a decision says where its kind has no words of its own: the kind, the body and the year, and of what was decided before the
 * biggest figure that has changed, or how many places have.
 */
export function saidOf({ kind, body, year, again, differences }: SaidOf): string {
  const what = `${kind} ${year} för ${body}`;
  if (!again) return asSentence(what);
  const figure = biggest(differences);
  if (figure) {
    const [from, to] = [figure.from, figure.to].map((value) => numberText(value, "sv", decimalsOf(value)));
    return asSentence(`${what} ändras: ${figure.thing || "en uppgift"} från ${from} till ${to}`);
  }
  const places = differences.length;
  if (places === 0) return asSentence(`${what} beslutas på nytt utan ändringar`);
  return asSentence(`${what} ändras på ${places === 1 ? "ett ställe" : `${places} ställen`}`);
}

interface Figure {
  readonly thing: string;
  readonly from: number;
  readonly to: number;
}

/** The figure of a named thing that has changed the most; the first of those that are alike. */
function biggest(differences: readonly Difference[]): Figure | undefined {
  let found: Figure | undefined;
  for (const { thing, from, to } of differences) {
    if (typeof from !== "number" || typeof to !== "number" || thing === "") continue;
    if (!found || Math.abs(to - from) > Math.abs(found.to - found.from)) found = { thing, from, to };
  }
  return found;
}

/** On one line, and no longer than a sentence may be: cut between two words. */
export function asSentence(text: string): string {
  const line = onOneLine(text);
  if (line.length <= SENTENCE_LENGTH.max) return line;
  const cut = line.slice(0, SENTENCE_LENGTH.max - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).replace(/[\s,;:–]+$/, "")}…`;
}

/** "A, B och C". */
export const listed = (names: readonly string[]): string => new Intl.ListFormat("sv-SE").format(names);

/** A body's name within a sentence: "bildningsnämnden", but "Björnekulla IT AB". */
export const inRunningText = (name: string): string =>
  /^\p{Lu}[^\p{Lu}]*$/u.test(name) ? name.charAt(0).toLocaleLowerCase("sv") + name.slice(1) : name;

/** The first sentence of what somebody has written, without its full stop; undefined where nothing to speak of is written. */
export function firstSentence(text: string): string | undefined {
  const [first = ""] = onOneLine(text).split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  const said = first.replace(/\.$/, "");
  return said.length < SENTENCE_LENGTH.min ? undefined : said;
}

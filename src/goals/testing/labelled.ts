import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Remark } from "../../kernel/remark.ts";
import { WORDING_KINDS, type WordingKind } from "../rules/wording.ts";

/** A wording that somebody has read, and what kinds apply by docs/wording.md. */
export interface Labelled {
  readonly wording: string;
  readonly term: "short" | "long";
  readonly kinds: readonly WordingKind[];
}

/** What the rule was made from. */
export const TUNED = ["school", "care", "environment", "culture"].flatMap(labelledIn);
/** What the rule had not seen when it was first tried on it; what it missed then has been mended since (docs/wording.md). */
export const HELD_OUT = ["held-out", "held-out-2", "held-out-3"].flatMap(labelledIn);
/** A length is counted, not judged: nobody has labelled it. */
export const LABELLED_KINDS = WORDING_KINDS.filter((kind) => kind !== "long");

function labelledIn(name: string): Labelled[] {
  return readFileSync(join(import.meta.dirname, "wordings", `${name}.txt`), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [term = "", kinds = "", wording = ""] = line.split("|").map((part) => part.trim());
      const read = kinds.split(" ").filter((kind) => kind !== "");
      if ((term !== "short" && term !== "long") || wording === "" || !read.every(isKind))
        throw new Error(`${name}.txt: ${line}`);
      return { wording, term, kinds: read.filter(isKind) };
    });
}

export interface Score {
  readonly kind: WordingKind;
  /** How many have the kind by their label. */
  readonly labelled: number;
  readonly precision: number;
  readonly recall: number;
}

type Reader = (wording: string, context: { readonly term: "short" | "long" }) => readonly Remark[];

/** How well a rule finds each kind: of what it says, how much is right; of what is there, how much it says. */
export function scoresOf(set: readonly Labelled[], reads: Reader): Score[] {
  const said = set.map(({ wording, term }) => new Set(reads(wording, { term }).map(({ code }) => code)));
  return LABELLED_KINDS.map((kind) => {
    const has = set.map(({ kinds }) => kinds.includes(kind));
    const says = said.map((codes) => codes.has(`wording-${kind}`));
    const both = has.filter((one, i) => one && says[i]).length;
    const labelled = has.filter(Boolean).length;
    const found = says.filter(Boolean).length;
    return { kind, labelled, precision: found === 0 ? 0 : both / found, recall: both / labelled };
  });
}

function isKind(kind: string): kind is WordingKind {
  return (WORDING_KINDS as readonly string[]).includes(kind);
}

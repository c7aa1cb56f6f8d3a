import type { Remark } from "../../kernel/remark.ts";
import { WORDING_KINDS, type WordingKind } from "../rules/wording.ts";

/** All remarks of a kind as one: its words, and the first way to write it. */
export interface KindOfRemark {
  readonly kind: WordingKind;
  readonly remark: Remark;
  readonly words: readonly string[];
  /** Undefined where an earlier kind has said the same. */
  readonly tried: string | undefined;
}

export function byKind(remarks: readonly Remark[]): KindOfRemark[] {
  const said = new Set<string>();
  return WORDING_KINDS.flatMap((kind) => {
    const own = remarks.filter(({ code }) => code === `wording-${kind}`);
    const [remark] = own;
    if (!remark) return [];
    const tried = String(remark.params.try);
    const again = said.has(tried);
    said.add(tried);
    const words = own.map(({ params }) => String(params.text));
    return [{ kind, remark, words, tried: again ? undefined : tried }];
  });
}

/** A piece of the wording, and whether a remark is about it. */
export interface Piece {
  readonly from: number;
  readonly text: string;
  readonly marked: boolean;
}

/** The kinds that are about some of the words; the others are about the whole. */
const ABOUT_WORDS = /^wording-(?:activity|vague|several|means)$/;

/** The wording in pieces, with what the remarks are about marked once. */
export function piecesOf(wording: string, remarks: readonly Remark[]): Piece[] {
  const marked = new Set<number>();
  for (const { code, params } of remarks)
    if (ABOUT_WORDS.test(code)) for (let i = Number(params.from); i < Number(params.to); i++) marked.add(i);
  const pieces: Piece[] = [];
  for (let from = 0; from < wording.length; ) {
    let to = from + 1;
    while (to < wording.length && marked.has(to) === marked.has(from)) to++;
    pieces.push({ from, text: wording.slice(from, to), marked: marked.has(from) });
    from = to;
  }
  return pieces;
}

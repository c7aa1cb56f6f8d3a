import { answersTo, type Root } from "./search-words.ts";

/** A piece of a text: whether it is a word that was looked for. Put together the pieces are the text, to the letter. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const WORDS = /[\p{L}\p{N}]+/gu;

/** A text with the words that answer to one of the roots told from what stands between. No markup: whoever shows it makes that. */
export function marked(text: string, roots: readonly Root[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (part: string, hit: boolean) => {
    const last = pieces.at(-1);
    if (part === "") return;
    if (last && last.hit === hit && !hit) pieces[pieces.length - 1] = { text: last.text + part, hit };
    else pieces.push({ text: part, hit });
  };
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    add(text.slice(from, index), false);
    const lower = word.toLowerCase();
    add(
      word,
      roots.some((root) => answersTo(lower, root)),
    );
    from = index + word.length;
  }
  add(text.slice(from), false);
  return pieces;
}

const CUT = "…";
/** So much before the first word that was found. */
const BEFORE = 60;

/**
 * The part of a text where most of the roots are found, at most so long; whole where it is no longer. It begins and ends between words,
 * with a sign that there is more.
 */
export function excerpt(text: string, roots: readonly Root[], length: number): string {
  if (text.length <= length) return text;
  const room = length - 2 * CUT.length;
  const from = beginning(text, bestPlace(text, roots, room));
  const rest = text.slice(from);
  if (from > 0 && rest.length <= room) return `${CUT}${rest}`;
  const cut = rest.slice(0, room);
  const space = cut.search(/\s\S*$/);
  const part = space > room / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, "");
  return `${from > 0 ? CUT : ""}${part.trimEnd()}${CUT}`;
}

/** So much of what has no title stands as its name. */
const TITLE = 120;
export const asTitle = (text: string): string => excerpt(text, [], TITLE);

/** Where what is shown begins: some words before the hit, at a word's beginning. */
function beginning(text: string, hit: number): number {
  const early = Math.max(0, hit - BEFORE);
  if (early === 0) return 0;
  const space = text.slice(early, hit).search(/\s/);
  return space < 0 ? hit : early + space + 1;
}

/** More places than these are not weighed. */
const MAX_PLACES = 400;

/** The place of a hit after which as many roots as possible are found within so many letters; the first of equals, 0 without hits. */
function bestPlace(text: string, roots: readonly Root[], within: number): number {
  const places: { at: number; root: Root }[] = [];
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const lower = word.toLowerCase();
    for (const root of roots) if (answersTo(lower, root)) places.push({ at: index, root });
    if (places.length >= MAX_PLACES) break;
  }
  let best = { at: 0, count: 0 };
  for (const { at } of places) {
    const count = new Set(
      places.filter((one) => one.at >= at && one.at < at + within - BEFORE).map(({ root }) => root),
    ).size;
    if (count > best.count) best = { at, count };
  }
  return best.at;
}

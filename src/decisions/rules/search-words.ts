/** The limits of one search: longer than any name, and more words than anybody reads the hits of. */
export const SEARCH_LIMITS = { letters: 100, words: 8 } as const;

/** What is written, word by word, in small letters: what is neither letter nor digit stands between words. */
export const wordsIn = (written: string): string[] =>
  written
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** "2027" */
export const isYear = (word: string): boolean => /^2\d{3}$/.test(word);

/** A word that is looked for by its root: "skol" of "skolornas". */
export interface Root {
  /** A word that begins or ends with it is a hit. */
  readonly root: string;
  /** So is one that has this in the middle; null where that would be chance. */
  readonly inside: string | null;
}

/** Shorter roots stand inside others by chance: "el" in "medel". */
export const MIN_INSIDE = 4;
/** One of three letters counts where it ends a word, as Swedish puts words together: "nämndsmål". */
export const MIN_AT_END = 3;
/** A root as long as this says what it says wherever it stands. */
const LONG = 6;

/**
 * The root of a word by its stem. The definite form of words in -o is none that the stemmer knows: "frånvaron" is looked for as
 * "frånvaro". One that has lost much of what was written is not looked for inside: "rekt" of "rektor" stands in "direktiv", and "rektor"
 * does not.
 */
export function rootOf(word: string, stem: string): Root {
  const root = stem.length > 5 && stem.endsWith("on") ? stem.slice(0, -1) : stem;
  const inside = root.length >= LONG || word.length - root.length <= 1 ? root : word;
  return { root, inside: inside.length >= MIN_INSIDE ? inside : null };
}

/** What comes after everything that begins so, letter by letter. */
export const pastAll = (beginning: string): string => `${beginning}\u{10ffff}`;

/** What can stand after the root of a word in Swedish: "-or", "-ens", "-heterna". */
const ENDING =
  /^(?:het(?:en|er|erna)?s?|[aeo]?(?:r|n|t|d|st|rna|rnas|nde|ndet|nden|ndes|re|ren|rens|de|des|na|nas|rs|ns|ts|s)?)$/;

/** Whether a word, in small letters as it is written, answers to a root: it begins with it, ends with it but for its own ending, or has it inside. */
export function answersTo(word: string, { root, inside }: Root): boolean {
  if (word.startsWith(root)) return true;
  if (inside !== null && word.includes(inside)) return true;
  const at = word.lastIndexOf(root);
  return root.length >= MIN_AT_END && at > 0 && ENDING.test(word.slice(at + root.length));
}

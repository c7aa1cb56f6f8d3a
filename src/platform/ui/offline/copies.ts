/** What the page asks its worker to keep, so that a document can be read without a connection. */
export interface KeepCopy {
  readonly kind: "keep";
  /** The page's path, without its search. */
  readonly path: string;
  /** What the page and the house around it read: only what answers who has not signed in is kept. */
  readonly data: readonly string[];
  /** The client's own files, as this page has fetched them. */
  readonly files: readonly string[];
  readonly language: string;
  /** When it is kept, as said in COPY_HEADER when it is read. */
  readonly from: string;
}

/** What the page tells its worker when somebody signs out: what is being kept is not to be, and what is kept goes. */
export interface ClearCopies {
  readonly kind: "clear";
}

/** A document that is kept: its page, and the answers that it is read from. */
export interface Copy {
  readonly path: string;
  readonly data: readonly string[];
}

/** Says of an answer that it is a copy, and from when: the day and the time. */
export const COPY_HEADER = "tillit-copy";
export const COPIES_CACHE = "tillit-copies";
export const MAX_COPIES = 20;

/** The copies with a document's set last, and those that are no longer kept: the oldest of too many. */
export function withCopy(copies: readonly Copy[], copy: Copy, max: number): readonly Copy[] {
  return [...copies.filter(({ path }) => path !== copy.path), copy].slice(-max);
}

/** The answers that no copy is read from any more. */
export function unread(before: readonly Copy[], after: readonly Copy[]): readonly string[] {
  const read = new Set(after.flatMap(({ data }) => data));
  return [...new Set(before.flatMap(({ data }) => data))].filter((address) => !read.has(address));
}

/** Where the red thread is followed (model §2.1, V-9). */
export const THREAD_PAGE = "/trad";

/** The thread of one thing; of its year, where it has one. */
export const threadOf = (thing: string, year?: number | null): string =>
  `${THREAD_PAGE}?sak=${encodeURIComponent(thing)}${year == null ? "" : `&ar=${year}`}`;

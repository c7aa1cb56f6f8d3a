/** How the thread is shown, as the address says it. */
export const VIEWS = ["trad", "bild", "tabell"] as const;
export type View = (typeof VIEWS)[number];

/** The kind of matter that trues demography up (E-4): the menu knows it, so it stands apart from what counts. */
export const TRUE_UP_KIND = "demography-true-up";

/** When demography is trued up (model §2.2, E-4). */
export const OCCASIONS = ["spring", "autumn"] as const;
export type Occasion = (typeof OCCASIONS)[number];

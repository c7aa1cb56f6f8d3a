/** The model's three principles, which every analysis looks through (model §2.6, N-2). */
export const PRINCIPLES = ["residents", "employees", "whole"] as const;
export type Principle = (typeof PRINCIPLES)[number];

/** What became of a lesson (N-3): new, answered, or carried into a situation analysis. */
export const FATES = ["new", "answered", "carried"] as const;
export type Fate = (typeof FATES)[number];

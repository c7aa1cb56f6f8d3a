/**
 * What is missing for revenue to reach cost: the whole deficit, tkr, no more and no less; nothing where there is no deficit.
 * The one answer to it: remarks, pages and documents say it by this. That revenue shall be above cost (KL 11:5) adds no
 * thousand to it: a result of nought lacks nothing of its cost, and is told as what it is.
 */
export const missingTkr = (resultTkr: number): number => Math.max(0, 0 - resultTkr);

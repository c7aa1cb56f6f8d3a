import { ownValue } from "../../../kernel/own-value.ts";

/** Amounts by body, tkr. */
export type ByBody = Readonly<Record<string, number>>;

/** What each body has more (+) or less (−) than before, those that have the same too: the bodies of before, then those that have come. */
export const differencesByBody = (before: ByBody, now: ByBody): ByBody =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(now)])].map((body) => [
      body,
      (ownValue(now, body) ?? 0) - (ownValue(before, body) ?? 0),
    ]),
  );

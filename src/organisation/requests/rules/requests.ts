/** What one asks somebody to do is a line or some, and no letter. */
export const MAX_REQUEST = 1000;
export const MAX_REQUEST_ANSWER = 1000;
/** So many that nobody has answered can be one person's: more is not asking, but sending. */
export const MAX_OPEN_REQUESTS = 20;
/** So many are shown, the newest first. */
export const MAX_SHOWN = 100;
/** How long there is to answer before it is late. */
export const DAYS_TO_ANSWER_REQUEST = 7;
/** How long an answer stands on the list of the one who asked. */
export const DAYS_TO_SEE = 14;

/** How a request ended: what was asked was done, the one who was asked would not, or the one who asked took it back. */
export const OUTCOMES = ["done", "declined", "withdrawn"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** So much of a text tells it from others in a list. */
const LINE = 80;
export const requestLine = (text: string): string =>
  text.length <= LINE ? text : `${text.slice(0, Math.max(text.lastIndexOf(" ", LINE), 1))} …`;

/** Where a request stands, on the page of what one has been asked and has asked. */
export const requestPage = (number: number): string => `/beslut/begaran#begaran-${number}`;

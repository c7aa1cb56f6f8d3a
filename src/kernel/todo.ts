/**
 * What a person can be asked to do: prepare a matter, decide on it, register a value, look something over, carry out what was
 * decided to be done, carry out a control, find somebody for what has lost its owner, answer what is asked of a proposal, see to what has come from
 * somebody who has left.
 */
export const TODOS = [
  "write",
  "decide",
  "measure",
  "review",
  "act",
  "control",
  "appoint",
  "answer",
  "take-over",
] as const;
export type Todo = (typeof TODOS)[number];

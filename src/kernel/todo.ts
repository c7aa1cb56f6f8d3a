/** What a person can be asked to do: prepare a matter, decide on it, register a value, look something over. */
export const TODOS = ["write", "decide", "measure", "review"] as const;
export type Todo = (typeof TODOS)[number];

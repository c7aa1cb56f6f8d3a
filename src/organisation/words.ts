import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

/** What the kinds of body are called, in both languages: a table that comes in may say either. */
export const bodyKindWords = [sv["organ-kind"], en["organ-kind"]];

import { type DocumentKey, type Facts, swedish, type Words } from "../texts.ts";

/** A chapter's title. Told in English it is still found by what it is called in the document itself. */
export const titled = (words: Words, key: DocumentKey, facts: Facts = {}) => ({
  title: words.say(key, facts),
  ...nameOf(words, key, facts),
});

/** A heading within a chapter, in the same way. */
export const heading = (words: Words, key: DocumentKey, facts: Facts = {}) =>
  ({ kind: "heading", level: 2, text: words.say(key, facts), ...nameOf(words, key, facts) }) as const;

const nameOf = ({ language }: Words, key: DocumentKey, facts: Facts) =>
  language === swedish.language ? {} : { name: swedish.say(key, facts) };

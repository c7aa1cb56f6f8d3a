import { addDays, type Day } from "../../kernel/day.ts";
import { type DayHead, headText } from "./heads.ts";

export interface FeedWords {
  /** "Beslutskedjans huvud – Åstorps kommun" */
  readonly title: string;
  readonly author: string;
  /** Of one day's head. */
  entry(day: Day): string;
  /** What was decided in words, of what was registered on a day. */
  said(day: Day): readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The first moment after a day in Sweden, as Atom writes it; the hour of summer time is of no matter to what a day's head is. */
const endOf = (day: Day): string => `${addDays(day, 1)}T00:00:00+01:00`;

/** A line for each decision; nothing on a day without any. */
const summary = (said: readonly string[]): string =>
  said.length === 0 ? "" : `    <summary type="text">${escaped(said.join("\n"))}</summary>\n`;

/**
 * The day's heads as a feed (RFC 4287), one entry a day, the newest first. `id` gives a name that is the same each time for the
 * same thing ("urn:…"); `page` is where a head is checked.
 */
export function headsFeed(
  days: readonly DayHead[],
  { words, id, page, now }: { words: FeedWords; id: (of: string) => string; page: string; now: string },
): string {
  const [newest] = days;
  const entries = days.map(
    (head) => `  <entry>
    <id>${escaped(id(head.day))}</id>
    <title>${escaped(words.entry(head.day))}</title>
    <updated>${endOf(head.day)}</updated>
    <link rel="alternate" href="${escaped(page)}"/>
${summary(words.said(head.day))}    <content type="text">${escaped(headText(head))}</content>
  </entry>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
  <id>${escaped(id(""))}</id>
  <title>${escaped(words.title)}</title>
  <author><name>${escaped(words.author)}</name></author>
  <updated>${newest ? endOf(newest.day) : now}</updated>
  <link rel="alternate" href="${escaped(page)}"/>
${entries.join("")}</feed>
`;
}

import { addDays, type Day } from "../../kernel/day.ts";

/** A day in the calendar: what must be ready on it. */
export interface CalendarEvent {
  /** Stays the same as long as it is the same step of the same year, so that a client updates and does not double. */
  readonly uid: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
}

const LINE_OCTETS = 75;
const bytes = new TextEncoder();

const escaped = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replace(/\r\n|\r|\n/g, "\\n");

const basic = (day: Day): string => day.replaceAll("-", "");

/** A content line of at most 75 octets, the rest on lines that begin with a space; never cut inside a letter (RFC 5545, 3.1). */
export function folded(line: string): string {
  let out = "";
  let octets = 0;
  for (const letter of line) {
    const size = bytes.encode(letter).length;
    if (octets + size > LINE_OCTETS) {
      out += "\r\n ";
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return out;
}

/** A calendar of whole days (RFC 5545). `stamp` is the moment it is made, in ISO 8601. */
export function calendarText(
  calendar: { readonly name: string; readonly stamp: string },
  events: readonly CalendarEvent[],
): string {
  const stamp = `${calendar.stamp.replace(/[-:]/g, "").slice(0, 15)}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tillit//Tillit//SV",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${escaped(event.uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${basic(event.day)}`,
      `DTEND;VALUE=DATE:${basic(addDays(event.day, 1))}`,
      `SUMMARY:${escaped(event.summary)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      `CATEGORIES:${escaped(event.category)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

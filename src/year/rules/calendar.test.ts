import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarText, folded } from "./calendar.ts";

const octets = (text: string) => new TextEncoder().encode(text).length;
const unfolded = (text: string) => text.replaceAll("\r\n ", "");

test("A-14: a folded line has at most 75 octets a line and reads the same unfolded, letters whole", () => {
  const letters = fc.string({ unit: fc.constantFrom("å", "ö", "a", "–", "𝄞", " "), maxLength: 300 });
  fc.assert(
    fc.property(letters, (line) => {
      const out = folded(line);
      for (const part of out.split("\r\n")) expect(octets(part)).toBeLessThanOrEqual(75);
      expect(unfolded(out)).toBe(line);
    }),
  );
});

const event = {
  uid: "A-8-2026-alla@1277.tillit",
  day: "2026-12-31",
  summary: "Senast: Budget",
  description: "Skattesats, budget; plan\nKommunfullmäktige \\ §2.4",
  category: "Planering",
} as const;

test("A-14: an event is a whole day with what RFC 5545 demands", () => {
  const text = calendarText({ name: "Årshjulet", stamp: "2026-05-15T08:09:10.123Z" }, [event]);
  expect(unfolded(text).split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tillit//Tillit//SV",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Årshjulet",
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    "BEGIN:VEVENT",
    "UID:A-8-2026-alla@1277.tillit",
    "DTSTAMP:20260515T080910Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
    "SUMMARY:Senast: Budget",
    "DESCRIPTION:Skattesats\\, budget\\; plan\\nKommunfullmäktige \\\\ §2.4",
    "CATEGORIES:Planering",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("A-14: no text can begin a line of its own in the calendar", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("\r", "\n", "a", ":", "X") }), (summary) => {
      const text = calendarText({ name: "n", stamp: "2026-05-15T08:09:10Z" }, [{ ...event, summary }]);
      expect(unfolded(text).split("\r\n")).toHaveLength(19);
      expect(unfolded(text).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    }),
  );
});

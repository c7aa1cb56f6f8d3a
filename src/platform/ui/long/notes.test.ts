import { expect, test } from "vitest";
import { hasRoom, MAX_NOTE_CHARACTERS, MAX_NOTES, type Note, noteOf, notesIn, withNote } from "./notes.ts";

const note = (anchor: string, text: string): Note => ({
  anchor,
  title: anchor,
  text,
  from: { day: "2028-05-15", time: "14:03" },
});

test("U-10: a part has one note, which is written over, and is gone when it is emptied", () => {
  const one = withNote([], note("mal", "Fråga om läsningen"));
  const two = withNote(one, note("resultat", "Varför?"));
  expect(withNote(two, note("mal", "Besvarad")).map(({ text }) => text)).toEqual(["Besvarad", "Varför?"]);
  expect(withNote(two, note("mal", " \n"))).toEqual([note("resultat", "Varför?")]);
  expect(withNote(one, note("resultat", ""))).toBe(one);
  expect(noteOf(two, "resultat")?.text).toBe("Varför?");
});

test("U-10: notes have a limit in length and number; those that are there can still be written", () => {
  expect(withNote([], note("a", "x".repeat(2500)))[0]?.text).toHaveLength(MAX_NOTE_CHARACTERS);
  const full = Array.from({ length: MAX_NOTES }, (_, i) => note(`del-${i}`, "x"));
  expect(hasRoom(full)).toBe(false);
  expect(withNote(full, note("en-till", "x"))).toBe(full);
  expect(withNote(full, note("del-3", "y"))[3]?.text).toBe("y");
});

test("U-10: what the browser kept is read as far as it is notes", () => {
  expect(notesIn(undefined)).toEqual([]);
  expect(notesIn({ anchor: "a" })).toEqual([]);
  expect(notesIn([note("a", "x"), null, { anchor: 1 }, { ...note("b", "y"), from: null }])).toEqual([
    note("a", "x"),
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { excerpt, marked } from "./marked.ts";
import { type Root, rootOf } from "./search-words.ts";

const word = fc.stringMatching(/^[a-zåäö]{1,9}$/);
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aÅö É9_-–.<&\n\u00ad\u{1f600}İß§"), maxLength: 300 }),
  fc
    .array(fc.oneof(word, fc.constantFrom("–", "<b>", "&amp;", "\n", "  ", "(skola)")), { maxLength: 80 })
    .map((all) => all.join(" ")),
);
const roots = fc.array(
  word.map((one): Root => ({ root: one, inside: one.length > 3 ? one : null })),
  { maxLength: 4 },
);
const SKOL = [rootOf("skolornas", "skol")];

test("§4: what is marked is the text, to the letter, whatever signs it has; every piece that is marked is one word", () => {
  fc.assert(
    fc.property(text, roots, (said, sought) => {
      const pieces = marked(said, sought);
      expect(pieces.map((piece) => piece.text).join("")).toBe(said);
      for (const piece of pieces) if (piece.hit) expect(piece.text).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
  );
});

test("§4: the words that answer are marked, in their forms and in what they are put together in", () => {
  const hits = (said: string, sought: readonly Root[]) =>
    marked(said, sought).flatMap((piece) => (piece.hit ? [piece.text] : []));
  expect(hits("Grundskolan, skolorna & Skolmat; eskolin.", SKOL)).toEqual([
    "Grundskolan",
    "skolorna",
    "Skolmat",
  ]);
  expect(hits("Skolfrånvaron ökar: FRÅNVARO!", [rootOf("frånvaro", "frånvaro")])).toEqual([
    "Skolfrånvaron",
    "FRÅNVARO",
  ]);
  expect(hits("Direktivet till rektorer och förskolerektorn", [rootOf("rektor", "rekt")])).toEqual([
    "rektorer",
    "förskolerektorn",
  ]);
  expect(hits("Inga ord", [])).toEqual([]);
});

test("§4: an excerpt is no longer than it may be, and is a part of the text between its signs", () => {
  fc.assert(
    fc.property(text, roots, fc.integer({ min: 80, max: 300 }), (said, sought, length) => {
      const cut = excerpt(said, sought, length);
      expect(cut.length).toBeLessThanOrEqual(length);
      expect(said).toContain(said.length <= length ? cut : cut.replace(/^…|…$/g, ""));
    }),
  );
});

test("§4: an excerpt shows where the words are, most of them together, from the beginning of a word", () => {
  const far = `${"inledning ".repeat(60)}och här läser skolornas elever mer${" avslutning".repeat(40)}`;
  const cut = excerpt(far, [...SKOL, rootOf("elever", "elev")], 120);
  expect(cut).toMatch(/^…\S.*skolornas elever mer.*…$/);
  expect(excerpt("Kort text om skolan", SKOL, 120)).toBe("Kort text om skolan");
  expect(excerpt(`Skolan först ${"och mer ".repeat(50)}`, SKOL, 100)).toMatch(/^Skolan först .*…$/);
});

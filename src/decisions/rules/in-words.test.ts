import { describe, expect, test } from "vitest";
import { tkrText } from "../../kernel/format.ts";
import { asSentence, firstSentence, inRunningText, listed, saidOf } from "./in-words.ts";
import { Sentence } from "./sentence.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const of = { kind: "Internbudget", body: "Bildningsnämnden", year: 2028 };
const line = (thing: string, from: number | string | null, to: number | string | null) => ({
  thing,
  path: ["lines"],
  from,
  to,
});

describe("§3.2: what a decision says where its kind has no words of its own", () => {
  test("the first time the kind, the year and the body", () => {
    expect(saidOf({ ...of, again: false, differences: [] })).toBe("Internbudget 2028 för Bildningsnämnden");
  });
  test("then the figure that has changed the most, of a thing that has a name", () => {
    const differences = [
      line("Förskola", 100, 90),
      line("", 1, 99_999),
      line("Övriga grundskolor", 191_300, 192_800),
      line("Fritids", null, 5_000_000),
    ];
    expect(plain(saidOf({ ...of, again: true, differences }))).toBe(
      "Internbudget 2028 för Bildningsnämnden ändras: Övriga grundskolor från 191 300 till 192 800",
    );
  });
  test("or how many places, where no figure has", () => {
    const text = (n: number) =>
      saidOf({ ...of, again: true, differences: Array(n).fill(line("A", "x", "y")) });
    expect(text(0)).toBe("Internbudget 2028 för Bildningsnämnden beslutas på nytt utan ändringar");
    expect(text(1)).toBe("Internbudget 2028 för Bildningsnämnden ändras på ett ställe");
    expect(text(3)).toBe("Internbudget 2028 för Bildningsnämnden ändras på 3 ställen");
  });
  test("whatever it is made of, it can be registered as it stands", () => {
    const long = asSentence(`${"mycket lång text, ".repeat(20)}slut`);
    expect(long).toMatch(/text…$/);
    expect(Sentence.parse(long)).toBe(long);
    expect(asSentence("Kort\nrad")).toBe("Kort rad");
  });
});

test("words within a sentence", () => {
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b", "c"])).toBe("a, b och c");
  expect(plain(tkrText(1500, "sv", true))).toBe("+1 500 tkr");
  expect(plain(tkrText(-900, "sv", true))).toBe("−900 tkr");
  expect(inRunningText("Bygg- och miljönämnden")).toBe("bygg- och miljönämnden");
  expect(inRunningText("Björnekulla IT AB")).toBe("Björnekulla IT AB");
  expect(firstSentence("Fler läser i tid. De andra får stöd.")).toBe("Fler läser i tid");
  expect(firstSentence("Kl. 12")).toBeUndefined();
});

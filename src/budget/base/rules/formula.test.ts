import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Formula, formulaValue, formulaWords, MAX_FORMULA, readFormula } from "./formula.ts";

const LINES = { result: 12, taxAndGrants: 1200, loans: 0 };
const known = (name: string) => Object.hasOwn(LINES, name);
const value = (text: string) => {
  const read = readFormula(text, known);
  return "fault" in read ? read.fault : (formulaValue(read.formula, LINES)?.toNumber() ?? null);
};

describe("E-7: a formula over named lines", () => {
  test.each([
    ["result / taxAndGrants * 100", 1],
    ["result ÷ taxAndGrants × 100", 1],
    ["1 + 2 * 3 - 4 / 2", 5],
    ["(1 + 2) * 3", 9],
    ["10 - 2 - 3", 5],
    ["8 / 2 / 2", 2],
    ["-result + −(2)", -14],
    ["1,5 * 2", 3],
    ["0.1 + 0.2", 0.3],
    ["result / loans", null],
  ])("%s is %s", (text, expected) => expect(value(text)).toBe(expected));

  test.each([
    ["", "empty", 1],
    ["result +", "ends", 8],
    ["result ^ 2", "sign", 8],
    ["resultat / 2", "name", 1],
    ["result / tillgångar", "name", 10],
    ["constructor", "name", 1],
    ["(result", "ends", 7],
    ["result)", "unexpected", 7],
    ["2 3", "unexpected", 3],
    ["* 2", "unexpected", 1],
    ["result; 1", "sign", 7],
    [`${"(".repeat(60)}1${")".repeat(60)}`, "deep", 42],
  ])("%s is refused: %s at %i", (text, code, place) => expect(value(text)).toMatchObject({ code, place }));

  test("whatever is written, the answer is a number, nothing, or a fault within the text", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: MAX_FORMULA, unit: fc.constantFrom(..."result12(),.+-*/ ×÷x") }),
        (text) => {
          const read = readFormula(text, known);
          if ("formula" in read) return formulaValue(read.formula, LINES)?.isFinite() !== false;
          return read.fault.place >= 0 && read.fault.place <= text.length + 1;
        },
      ),
    );
  });

  test("what is written from a calculation is read as the same calculation", () => {
    const leaf = fc.oneof(fc.nat({ max: 999 }).map(String), fc.constantFrom("result", "taxAndGrants"));
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(tie("tree"), fc.constantFrom("+", "-", "*"), tie("tree"))
          .map(([left, op, right]) => `(${left} ${op} ${right})`),
      ),
    }));
    const direct = (formula: Formula): number => {
      if (formula.kind === "number") return formula.value.toNumber();
      if (formula.kind === "name") return LINES[formula.name as keyof typeof LINES];
      if (formula.kind === "minus") return -direct(formula.of);
      const [left, right] = [direct(formula.left), direct(formula.right)];
      return formula.op === "+" ? left + right : formula.op === "-" ? left - right : left * right;
    };
    fc.assert(
      fc.property(tree, (text) => {
        const read = readFormula(text, known);
        if ("fault" in read) throw new Error(`${text}: ${read.fault.code}`);
        // Where doubles are exact both say the same
        const double = direct(read.formula);
        if (Number.isSafeInteger(double))
          expect(formulaValue(read.formula, LINES)?.toNumber()).toBeCloseTo(double, 0);
      }),
    );
  });

  test("in words its names are what people call them", () => {
    expect(formulaWords("result/taxAndGrants*100", (name) => `<${name}>`)).toBe(
      "<result> ÷ <taxAndGrants> × 100",
    );
  });
});

import { Exact } from "../../../kernel/money.ts";
import { ownValue } from "../../../kernel/own-value.ts";

/**
 * A small calculation over named lines: numbers, + − × ÷ and parentheses (§1.2, E-7). It is read by this parser and by
 * nothing else: no text of a person is ever run as code.
 */
export type Formula =
  | { readonly kind: "number"; readonly value: Exact }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "minus"; readonly of: Formula }
  | { readonly kind: "op"; readonly op: Op; readonly left: Formula; readonly right: Formula };
type Op = "+" | "-" | "*" | "/";

export interface FormulaFault {
  readonly code: "empty" | "sign" | "name" | "unexpected" | "ends" | "deep";
  /** The character it is about, the first is 1. */
  readonly place: number;
  readonly value: string;
}

export const MAX_FORMULA = 400;
const MAX_DEPTH = 40;
/** As people write it, and as keyboards have it. */
const SIGNS: Readonly<Record<string, Op | "(" | ")">> = {
  "+": "+",
  "-": "-",
  "−": "-",
  "*": "*",
  "×": "*",
  "·": "*",
  "/": "/",
  "÷": "/",
  "(": "(",
  ")": ")",
};

export interface Token {
  readonly kind: "number" | "name" | "sign";
  readonly text: string;
  readonly place: number;
}

/** The words of a formula; a sign that no formula has is a fault. */
export function formulaTokens(
  text: string,
): { readonly tokens: readonly Token[] } | { readonly fault: FormulaFault } {
  const tokens: Token[] = [];
  const word = /\s+|(\d+(?:[.,]\d+)?)|(\p{L}[\p{L}0-9]*)|([-+−*×·/÷()])/guy;
  let at = 0;
  while (at < text.length) {
    word.lastIndex = at;
    const found = word.exec(text);
    if (!found) return { fault: { code: "sign", place: at + 1, value: [...text.slice(at)][0] ?? "" } };
    const [all, number, name, sign] = found;
    if (number) tokens.push({ kind: "number", text: number.replace(",", "."), place: at + 1 });
    else if (name) tokens.push({ kind: "name", text: name, place: at + 1 });
    else if (sign) tokens.push({ kind: "sign", text: ownValue(SIGNS, sign) as string, place: at + 1 });
    at += all.length;
  }
  return { tokens };
}

/** Reads a formula; what can't be read is a fault with its place. `known` says which names there are. */
export function readFormula(
  text: string,
  known: (name: string) => boolean,
): { readonly formula: Formula } | { readonly fault: FormulaFault } {
  const words = formulaTokens(text);
  if ("fault" in words) return words;
  const { tokens } = words;
  if (tokens.length === 0) return { fault: { code: "empty", place: 1, value: "" } };
  let next = 0;
  const peek = () => tokens[next];
  const stop = (code: FormulaFault["code"], token = peek()): never => {
    throw new Stop(
      token
        ? { code, place: token.place, value: token.text }
        : { code: "ends", place: text.length, value: "" },
    );
  };
  const level = (depth: number, ops: string, below: (depth: number) => Formula): Formula => {
    let left = below(depth);
    for (let token = peek(); token && ops.includes(token.text); token = peek()) {
      next += 1;
      left = { kind: "op", op: token.text as Op, left, right: below(depth) };
    }
    return left;
  };
  const sum = (depth: number): Formula => level(depth, "+-", product);
  const product = (depth: number): Formula => level(depth, "*/", factor);
  function factor(depth: number): Formula {
    if (depth > MAX_DEPTH) stop("deep");
    const token = peek();
    if (!token) return stop("ends");
    if (token.kind === "name" && !known(token.text)) stop("name");
    next += 1;
    if (token.kind === "number") return { kind: "number", value: new Exact(token.text) };
    if (token.kind === "name") return { kind: "name", name: token.text };
    if (token.text === "-") return { kind: "minus", of: factor(depth + 1) };
    if (token.text !== "(") stop("unexpected", token);
    const inner = sum(depth + 1);
    if (peek()?.text !== ")") stop("unexpected");
    next += 1;
    return inner;
  }
  try {
    const formula = sum(0);
    if (peek()) stop("unexpected");
    return { formula };
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault };
    throw error;
  }
}

class Stop extends Error {
  readonly fault: FormulaFault;
  constructor(fault: FormulaFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** A value as a fraction, so that nothing is lost when something is divided; `under` is above nought. */
export interface Fraction {
  readonly over: Exact;
  readonly under: Exact;
}
type LinesGiven = Readonly<Record<string, number | undefined>>;
const ONE = new Exact(1);

/** What a formula is worth as a fraction; null where a line is not known or something is divided by nothing. */
export function formulaFraction(formula: Formula, lines: LinesGiven): Fraction | null {
  if (formula.kind === "number") return { over: formula.value, under: ONE };
  if (formula.kind === "name") {
    const value = ownValue(lines, formula.name);
    return value === undefined ? null : { over: new Exact(value), under: ONE };
  }
  if (formula.kind === "minus") {
    const of = formulaFraction(formula.of, lines);
    return of && { over: of.over.negated(), under: of.under };
  }
  const left = formulaFraction(formula.left, lines);
  const right = formulaFraction(formula.right, lines);
  if (left === null || right === null) return null;
  const [a, b] = [left.over.times(right.under), right.over.times(left.under)];
  const under = left.under.times(right.under);
  if (formula.op === "+") return { over: a.plus(b), under };
  if (formula.op === "-") return { over: a.minus(b), under };
  if (formula.op === "*") return { over: left.over.times(right.over), under };
  if (b.isZero()) return null;
  return b.isNegative() ? { over: a.negated(), under: b.negated() } : { over: a, under: b };
}

/** What a formula is worth; null where a line is not known or something is divided by nothing. */
export function formulaValue(formula: Formula, lines: LinesGiven): Exact | null {
  const value = formulaFraction(formula, lines);
  return value ? value.over.div(value.under) : null;
}

/** Whether a value is less (below 0), the same (0) or more than a number that people wrote: exactly, without dividing. */
export const comparedTo = ({ over, under }: Fraction, target: number): number =>
  over.comparedTo(under.times(target));

const SHOWN: Readonly<Record<string, string>> = {
  "+": " + ",
  "-": " − ",
  "*": " × ",
  "/": " ÷ ",
  "(": "(",
  ")": ")",
};

/** A formula in words: its names by what people call them. What can't be read is shown as it is. */
export function formulaWords(text: string, nameOf: (name: string) => string): string {
  const words = formulaTokens(text);
  if ("fault" in words) return text;
  return words.tokens
    .map(({ kind, text: word }) =>
      kind === "sign" ? ownValue(SHOWN, word) : kind === "name" ? nameOf(word) : word,
    )
    .join("")
    .trim();
}

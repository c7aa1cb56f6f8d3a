import type { Dice } from "./dice.ts";

/** What readers have tripped over, here and elsewhere: signs, numbers, dates, and marks of the formats. */
const HOSTILE = [
  "",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "\u202E",
  "\u2028",
  "a\u0301".repeat(40),
  "👩‍👩‍👧‍👦",
  "-0",
  "1e309",
  "-1e309",
  "9007199254740993",
  "0.1e-400",
  "NaN",
  "Infinity",
  "0x10",
  "1 000,5",
  "1.000.000,50",
  "٣",
  "−5",
  "00000000",
  "20271332",
  "2027-02-30",
  "99991231",
  "0000-00-00",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "=1+1",
  "@SUM(A1)",
  "<!--",
  "]]>",
  "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
  "../../etc/passwd",
  "'; drop table x; --",
  "%00%ff",
  "{{0}}",
  '"',
  '"'.repeat(301),
  "{",
  "}",
  "{}{}{",
  "[".repeat(2_000),
  "\\",
  "\t",
  "\r",
  "\n\n\n",
  ";",
  ",",
  "#",
  "#VER",
  '#TRANS 1 {} 1e9 20270101 "',
  "#RAR 0 20270101 20261231\n",
  "#KSUMMA\n",
  "x".repeat(70_000),
] as const;

/** Bytes with one to four faults in them. */
export function mutatedBytes(dice: Dice, given: Uint8Array): Uint8Array {
  let bytes = Buffer.from(given);
  for (let faults = 1 + dice.below(4); faults > 0; faults--) {
    const at = dice.below(bytes.length);
    const length = dice.below(Math.min(200, bytes.length - at) + 1);
    const parts = (middle: Uint8Array, rest: number) =>
      Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(rest)]);
    switch (dice.below(7)) {
      case 0:
        if (bytes.length > 0) bytes[at] = (bytes[at] as number) ^ (1 << dice.below(8));
        break;
      case 1:
        bytes = Buffer.from(bytes.subarray(0, at));
        break;
      case 2:
        bytes = parts(
          Buffer.concat([bytes.subarray(at, at + length), bytes.subarray(at, at + length)]),
          at + length,
        );
        break;
      case 3:
        bytes = parts(Buffer.from(dice.one(HOSTILE)), at);
        break;
      case 4:
        bytes = parts(Buffer.from(dice.one(HOSTILE)), at + length);
        break;
      case 5:
        bytes = parts(Buffer.alloc(0), at + length);
        break;
      default:
        bytes = lineMoved(dice, bytes);
    }
  }
  return new Uint8Array(bytes);
}

/** A line doubled, taken away, or in another's place. */
function lineMoved(dice: Dice, bytes: Buffer): Buffer<ArrayBuffer> {
  const lines = bytes.toString("latin1").split("\n");
  const [line = ""] = lines.splice(dice.below(lines.length), 1);
  for (let times = dice.below(3); times > 0; times--) lines.splice(dice.below(lines.length + 1), 0, line);
  return Buffer.from(lines.join("\n"), "latin1");
}

export const mutatedText = (dice: Dice, given: string): string => {
  let text = given;
  for (let faults = 1 + dice.below(3); faults > 0; faults--) {
    const at = dice.below(text.length + 1);
    const end = at + dice.below(Math.min(60, text.length - at) + 1);
    const middle = [
      dice.one(HOSTILE),
      text.slice(at, end).repeat(2),
      "",
      String.fromCharCode(dice.below(65_536)),
    ];
    text = text.slice(0, at) + dice.one(middle) + text.slice(end);
  }
  return text;
};

/** A JSON value with one to three faults in it: what JSON can say, and no more. */
export function mutatedJson(dice: Dice, given: unknown): unknown {
  let value = structuredClone(given);
  for (let faults = 1 + dice.below(3); faults > 0; faults--) value = withFault(dice, value, 0);
  return value;
}

function withFault(dice: Dice, value: unknown, depth: number): unknown {
  const goOn = depth < 30 && dice.roll() < 0.85;
  if (goOn && Array.isArray(value) && value.length > 0) {
    const at = dice.below(value.length);
    if (dice.roll() < 0.1) return [...value, ...repeated(value[at], dice.below(2_000))];
    if (dice.roll() < 0.1) return value.toSpliced(at, 1);
    return value.with(at, withFault(dice, value[at], depth + 1));
  }
  if (goOn && value !== null && typeof value === "object" && !Array.isArray(value)) {
    const entries = Object.entries(value);
    const [key = "x", own] = dice.one(entries) ?? [];
    if (dice.roll() < 0.1) return Object.fromEntries(entries.filter(([name]) => name !== key));
    // As JSON.parse makes it: a member of one's own, whatever it is called
    if (dice.roll() < 0.1)
      return JSON.parse(
        JSON.stringify(value).replace(
          /^\{/,
          `{${JSON.stringify(dice.one(HOSTILE))}:1${entries.length > 0 ? "," : ""}`,
        ),
      );
    return Object.fromEntries([
      ...entries.filter(([name]) => name !== key),
      [key, withFault(dice, own, depth + 1)],
    ]);
  }
  if (typeof value === "string" && dice.roll() < 0.5) return mutatedText(dice, value);
  if (typeof value === "number" && dice.roll() < 0.5)
    return dice.one([
      -value,
      value + 0.1,
      value * 1e15,
      -0,
      1e308,
      Number.MIN_VALUE,
      Number.MAX_SAFE_INTEGER + 1,
    ]);
  return dice.one([
    null,
    true,
    false,
    0,
    -1,
    1e308,
    "",
    [],
    {},
    [[]],
    nested(dice.below(500)),
    dice.one(HOSTILE),
  ]);
}

/** No more than can be sent: repeats within repeats would be. */
function repeated(value: unknown, times: number): unknown[] {
  const most = MAX_REPEATED_SIGNS / (JSON.stringify(value)?.length || 1);
  return Array(Math.min(times, Math.floor(most))).fill(value);
}
const MAX_REPEATED_SIGNS = 2_000_000;

const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
};

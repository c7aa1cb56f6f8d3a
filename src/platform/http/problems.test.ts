import { expect, test } from "vitest";
import { z } from "zod";
import { NOT_UNSEEN } from "../../kernel/written.ts";
import { DayText } from "../../organisation/contract.ts";
import { readTexts } from "../texts.ts";
import { problemBody, problemOf } from "./problems.ts";
import { schemaRemark } from "./schema-faults.ts";

const texts = readTexts(`${import.meta.dirname}/../..`);

test.each([
  ["a number that no column holds", { code: "22003" }, "bad-input", 422],
  ["a day that is none to PostgreSQL", { code: "22008" }, "bad-input", 422],
  ["all connections taken", new Error("timeout exceeded when trying to connect"), "busy", 503],
  ["a statement that took too long", { code: "57014" }, "took-too-long", 503],
])("T-5: %s is told as what it is", (_what, error, code, status) => {
  expect(problemOf(error)?.kind).toEqual({ code, status });
});
test("T-5: what only we can have caused is not blamed on who asked", () => {
  expect(problemOf(new Error("x"))).toBeUndefined();
  expect(problemOf({ code: "23502", detail: "Failing row contains (hemligt)" })).toBeUndefined();
  const told = JSON.stringify(problemBody(undefined, texts, "sv", "nr-1"));
  expect(told).toContain("nr-1");
});

const Shape = z.object({
  count: z.number().int().min(1).max(5),
  amount: z.number(),
  name: z
    .string()
    .trim()
    .min(1)
    .refine(...NOT_UNSEEN)
    .max(3),
  code: z.string().min(2),
  rows: z.array(z.string()).min(1).max(2),
  choice: z.enum(["a", "b"]),
  email: z.email(),
  link: z.url(),
  own: z.string().regex(/^x$/, { message: "ska vara x" }),
  both: z.union([z.literal(1), z.literal(2)]),
  yes: z.boolean(),
  reasons: z.record(z.string().max(2), z.string()),
});
interface Issue extends Record<string, unknown> {
  readonly code: string;
  readonly path: string[];
  readonly message: string;
}
const told = (given: unknown, language: "sv" | "en" = "sv") => {
  const issues = Shape.partial().safeParse(given).error?.issues ?? [];
  return issues.map((issue) => {
    const { code, path, message, ...params } = issue as unknown as Issue;
    const fault = { keyword: code, instancePath: `/${path.join("/")}`, message, params };
    const remark = schemaRemark(fault, "body");
    return `${remark.at}: ${texts(language, `remark.${remark.code}`, remark.params) ?? remark.params.message}`;
  });
};

test.each([
  [{ count: 9 }, "count: Högst 5."],
  [{ count: 0 }, "count: Lägst 1."],
  [{ count: 1.5 }, "count: Ska vara ett heltal."],
  [{ amount: "12" }, "amount: Ska vara ett tal."],
  [{ name: "  " }, "name: Fyll i fältet."],
  [{ name: "" }, "name: Fyll i fältet."],
  [{ name: "\u200b" }, "name: Fyll i fältet."],
  [{ name: "lång" }, "name: Högst 3 tecken."],
  [{ name: 1 }, "name: Ska vara en text."],
  [{ code: "a" }, "code: Minst 2 tecken."],
  [{ rows: [] }, "rows: Minst 1 behövs."],
  [{ rows: ["a", "b", "c"] }, "rows: Högst 2 rader."],
  [{ rows: "a" }, "rows: Ska vara en lista."],
  [{ choice: "c" }, "choice: Välj ett av: a, b."],
  [{ email: "x" }, "email: Ska vara en e-postadress, till exempel namn@kommun.se."],
  [{ link: "x" }, "link: Ska vara en webbadress, till exempel https://kommun.se."],
  [{ own: "y" }, "own: Ska vara x."],
  [{ both: 3 }, "both: Tillåts inte här."],
  [{ yes: "ja" }, "yes: Ska vara ja eller nej (true eller false)."],
  [{ reasons: { lång: "x" } }, "reasons.lång: Tillåts inte här."],
  [[], "body: Är inte av det slag som fältet kräver."],
])("T-1: what a schema finds in %j is told in Swedish", (given, text) => expect(told(given)).toEqual([text]));
test("T-1: a limit is told as numbers are read", () => {
  const faultOf = (maximum: number) =>
    schemaRemark(
      { keyword: "too_big", instancePath: "/tkr", message: "Too big", params: { origin: "number", maximum } },
      "body",
    );
  expect(faultOf(1_000_000).params.max).toBe("1\u00a0000\u00a0000");
  expect(faultOf(2200).params.max).toBe("2200");
  expect(faultOf(0.5).params.max).toBe("0,5");
});

/** Every sort of issue that the schema library has. */
const CODES = [
  "invalid_type",
  "too_big",
  "too_small",
  "invalid_format",
  "not_multiple_of",
  "unrecognized_keys",
  "invalid_union",
  "invalid_key",
  "invalid_element",
  "invalid_value",
  "custom",
] as const satisfies readonly z.core.$ZodIssue["code"][];
test("T-1: every sort of issue has words in both languages, whether the contract says its own or not", () => {
  for (const language of ["sv", "en"] as const)
    for (const keyword of CODES)
      for (const message of ["Invalid input", "ska vara x"]) {
        const params = {
          values: ["a"],
          origin: "set",
          format: "regex",
          expected: "object",
          minimum: 1,
          maximum: 2,
        };
        const remark = schemaRemark({ keyword, instancePath: "/x", message, params }, "body");
        const text = texts(language, `remark.${remark.code}`, remark.params);
        expect(text, `${language} ${keyword} ${remark.code}`).toMatch(/^\p{Lu}.*\.$/u);
        expect(text).not.toContain("_");
      }
  const all: Record<z.core.$ZodIssue["code"], true> = Object.fromEntries(
    CODES.map((code) => [code, true]),
  ) as never;
  expect(Object.keys(all)).toHaveLength(CODES.length);
});

test("T-1: a day that the calendar does not have is told as that, and the address is not blamed", () => {
  const on = z.object({ on: DayText });
  const words = (day: string) => on.safeParse({ on: day }).error?.issues[0]?.message;
  expect(words("2027-02-29")).toBe("ska vara en dag som finns: 29 februari 2027 finns inte");
  expect(words("2028-02-29")).toBeUndefined();
  expect(words("2027-04-31")).toContain("31 april 2027 finns inte");
  expect(words("2027-13-01")).toBe("ska vara ett datum, till exempel 2027-04-26");
});

test("T-1: one obstacle is told as one", () => {
  const told = (count: number) => texts("sv", "problem.not-decidable.detail", { count });
  expect(told(1)).toContain("Rätta det,");
  expect(told(2)).toContain("Rätta dem,");
});

test("T-1: and in English for who asks for it", () =>
  expect(told({ count: 9 }, "en")).toEqual(["count: At most 5."]));

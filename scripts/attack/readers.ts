import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dice } from "./dice.ts";
import { mutatedBytes, mutatedJson, mutatedText } from "./mutate.ts";

const SAMPLE = join(import.meta.dirname, "../../sample");

/** Reads one mutant, made by the dice. Ends in a result, or throws a Problem; whatever else it throws is a fault. */
export type Reader = (dice: Dice) => unknown;

/** Each reader with its part of all mutants: cheap ones take more. What a reader needs is fetched in the thread that reads. */
const READERS: Readonly<Record<string, { readonly share: number; load(): Promise<Reader> }>> = {
  sie: {
    share: 24,
    async load() {
      const { default: read } = await import("../../src/ledger/intake.ts");
      const whole = readFileSync(join(SAMPLE, "ledger/astorp-2027-04.se"));
      const seeds = [shortened(whole, 12), shortened(whole, 2)];
      const order = { codes: [], dimensions: ["1"], today: "2027-05-15" as const, store: false };
      return (dice) => read(mutatedBytes(dice, dice.one(seeds)), order, () => {});
    },
  },
  "population-text": {
    share: 14,
    async load() {
      const { default: read } = await import("../../src/budget/population/intake.ts");
      const seeds = [populationCsv(","), populationCsv("\t"), populationCsv(";")].map((text) =>
        Buffer.from(text),
      );
      return (dice) =>
        read(mutatedBytes(dice, dice.one(seeds)), { region: dice.one([undefined, "Åstorp"]) }, () => {});
    },
  },
  "population-workbook": {
    share: 2,
    async load() {
      const { default: read } = await import("../../src/budget/population/intake.ts");
      const workbook = await workbooks(populationRows());
      return (dice) => read(workbook(dice), { region: undefined }, () => {});
    },
  },
  "workbook-cells": {
    share: 4,
    async load() {
      const { workbookCells } = await import("../../src/platform/intake/workbook.ts");
      const limits = { unpackedBytes: 1_000_000, rows: 500, columns: 50 };
      const workbook = await workbooks([
        ["Ålder", "2025"],
        ["0", 12],
        ["1", 13.5],
      ]);
      return (dice) => workbookCells(workbook(dice), limits);
    },
  },
  organisation: {
    share: 8,
    async load() {
      const { readOrganisation } = await import("../../src/organisation/organisation-file.ts");
      const sample = JSON.parse(readFileSync(join(SAMPLE, "organisation.json"), "utf8"));
      const small = {
        ...sample,
        ...Object.fromEntries(
          Object.entries(sample).map(([key, value]) => [
            key,
            Array.isArray(value) ? value.slice(0, 6) : value,
          ]),
        ),
      };
      return (dice) => readOrganisation(mutatedJson(dice, small));
    },
  },
  blocks: {
    share: 14,
    async load() {
      const { readBlock } = await import("../../src/platform/ui/sheet/block.ts");
      const { pastedAges } = await import("../../src/budget/population/rules/pasted-ages.ts");
      const { readRates } = await import("../../src/budget/population/rules/rate-table.ts");
      const ages = Array.from({ length: 20 }, (_, age) => `${age}\t${100 + age}`).join("\n");
      const seeds = [
        ages,
        "Ålder\tKvinnor\tMän\n0\t0,00012\t0,00009\n1\t1,5\t2",
        '"a""b"\tc\r\n"d\ne"\t1 000,5',
      ];
      return (dice) => {
        const text = mutatedText(dice, dice.one(seeds));
        return [readBlock(text), pastedAges(text), readRates(text)];
      };
    },
  },
  "numbers-and-days": {
    share: 14,
    async load() {
      const { numberIn, numberWithin } = await import("../../src/kernel/number-in.ts");
      const { dayFault, isDay } = await import("../../src/kernel/day.ts");
      const { dayOfSie, oreOf } = await import("../../src/ledger/rules/sie/values.ts");
      const seeds = ["82,5", "1 200", "−3", "7 %", "154.300", "2027-02-28", "20270228", "-1234.56", "1e3"];
      return (dice) => {
        const text = mutatedText(dice, dice.one(seeds));
        const number = numberIn(text, dice.one([undefined, "%", "tkr"]));
        if (number !== undefined && !Number.isFinite(number)) throw new Error(`${number} är inget tal`);
        numberWithin(text, { min: 0, max: 100, decimals: 2 });
        if (isDay(text) && Number.isNaN(Date.parse(text))) throw new Error("ingen dag");
        return [dayFault(text), dayOfSie(text), oreOf(text)];
      };
    },
  },
  bodies: {
    share: 20,
    async load() {
      const { houseRoutes, readExamples } = await import("../../src/shell/api/describe.ts");
      const { storable } = await import("../../src/platform/http/storable.ts");
      const examples = readExamples();
      const asked = houseRoutes().flatMap((route) =>
        (["body", "params", "query"] as const).flatMap((part) => {
          const schema = route[part];
          return schema ? [{ schema, example: smaller(examples[route.id]?.[part]) ?? {} }] : [];
        }),
      );
      return (dice) => {
        const { schema, example } = dice.one(asked);
        // As it comes over the wire: what can't be stored is refused before it is read
        const given = JSON.parse(JSON.stringify(mutatedJson(dice, example)) ?? "null");
        if (storable(given)) schema.safeParse(given);
      };
    },
  },
};

export const READER_NAMES = Object.keys(READERS);

/** Always wrong: by it the attack itself is tried. */
const THROWS = "a-reader-that-throws";

export async function readerNamed(name: string): Promise<Reader> {
  if (name === THROWS)
    return () => {
      throw new TypeError("det här är inget");
    };
  const reader = READERS[name];
  if (!reader) throw new Error(`det finns ingen läsare ${name}: ${READER_NAMES.join(", ")}`);
  return reader.load();
}

/** How many mutants each reader gets of all. */
export function sharesOf(all: number): Readonly<Record<string, number>> {
  const total = Object.values(READERS).reduce((sum, { share }) => sum + share, 0);
  return Object.fromEntries(
    Object.entries(READERS).map(([name, { share }]) => [name, Math.ceil((all * share) / total)]),
  );
}

/** A file of accounts with all that stands before its vouchers, and the first of them. */
function shortened(sie: Buffer, vouchers: number): Uint8Array {
  const [head = "", ...rest] = sie.toString("latin1").split(/(?=^#VER )/m);
  return Buffer.from([head, ...rest.slice(0, vouchers)].join(""), "latin1");
}

const AGES = 101;
const populationRows = (): (string | number)[][] => [
  ["Ålder", 2026, 2027],
  ...Array.from({ length: AGES }, (_, age) => [age === 100 ? "100+" : String(age), age + 1, age + 2]),
];
const populationCsv = (between: string): string =>
  [
    ["region", "ålder", "kön", "2025"],
    ...["män", "kvinnor"].flatMap((sex) =>
      Array.from({ length: AGES }, (_, age) => [
        "Åstorp",
        age === 100 ? "100+" : String(age),
        sex,
        String(100 + age),
      ]),
    ),
  ]
    .map((row) => row.map((cell) => `"${cell}"`).join(between))
    .join("\n");

/** Workbooks with faults in the archive, or in the XML of one that is whole as an archive. */
async function workbooks(rows: (string | number)[][]): Promise<(dice: Dice) => Uint8Array> {
  const { handmadeWorkbook } = await import("../../src/platform/intake/testing/zip.ts");
  const whole = handmadeWorkbook(rows);
  const names = `<definedNames><definedName name="Allt">Data!$A$1:$XFD$1048576</definedName></definedNames>`;
  const after = `<mergeCells count="1"><mergeCell ref="E1:E1048576"/></mergeCells><autoFilter ref="A1:XFD1048576"/>`;
  return (dice) => {
    if (dice.roll() < 0.3) return mutatedBytes(dice, whole);
    const row = dice.below(rows.length);
    const cell = dice.below(rows[row]?.length ?? 1);
    const given = rows.map((own, at) =>
      at === row ? own.map((value, i) => (i === cell ? mutatedText(dice, String(value)) : value)) : own,
    );
    return handmadeWorkbook(given, {
      ...(dice.roll() < 0.4 ? { names: mutatedText(dice, names) } : {}),
      ...(dice.roll() < 0.4 ? { after: mutatedText(dice, after) } : {}),
    });
  };
}

/** An example with a few of each list: a fault in a small one is as good, and sooner read. */
function smaller(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 4).map(smaller);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, smaller(own)]));
}

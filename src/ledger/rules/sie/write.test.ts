import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { addDays, type Day } from "../../../kernel/day.ts";
import { toCp437 } from "./bytes.ts";
import { sieContents } from "./content.ts";
import { readSie } from "./sie.ts";
import { type SieContent, writeSie } from "./write.ts";

test("T-4: PC8 is code page 437, byte by byte", () => {
  const upper = Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i);
  const text = iconv.decode(Buffer.from(upper), "cp437");
  expect(toCp437(text)).toEqual(upper);
  expect(toCp437("aÅ€")).toEqual(Uint8Array.from([0x61, 0x8f, 0x3f]));
});

/** Texts that the format can carry: PC8's letters, no backslash that would stand before a quote. */
const text = fc
  .array(fc.constantFrom(..."abcÅÄÖåäöéü019 .,:-/{}#\"'%&()½ß"), { maxLength: 20 })
  .map((letters) => letters.join("").trim());
const code = fc.stringMatching(/^[A-Z0-9]{1,8}$/);
const ore = fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 });
const accounts = ["1930", "2510", "3010", "5010", "79110"];
const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays("2027-01-01", days));
const objects = fc.array(fc.record({ dimension: fc.integer({ min: 1, max: 30 }), code }), { maxLength: 3 });

/** A voucher whose last row makes it balance. */
const voucher = fc
  .record({
    series: code,
    number: fc.integer({ min: 1, max: 99_999 }).map(String),
    day,
    text,
    rows: fc.array(
      fc.record({
        account: fc.constantFrom(...accounts),
        objects,
        amountOre: fc.integer({ min: -1e9, max: 1e9 }),
        text,
      }),
      { maxLength: 6 },
    ),
  })
  .map((v) => {
    const rest = 0 - v.rows.reduce((sum, row) => sum + row.amountOre, 0);
    return { ...v, rows: [...v.rows, { account: "1930", objects: [], amountOre: rest, text: "" }] };
  });

const content: fc.Arbitrary<SieContent> = fc.record({
  program: text,
  generatedOn: day,
  company: text,
  organisationNumber: fc.constant("000000-0000"),
  chart: code,
  years: fc.constant(new Map([[0, { firstDay: "2027-01-01" as Day, lastDay: "2027-12-31" as Day }]])),
  accounts: fc
    .array(fc.record({ name: text, kind: fc.constantFrom("T", "S", "K", "I", null) }), {
      minLength: accounts.length,
      maxLength: accounts.length,
    })
    .map((given) => new Map(accounts.map((account, i) => [account, given[i] as (typeof given)[number]]))),
  dimensions: fc.constant(new Map([[1, "Ansvar"]])),
  objects: fc.array(fc.record({ dimension: fc.integer({ min: 1, max: 30 }), code, name: text }), {
    maxLength: 4,
  }),
  balances: fc.uniqueArray(
    fc.record({
      label: fc.constantFrom("IB", "UB", "RES"),
      yearIndex: fc.integer({ min: -1, max: 0 }),
      account: fc.constantFrom(...accounts),
      amountOre: ore,
    }),
    // One account has one balance of a kind; twice the same is told, and tested apart
    { maxLength: 6, selector: ({ label, yearIndex, account }) => `${label} ${yearIndex} ${account}` },
  ),
  vouchers: fc.array(voucher, { maxLength: 8 }),
});

test("T-4: what is written is read back, whatever it is", () => {
  fc.assert(
    fc.property(content, (written) => {
      const result = readSie(writeSie(written));
      if ("faults" in result) throw new Error(JSON.stringify(result.faults));
      const { file } = result;
      expect(file.company).toBe(written.company);
      expect(file.generatedOn).toBe(written.generatedOn);
      expect([...file.accounts].map(([number, { name, kind }]) => [number, name, kind])).toEqual(
        [...written.accounts].map(([number, { name, kind }]) => [number, name, kind]),
      );
      expect(file.objects).toEqual(written.objects);
      expect(file.balances.map(({ objects: _none, line: _line, ...balance }) => balance)).toEqual(
        written.balances,
      );
      expect(
        [...file.vouchers].map((v) => ({
          series: v.series,
          number: v.number,
          day: v.day,
          text: v.text,
          rows: v.rows.map(({ account, objects, amountOre, text }) => ({
            account,
            objects,
            amountOre,
            text,
          })),
        })),
      ).toEqual(
        [...written.vouchers].map((v) => ({
          ...v,
          rows: v.rows.map((row) => ({ ...row, text: row.text || v.text })),
        })),
      );
    }),
    { numRuns: 300 },
  );
});

test("T-4: any text without control characters is read back, also beyond PC8 and with backslashes", () => {
  const anyText = fc
    .oneof(
      fc.string({ unit: "binary", maxLength: 15 }),
      fc.constantFrom("KS § 45 – ”hyra”", "C:\\BOK\\", '"', '\\"', "10 €", "¶"),
    )
    // A text that a quote begins after a backslash and a space can't be told from the next field's beginning
    .map((given) => given.replaceAll(/[\p{Cc}\p{Cs}\ufffd]/gu, "").replaceAll(/\\(?=[^"]*")/g, ""));
  fc.assert(
    fc.property(anyText, anyText, anyText, (company, account, voucher) => {
      const written: SieContent = {
        program: company,
        generatedOn: "2027-02-01",
        company,
        organisationNumber: "000000-0000",
        chart: "",
        years: new Map([[0, { firstDay: "2027-01-01", lastDay: "2027-12-31" }]]),
        accounts: new Map([["1930", { name: account, kind: null }]]),
        dimensions: new Map(),
        objects: [],
        balances: [],
        vouchers: [
          {
            series: "A",
            number: "1",
            day: "2027-01-31",
            text: voucher,
            rows: [{ account: "1930", objects: [], amountOre: 0, text: voucher }],
          },
        ],
      };
      const result = readSie(writeSie(written));
      if ("faults" in result) throw new Error(JSON.stringify(result.faults));
      const { file } = result;
      expect(file.company).toBe(company);
      expect(file.accounts.get("1930")?.name).toBe(account);
      expect(file.vouchers.at(0)).toMatchObject({ text: voucher, rows: [{ text: voucher }] });
    }),
    { numRuns: 500 },
  );
});

test("T-4: what is read and written again is the same file, and nothing written has to be forgiven", () => {
  fc.assert(
    fc.property(content, (written) => {
      const bytes = writeSie({ ...written, vouchers: numbered(written.vouchers) });
      const result = readSie(bytes);
      if ("faults" in result) throw new Error(JSON.stringify(result.faults));
      const { file } = result;
      // Which dimensions its rows carry is the content's own, and no fault of the writing
      expect(file.forgiven.filter(({ code }) => code !== "sie-under-dimension")).toEqual([]);
      const again = writeSie({
        ...file,
        vouchers: [...file.vouchers],
        generatedOn: file.generatedOn as Day,
        dimensions: new Map([...file.dimensions].map(([dimension, { name }]) => [dimension, name])),
      });
      const second = readSie(again);
      expect("file" in second && sieContents(second.file)).toEqual(sieContents(file));
    }),
    { numRuns: 200 },
  );
});

/** Each voucher with a number of its own, as a program gives them. */
const numbered = (vouchers: SieContent["vouchers"]): SieContent["vouchers"] =>
  vouchers.map((voucher, i) => ({ ...voucher, number: String(i + 1) }));

test("T-4: a line end or a tab in a text becomes a space, and never a line of its own", () => {
  const written: SieContent = {
    program: "p",
    generatedOn: "2027-02-01",
    company: "Prov\r\n#RAR 0 20260101 20261231",
    organisationNumber: "0",
    chart: "",
    years: new Map([[0, { firstDay: "2027-01-01", lastDay: "2027-12-31" }]]),
    accounts: new Map(),
    dimensions: new Map(),
    objects: [],
    balances: [],
    vouchers: [],
  };
  const result = readSie(writeSie(written));
  expect("file" in result && [result.file.company, result.file.years.get(0)?.firstDay]).toEqual([
    "Prov  #RAR 0 20260101 20261231",
    "2027-01-01",
  ]);
});

test("T-4: any bytes at all are read or refused, never a crash", () => {
  const line = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      "{",
      "}",
      "#VER A 1 20270101",
      "#TRANS 1930 {} 5",
      "#TRANS 1930 {1 2",
      '#FNAMN "',
      "#RAR 0 1 2",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const result = readSie(new TextEncoder().encode(`#FLAGGA 0\n${lines.join("\n")}`));
      expect("file" in result || result.faults.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const result = readSie(bytes);
      expect("file" in result || result.faults.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

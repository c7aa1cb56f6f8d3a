import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOf } from "../../../kernel/sum.ts";
import { cellName, cellsIn } from "../../../platform/rules/delimited.ts";
import { readPopulation, readPopulationRows } from "./import.ts";
import { AGES } from "./population.ts";

const ages = Array.from({ length: AGES }, (_, age) => age);
const ageText = (age: number) => (age === 100 ? "100+" : String(age));
/** Our own simple table: ages by years, every cell its age plus the year's last figure. */
const simple = (years: readonly number[], change: (rows: string[][]) => void = () => {}) => {
  const rows = [
    ["Ålder", ...years.map(String)],
    ...ages.map((age) => [ageText(age), ...years.map((year) => String(age + (year % 10)))]),
  ];
  change(rows);
  return rows;
};
const text = (rows: readonly (readonly string[])[], between = "\t") =>
  rows.map((row) => row.join(between)).join("\r\n");
const set = (row: number, column: number, value: string) => (rows: string[][]) => {
  (rows[row] as string[])[column] = value;
};
const read = (result: ReturnType<typeof readPopulation>) => {
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result;
};
const faults = (result: ReturnType<typeof readPopulation>) =>
  "faults" in result ? result.faults.map(({ code, at }) => `${at}: ${code}`) : [];

describe("E-3, T-4: a population is read from every format that it comes in", () => {
  test.each([["\t"], [";"], [","]])("our own table, with %j between the cells", (between) => {
    const { years, region } = read(readPopulation(text(simple([2026, 2027]), between)));
    expect(region).toBeNull();
    expect(years.map(({ year, people, women }) => [year, people[0], people[100], women])).toEqual([
      [2026, 6, 106, null],
      [2027, 7, 107, null],
    ]);
  });
  test("Statistics Sweden's wide table: quoted, by sex, several regions, with a total that is checked", () => {
    const rows = ["Åstorp", "Bjuv"].flatMap((region) =>
      ["män", "kvinnor"].flatMap((sex) => [
        ...ages.map(
          (age) => `"${region}","${ageText(age)} år","${sex}",${age + (region === "Bjuv" ? 1 : 2)}`,
        ),
        `"${region}","totalt ålder","${sex}",${sumOf(ages) + AGES * (region === "Bjuv" ? 1 : 2)}`,
      ]),
    );
    const file = [
      '"Folkmängd efter region"',
      "",
      '"region","ålder","kön","2019"',
      ...rows,
      '"Källa: SCB"',
    ].join("\n");
    const { region, years } = read(readPopulation(file, "åstorp"));
    expect([region, years.length, years[0]?.people[3], years[0]?.women?.[3]]).toEqual(["Åstorp", 1, 10, 5]);
    expect(read(readPopulation(file, "Åstorps kommun"))).toMatchObject({ region, years });
    expect(faults(readPopulation(file, "Klippan"))).toEqual(["A3: table-other-region"]);
    expect(faults(readPopulation(file.replace("totalt ålder", "100+ år"), "Åstorp"))).toEqual([
      "D105: cell-twice",
    ]);
    expect(faults(readPopulation(file.replace(String(sumOf(ages) + AGES * 2), "7"), "Åstorp"))).toEqual([
      "D105: total-differs",
    ]);
  });
  test("a long table: one row for each year, age and sex", () => {
    const rows = [2025, 2026].flatMap((year) =>
      ["Kvinnor", "Män"].flatMap((sex) =>
        ages.map((age) => `1277 Åstorp;${ageText(age)};${sex};${year};1 00${age % 10}`),
      ),
    );
    const { years } = read(readPopulation(["region;ålder;kön;år;Folkmängd", ...rows].join("\n"), "Åstorp"));
    expect(years.map(({ year, people, women }) => [year, people[4], women?.[4]])).toEqual([
      [2025, 2008, 1004],
      [2026, 2008, 1004],
    ]);
  });
  test.each([["1 234"], ["1\u00a0234"], ["1\u202f234"], ["1234,0"], ["1234.00"]])(
    "%j is 1234 people",
    (cell) => {
      expect(read(readPopulationRows(simple([2026], set(1, 1, cell)))).years[0]?.people[0]).toBe(1234);
    },
  );
});

/** One row for each age and sex: 80 women and 82 men in each, unless said otherwise. */
const bySex = (
  head: string,
  row: (age: string, sex: string, people: number) => string,
  after: readonly string[] = [],
) =>
  [
    head,
    ...ages.flatMap((age) => [
      row(`${ageText(age)} år`, "kvinnor", 80),
      row(`${ageText(age)} år`, "män", 82),
    ]),
    ...after,
  ].join("\n");
const PEOPLE = AGES * 162;
const sums = (result: ReturnType<typeof readPopulation>) =>
  read(result).years.map(({ year, people, women }) => [year, sumOf(people), women && sumOf(women)]);
const notes = (result: ReturnType<typeof readPopulation>) => read(result).notes.map(({ code }) => code);

describe("E-3: never a part taken for the whole", () => {
  const wide = (age: string, sex: string, people: number) => `1277 Åstorp;${age};${sex};${people}`;

  test("a column of codes after the count is left, another that may be the people is refused", () => {
    const head = "region;ålder;kön;år;Folkmängd;";
    const file = (last: string, cell: string) =>
      bySex(head + last, (age, sex, people) => `Åstorp;${age};${sex};2025;${people};${cell}`);
    expect(sums(readPopulation(file("kommunkod", "1277")))).toEqual([[2025, PEOPLE, AGES * 80]]);
    expect(notes(readPopulation(file("kommunkod", "1277")))).toEqual(["column-left"]);
    expect(faults(readPopulation(file("Antal", "7")))).toEqual(["F1: people-twice"]);
    expect(faults(readPopulation(file("kategori", "1")))).toEqual(["F1: column-limits"]);
    expect(faults(readPopulation(file("", "1")))).toEqual(["F1: column-unnamed"]);
    expect(faults(readPopulation(file("Döda", "1")))).toEqual(["F1: column-limits"]);
  });

  test("a column that limits the rows is refused, unless it says all", () => {
    const file = (cell: string) =>
      bySex(
        "region;civilstånd;ålder;kön;2025",
        (age, sex, people) => `Åstorp;${cell};${age};${sex};${people}`,
      );
    expect(faults(readPopulation(file("ogifta")))).toEqual(["B1: column-limits"]);
    expect(faults(readPopulation(file("OG")))).toEqual(["B1: column-limits"]);
    for (const all of ["totalt", "samtliga", "totalt, samtliga civilstånd", ""])
      expect(sums(readPopulation(file(all))), all).toEqual([[2025, PEOPLE, AGES * 80]]);
    expect(faults(readPopulation(file("totalt inrikes födda")))).toEqual(["B1: column-limits"]);
  });

  test.each([
    ["Döda 2025"],
    ["Födda 2025"],
    ["Inflyttade 2025"],
    ["Folkökning 2025"],
    ["Folkmängd 1 januari 2025"],
    ["Medelfolkmängd 2025"],
    ["Folkmängd 2025 tusental"],
    ["Utrikes födda 2025"],
  ])("%s is not the population of the year, and its column is named", (heading) => {
    expect(faults(readPopulation(bySex(`region;ålder;kön;${heading}`, wide)))).toEqual([
      "D1: column-not-people",
    ]);
  });

  test("a long table's column must be called people, and a title must not say something else", () => {
    const long = (name: string) =>
      bySex(`ålder;kön;tid;${name}`, (age, sex, people) => `${age};${sex};2025;${people}`);
    for (const name of ["Folkmängd", "Antal personer", "BE0101N1", "Folkmängd den 31 december"])
      expect(sums(readPopulation(long(name))), name).toEqual([[2025, PEOPLE, AGES * 80]]);
    for (const name of ["Döda", "BE0101N2", "Sysselsatta"])
      expect(faults(readPopulation(long(name))), name).toEqual(["D1: column-not-people"]);
    const titled = (title: string) => readPopulation(`${title}\n${bySex("region;ålder;kön;2025", wide)}`);
    for (const title of ["Döda efter region, ålder och kön", "Folkmängd 2025, ogifta", "Medelfolkmängd"])
      expect(faults(titled(title)), title).toEqual(["A1: title-not-people"]);
    expect(sums(titled("Folkmängden efter region, civilstånd, ålder och kön. År 1968 - 2025"))).toEqual([
      [2025, PEOPLE, AGES * 80],
    ]);
  });

  test("women alone are refused, women and men side by side are read", () => {
    const file = (head: string, cells: string) =>
      [`ålder;${head}`, ...ages.map((age) => `${ageText(age)};${cells}`)].join("\n");
    expect(faults(readPopulation(file("Kvinnor 2025", "80")))).toEqual(["B1: one-sex-only"]);
    expect(faults(readPopulation(`Kvinnor i Åstorp\n${file("2025", "80")}`))).toEqual([
      "A1: title-not-people",
    ]);
    const right = [[2025, PEOPLE, AGES * 80]];
    expect(sums(readPopulation(file("Kvinnor 2025;Män 2025", "80;82")))).toEqual(right);
    expect(sums(readPopulation(file("Totalt 2025;Kvinnor 2025;Män 2025", "162;80;82")))).toEqual(right);
    expect(sums(readPopulation(file("år;Kvinnor;Män", "2025;80;82")))).toEqual(right);
    // Before the noise, what stands together is what they come to
    expect(faults(readPopulation(file("Totalt 2019;Kvinnor 2019;Män 2019", "163;80;82")))).toEqual([
      "B1: total-differs",
    ]);
  });

  test("another region than the one that is meant is refused; a note under the table is no region", () => {
    const file = bySex("region;ålder;kön;2025", wide, ["", "Källa:;SCB", "Avser folkbokförda;;;"]);
    const title = `Folkmängd efter region\n\n${file}`;
    expect(read(readPopulation(title))).toMatchObject({ region: "1277 Åstorp" });
    expect(sums(readPopulation(title))).toEqual([[2025, PEOPLE, AGES * 80]]);
    expect(notes(readPopulation(title))).toEqual(["said-under-table", "said-under-table"]);
    for (const region of ["Åstorp", "Åstorps kommun", "1277 Åstorp", "1277"])
      expect(read(readPopulation(title, region)).region, region).toBe("1277 Åstorp");
    expect(faults(readPopulation(title, "Bjuv"))).toEqual(["A3: table-other-region"]);
    expect(notes(readPopulation(file.replaceAll("1277 Åstorp", "1277"), "Åstorp"))).toContain(
      "region-by-code",
    );
  });
});

describe("E-3: what Statistics Sweden hands out is read", () => {
  const total = (men: number, women: number) => [
    `1277 Åstorp;totalt, samtliga åldrar;män;${men}`,
    `1277 Åstorp;totalt, samtliga åldrar;kvinnor;${women}`,
  ];
  const file = (year: number, men: number, women: number) =>
    bySex(
      `region;ålder;kön;${year}`,
      (age, sex, people) => `1277 Åstorp;${age};${sex};${people}`,
      total(men, women),
    );

  test("totals with noise from 2025 are noted; before it, and by more, they are faults", () => {
    const [men, women] = [AGES * 82, AGES * 80];
    expect(sums(readPopulation(file(2025, men + 2, women - 1)))).toEqual([[2025, PEOPLE, women]]);
    expect(notes(readPopulation(file(2025, men + 2, women - 1)))).toEqual(["total-noise", "total-noise"]);
    expect(notes(readPopulation(file(2025, men, women)))).toEqual([]);
    expect(faults(readPopulation(file(2024, men + 2, women)))).toEqual(["D204: total-differs"]);
    expect(faults(readPopulation(file(2025, men + 900, women)))).toEqual(["D204: total-differs"]);
  });

  test.each([["totalt"], ["totalt, samtliga män och kvinnor"], ["män och kvinnor"], ["båda könen"], ["1+2"]])(
    "the sex %j is both",
    (sex) => {
      const rows = ages.map((age) => `${ageText(age)} år;${sex};162`);
      expect(sums(readPopulation(["ålder;kön;2025", ...rows].join("\n")))).toEqual([[2025, PEOPLE, null]]);
    },
  );

  test("codes: Alder, Kon 1 and 2, Tid", () => {
    const rows = ages.flatMap((age) =>
      [1, 2].map((sex) => `1277;${ageText(age)};${sex};2024;${sex === 1 ? 82 : 80}`),
    );
    const result = readPopulation(["Region;Alder;Kon;Tid;BE0101N1", ...rows].join("\n"));
    expect(sums(result)).toEqual([[2024, PEOPLE, AGES * 80]]);
    expect(notes(result)).toEqual(["sex-by-code"]);
  });

  test("its Excel: no heads but the years, and a label on the first of its rows alone", () => {
    const rows = [
      ["Folkmängden efter region, ålder, kön och år"],
      [],
      ["", "", "", "2024", "2025"],
      ...ages.flatMap((age) => [
        [age === 0 ? "1277 Åstorp" : "", `${ageText(age)} år`, "män", "81", "82"],
        ["", "", "kvinnor", "79", "80"],
      ]),
      [],
      ["Källa:"],
      ["SCB"],
    ];
    const result = readPopulationRows(rows, "Åstorp");
    expect(read(result).region).toBe("1277 Åstorp");
    expect(sums(result)).toEqual([
      [2024, AGES * 160, AGES * 79],
      [2025, PEOPLE, AGES * 80],
    ]);
    // A label more, and it may be a part of the people
    const limited = rows.map((row) => (row.length < 5 ? row : [row[0] ?? "", "ogifta", ...row.slice(1)]));
    expect(
      faults(readPopulationRows([...limited.slice(0, 2), ["", ...(rows[2] ?? [])], ...limited.slice(3)])),
    ).toEqual(["B3: column-unnamed"]);
  });
  test.each([["year last"], ["year first"]])(
    "its Excel with all labels down the side, no heads but the people's: %s",
    (order) => {
      const rows: string[][] = [["Folkmängd efter region och ålder"], [], ["", "", "", "", "Folkmängd"]];
      const last = ["", "", "", ""];
      const add = (labels: readonly string[], people: number) => {
        // Each label stands on the first of its rows alone
        const from = labels.findIndex((label, i) => label !== last[i]);
        rows.push([...labels.map((label, i) => (i < from ? "" : label)), String(people)]);
        last.splice(0, labels.length, ...labels);
      };
      const years = ["2024", "2025"];
      const cells = ages.flatMap((age) =>
        ["män", "kvinnor"].flatMap((sex) => years.map((year) => ({ age: `${ageText(age)} år`, sex, year }))),
      );
      const people = (year: string, sex: string) => (sex === "män" ? 10 : 20) + (year === "2025" ? 1 : 0);
      if (order === "year last")
        for (const { age, sex, year } of cells) add(["1277 Åstorp", age, sex, year], people(year, sex));
      else
        for (const wanted of years)
          for (const { age, sex, year } of cells)
            if (year === wanted) add(["1277 Åstorp", year, age, sex], people(year, sex));
      const result = read(readPopulationRows(rows, "Åstorp"));
      expect(result.region).toBe("1277 Åstorp");
      expect(result.years.map((one) => [one.year, sumOf(one.people), one.women && sumOf(one.women)])).toEqual(
        [
          [2024, 3030, 2020],
          [2025, 3232, 2121],
        ],
      );
    },
  );
});

describe("E-3, T-4: a table that is wrong is refused whole, and the cell is named", () => {
  test.each([
    ["a text in a number's cell", set(4, 2, ".."), ["C5: cell-not-a-number"]],
    ["a negative number", set(4, 2, "-3"), ["C5: cell-negative"]],
    ["half a person", set(4, 2, "3,5"), ["C5: cell-not-whole"]],
    ["more people than any municipality has", set(4, 2, "200001"), ["C5: cell-too-large"]],
    ["a formula", set(4, 2, "=SUM(A1:A9)"), ["C5: cell-formula"]],
    ["a command", set(4, 0, "@A1"), ["A5: cell-formula"]],
    ["an empty cell", set(4, 2, ""), ["C5: cell-empty"]],
    ["thousands that are none", set(4, 2, "12 34"), ["C5: cell-not-a-number"]],
    ["thousands of four figures", set(4, 2, "1 5000"), ["C5: cell-not-a-number"]],
    ["thousands after four figures", set(4, 2, "1234 567"), ["C5: cell-not-a-number"]],
    ["one, or a thousand, with a point", set(4, 2, "1.000"), ["C5: cell-two-ways"]],
    ["one, or a thousand, with a comma", set(4, 2, "1,000"), ["C5: cell-two-ways"]],
    ["what is not a number", set(4, 2, "NaN"), ["C5: cell-not-a-number"]],
    ["more than a number can be", set(4, 2, "1e400"), ["C5: cell-not-a-number"]],
    ["no end", set(4, 2, "Infinity"), ["C5: cell-not-a-number"]],
    ["a fault of a spreadsheet", set(4, 2, "#REF!"), ["C5: cell-not-a-number"]],
    ["a date", set(4, 2, "2027-01-01"), ["C5: cell-not-a-number"]],
    ["a quote without an end", set(4, 2, '"12'), ["C5: cell-not-a-number"]],
    ["a year that is a date", set(0, 2, "2027-01-01"), ["C1: cell-not-a-year"]],
    ["a year that is a formula", set(0, 2, "=B1+1"), ["C1: cell-formula"]],
    ["a year twice", set(0, 2, "2026"), ["C1: year-twice"]],
    ["nothing at all", (rows: string[][]) => rows.splice(0), ["A1: table-empty"]],
    ["an age that is none", set(4, 0, "tre"), ["A5: cell-not-an-age"]],
    ["an age twice", set(4, 0, "2"), ["B5: cell-twice", "C5: cell-twice"]],
    ["missing ages", (rows: string[][]) => rows.splice(4, 3), ["B1: missing-ages", "C1: missing-ages"]],
    [
      "no years",
      (rows: string[][]) => (rows[0] as string[]).splice(1, 2, "a", "b"),
      ["B1: table-without-years"],
    ],
    ["no ages", set(0, 0, "Namn"), ["A1: table-without-ages"]],
    ["only a head", (rows: string[][]) => rows.splice(1), ["A2: table-without-people"]],
  ] as [string, (rows: string[][]) => unknown, string[]][])("%s", (_what, change, expected) => {
    expect(faults(readPopulationRows(simple([2026, 2027], change)))).toEqual(expected);
  });
  test("holes in the years, at the year after the hole; the missing ages are told as ranges", () => {
    expect(faults(readPopulationRows(simple([2026, 2028])))).toEqual(["C1: hole-in-years"]);
    const missing = readPopulationRows(simple([2026], (rows) => rows.splice(91)));
    expect("faults" in missing && missing.faults[0]?.params).toMatchObject({ year: 2026, ages: "90–100" });
  });
  test("one sex alone, and a file that is too large", () => {
    const rows = [["ålder", "kön", "2019"], ...ages.map((age) => [String(age), "män", "1"])];
    expect(faults(readPopulationRows(rows))).toEqual(["C1: one-sex-only"]);
    expect(faults(readPopulationRows(Array.from({ length: 300_001 }, () => [])))).toEqual([
      "A300001: table-too-large",
    ]);
    const wide = simple([2026], (all) => all[3]?.push(..."x".repeat(300)));
    expect(faults(readPopulationRows(wide))).toEqual(["KO4: table-too-large"]);
    expect(faults(readPopulation("x".repeat(20_000_001)))).toEqual(["A300001: table-too-large"]);
    expect(faults(readPopulation(`Ålder;2026${"\n".repeat(9_000_000)}`))).toEqual([
      "A300001: table-too-large",
    ]);
  });
  test("whatever text is given, there is an answer: a whole table, or faults", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Ålder201 9;,\t\n"=-+år') }), (given) => {
        const result = readPopulation(`Ålder;2026\n${given}`);
        expect(
          "faults" in result
            ? result.faults.length > 0
            : result.years.every(({ people }) => people.length === AGES),
        ).toBe(true);
      }),
    );
  });
});

test.each([
  [
    'a;"b\n1;2',
    [
      ["a", '"b'],
      ["1", "2"],
    ],
  ],
  [
    "a;b\r1;2\r\n3;4",
    [
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  ['"a\nb";""', [["a\nb", ""]]],
])("T-4: in %j every cell keeps its place", (given, cells) => {
  expect(cellsIn(given)).toEqual(cells);
});

test("T-4: cells are named as in a spreadsheet, and quotes keep what is between them", () => {
  expect([cellName(0, 0), cellName(9, 25), cellName(0, 26), cellName(4, 703)]).toEqual([
    "A1",
    "Z10",
    "AA1",
    "AAB5",
  ]);
  expect(cellsIn('\ufeff"a;b";"say ""hi"""\r\n1;2')).toEqual([
    ["a;b", 'say "hi"'],
    ["1", "2"],
  ]);
});

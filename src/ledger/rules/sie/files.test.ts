import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, type TestContext, test } from "vitest";
import type { SieFile } from "./file.ts";
import { readSie } from "./sie.ts";

/** Files as programs write them, kept beside the repository and not in it; `sie.test.ts` has the same cases, written anew. */
const FOLDER = join(import.meta.dirname, "../../../../../shared/data/sie");

const result = (name: string) => readSie(new Uint8Array(readFileSync(join(FOLDER, name))));
function read(name: string, { skip }: TestContext): SieFile {
  if (!existsSync(FOLDER)) skip(`${FOLDER} is not on this machine`);
  const read = result(name);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.file;
}

const movements = (file: SieFile) => {
  const sums = new Map<string, number>();
  for (const { account, amountOre } of [...file.vouchers].flatMap((voucher) => voucher.rows))
    sums.set(account, (sums.get(account) ?? 0) + amountOre);
  return sums;
};
const balances = (file: SieFile, label: string) =>
  new Map(
    file.balances
      .filter((balance) => balance.label === label && balance.yearIndex === 0)
      .map((balance) => [balance.account, balance.amountOre]),
  );

describe("real files that are read", () => {
  test.for([
    // name, type, encoding, accounts, vouchers, their rows, months, a text that shows the encoding
    ["BL0001_typ4.SE", "4E", "cp437", 117, 84, 405, 24, "Stockholm,Östervåla,Västerås,Tranås"],
    ["MAMUT_SIE4_EXPORT.SE", "4E", "cp437", 412, 168, 458, 0, "Försäljningsavdelning"],
    ["SIE4_Exempelfil_med_underdim.SE", "4E", "utf-8", 530, 295, 1330, 0, "Syd"],
    [
      "transaktioner_ovnbolag.se",
      "4E",
      "cp437",
      567,
      163,
      671,
      1953,
      "Utbildning av användare,Driftsättning nätverk",
    ],
    ["XE_SIE_2_20151125094903.SE", "2", "cp437", 373, 0, 0, 4476, ""],
    ["BL0001_typ4I.SI", "4I", "cp437", 0, 1, 10, 0, ""],
    ["Lon.si", "4I", "cp437", 8, 1, 8, 0, ""],
  ] as const)("T-4: %s", ([name, type, encoding, accounts, vouchers, rows, months, objects], context) => {
    const file = read(name, context);
    expect(file).toMatchObject({ type, encoding, rows });
    expect([file.accounts.size, file.vouchers.length, file.periods.length]).toEqual([
      accounts,
      vouchers,
      months,
    ]);
    expect(file.objects.map((object) => object.name).join(",")).toContain(objects);
    expect(file.unknownLabels.size).toBe(0);
  });

  test.for([
    "BL0001_typ4.SE",
    "SIE4_Exempelfil_med_underdim.SE",
    "transaktioner_ovnbolag.se",
    "MAMUT_SIE4_EXPORT.SE",
  ])("T-4: %s: what was read gives the file's own closing balances and results", (name, context) => {
    const file = read(name, context);
    const moved = movements(file);
    const opening = balances(file, "IB");
    for (const [account, ore] of balances(file, "UB"))
      expect([account, (opening.get(account) ?? 0) + (moved.get(account) ?? 0)]).toEqual([account, ore]);
    for (const [account, ore] of balances(file, "RES"))
      expect([account, moved.get(account) ?? 0]).toEqual([account, ore]);
  });

  test("T-4: a file's struck and added rows, sub-dimensions and lost letters are seen", (context) => {
    const changed = [...read("BL0001_typ4.SE", context).vouchers];
    expect(changed.reduce((sum, voucher) => sum + voucher.added, 0)).toBe(6);
    expect(changed.reduce((sum, voucher) => sum + voucher.struck, 0)).toBe(3);
    const nested = read("SIE4_Exempelfil_med_underdim.SE", context);
    expect([...nested.dimensions.values()].filter(({ parent }) => parent !== null).length).toBe(2);
    expect(nested).toMatchObject({ damagedText: true, readBefore: true });
    const quotes = read("XE_SIE_2_20151125094903.SE", context);
    expect(quotes.accounts.get("1480")?.name).toBe('F"rskott till leverant"re');
    expect(quotes.damagedText).toBe(true);
  });
});

describe("real files that are refused", () => {
  test.for([
    ["BokSald.SE", [["sie-html", "file"]]],
    ["transaktioner_ovnbolag-bad-balance.se", [["sie-unbalanced", "file.3905"]]],
    ["Sie4.se", [["sie-unknown-account", "file.721"]]],
  ] as const)("T-4: %s", ([name, expected], { skip }) => {
    if (!existsSync(FOLDER)) skip(`${FOLDER} is not on this machine`);
    const read = result(name);
    expect("faults" in read ? read.faults.map(({ code, at }) => [code, at]) : []).toEqual(expected);
  });
});

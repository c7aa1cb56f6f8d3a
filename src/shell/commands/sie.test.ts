import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toCp437 } from "../../ledger/rules/sie/bytes.ts";
import { tillit } from "../testing/command.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tillit-sie-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const tillitSie = (...args: string[]) => tillit(["sie", ...args]);

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, toCp437(text));
  return path;
}

const FILE = `#FLAGGA 0
#GEN 20280110
#SIETYP 4
#FNAMN "Provkommun"
#RAR 0 20270101 20271231
#RAR -1 20260101 20261231
#KONTO 1930 "Bank"
#KONTO 5010 "Lokalhyra"
#OBJEKT 1 "200" "Bildning"
#IB 0 1930 1000.00
#IB -1 1930 5.00
#UB 0 1930 -234.50
#RES 0 5010 1234.50
#PBUDGET 0 5010 202701 1000.00
#VER A 1 20270115 "Beslut KS § 45"
{
#TRANS 5010 {1 "200" 6 "P1"} 1234.50 "" "Hyra"
#TRANS 1930 {} -1234.50
}
`;

describe("T-4: tillit sie", { timeout: 60_000 }, () => {
  test("prints what a file holds, in kronor, with what was forgiven by line; status 0", async () => {
    const { status, out, err } = await tillitSie(written("prov.se", FILE));
    expect([status, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({
      company: "Provkommun",
      years: [
        { index: 0, from: "2027-01-01", to: "2027-12-31" },
        { index: -1, from: "2026-01-01", to: "2026-12-31" },
      ],
      accounts: [
        { account: "1930", name: "Bank", ib: "1000.00", ub: "-234.50", res: null, vouchers: "-1234.50" },
        { account: "5010", name: "Lokalhyra", ib: null, ub: null, res: "1234.50", vouchers: "1234.50" },
      ],
      objects: [
        { dimension: 1, code: "200", name: "Bildning", vouchers: "1234.50" },
        { dimension: 6, code: "P1", name: "", vouchers: "1234.50" },
      ],
      texts: ["Beslut KS § 45", "Hyra"],
      forgiven: [
        {
          line: null,
          what: "De ingående balanserna summerar inte till noll, utan till 1 000,00 kronor. Förra årets resultat är kanske inte omfört.",
        },
        {
          line: 14,
          what: "Rad 14: ”5010” är ingen period. En period skrivs som 202704. #PBUDGET behövs inte för räkenskaperna; raden har lästs förbi.",
        },
      ],
      refused: [],
    });
  });

  test("a fault in what is used: its line, nothing of the contents, status 1", async () => {
    const { status, out } = await tillitSie(written("fel.se", FILE.replace("-1234.50\n}", "-1234,50\n}")));
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      accounts: [],
      refused: [{ line: 18, what: expect.stringMatching(/^Rad 18: ”-1234,50” är inget belopp/) }],
    });
  });

  test("a file that is no municipality's year is shown whole with its refusal, status 1", async () => {
    const broken = FILE.replace("0 20270101 20271231", "0 20260701 20270630");
    const { status, out } = await tillitSie(written("brutet.se", broken));
    expect(status).toBe(1);
    const held = JSON.parse(out);
    expect(held.accounts.length).toBe(2);
    expect(held.refused).toEqual([
      {
        line: null,
        what: "Räkenskapsåret är 2026-07-01 – 2027-06-30. En kommuns räkenskapsår är ett kalenderår.",
      },
    ]);
  });

  test("a file beyond the limit is refused with the limit, whatever its size", async () => {
    const path = written("stor.se", FILE);
    truncateSync(path, 400_000_000);
    const { status, out } = await tillitSie(path);
    expect(status).toBe(1);
    expect(JSON.parse(out).refused).toEqual([
      { line: null, what: expect.stringContaining("högst 50 MB kan läsas in") },
    ]);
  });

  test("no file, a folder and a wrong call are told in words", async () => {
    const none = await tillitSie(join(folder, "finns-inte.se"));
    expect([none.status, none.out]).toEqual([1, ""]);
    expect(none.err).toMatch(/finns-inte\.se finns inte\. Ange sökvägen/);
    expect((await tillitSie(folder)).err).toMatch(/är en mapp/);
    const wrong = await tillitSie();
    expect([wrong.status, wrong.out]).toEqual([2, ""]);
    expect(wrong.err).toMatch(/^Användning: npm run -s tillit -- sie FIL/);
  });
});

import { expect, test } from "vitest";
import { sealBy } from "./seal.ts";

test("T-2: what is sealed is opened by the same secret and as what it is of, and by nothing else", () => {
  const seal = sealBy("hemligt");
  const closed = seal.close("1277 provider ad", "klientens hemlighet åäö");
  expect(closed).not.toContain("hemlighet");
  expect(seal.close("1277 provider ad", "klientens hemlighet åäö")).not.toBe(closed);
  expect(seal.open("1277 provider ad", closed)).toBe("klientens hemlighet åäö");
  expect(seal.open("1290 provider ad", closed)).toBeUndefined();
  expect(sealBy("annat").open("1277 provider ad", closed)).toBeUndefined();
  expect(seal.open("1277 provider ad", "")).toBeUndefined();
  expect(seal.open("1277 provider ad", closed.replace(/^.{8}/, "AAAAAAAA"))).toBeUndefined();
});

test("T-2: when the key is changed the one before opens still, and what it closed is known to be closed anew", () => {
  const about = "1277 totp kommunchef";
  const closed = sealBy("gammal").close(about, "JBSWY3DPEHPK3PXP");
  const both = sealBy("ny", "gammal");
  expect(both.open(about, closed)).toBe("JBSWY3DPEHPK3PXP");
  expect(both.isNewest(about, closed)).toBe(false);
  const anew = both.close(about, "JBSWY3DPEHPK3PXP");
  expect([both.isNewest(about, anew), sealBy("ny").open(about, anew)]).toEqual([true, "JBSWY3DPEHPK3PXP"]);
});

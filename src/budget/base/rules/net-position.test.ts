import { expect, test } from "vitest";
import { lineNamed } from "./net-position.ts";

test.each([
  [[12, 0], "debt", 1],
  [[0], "debt", 1],
  [[], "debt", 1],
  [[-129_003, -98_000], "asset", -1],
  [[-129_003, 0, null], "asset", -1],
  [[-1, 1], "either", 1],
] as const)("E-7: loans less cash of %o are a net %s", (amounts, net, sign) => {
  expect(lineNamed("netDebt", amounts)).toEqual({ net, sign });
});

test("E-7: every other line keeps its name and its sign", () => {
  expect(lineNamed("result", [-5])).toEqual({ net: null, sign: 1 });
});

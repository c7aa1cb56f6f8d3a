import { expect, test } from "vitest";
import { senderOf } from "./sender.ts";
import { watchSpraying } from "./sprayed.ts";
import { waitAfterS } from "./waits.ts";

test("T-2: at one address a sender waits longer each time, to a quarter of an hour", () => {
  expect([0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 40].map((n) => waitAfterS("pair", n))).toEqual([
    0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900,
  ]);
});

test("T-2: what strangers do together makes an address wait half a minute at most: guessing comes to nothing, and nobody is kept out", () => {
  expect([20, 21, 22, 26, 1000].map((n) => waitAfterS("address", n))).toEqual([0, 1, 2, 30, 30]);
  // A day of it, every half minute, against a password that takes a thousand million guesses
  expect((24 * 3600) / waitAfterS("address", 1000)).toBeLessThan(3000);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["ingen adress", "ingen adress"],
])("T-2: who sends from %s is %s", (ip, sender) => {
  expect(senderOf(ip)).toBe(sender);
});

test("T-2: one password at ten addresses is noticed once, may then not be tried for a while, and is forgotten after an hour", () => {
  let ms = 0;
  const watch = watchSpraying(() => ms);
  const wrong = (n: number, password = "Sommar2026!", municipality = "1277") =>
    watch.wrong({ municipality, password, address: `p${n}@a.se`, sender: `198.51.100.${n}` });
  for (let n = 1; n <= 9; n++) expect(wrong(n)).toBe(false);
  expect(wrong(9)).toBe(false); // the same address again is no other address
  expect(watch.waitS("1277", "Sommar2026!")).toBe(0);
  expect([wrong(10), wrong(11)]).toEqual([true, false]);
  expect(watch.waitS("1277", "Sommar2026!")).toBe(900);
  expect(watch.waitS("1277", "Sommar2026")).toBe(0);
  expect(watch.waitS("9999", "Sommar2026!")).toBe(0);
  ms = 3_590_000;
  expect(watch.waitS("1277", "Sommar2026!")).toBe(10);
  ms = 3_600_000;
  expect(watch.waitS("1277", "Sommar2026!")).toBe(0);
});

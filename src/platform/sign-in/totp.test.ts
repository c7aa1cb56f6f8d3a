import { describe, expect, test } from "vitest";
import { base32, hotp, stepAt, stepOf, totpAddress } from "./totp.ts";

/** RFC 6238's and RFC 4226's own secret, "12345678901234567890". */
const SECRET = base32(Buffer.from("12345678901234567890"));
const at = (seconds: number) => new Date(seconds * 1000);

describe("T-2: codes by time", () => {
  test("base32 is RFC 4648's", () => {
    expect(
      ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => base32(Buffer.from(text))),
    ).toEqual(["", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"]);
    expect(SECRET).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  });

  test.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("RFC 6238, appendix B: at %i s the code is %s", (seconds, code) => {
    expect(hotp(SECRET, stepAt(at(seconds)), 8)).toBe(code);
  });

  test("RFC 4226, appendix D: the first ten counters", () => {
    expect(Array.from({ length: 10 }, (_, counter) => hotp(SECRET, counter))).toEqual([
      "755224",
      "287082",
      "359152",
      "969429",
      "338314",
      "254676",
      "287922",
      "162583",
      "399871",
      "520489",
    ]);
  });

  test("a clock may be a step before or after, and no more; a code is right once", () => {
    const now = at(1_111_111_111);
    const step = stepAt(now);
    const code = (of: number) => hotp(SECRET, of);
    expect([-2, -1, 0, 1, 2].map((away) => stepOf(SECRET, code(step + away), now, 0))).toEqual([
      undefined,
      step - 1,
      step,
      step + 1,
      undefined,
    ]);
    expect(stepOf(SECRET, code(step), now, step)).toBeUndefined();
    expect(stepOf(SECRET, code(step - 1), now, step)).toBeUndefined();
    expect(stepOf(SECRET, code(step + 1), now, step)).toBe(step + 1);
    for (const wrong of ["", "12345", "1234567", "abcdef"])
      expect(stepOf(SECRET, wrong, now, 0)).toBeUndefined();
  });

  test("the address that an app reads says whose code it is and of what", () => {
    expect(totpAddress({ secret: "ABC", issuer: "Tillit Åstorp", account: "namn@astorp.example" })).toBe(
      "otpauth://totp/Tillit%20%C3%85storp:namn%40astorp.example?secret=ABC&issuer=Tillit%20%C3%85storp&algorithm=SHA1&digits=6&period=30",
    );
  });
});

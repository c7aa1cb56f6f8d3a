import { expect, test } from "vitest";
import { documentFonts, unpackWoff } from "./fonts.ts";

test("T-1: the documents' fonts come with the packages, as TrueType that the typesetter reads", () => {
  const fonts = documentFonts();
  expect(fonts).toHaveLength(8);
  for (const font of fonts) {
    expect(font.readUInt32BE(0)).toBe(0x00010000);
    const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) =>
      font.toString("latin1", 12 + i * 16, 16 + i * 16),
    );
    expect(tables).toEqual(expect.arrayContaining(["cmap", "glyf", "head", "name"]));
  }
});

test("T-1: what is no WOFF file is refused", () => {
  expect(() => unpackWoff(Buffer.from("<html>"))).toThrow(RangeError);
  expect(() => unpackWoff(Buffer.alloc(100))).toThrow(RangeError);
});

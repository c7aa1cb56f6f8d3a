import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { textOfBytes } from "./text-of-bytes.ts";

const text = "Ålder\t2027\r\n1\t20";
const wide = (mark: number[], big = false) => {
  const bytes = Buffer.from(text, "utf16le");
  return Uint8Array.from([...mark, ...(big ? bytes.swap16() : bytes)]);
};

test.each([
  ["UTF-8", new TextEncoder().encode(text)],
  ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
  ["Latin-1", Uint8Array.from(Buffer.from(text, "latin1"))],
  ["Mac Roman", iconv.encode(text, "macroman")],
  ["Mac Roman with more words", iconv.encode(`${text}\r\nKvinnor och män på Öland`, "macroman")],
  ["DOS", iconv.encode(`${text}\r\nKvinnor och män på Öland`, "cp437")],
  ["UTF-16 as Excel writes it", wide([0xff, 0xfe])],
  ["UTF-16 the other way round", wide([0xfe, 0xff], true)],
  ["nothing", new Uint8Array()],
])("T-4: the text of a file in %s", (what, bytes) => {
  expect(textOfBytes(bytes).slice(0, text.length)).toBe(what === "nothing" ? "" : text);
});

test("T-4: UTF-16 without a mark is told by its plain letters", () => {
  expect(textOfBytes(Uint8Array.from(Buffer.from("Age\t2027", "utf16le")))).toBe("Age\t2027");
  expect(textOfBytes(Uint8Array.from(Buffer.from("Age\t2027", "utf16le").swap16()))).toBe("Age\t2027");
});

import { inflateRawSync } from "node:zlib";

/** The files in a ZIP archive (by its central directory), as texts. */
export function unzipped(bytes: Uint8Array): Record<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const packed = zip.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(from, from + packed);
    files[zip.toString("utf8", at + 46, at + 46 + name)] = (
      zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data
    ).toString("utf8");
    at += 46 + name + extra + comment;
  }
  return files;
}

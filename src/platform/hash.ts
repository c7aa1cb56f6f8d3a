import { createHash } from "node:crypto";

/** SHA-256 of a text (UTF-8) or of bytes, in hexadecimal. */
export const sha256 = (value: string | Uint8Array): string =>
  createHash("sha256").update(value).digest("hex");

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Keeps what the database may hold and nobody who reads it, or a copy of it, may know. */
export interface Seal {
  /** `about`: what it is of; opened as that alone. */
  close(about: string, text: string): string;
  /** Undefined where it was not closed here: the database's secret is another since it was restored elsewhere. */
  open(about: string, closed: string): string | undefined;
}

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Under a key of the database's own secret, which its owner alone may read and no backup holds. */
export function sealBy(secret: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "tillit seal", 32));
  return {
    close(about, text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
    },
    open(about, closed) {
      const bytes = Buffer.from(closed, "base64");
      try {
        const tagAt = IV_BYTES + TAG_BYTES;
        const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), {
          authTagLength: TAG_BYTES,
        })
          .setAAD(Buffer.from(about))
          .setAuthTag(bytes.subarray(IV_BYTES, tagAt));
        return Buffer.concat([decipher.update(bytes.subarray(tagAt)), decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Keeps what the database may hold and nobody who reads it, or a copy of it, may know. */
export interface Seal {
  /** `about`: what it is of; opened as that alone. */
  close(about: string, text: string): string;
  /** Undefined where it was not closed by any of the keys: the database's secret is another since it was restored elsewhere. */
  open(about: string, closed: string): string | undefined;
  /** Whether the newest key closed it: else it is to be closed anew, before the older is taken away. */
  isNewest(about: string, closed: string): boolean;
}

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Under keys of secrets that are in no backup: the database's own, which its owner alone may read, or before it one of the environment
 * (`TILLIT_SEAL_KEY`, and `TILLIT_SEAL_KEY_BEFORE` while it is changed). The first closes; each opens.
 */
export function sealBy(secret: string, ...before: readonly string[]): Seal {
  const newest = keyOf(secret);
  const keys = [newest, ...before.map(keyOf)];
  return {
    close(about, text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, newest, iv).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
    },
    open(about, closed) {
      for (const key of keys) {
        const text = openedBy(key, about, closed);
        if (text !== undefined) return text;
      }
      return undefined;
    },
    isNewest: (about, closed) => openedBy(newest, about, closed) !== undefined,
  };
}

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "", "tillit seal", 32));

function openedBy(key: Buffer, about: string, closed: string): string | undefined {
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
}

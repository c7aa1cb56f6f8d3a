const MAX_DEPTH = 64;

/**
 * Whether a JSON body can be stored, sent on and hashed as it is: no deeper than anything real, and no text that is not
 * Unicode or holds the character NUL, which PostgreSQL and RFC 8785 refuse. Walks without recursion, so that a body made to
 * be deep can't break it.
 */
export function storable(body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === "string" && !isText(value)) return false;
      if (typeof value !== "object" || value === null || value instanceof Uint8Array) continue;
      for (const [key, inner] of Object.entries(value)) {
        if (!isText(key)) return false;
        next.push(inner);
      }
    }
    level = next;
  }
  return true;
}

const isText = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

/** Texts as they lie in a messages file: by key, in groups. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/**
 * The texts of a chapter's rooms as one: each sub-chapter has its own file, and the chapter is one namespace. Throws where two
 * rooms have a text of the same key: one of them would never be shown.
 */
export function mergedMessages(parts: readonly Messages[], path = ""): Messages {
  const merged = new Map<string, string | Messages>();
  for (const part of parts)
    for (const [key, value] of Object.entries(part)) {
      const there = merged.get(key);
      if (there === undefined) merged.set(key, value);
      else if (typeof there === "string" || typeof value === "string")
        throw new Error(`two texts have the key ${path}${key}`);
      else merged.set(key, mergedMessages([there, value], `${path}${key}.`));
    }
  return Object.fromEntries(merged);
}

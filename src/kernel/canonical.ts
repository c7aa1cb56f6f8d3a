import canonicalize from "canonicalize";

/**
 * The one way to write a value as text: JSON with sorted keys and no spaces (RFC 8785), so that the same content always
 * has the same hash, whoever computes it and with whatever tool.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("nothing to write: the value is undefined");
  return text;
}

import type { Claims } from "./claims.ts";

export const MAX_CLAIMS_TEXT = 50_000;

/**
 * What somebody has pasted: the claims as JSON, or a whole token, of which the middle part is the claims (RFC 7519). Undefined where it is
 * neither. A token is read and not trusted: nothing is done by it.
 */
export function claimsIn(text: string): Claims | undefined {
  const pasted = text.trim();
  const [, payload, signature] = pasted.split(".");
  return objectIn(
    payload && signature !== undefined && /^[\w.=-]+$/.test(pasted) ? decoded(payload) : pasted,
  );
}

function objectIn(json: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Claims)
      : undefined;
  } catch {
    return undefined;
  }
}

function decoded(base64url: string): string {
  try {
    const bytes = Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (sign) =>
      sign.charCodeAt(0),
    );
    return new TextDecoder().decode(bytes);
  } catch {
    return "";
  }
}

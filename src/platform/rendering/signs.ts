/** Shown where no font has the sign that was written. */
export const NO_SIGN = "□";

/** The signs that the typesetter says that no font has: it names them in a quoted text, escaped where they do not show. */
export function signsNotShown(fault: string): Set<string> {
  const signs = new Set<string>();
  for (const [, quoted = ""] of fault.matchAll(/the text `(.+?)` could not be displayed/gu)) {
    const text = quoted
      .replace(/\\+u\{([0-9a-f]{1,6})\}/giu, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      )
      .replace(/[\\"]/g, "");
    for (const sign of text) if (sign.trim() !== "" && sign !== NO_SIGN) signs.add(sign);
  }
  return signs;
}

/** JSON with those signs replaced, whether they stand as they are or escaped. */
export function withoutSigns(json: string, signs: ReadonlySet<string>): string {
  if (signs.size === 0) return json;
  return JSON.stringify(JSON.parse(json), (_, value: unknown) =>
    typeof value === "string" ? [...value].map((sign) => (signs.has(sign) ? NO_SIGN : sign)).join("") : value,
  );
}

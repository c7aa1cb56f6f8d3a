/** A value as people write it ("82,5", "1 200", "−3") as a number; undefined when it is none. */
export function valueIn(text: string): number | undefined {
  const plain = text
    .replace(/[\s\u00a0\u202f\u2009]/g, "")
    .replace(/^[−–]/, "-")
    .replace(",", ".")
    .replace(/%$/, "");
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}

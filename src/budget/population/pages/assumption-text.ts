/** The number in a text: spaces between thousands, decimal comma or point; undefined when it is none, or out of its range. */
export function readNumber(
  text: string,
  { min, max, decimals }: { readonly min: number; readonly max: number; readonly decimals: number },
): number | undefined {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f\u2009]/g, "")
    .replace(",", ".")
    .replace("\u2212", "-");
  if (!/^-?\d+(\.\d+)?$/.test(plain) || (plain.split(".")[1]?.length ?? 0) > decimals) return undefined;
  const number = Number(plain);
  return number >= min && number <= max ? number : undefined;
}

/** A number to be written on: no thousands, a decimal comma in Swedish. */
export const writeNumber = (value: number, language: "sv" | "en"): string =>
  language === "sv" ? String(value).replace(".", ",") : String(value);

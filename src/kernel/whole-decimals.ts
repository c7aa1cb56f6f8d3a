/**
 * Decimals as people wrote them, brought to whole numbers of one scale, so that they can be counted with exactly: 9.1 and 8 are
 * 91 and 80. For rules that the first page runs too, which are not to bring all of `Exact` with them.
 */
export function wholeDecimals(values: readonly number[]): bigint[] {
  const read = values.map((value) => {
    const [digits = "0", exponent = "0"] = String(value).split("e");
    const [whole = "0", decimals = ""] = digits.split(".");
    return { digits: BigInt(whole + decimals), scale: decimals.length - Number(exponent) };
  });
  const scale = Math.max(0, ...read.map((one) => one.scale));
  return read.map((one) => one.digits * 10n ** BigInt(scale - one.scale));
}

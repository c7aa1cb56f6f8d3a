/** How many decimals a value was written with: it is shown with the same. */
export const decimalsOf = (value: number): number => Math.min(6, String(value).split(".")[1]?.length ?? 0);

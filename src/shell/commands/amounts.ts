const number = new Intl.NumberFormat("sv-SE", { maximumFractionDigits: 1 });

/** "12,4 MB", and "13,2 kB" of what is less than one. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${number.format(bytes / 1000)} kB` : `${number.format(bytes / 1_000_000)} MB`;

/** The time since a moment of `performance.now()`: "3,1 s". */
export const inSeconds = (sinceMs: number): string =>
  `${number.format((performance.now() - sinceMs) / 1000)} s`;

/** The numbers together; 0 of none. Exact for whole numbers below 2^53. */
export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

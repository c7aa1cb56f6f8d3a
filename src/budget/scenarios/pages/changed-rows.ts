/** The rows in which any column's value is another than the first column's: what a scenario has changed of its base. */
export const changedRows = <Row>(
  rows: readonly Row[],
  valuesOf: (row: Row) => readonly (number | string | null | undefined)[],
): readonly Row[] =>
  rows.filter((row) => {
    const [base, ...others] = valuesOf(row);
    return others.some((value) => (value ?? null) !== (base ?? null));
  });

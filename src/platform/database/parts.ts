/** PostgreSQL takes 65,535 parameters a statement: so many rows of up to 65 columns. */
const MOST_ROWS = 1000;

/** Rows in as many parts as it takes for each to be one statement, in their order; none where there are no rows. */
export const inParts = <Row>(rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, i) =>
    rows.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS),
  );

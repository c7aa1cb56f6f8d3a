type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null;

/** Rows from before they had ids get one by their place: the same each time they are read. What they lacked then is `since`. */
const lifted = (list: unknown, stem: string, since: Row): unknown =>
  Array.isArray(list)
    ? list.map((row, i) => (isRow(row) ? { id: `${stem}-${i + 1}`, ...since, ...row } : row))
    : list;

/** A situation analysis from before its needs had ids and it had facts, and what is picked in the registers. */
export const liftSituation = (content: unknown): unknown =>
  isRow(content)
    ? {
        effectForResidents: "",
        facts: [],
        documents: [],
        laws: [],
        trends: [],
        ...content,
        economicNeeds: lifted(content.economicNeeds, "behov", { oneOff: false }),
      }
    : content;

/** An external analysis from before its trends had ids and consequences, and signals were gathered in. */
export const liftEnvironment = (content: unknown): unknown =>
  isRow(content)
    ? {
        signals: [],
        ...content,
        trends: lifted(content.trends, "trend", { consequences: [], sources: [] }),
      }
    : content;

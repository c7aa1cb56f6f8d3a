type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null;
const rows = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Rows from before they had ids get one by their place: the same each time they are read. */
const withIds = (list: unknown, stem: string): unknown[] =>
  rows(list).map((row, i) => (isRow(row) ? { id: `${stem}-${i + 1}`, ...row } : row));

/** A situation analysis from before its needs had ids. */
export const liftSituation = (content: unknown): unknown =>
  isRow(content) ? { ...content, economicNeeds: withIds(content.economicNeeds, "behov") } : content;

/** An external analysis from before its trends had ids. */
export const liftEnvironment = (content: unknown): unknown =>
  isRow(content) ? { ...content, trends: withIds(content.trends, "trend") } : content;

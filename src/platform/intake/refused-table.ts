import { problemKind } from "../../kernel/problem.ts";

/** A file that holds no table: contracts name it, and the reader refuses with it. */
export const NotAWorkbook = problemKind("not-a-workbook", 422);
/** An archive that unpacks to more than a table can be. */
export const WorkbookTooLarge = problemKind("workbook-too-large", 422);

import { canonicalJson } from "../../../kernel/canonical.ts";
import { idUnlike } from "../../../kernel/plain-id.ts";
import { shortHash } from "../../../kernel/short-hash.ts";
import type { Adjustment, AllocationInput, Indexation } from "./allocation-input.ts";

/**
 * An input whose adjustments and lines of indexation all have an id of their own, so that what speaks of one of them (a
 * scenario's change, E-9) means the same one wherever it stands in a later version. A row without an id, or with another row's,
 * gets one that follows from what it says and not from its place: the same row has the same in every version that holds it.
 * Rows that say exactly the same are numbered; which of them is meant makes no difference.
 */
export function withRowIds(input: AllocationInput): AllocationInput {
  const adjustments = identified(input.adjustments, adjustmentSays);
  const indexation = identified(input.indexation, lineSays);
  return adjustments === input.adjustments && indexation === input.indexation
    ? input
    : { ...input, adjustments, indexation };
}

const adjustmentSays = ({ body, year, amountTkr, oneOff = false, text = "", decision = 0 }: Adjustment) => ({
  body,
  year,
  amountTkr,
  oneOff,
  text,
  decision,
});
const lineSays = ({ body, kind, name = "", baseTkr }: Indexation) => ({ body, kind, name, baseTkr });

function identified<Row extends { readonly id?: string | undefined }>(
  rows: readonly Row[],
  says: (row: Row) => object,
): readonly Row[] {
  const own = new Set(rows.map(({ id }) => id));
  const used = new Set<string>();
  if (own.size === rows.length && !own.has(undefined)) return rows;
  const taken = new Set([...own].filter((id) => id !== undefined));
  return rows.map((row) => {
    if (row.id !== undefined && !used.has(row.id)) {
      used.add(row.id);
      return row;
    }
    const id = idUnlike(taken, `rad-${shortHash(canonicalJson(says(row)))}`);
    taken.add(id);
    used.add(id);
    return { ...row, id };
  });
}

/** A budget's content in the present shape: budgets from before rows had to have ids get them, whatever is stored. */
export function liftBudget(content: unknown): unknown {
  if (!isRecord(content) || !isRecord(content.input)) return content;
  const { adjustments, indexation } = content.input;
  // What is no input is left for the schema and the input's own check to tell of
  if (!areRows(adjustments) || !areRows(indexation)) return content;
  const stored = content.input as unknown as AllocationInput;
  const input = withRowIds(stored);
  return input === stored ? content : { ...content, input };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const areRows = (value: unknown): boolean => Array.isArray(value) && value.every(isRecord);

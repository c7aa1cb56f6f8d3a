import type { z } from "zod";
import { idUnlike, plainName } from "../../../kernel/plain-id.ts";
import type { ReadOnly } from "../../../kernel/read-only.ts";
import type { Adjustment } from "../../base/rules/allocation-input.ts";
import type { AdjustmentProposals } from "../../base/rules/input-content.ts";

/** The places of a list with an id each: what has none gets one by its place, the same each time until it is stored. */
export function withIds<T extends { readonly id?: string | undefined }>(
  list: readonly T[],
  stem: string,
): (T & { readonly id: string })[] {
  const taken = new Set(list.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return list.map((item, i) => ({ ...item, id: item.id ?? freeId(`${stem}-${i + 1}`, taken) }));
}

/** An id that nobody has; it is taken from then on. */
function freeId(wanted: string, taken: Set<string>): string {
  const id = idUnlike(taken, wanted);
  taken.add(id);
  return id;
}

/** A new service's id until it has a name: "verksamhet-" and what is random. */
export const NEW_SERVICE = "verksamhet";

/** Services with a name for an id: what is new gets its id from its first name, since others tell it by that (true-ups, open data). */
export function namedServices<S extends { readonly id: string; readonly name?: string | undefined }>(
  services: readonly S[],
): S[] {
  const taken = new Set(services.map(({ id }) => id));
  return services.map((service) => {
    const plain = plainName(service.name ?? "");
    return service.id.startsWith(`${NEW_SERVICE}-`) && plain !== ""
      ? { ...service, id: freeId(plain, taken) }
      : service;
  });
}

export const PROPOSAL_STATES = ["considered", "taken-in", "rejected"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** A proposal that is not taken in: without effect, but not forgotten (§2.4, A-7). */
export type AdjustmentProposal = ReadOnly<z.output<typeof AdjustmentProposals>[number]>;
/** An adjustment, taken in or not. */
type Said = Omit<AdjustmentProposal, "state" | "id"> & Pick<Adjustment, "capital" | "trueUp">;

/** What is said of an adjustment in words. */
const WORDS = ["text", "effect", "owner", "by", "source"] as const satisfies readonly (keyof Adjustment)[];

/** A proposal as people read it: one row with an amount for each year that it is for; words that are not said are empty. */
export interface AdjustmentRow
  extends Pick<AdjustmentProposal, "id" | "body">,
    Readonly<Record<(typeof WORDS)[number], string>> {
  readonly state: ProposalState;
  readonly amounts: Readonly<Record<string, number>>;
  readonly oneOff: boolean;
  readonly decision: number | null;
  /** Written by the server from an investment: nobody edits it here. */
  readonly fixed: boolean;
  /** Comes of a true-up of the demography, and is counted with that step. */
  readonly trueUp: boolean;
}

export interface AdjustmentLists {
  readonly adjustments: readonly Adjustment[];
  readonly proposals: readonly AdjustmentProposal[];
}

/**
 * The rows of what is taken in and of what is not. A proposal for several years is one adjustment a year, "skola.2027" and
 * "skola.2028"; they are one row while all that is said of them is the same.
 */
export function adjustmentRows({ adjustments, proposals }: AdjustmentLists): AdjustmentRow[] {
  const rows = new Map<string, AdjustmentRow>();
  const taken = new Set<string>();
  const add = (own: Said & { readonly id: string }, state: ProposalState) => {
    const stem = own.id.endsWith(`.${own.year}`) ? own.id.slice(0, -5) : own.id;
    const row = rowOf(own, stem, state);
    const same = rows.get(stem);
    if (same && isSame(same, row) && same.amounts[own.year] === undefined)
      rows.set(stem, { ...same, amounts: { ...same.amounts, ...row.amounts } });
    else {
      // No row's own id looks like a year's of another
      rows.set(same ? `${stem} ${rows.size}` : stem, {
        ...row,
        id: freeId(stem.replaceAll(".", "-"), taken),
      });
    }
  };
  const named = adjustments.map((own) =>
    own.capital ? { ...own, id: `kapitalkostnad-${own.capital.investment + 1}.${own.year}` } : own,
  );
  for (const own of withIds(named, "justering")) add(own, "taken-in");
  for (const own of proposals) add(own, own.state);
  return [...rows.values()];
}

function rowOf(own: Said, id: string, state: ProposalState): AdjustmentRow {
  const { body, year, amountTkr, oneOff = false, text = "", effect = "", owner = "", by = "" } = own;
  return {
    id,
    state,
    body,
    text,
    amounts: { [year]: amountTkr },
    oneOff,
    effect,
    owner,
    by,
    source: own.source ?? "",
    decision: own.decision ?? null,
    fixed: own.capital !== undefined,
    trueUp: own.trueUp === true,
  };
}

const isSame = (a: AdjustmentRow, b: AdjustmentRow): boolean =>
  ([...WORDS, "state", "body", "oneOff", "decision", "fixed", "trueUp"] as const).every(
    (key) => a[key] === b[key],
  );

/**
 * What the rows say, as it is stored. What the server writes from investments is kept as it was. A row without any amount is
 * one of nothing in the first year, so that a proposal can be written before it is counted.
 */
export function adjustmentLists(
  rows: readonly AdjustmentRow[],
  before: readonly Adjustment[],
  years: readonly number[],
): AdjustmentLists {
  const adjustments: Adjustment[] = [];
  const proposals: AdjustmentProposal[] = [];
  for (const row of rows) {
    if (row.fixed) continue;
    const own = years.filter((year) => row.amounts[year] !== undefined);
    for (const year of own.length > 0 ? own : years.slice(0, 1)) {
      const one = adjustmentOf(row, year, own.length > 1 ? `${row.id}.${year}` : row.id);
      if (row.state === "taken-in") adjustments.push(one);
      else proposals.push({ ...one, state: row.state });
    }
  }
  return { adjustments: [...adjustments, ...before.filter((own) => own.capital !== undefined)], proposals };
}

function adjustmentOf(row: AdjustmentRow, year: number, id: string): Adjustment & { readonly id: string } {
  const { body, amounts, oneOff, decision, trueUp } = row;
  const said = WORDS.filter((key) => row[key] !== "");
  return {
    id,
    body,
    year,
    amountTkr: amounts[year] ?? 0,
    ...(oneOff ? { oneOff } : {}),
    ...Object.fromEntries(said.map((key) => [key, row[key]])),
    ...(decision === null ? {} : { decision }),
    ...(trueUp && decision !== null && row.state === "taken-in" ? { trueUp } : {}),
  };
}

/** Sums by year of the rows that a filter leaves, of each state. */
export function sumsByYear(
  rows: readonly AdjustmentRow[],
  years: readonly number[],
): { readonly year: number; readonly takenInTkr: number; readonly consideredTkr: number }[] {
  const sum = (state: ProposalState, year: number) =>
    rows.reduce((total, row) => (row.state === state ? total + (row.amounts[year] ?? 0) : total), 0);
  return years.map((year) => ({
    year,
    takenInTkr: sum("taken-in", year),
    consideredTkr: sum("considered", year),
  }));
}

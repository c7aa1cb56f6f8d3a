import type { Day } from "../../../kernel/day.ts";
import { yearOf } from "../../../kernel/day.ts";
import { filled } from "../../../kernel/filled.ts";
import { dayText } from "../../../kernel/format.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { STRATEGIC_GOALS } from "../../vision/kind.ts";
import sv from "../messages/sv.json" with { type: "json" };
import type { Period } from "../rules/periods.ts";
import type { Proposal } from "./contract.ts";
import type { Computation, LedgerComputation, StaffMeasure } from "./rules/computation.ts";
import { amountTold } from "./rules/quotient.ts";
import type { ComputedSources, Lacking } from "./sources.ts";

/** What is stored with a value is in the language that the municipality writes in. */
const SAID = sv.indicators.words;
const MAX_ACCOUNTS = 100;
const MAX_SOURCE = 500;
const MAX_STATE = 200;

/** What is to be computed: of whose goal, of which kind, for which days, as it is known on a day. */
export interface Asked {
  readonly body: string;
  readonly kind: string;
  readonly period: Period;
  readonly asOf: Day;
  /** What whoever reports divides by, where it is the reporter who writes it. */
  readonly number?: number | undefined;
}

/** What an indicator's value is by its source, and what it is made of; or why that is not known (V-7). */
export async function computed(
  sources: ComputedSources,
  tx: Tx,
  computation: Computation,
  asked: Asked,
): Promise<Proposal | Lacking> {
  // The council's own goals speak of all the municipality
  const whose = computation.of ?? (asked.kind === STRATEGIC_GOALS.kind ? null : asked.body);
  return computation.from === "ledger"
    ? ofLedger(sources, tx, computation, { ...asked, whose })
    : ofStaff(sources, tx, computation.measure, { ...asked, whose });
}

async function ofLedger(
  sources: ComputedSources,
  tx: Tx,
  { side, accounts, scale, per }: LedgerComputation,
  { whose, period, asOf, number }: Asked & { readonly whose: string | null },
): Promise<Proposal | Lacking> {
  const said = await sources.ledger(tx, { whose, side, accounts, period, asOf });
  if ("lacks" in said) return said;
  const found = await divisorOf(sources, tx, per, { period, asOf, number });
  if (found && "lacks" in found) return found;
  const value = found?.number === null ? null : amountTold(said.amountOre, scale, found?.number);
  if (value === undefined) return { lacks: "nobody-to-divide-by" };
  const shown = said.accounts.slice(0, MAX_ACCOUNTS);
  return {
    period,
    value,
    of: [`ledger:${said.importId}:${said.amountOre}`, ...(found?.of ? [found.of] : [])].join(" "),
    source: [
      filled(SAID.ledger, { file: said.filename, day: dayText(said.reaches, "sv") }),
      ...(found?.source ? [found.source] : []),
    ].join("; "),
    ledger: {
      amountOre: said.amountOre,
      divisor: found ? { name: found.name, number: found.number } : null,
      accounts: [...shown],
      otherOre: said.accounts.slice(MAX_ACCOUNTS).reduce((sum, one) => sum + one.amountOre, 0),
    },
    parts: [],
  };
}

async function ofStaff(
  sources: ComputedSources,
  tx: Tx,
  measure: StaffMeasure,
  { whose, period, asOf }: Asked & { readonly whose: string | null },
): Promise<Proposal | Lacking> {
  const said = await sources.staff(tx, { whose, measure, period, asOf });
  if ("lacks" in said) return said;
  return {
    period,
    value: said.value,
    // What of it is known by its import alone may be another when it is read of another organisation
    of: `staff:${said.imports.map(({ number }) => number).join("+")}:${said.value}`.slice(0, MAX_STATE),
    source: filled(SAID.staff, { files: said.imports.map(({ name }) => name).join(", ") }).slice(
      0,
      MAX_SOURCE,
    ),
    ledger: null,
    parts: [...said.parts],
  };
}

interface Divisor {
  readonly name: string;
  readonly number: number | null;
  readonly source?: string;
  readonly of?: string;
}

async function divisorOf(
  sources: ComputedSources,
  tx: Tx,
  per: LedgerComputation["per"],
  { period, asOf, number }: Pick<Asked, "period" | "asOf" | "number">,
): Promise<Divisor | Lacking | undefined> {
  if (per === null) return undefined;
  if (per.by === "number") return { name: per.name, number: number ?? null };
  const { from, to } = per;
  const living = await sources.inhabitants(tx, { year: yearOf(period.to), from, to, asOf });
  if (!living) return { lacks: "no-population" };
  const name = filled(SAID.inhabitants, { from, to, year: living.year });
  return {
    name,
    number: living.people,
    source: `${name}: ${living.source}`,
    of: `population:${living.decision}:${living.people}`,
  };
}

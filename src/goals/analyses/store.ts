import type { Generated } from "kysely";
import type { Reads } from "../../decisions/rules/reading.ts";
import { allInForce, latestOfAll } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { environmentAnalysisRoutes } from "./contract.ts";
import { ENVIRONMENT_ANALYSIS } from "./kind.ts";
import type { Gathering } from "./rules/signals.ts";

type SignalTables = {
  "goals.signal": {
    municipality_id: string;
    signal_id: string;
    text: string;
    seen_at: string;
    goal_id: string | null;
    trend_id: string | null;
    noted_by: string;
    noted_on: Day;
    noted_at: Generated<Date>;
  };
};
const tables = (tx: Tx) => tx.withTables<SignalTables>();

/** The newest are read; a municipality notes some hundred a year. */
const MAX_SIGNALS = 2000;

export interface Signal {
  readonly id: string;
  readonly text: string;
  readonly seenAt: string;
  readonly goal: string | null;
  readonly trend: string | null;
  readonly notedBy: string;
  readonly notedOn: Day;
}

/** Signals noted until a day, newest first. */
export async function signalsUntil(tx: Tx, asOf: Day): Promise<Signal[]> {
  const rows = await tables(tx)
    .selectFrom("goals.signal")
    .select(["signal_id", "text", "seen_at", "goal_id", "trend_id", "noted_by", "noted_on"])
    .where("noted_on", "<=", asOf)
    .orderBy("noted_on", "desc")
    .orderBy("noted_at", "desc")
    .orderBy("signal_id")
    .limit(MAX_SIGNALS)
    .execute();
  return rows.map((row) => ({
    id: row.signal_id,
    text: row.text,
    seenAt: row.seen_at,
    goal: row.goal_id,
    trend: row.trend_id,
    notedBy: row.noted_by,
    notedOn: row.noted_on,
  }));
}

export async function storeSignal(tx: Tx, municipality: string, signal: Signal): Promise<void> {
  await tables(tx)
    .insertInto("goals.signal")
    .values({
      municipality_id: municipality,
      signal_id: signal.id,
      text: signal.text,
      seen_at: signal.seenAt,
      goal_id: signal.goal,
      trend_id: signal.trend,
      noted_by: signal.notedBy,
      noted_on: signal.notedOn,
    })
    .execute();
}

/** The external analyses that have gathered signals in: in force on a day, and being written where that is read. */
export async function gatheringsUntil(tx: Tx, asOf: Day, reads: Reads): Promise<Gathering[]> {
  const { kind } = ENVIRONMENT_ANALYSIS;
  const decided = await allInForce(tx, { kind }, asOf);
  const drafts = (await latestOfAll(tx, { kind }, asOf)).filter(
    (version) => !version.decision && reads(version),
  );
  return [...decided, ...drafts].map((version) => ({
    matter: version.matter.id,
    decision: version.decision?.number ?? null,
    signals: environmentAnalysisRoutes.read(version).signals,
  }));
}

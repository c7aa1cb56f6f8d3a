import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";

/** What became of a signal: it waits, stands in an analysis that is being written, or is answered in a decided one. */
export const SIGNAL_FATES = ["waiting", "gathered", "answered"] as const;
export type SignalFate = (typeof SIGNAL_FATES)[number];

export interface GatheredSignal {
  readonly signal: string;
  readonly trend: string | null;
  readonly answer: string;
}

/** An external analysis in one version: which signals it has gathered in. */
export interface Gathering {
  readonly matter: string;
  /** Null while it is a draft. */
  readonly decision: number | null;
  readonly signals: readonly GatheredSignal[];
}

export interface Gathered extends GatheredSignal {
  readonly matter: string;
  readonly decision: number | null;
}

/** Taken into a trend, or answered in words: else it still waits, also within an analysis. */
export const isSettled = ({ trend, answer }: GatheredSignal): boolean => trend !== null || !isBlank(answer);

/** Where a signal was gathered in: a decided analysis before a draft, the earliest decision first. */
export function gatheredInto(signal: string, all: readonly Gathering[]): Gathered | null {
  const order = ({ decision }: Gathered) => decision ?? Number.POSITIVE_INFINITY;
  return (
    all
      .flatMap(({ matter, decision, signals }) =>
        signals
          .filter((one) => one.signal === signal && isSettled(one))
          .map((one) => ({ ...one, matter, decision })),
      )
      .sort((a, b) => order(a) - order(b))[0] ?? null
  );
}

export const signalFate = (gathered: Pick<Gathered, "decision"> | null): SignalFate =>
  gathered === null ? "waiting" : gathered.decision === null ? "gathered" : "answered";

/**
 * Nothing that is noted is lost: a signal that the analysis leaves without a trend and without an answer waits for the next one,
 * and that is said.
 */
export function unansweredRemarks(
  waiting: readonly { readonly id: string }[],
  gathered: readonly GatheredSignal[],
): Remark[] {
  const settled = new Set(gathered.filter(isSettled).map(({ signal }) => signal));
  const left = waiting.filter(({ id }) => !settled.has(id)).length;
  return left > 0 ? [remark("deviation", "signals-unanswered", "§2.4", { count: left }, "signals")] : [];
}

/** What a gathered signal points at must be there: the signal itself, and the trend that it is taken into. */
export function gatheredRemarks(
  gathered: readonly GatheredSignal[],
  known: { readonly signals: ReadonlySet<string>; readonly trends: ReadonlySet<string> },
): Remark[] {
  return gathered.flatMap(({ signal, trend }, i) => [
    ...(known.signals.has(signal)
      ? []
      : [remark("stops", "signal-unknown", "§2.4", { signal }, `signals.${i}.signal`)]),
    ...(trend === null || known.trends.has(trend)
      ? []
      : [remark("stops", "signal-trend-unknown", "§2.4", { trend }, `signals.${i}.trend`)]),
    ...(gathered.findIndex((other) => other.signal === signal) < i
      ? [remark("stops", "signal-twice", "§2.4", { signal }, `signals.${i}.signal`)]
      : []),
  ]);
}

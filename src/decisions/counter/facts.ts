import type { Day } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import { type Body, nameOfBody } from "../../organisation/rules/organisation.ts";
import type { Who } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { DecisionShape } from "../contract.ts";
import { changedFrom } from "../facts/deciding.ts";
import { WITHOUT_MEETINGS } from "../rules/preparation.ts";
import { decisionAlone } from "../store/chain.ts";
import { proposalOf, type VersionHead } from "../store/versions.ts";
import { type CounterProposal, NoCounterProposal } from "./contract.ts";
import { counterContent, counterProposalsOf, type StoredCounter } from "./store.ts";

/** What lies before a body: the version as it was proposed, and the body that is to take a stand on it. */
interface Before {
  readonly proposed: VersionHead;
  readonly organ: Body;
}

/**
 * Before which body a matter lies, by the heads of its versions, newest first: the one that it was laid forward for, or the council once
 * an organ has proposed it there. Undefined for a draft, for what is decided, and for what is decided at no meeting.
 */
export async function layingBefore(
  tx: Tx,
  { bodies }: Pick<Who, "bodies">,
  heads: readonly VersionHead[],
  asOf: Day,
): Promise<Before | undefined> {
  const [newest] = heads;
  const proposed = newest && (changedFrom(newest, heads) ?? newest);
  if (!newest || newest.decision || proposed?.state !== "proposed") return undefined;
  const about = bodies.find(({ id }) => id === proposed.matter.body);
  const laying = await proposalOf(tx, proposed, asOf);
  if (!about || !laying || WITHOUT_MEETINGS.includes(about.kind)) return undefined;
  const organ = laying.meeting
    ? bodies.find(({ kind }) => kind === "council")
    : bodies.find(({ id }) => id === laying.organ);
  return organ && { proposed, organ };
}

/** Those that stand against the version that is decided: laid since the decision before, and not withdrawn. */
export async function standingAgainst(
  tx: Tx,
  matter: string,
  heads: readonly VersionHead[],
  asOf: Day,
): Promise<StoredCounter[]> {
  const decided = Math.max(0, ...heads.filter(({ decision }) => decision !== null).map((one) => one.number));
  return (await counterProposalsOf(tx, matter, asOf)).filter(
    ({ version, withdrawnOn }) => version > decided && withdrawnOn === null,
  );
}

/** What is frozen with one that stands against a proposal, for the meeting to change that by; refuses one that holds nothing. */
export async function standingContent(
  tx: Tx,
  { matter }: Pick<VersionHead, "matter">,
  heads: readonly VersionHead[],
  { number, on }: { readonly number: number; readonly on: Day },
): Promise<unknown> {
  const standing = await standingAgainst(tx, matter.id, heads, on);
  const content = standing.some((one) => one.number === number)
    ? await counterContent(tx, matter.id, number)
    : null;
  if (content === null) refuse(NoCounterProposal, { params: { number } });
  return content;
}

/** A matter's counter-proposals as they are shown on a day, with how they fell. */
export async function shownCounters(
  tx: Tx,
  ctx: Context,
  { bodies }: Pick<Who, "bodies">,
  matter: string,
  heads: readonly VersionHead[],
): Promise<CounterProposal[]> {
  const stored = await counterProposalsOf(tx, matter, ctx.today);
  if (stored.length === 0) return [];
  const decisions = new Map<number, Pick<DecisionShape, "preparation" | "number" | "decidedOn">>();
  const decidedBy = (version: number) =>
    heads.findLast(({ number, decision }) => number >= version && decision !== null)?.decision ?? undefined;
  const shown: CounterProposal[] = [];
  for (const { organId, ...one } of stored) {
    const by = decidedBy(one.version);
    const known = by && by.decidedOn <= ctx.today ? by : undefined;
    const decision = known && (decisions.get(known.number) ?? (await decisionAlone(tx, known.number)));
    if (decision) decisions.set(decision.number, decision);
    const fell = decision?.preparation?.counterProposals?.find(({ number }) => number === one.number);
    shown.push({
      ...one,
      organId,
      organ: nameOfBody(bodies, organId),
      fell:
        fell && decision && known
          ? { outcome: fell.outcome, decision: decision.number, decidedOn: known.decidedOn }
          : null,
      mayWithdraw: one.laidBy === ctx.personId && one.withdrawnOn === null && !by,
    });
  }
  return shown;
}

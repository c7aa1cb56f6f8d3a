import { UnknownBody } from "../../../decisions/contract.ts";
import { readsOf, refuseUnread } from "../../../decisions/facts/reading.ts";
import type { Kinds } from "../../../decisions/matter-kinds.ts";
import { matterId } from "../../../decisions/rules/kind.ts";
import {
  etagOf,
  headsOf,
  lockMatter,
  saveDraft,
  type Version,
  versionOfHead,
} from "../../../decisions/store/versions.ts";
import { canonicalJson } from "../../../kernel/canonical.ts";
import { refuse } from "../../../kernel/problem.ts";
import { accountsInForce } from "../../../ledger/store/accounts.ts";
import type { Body } from "../../../organisation/rules/organisation.ts";
import { type Who, whoAsks } from "../../../organisation/store.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { sha256 } from "../../../platform/hash.ts";
import { Answer, type Context, type Handler, handle, mustHaveSeen } from "../../../platform/http/handle.ts";
import { BadInput } from "../../../platform/http/problems.ts";
import { type InternalBudget, internalBudgetRoutes } from "../contract.ts";
import { INTERNAL_BUDGET } from "../kind.ts";
import { internalBudgetKind } from "../kinds.ts";
import { committeeOf, partFaults, partOf, partRemarks, partSumTkr, withPart } from "../rules/unit-part.ts";
import { getUnitPart, NoCommittee, NoPartNow, putUnitPart, type UnitPart } from "./contract.ts";

const MAX_FAULTS = 50;

/** A first-line manager's part of the committee's internal budget (R-2, E-6): read, and written without touching others' lines. */
export const unitPartHandlers: Handler[] = [
  handle(getUnitPart, async ({ params, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    const { unit, committee } = placed(who, params.body);
    const version = await openVersion(tx, ctx, committee, params.year);
    return view(tx, ctx, who, { unit, committee, version });
  }),

  handle(putUnitPart, async ({ params, body: part, ctx, tx, seen }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(putUnitPart, params.body);
    const { unit, committee } = placed(who, params.body);
    const id = matterId(INTERNAL_BUDGET.kind, committee.id, params.year);
    // Others save their parts at the same time: one after the other, each on what the one before stored
    await lockMatter(tx, ctx.municipality, id);
    const version = await openVersion(tx, ctx, committee, params.year);
    const split = internalBudgetRoutes.read(version);
    mustHaveSeen(seen, etagOfPart(version, partOf(split, unit.id, who.bodies)));
    const faults = partFaults(split, unit.id, part, who.bodies);
    if (faults.length > 0) refuse(BadInput, { remarks: faults.slice(0, MAX_FAULTS) });
    const written = withPart<UnitPart["lines"][number], UnitPart["jobs"][number], InternalBudget>(
      split,
      unit.id,
      part,
      who.bodies,
    );
    const { matter } = version;
    const work = { tx, ctx, kinds: NO_KINDS, matter, content: internalBudgetRoutes.content.parse(written) };
    const content = internalBudgetRoutes.content.parse(await internalBudgetKind.complete?.(work));
    const saved = await saveDraft(tx, ctx.municipality, {
      matter,
      content,
      facts: {},
      editedBy: who.person?.id as string,
      on: ctx.present,
      seen: etagOf(version),
    });
    await internalBudgetKind.saved?.({ ...work, content }, saved.version);
    return view(tx, ctx, who, { unit, committee, version: saved.version });
  }),
];

/** An internal budget asks no other kind for anything. */
const NO_KINDS: Kinds = {
  all: [],
  find: () => undefined,
  declared(kind) {
    throw new Error(`a part of an internal budget knows no ${kind}`);
  },
};

function placed(who: Who, id: string): { unit: Body; committee: Body } {
  const unit = who.bodies.find((body) => body.id === id);
  if (!unit) refuse(UnknownBody, { params: { body: id } });
  const committee = committeeOf(who.bodies, id);
  if (unit.kind !== "unit" || !committee) refuse(NoCommittee, { params: { body: unit.name } });
  return { unit, committee };
}

/** The internal budget that is being written: what is laid forward or decided is changed by those who prepare it, not by its units. */
async function openVersion(tx: Tx, ctx: Context, committee: Body, year: number): Promise<Version> {
  const [newest] = await headsOf(tx, matterId(INTERNAL_BUDGET.kind, committee.id, year));
  if (newest?.state !== "draft") {
    const params = { committee: committee.name, year };
    refuse(NoPartNow, { params: { ...params, state: newest ? newest.state : "none" } });
  }
  if (!(await readsOf(tx, ctx))(newest)) await refuseUnread(tx, ctx, newest);
  return versionOfHead(tx, newest);
}

/** Of what the unit has written alone: others who save theirs don't stand in its way. */
const etagOfPart = ({ number, state }: Pick<Version, "number" | "state">, part: object): string =>
  `p${number}${state.charAt(0)}${sha256(canonicalJson(part)).slice(0, 16)}`;

async function view(
  tx: Tx,
  ctx: Context,
  who: Who,
  { unit, committee, version }: { readonly unit: Body; readonly committee: Body; readonly version: Version },
) {
  const split = internalBudgetRoutes.read(version);
  const part = partOf(split, unit.id, who.bodies);
  const { year } = version.matter;
  const accounts = await accountsInForce(tx, ctx.today);
  const frameTkr = split.units?.find(({ id }) => id === unit.id)?.frameTkr;
  const value = {
    matter: version.matter.id,
    committee: committee.id,
    body: unit.id,
    year,
    content: { lines: [...part.lines], jobs: [...part.jobs], done: part.done },
    version: { number: version.number, state: version.state },
    frameTkr: frameTkr ?? null,
    sumTkr: partSumTkr(part, split, year),
    periodKeys: split.periodKeys ?? [],
    wages: split.wages ?? null,
    remarks: partRemarks(part, split, {
      year,
      body: committee.id,
      bodies: who.bodies,
      accounts: accounts && new Set(accounts.map(({ account }) => account)),
      unit: unit.id,
      frameTkr,
    }),
    may: { edit: who.may("edit:internal-budget", unit.id) },
  };
  return new Answer(value, { etag: etagOfPart(version, part) });
}

import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import { whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { begun } from "../facts/begun.ts";
import type { AnyMatterKind, Kinds } from "../matter-kinds.ts";
import { placeOfMatter } from "../rules/kind.ts";
import { NoMatter } from "../rules/no-matter.ts";
import { asOnDay } from "../rules/seen.ts";
import { isShown } from "../secrecy/routes.ts";
import { headsOf, type Version, type VersionHead, versionNumbered } from "../store/versions.ts";
import {
  CounterProposalStands,
  getCounterProposal,
  layCounterProposal,
  listCounterProposals,
  NoCounterProposal,
  NotLaid,
  NotYourCounterProposal,
  TooManyCounterProposals,
  withdrawCounterProposal,
} from "./contract.ts";
import { layingBefore, shownCounters } from "./facts.ts";
import { MAX_COUNTER_PROPOSALS } from "./rules/counter.ts";
import { counterContent, counterProposalsOf, storeCounter, withdraw } from "./store.ts";

/** §3.2: what a party or a member puts against what has been laid before a body, until that has decided. */
export const counterHandlers = (kinds: Kinds): Handler[] => [
  handle(listCounterProposals, async ({ params: { id }, ctx, tx }) => {
    const place = placeOfMatter(id);
    const kind = place && kinds.find(place.kind);
    const who = await whoAsks(tx, ctx);
    const heads = asOnDay(await headsOf(tx, id), ctx.today);
    const takesScenario = kind?.counter !== undefined;
    if (!kind || !(await isShown(tx, ctx, heads)))
      return { before: null, takesScenario, counterProposals: [] };
    const before = await layingBefore(tx, who, heads, ctx.today);
    return {
      before: before
        ? {
            organId: before.organ.id,
            organ: before.organ.name,
            may: who.may(actionOf(kind), before.organ.id),
          }
        : null,
      takesScenario,
      counterProposals: await shownCounters(tx, ctx, who, id, heads),
    };
  }),

  handle(getCounterProposal, async ({ params: { id, number }, ctx, tx }) => {
    const heads = asOnDay(await headsOf(tx, id), ctx.today);
    const shown = (await isShown(tx, ctx, heads))
      ? await shownCounters(tx, ctx, await whoAsks(tx, ctx), id, heads)
      : [];
    const counterProposal = shown.find((one) => one.number === number);
    const kind = kinds.find(placeOfMatter(id)?.kind ?? "");
    if (!counterProposal || !kind) refuse(NoCounterProposal, { params: { number } });
    const content = await counterContent(tx, id, number);
    if (content === null) return { counterProposal, content };
    const read = kind.routes.lifted({ content, number: counterProposal.version, matter: { id } });
    return { counterProposal, content, ...(read === content ? {} : { read }) };
  }),

  handle(layCounterProposal, async ({ params: { id }, body, ctx, tx }) => {
    const { who, matter, heads } = await begun(tx, ctx, id);
    const kind = kinds.find(matter.kind) ?? refuse(NoMatter, { params: { matter: id } });
    const before = await layingBefore(tx, who, heads, ctx.today);
    who.must(actionOf(kind), before?.organ.id ?? matter.body);
    if (!before) refuse(NotLaid, { params: { matter: id } });
    const all = await counterProposalsOf(tx, id, ctx.present);
    const { proposed, organ } = before;
    if (all.filter(({ version }) => version === proposed.number).length >= MAX_COUNTER_PROPOSALS)
      refuse(TooManyCounterProposals, { params: { max: MAX_COUNTER_PROPOSALS } });
    const { party, sentence, text } = body;
    const made = body.scenario
      ? await frozenScenario(tx, ctx, { kinds, kind, proposed }, { party, scenario: body.scenario })
      : { name: null, content: null };
    const laid = await storeCounter(tx, ctx.municipality, {
      matterId: id,
      number: (all.at(-1)?.number ?? 0) + 1,
      version: proposed.number,
      organId: organ.id,
      party,
      sentence,
      text,
      scenario: made.name,
      content: made.content,
      laidBy: who.person?.id as string,
      laidOn: ctx.present,
    });
    return { ...laid, organ: organ.name, fell: null, mayWithdraw: true };
  }),

  handle(withdrawCounterProposal, async ({ params: { id, number }, ctx, tx }) => {
    const { who, matter, heads } = await begun(tx, ctx, id);
    const kind = kinds.find(matter.kind) ?? refuse(NoMatter, { params: { matter: id } });
    const before = (await layingBefore(tx, who, heads, ctx.today))?.organ.id;
    const found = (await counterProposalsOf(tx, id, ctx.present)).find((one) => one.number === number);
    who.must(actionOf(kind), found?.organId ?? before ?? matter.body);
    if (!found) refuse(NoCounterProposal, { params: { number } });
    if (found.laidBy !== who.person?.id) refuse(NotYourCounterProposal, { cite: "§3.2" });
    const decided = heads.some((head) => head.decision !== null && head.number >= found.version);
    if (decided || found.withdrawnOn !== null) refuse(CounterProposalStands, { cite: "§3.2" });
    await withdraw(tx, id, number, ctx.present);
    const shown = await shownCounters(tx, ctx, who, id, heads);
    return shown.find((one) => one.number === number) as (typeof shown)[number];
  }),
];

const actionOf = ({ routes }: AnyMatterKind): string => `counter:${routes.kind.kind}`;

/** What a scenario makes of a proposal, computed as if it were saved in its place: it is frozen so. */
async function frozenScenario(
  tx: Tx,
  ctx: Context,
  of: { readonly kinds: Kinds; readonly kind: AnyMatterKind; readonly proposed: VersionHead },
  said: { readonly party: string; readonly scenario: string },
): Promise<{ readonly name: string; readonly content: unknown }> {
  const { kinds, kind, proposed } = of;
  const { matter, number, revision } = proposed;
  if (!kind.counter)
    return refuse(BadInput, {
      remarks: [
        remark(
          "stops",
          "counter-no-scenario",
          "§3.2",
          { what: kind.routes.kind.names[ctx.language] },
          "scenario",
        ),
      ],
    });
  const version = (await versionNumbered(tx, matter.id, number)) as Version;
  const work = { tx, ctx, kinds, matter };
  const made = await kind.counter(
    { ...work, content: kind.routes.read(version) },
    { ...said, version: number, revision },
  );
  return { name: made.name, content: kind.routes.content.parse(made.content) };
}

import { mayTend, tending } from "../../decisions/course/facts.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { draftOf, readsDraftAs } from "../../decisions/rules/reading.ts";
import { openMarkings } from "../../decisions/store/secrecy.ts";
import { holders } from "../../organisation/holdings.ts";
import { onOneLine, postsOn } from "../../organisation/rules/organisation.ts";
import { namesOfPeople, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { plannedControl } from "../facts/carry-out.ts";
import { controlThing } from "../facts/in-hand.ts";
import { CONTROL_PLAN, CONTROL_REPORT } from "../kind.ts";
import { registeredMeasure } from "../kinds.ts";
import { registeredOn } from "../store.ts";
import type { ControlEvidence } from "./contract.ts";
import { LEADING, readsEvidence } from "./rules/evidence.ts";
import { type Evidence, evidenceOf, type OfControl, samplesOf } from "./store.ts";

/** The report in which a control is told of: what is found is as secret as that. */
export const reportOf = ({ body, year }: Pick<OfControl, "body" | "year">): string =>
  matterId(CONTROL_REPORT.kind, body, year);

type Shown = Pick<Evidence, "ground" | "time" | "by">;

/** Whether the one who asks reads what was drawn and found of a control: its sample, and each of its files. */
export async function readerOf(
  tx: Tx,
  ctx: Context,
  at: OfControl,
): Promise<{ readonly sample: boolean; readonly file: (file: Shown) => boolean }> {
  // What may be somebody's own is opened by people, each time noted: never by a program
  if (ctx.personId === undefined || ctx.program) return { sample: false, file: () => false };
  const { person, bodies, may } = await whoAsks(tx, ctx);
  if (!person) return { sample: false, file: () => false };
  const matter = { id: reportOf(at), kind: CONTROL_REPORT.kind, body: at.body };
  const day = ctx.standsOn;
  const readsAs = readsDraftAs(
    {
      person,
      bodies,
      day,
      may: (action, body) => may(action, body).allowed,
      named: () => false,
    },
    draftOf(matter),
  );
  const leads = postsOn(person, day).some(
    (post) => LEADING.includes(post.role) && onOneLine(bodies, post.body, at.body),
  );
  const plan = matterId(CONTROL_PLAN.kind, at.body, at.year);
  const done = (await registeredOn(tx, at, ctx.today)).filter(({ control }) => control === at.control);
  const has = await holders(tx, ctx.today, [plan, ...done.map(registeredMeasure)]);
  const owner = has.get(controlThing(plan, at.control))?.person;
  const marked = await openMarkings(tx);
  const bySecrecy = marked.get(matter.id)?.ground ?? marked.get(plan)?.ground ?? null;
  const asker = { person: person.id, readsAs, leads };
  const those = (...ids: readonly (string | undefined)[]) => ids.flatMap((id) => id ?? []);
  return {
    sample: readsEvidence(asker, { ground: bySecrecy, named: those(owner, ...done.map(({ by }) => by)) }),
    file: ({ ground, time, by }) => {
      const own = done.find((one) => one.time === time);
      const measure = own?.measure ? has.get(registeredMeasure(own))?.person : undefined;
      return readsEvidence(asker, { ground: ground ?? bySecrecy, named: those(owner, by, own?.by, measure) });
    },
  };
}

/** What there is to a control: samples and files, with what the one who asks may read of them (K-4). */
export async function controlEvidence(tx: Tx, ctx: Context, at: OfControl): Promise<ControlEvidence> {
  const { plan, control } = await plannedControl(tx, ctx, at);
  const of = await tending(tx, ctx);
  const person = (await holders(tx, ctx.today, [plan.matter])).get(
    controlThing(plan.matter, control.id),
  )?.person;
  const reads = await readerOf(tx, ctx, at);
  const name = await namesOfPeople(tx);
  return {
    samples: reads.sample
      ? (await samplesOf(tx, at, ctx.today)).map((sample) => ({
          ...sample,
          drawn: [...sample.drawn],
          by: name(sample.by),
        }))
      : [],
    files: (await evidenceOf(tx, at, ctx.today)).map((file) => {
      const read = reads.file(file);
      const removed = file.removed && file.removed.on <= ctx.today ? file.removed : null;
      return {
        id: file.id,
        time: file.time,
        filename: read ? file.filename : "",
        sort: file.sort,
        size: file.size,
        sha256: file.sha256,
        ground: file.ground,
        by: name(file.by),
        on: file.on,
        removed: removed && { ...removed, by: name(removed.by) },
        reads: read && file.removed === null,
      };
    }),
    may: mayTend(of, {
      person: person ?? control.responsible,
      body: at.body,
      object: CONTROL_PLAN.kind,
    }),
  };
}

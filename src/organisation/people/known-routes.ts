import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import { Answer, type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { csvOf } from "../../platform/rendering/csv.ts";
import { knownPeople } from "../store.ts";
import { addPerson, NoSuchPerson } from "./contract.ts";
import { ground, keeping } from "./facts.ts";
import { knownOf } from "./known.ts";
import { getKnown, getKnownCsv, getRetentions, NotYoursToKnow, setRetention } from "./known-contract.ts";
import { decidedRetentions, storeRetention } from "./retention-store.ts";
import { erasableFrom, retentionsBy } from "./rules/retention.ts";

/** What is known of a person, for that person and for who keeps people in order: with the name, protected or not. */
async function known(tx: Tx, ctx: Context, id: string) {
  const of = await ground(tx, ctx);
  const [person] = await knownPeople(tx, id);
  if (!person) refuse(NoSuchPerson, { params: { person: id } });
  const may = of.who.mayBy(addPerson);
  if (!may.allowed && of.who.person?.id !== id)
    refuse(NotYoursToKnow, { cite: "GDPR (art. 15)", ask: may.ask, params: { who: may.ask.join("; ") } });
  const retentions = retentionsBy(await decidedRetentions(tx));
  return {
    person: id,
    name: person.name,
    on: ctx.today,
    lines: await knownOf(tx, of, person),
    erasableFrom: erasableFrom(person, retentions, ctx.today) ?? null,
  };
}

const MOST_SHOWN = 500;

async function retentions(tx: Tx, ctx: Context) {
  const kinds = retentionsBy(await decidedRetentions(tx));
  const people = (await knownPeople(tx)).flatMap((person) => {
    const from = erasableFrom(person, kinds, ctx.today);
    const until = person.posts
      .flatMap(({ validTo }) => validTo ?? [])
      .toSorted()
      .at(-1);
    return from && until ? [{ id: person.id, name: person.name, until, from, now: from <= ctx.today }] : [];
  });
  return {
    kinds: [...kinds],
    people: people.sort((a, b) => (a.from < b.from ? -1 : 1)).slice(0, MOST_SHOWN),
  };
}

export const knownHandlers: Handler[] = [
  handle(getKnown, async ({ params, ctx, tx }) => known(tx, ctx, params.person)),
  handle(getKnownCsv, async ({ params, ctx, tx }) => {
    const { lines } = await known(tx, ctx, params.person);
    const rows = lines.map(({ sort, what, from, to, count }) => [sort, what, from ?? "", to ?? "", count]);
    return new Answer(csvOf(["slag", "uppgift", "fran", "till", "antal"], rows), {
      filename: "uppgifter.csv",
    });
  }),
  handle(getRetentions, async ({ ctx, tx }) => {
    await keeping(tx, ctx);
    return retentions(tx, ctx);
  }),
  handle(setRetention, async ({ params, body, ctx, tx }) => {
    await keeping(tx, ctx);
    await storeRetention(tx, ctx.municipality, { kind: params.kind, ...body });
    return retentions(tx, ctx);
  }),
];

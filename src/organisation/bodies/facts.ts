import type { Day } from "../../kernel/day.ts";
import { type DatedOrganisation, nameOn as nameOnDay, type Placing } from "./rules/dated.ts";
import type { Registered } from "./store/reorganisations.ts";

/** How many of each sort of thing, those with the most first. */
export const countsOf = (things: readonly { readonly what: string }[]): { what: string; count: number }[] =>
  [...Map.groupBy(things, ({ what }) => what)]
    .map(([what, all]) => ({ what, count: all.length }))
    .toSorted((a, b) => b.count - a.count);

interface Turn {
  readonly day: Day;
  readonly what:
    | "began"
    | "renamed"
    | "moved"
    | "shared"
    | "goes-on-with"
    | "gone-on-with"
    | "divided"
    | "ended";
  readonly of: string | null;
  readonly reorganisation: { readonly id: string; readonly name: string } | null;
}

/** What has become of a body, the latest first; what is to come too. */
export function historyOf(dated: DatedOrganisation, registered: readonly Registered[], id: string): Turn[] {
  const body = dated.bodies.find((one) => one.id === id);
  if (!body) return [];
  const by = (day: Day) => {
    const found = registered.find(
      (one) => one.day === day && one.takenBack === null && JSON.stringify(one.steps).includes(`"${id}"`),
    );
    return found ? { id: found.id, name: found.name } : null;
  };
  const nameOn = (other: string | null, day: Day) => (other === null ? null : nameOnDay(dated, other, day));
  const turns: Turn[] = [
    {
      day: body.validFrom,
      what: "began",
      of: nameOn(body.parent, body.validFrom),
      reorganisation: by(body.validFrom),
    },
  ];
  let before: Omit<Placing, "body" | "validFrom"> = {
    name: body.name,
    nameEn: body.nameEn ?? null,
    parent: body.parent,
    sharePercent: body.sharePercent ?? null,
    partners: body.partners ?? [],
  };
  const own = dated.placings
    .filter((one) => one.body === id)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  for (const placing of own) {
    const day = placing.validFrom;
    const add = (what: Turn["what"], of: string | null) =>
      turns.push({ day, what, of, reorganisation: by(day) });
    if (placing.name !== before.name) add("renamed", before.name);
    if (placing.parent !== before.parent) add("moved", nameOn(placing.parent, day));
    if (
      placing.sharePercent !== before.sharePercent ||
      placing.partners.join("\n") !== before.partners.join("\n")
    )
      add("shared", placing.sharePercent === null ? null : String(placing.sharePercent));
    before = placing;
  }
  for (const { from, to, validFrom: day, main } of dated.successions) {
    if (to === id) turns.push({ day, what: "goes-on-with", of: nameOn(from, day), reorganisation: by(day) });
    if (from === id)
      turns.push({
        day,
        what: main ? "gone-on-with" : "divided",
        of: nameOn(to, day),
        reorganisation: by(day),
      });
  }
  if (body.validTo !== null && !dated.successions.some(({ from, main }) => from === id && main))
    turns.push({ day: body.validTo, what: "ended", of: null, reorganisation: null });
  return turns.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

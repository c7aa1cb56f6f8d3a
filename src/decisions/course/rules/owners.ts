import { addDays, type Day } from "../../../kernel/day.ts";

interface Owned {
  readonly person: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/**
 * Who has had a thing, one after the other: a goal of several years is held once for each year that it has been decided in,
 * and by the same person it is one time. Who began last is the owner, though what an earlier year's goals say has not ended.
 */
export function ownersInTurn<O extends Owned>(held: readonly O[]): O[] {
  const turns: O[] = [];
  for (const one of held.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))) {
    const before = turns.at(-1);
    if (!before) {
      turns.push(one);
      continue;
    }
    const goesOn = before.validTo === null || one.validFrom <= addDays(before.validTo, 1);
    if (before.person === one.person && goesOn) {
      const ends = [before.validTo, one.validTo].flatMap((day) => day ?? []);
      const validTo = ends.length === 2 ? (ends.toSorted()[1] as Day) : null;
      turns[turns.length - 1] = { ...before, validTo };
      continue;
    }
    if (before.validTo === null || before.validTo >= one.validFrom)
      turns[turns.length - 1] = { ...before, validTo: addDays(one.validFrom, -1) };
    turns.push(one);
  }
  return turns;
}

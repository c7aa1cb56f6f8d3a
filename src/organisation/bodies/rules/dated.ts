import { type Day, within } from "../../../kernel/day.ts";
import type { Body } from "../../rules/organisation.ts";

/** What a body is from a day on (model R-1): what can change of it while it is the same body. */
export interface Placing {
  readonly body: string;
  readonly validFrom: Day;
  readonly name: string;
  readonly nameEn: string | null;
  readonly parent: string | null;
  readonly sharePercent: number | null;
  readonly partners: readonly string[];
}

/** That a body goes on with what another was, from a day. `main`: it has what nobody has divided. */
export interface Succession {
  readonly from: string;
  readonly to: string;
  readonly validFrom: Day;
  readonly main: boolean;
}

/** The organisation with its time: bodies as they were first, and what has become of them since. */
export interface DatedOrganisation {
  readonly bodies: readonly Body[];
  readonly placings: readonly Placing[];
  readonly successions: readonly Succession[];
}

/** A body that was to come and was taken back before its first day: it has never been. */
export const hasBeen = ({ validFrom, validTo }: Pick<Body, "validFrom" | "validTo">): boolean =>
  validTo === null || validTo >= validFrom;

/** All bodies as they are called and stand on a day, with those that have ended and who goes on with what they were. */
export function organisationOn({ bodies, placings, successions }: DatedOrganisation, day: Day): Body[] {
  const latest = new Map<string, Placing>();
  for (const one of placings) {
    if (one.validFrom > day) continue;
    const before = latest.get(one.body);
    if (!before || before.validFrom < one.validFrom) latest.set(one.body, one);
  }
  const main = new Map(
    successions.filter((one) => one.main && one.validFrom <= day).map(({ from, to }) => [from, to]),
  );
  return bodies.filter(hasBeen).map((body) => {
    const placed = latest.get(body.id);
    const continuedBy = body.validTo !== null && body.validTo < day ? main.get(body.id) : undefined;
    if (!placed && continuedBy === undefined) return body;
    return {
      ...body,
      ...(placed ? shown(placed) : {}),
      ...(continuedBy === undefined ? {} : { continuedBy }),
    };
  });
}

const shown = ({ name, nameEn, parent, sharePercent, partners }: Placing) => ({
  name,
  nameEn,
  parent,
  sharePercent,
  partners,
});

/** What one body is called on a day; its id where there is none. */
export function nameOn({ bodies, placings }: DatedOrganisation, id: string, day: Day): string {
  const placed = placings
    .filter((one) => one.body === id && one.validFrom <= day)
    .reduce<Placing | undefined>(
      (last, one) => (last && last.validFrom >= one.validFrom ? last : one),
      undefined,
    );
  return (placed ?? bodies.find((body) => body.id === id))?.name ?? id;
}

/** Those that there are on a day. */
export const bodiesThere = (bodies: readonly Body[], day: Day): Body[] =>
  bodies.filter(({ validFrom, validTo }) => within(day, validFrom, validTo));

import { type Day, dayOf, monthOf, yearOf } from "../../../kernel/day.ts";
import { ELECTED, type Person } from "../../rules/organisation.ts";

/** How long a kind of what is known of people is kept, and on what ground. */
export interface Retention {
  readonly kind: string;
  /** Months after the last post, or after it was written; null: it is archive, and is kept. */
  readonly months: number | null;
  readonly ground: string;
  /** Whether the municipality can decide another time. */
  readonly own: boolean;
}

const STORAGE = "GDPR art. 5.1 e";
const ARCHIVE = "Arkivlagen (1990:782) 3 §";

/** What the house begins with (GDPR article 5.1 e: no longer than it is needed; article 89: archives in the public interest). */
export const RETENTIONS: readonly Retention[] = [
  { kind: "former-staff", months: 24, ground: STORAGE, own: true },
  { kind: "former-elected", months: null, ground: ARCHIVE, own: true },
  { kind: "account", months: 0, ground: STORAGE, own: false },
  { kind: "security-log", months: 12, ground: STORAGE, own: false },
  { kind: "posts", months: null, ground: ARCHIVE, own: false },
  { kind: "decided", months: null, ground: ARCHIVE, own: false },
];
export const OWN_RETENTIONS = ["former-staff", "former-elected"] as const;
export const MAX_RETENTION_MONTHS = 600;
export const MAX_RETENTION_GROUND = 300;

/** What the house begins with, with what a municipality has decided in its place. */
export const retentionsBy = (
  decided: readonly { readonly kind: string; readonly months: number; readonly ground: string }[],
): Retention[] =>
  RETENTIONS.map((one) => {
    const own = one.own ? decided.find(({ kind }) => kind === one.kind) : undefined;
    return own ? { ...one, months: own.months, ground: own.ground } : one;
  });

const after = (day: Day, months: number): Day =>
  dayOf(yearOf(day), monthOf(day) + months, Number(day.slice(8)));

/**
 * From which day the name and addresses of somebody who has left may be erased; undefined while the person has a post, and where the
 * archive keeps them. Who has been elected is kept as one who was.
 */
export function erasableFrom(person: Person, retentions: readonly Retention[], today: Day): Day | undefined {
  if (person.erasedOn !== undefined || person.posts.length === 0) return undefined;
  if (person.posts.some(({ validTo }) => validTo === null || validTo >= today)) return undefined;
  const elected = person.posts.some(({ role }) => ELECTED.includes(role));
  const months = retentions.find(
    ({ kind }) => kind === (elected ? "former-elected" : "former-staff"),
  )?.months;
  const last = person.posts
    .flatMap(({ validTo }) => validTo ?? [])
    .toSorted()
    .at(-1);
  return months == null || last === undefined ? undefined : after(last, months);
}

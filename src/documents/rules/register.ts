import type { Lasting } from "../../decisions/rules/kind.ts";
import { addDays, type Day, dayOf } from "../../kernel/day.ts";
import { type BodyKind, carriesOut } from "../../organisation/rules/organisation.ts";

/** By whom a document is decided (model §3.3, D-1): the council, a committee or board, the administration. */
export const LEVELS = ["council", "committee", "administration"] as const;
export type Level = (typeof LEVELS)[number];

/** What a registered document is; what is decided as a matter is named by its kind instead. */
export const DOCUMENT_TYPES = [
  "policy",
  "strategy",
  "programme",
  "plan",
  "rules-of-procedure",
  "delegation-order",
  "articles-of-association",
  "owner-directive",
  "guideline",
  "routine",
  "other",
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

const EVERY_LEVEL: readonly Level[] = LEVELS;
const POLITICAL: readonly Level[] = ["council", "committee"];

/**
 * At which levels a type is decided (model §3.3, D-1). Rules of procedure and what the owner says of a company are the council's
 * alone (kommunallagen 6:44, 10:3); a committee or board delegates (6:37); routines belong to those who carry out, which a
 * company's board also does for a company.
 */
const LEVELS_OF: Readonly<Record<DocumentType, readonly Level[]>> = {
  policy: POLITICAL,
  strategy: POLITICAL,
  programme: POLITICAL,
  plan: EVERY_LEVEL,
  "rules-of-procedure": ["council"],
  "delegation-order": ["committee"],
  "articles-of-association": ["council"],
  "owner-directive": ["council"],
  guideline: EVERY_LEVEL,
  routine: ["committee", "administration"],
  other: EVERY_LEVEL,
};
export const levelsOf = (type: DocumentType): readonly Level[] => LEVELS_OF[type];

export const DOCUMENT_STATES = ["to-come", "in-force", "ended"] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_WARNINGS = ["expired", "runs-out", "review-due"] as const;
export type DocumentWarning = (typeof DOCUMENT_WARNINGS)[number];

/** A document is warned for this long before it runs out, so that a new one can be prepared and decided. */
export const WARN_DAYS = 90;

export interface Validity {
  readonly validFrom: Day;
  /** The last day; null is until further notice. */
  readonly validTo: Day | null;
  readonly reviewBy: Day | null;
}

/** The level at which a body decides: what a body of that kind adopts is a document of that level. */
export function levelOf(kind: BodyKind): Level {
  if (kind === "council") return "council";
  return carriesOut({ kind }) ? "administration" : "committee";
}

export function stateOn({ validFrom, validTo }: Validity, today: Day): DocumentState {
  if (today < validFrom) return "to-come";
  return validTo !== null && validTo < today ? "ended" : "in-force";
}

/**
 * What calls for work with a document (D-1): it has expired, it runs out within ninety days, or its review is due. The
 * heaviest one is said. A document that has not begun to apply, and one that is made anew each year, is not warned for.
 */
export function warningOn(
  validity: Validity,
  today: Day,
  renewed: "by-hand" | "each-year" = "by-hand",
): DocumentWarning | null {
  const { validFrom, validTo, reviewBy } = validity;
  if (renewed === "each-year" || today < validFrom) return null;
  if (validTo !== null && validTo < today) return "expired";
  if (validTo !== null && validTo <= addDays(today, WARN_DAYS)) return "runs-out";
  return reviewBy !== null && reviewBy <= today ? "review-due" : null;
}

export interface DecidedMatter {
  readonly kind: string;
  /** How long its kind applies. */
  readonly lasts: Lasting;
  readonly body: string;
  readonly year: number;
  readonly decidedOn: Day;
  /** The last day that the content itself names, such as a vision's. */
  readonly contentValidTo: Day | null;
}

const startsOn = (matter: Pick<DecidedMatter, "year" | "decidedOn">): Day =>
  [dayOf(matter.year, 1, 1), matter.decidedOn].sort()[1] as Day;

/** The decided matter of a later year that takes the place of a lasting one. */
function successorOf(matter: DecidedMatter, all: readonly DecidedMatter[]): DecidedMatter | undefined {
  if (matter.lasts !== "until-next") return undefined;
  return all
    .filter((other) => other.kind === matter.kind && other.body === matter.body && other.year > matter.year)
    .sort((a, b) => a.year - b.year)[0];
}

/** From when and until when a decided matter applies, among all that are decided. */
export function validityOf(matter: DecidedMatter, all: readonly DecidedMatter[]): Validity {
  const { lasts } = matter;
  const reviewBy = null;
  if (lasts === "kept") return { validFrom: matter.decidedOn, validTo: null, reviewBy };
  const validFrom = startsOn(matter);
  if (lasts === "the-year") return { validFrom, validTo: dayOf(matter.year, 12, 31), reviewBy };
  const successor = successorOf(matter, all);
  const ends = [matter.contentValidTo, successor ? addDays(startsOn(successor), -1) : null];
  return { validFrom, validTo: ends.filter((end) => end !== null).sort()[0] ?? null, reviewBy };
}

/** Only what lasts and has no successor is warned for: the rest is made anew each year, or is true for ever. */
export const renewedEachYear = (matter: DecidedMatter, all: readonly DecidedMatter[]): boolean =>
  matter.lasts !== "until-next" || successorOf(matter, all) !== undefined;

import type { Citation } from "../../kernel/citation.ts";
import type { InBothLanguages } from "../../organisation/rules/objects.ts";
import type { BodyKind } from "../../organisation/rules/organisation.ts";

/** How long a decision of a kind applies: `until-next` is until a later year's is decided, `kept` reports on a time gone by. */
export const LASTING = ["until-next", "the-year", "kept"] as const;
export type Lasting = (typeof LASTING)[number];

/**
 * What can be decided: what server and web both must know of a kind of matter before they know its content. Declared once, in
 * the `kind.ts` of the chapter or sub-chapter that it belongs to; content and routes are joined to it in `contract.ts`, rules in
 * `kinds.ts`, and what people see in `pages/kind.ts`.
 */
export interface KindOfMatter<Kind extends string = string> {
  /** English, as in the id of the matter: "body-goals". */
  readonly kind: Kind;
  /** The folder under src/, whose texts the kind's remarks have. */
  readonly chapter: string;
  /** Where the model speaks of it. */
  readonly cite: Citation;
  /** "Nämndsmål". */
  readonly names: InBothLanguages;
  /** As one speaks of it in a sentence: "nämndsmålen". */
  readonly definite: InBothLanguages;
  /** The kinds of body that can have such a matter (R-2). */
  readonly bodies: readonly BodyKind[];
  /** One a body and year, or many, told apart by a key in the matter's id. */
  readonly per: "year" | "key";
  readonly lasts: Lasting;
  /** The parts of a year in which the matter is written, in order: a later one answers for those before it. */
  readonly occasions?: readonly string[];
  /** The objects that must be up to date when it is written: "indicator-value" before a report. */
  readonly restsOn?: readonly string[];
  /**
   * Whether a matter can be marked as secret with a ground in law. Not where the municipality's public economy rests on it, or others'
   * matters do (docs/decisions/026).
   */
  readonly mayBeSecret?: true;
  /** It leaves the house as PDF and Word (T-1): its server's part makes the paper. */
  readonly printed?: true;
  /** Where it is seen, with `$kind`, `$body`, `$year` and `$key` filled in. */
  readonly address: {
    /** All bodies' together. */
    readonly all: string;
    /** One body's; absent: the page that shows any matter. */
    readonly own?: string;
    /** Where it is written; absent: nobody writes it on a page yet. */
    readonly write?: string;
  };
}

/** Keeps a declaration's own types. */
export const kind = <const K extends KindOfMatter>(declared: K): K => declared;

/** The id of a matter, the same for ever: "body-goals:socialnamnden:2027", with its key where there are many a year. */
export const matterId = (kindName: string, body: string, year: number, key = ""): string =>
  [kindName, body, year, ...(key ? [key] : [])].join(":");

export interface MatterPlace {
  readonly kind: string;
  readonly body: string;
  readonly year: number;
  readonly key?: string | undefined;
}

/** What a matter's id says: the other way round from `matterId`; undefined for what can be no matter's id. */
export function placeOfMatter(id: string): Required<MatterPlace> | undefined {
  const [, name, body, year, key = ""] =
    /^([a-z-]{1,40}):([a-z0-9-]{1,60}):(2[0-9]{3})(?::([a-z0-9-]{1,60}))?$/.exec(id) ?? [];
  return name && body && year ? { kind: name, body, year: Number(year), key } : undefined;
}

/** The page of any matter; the part that a matter without a key lacks is left out. */
export const matterPath = ({ kind: name, body, year, key }: MatterPlace): string =>
  `/arende/${name}/${body}/${year}${key ? `/${key}` : ""}`;

/** The page of a matter that awaits its decision: what is asked, what it changes and for whom. The same for all who read it. */
export const beforeDecisionPath = (place: MatterPlace): string =>
  matterPath(place).replace("/arende/", "/infor-beslut/");

/** An address of a kind with the matter's place filled in. */
export const filledAddress = (address: string, { kind: name, body, year, key = "" }: MatterPlace): string =>
  address
    .replace("$kind", name)
    .replace("$body", body)
    .replace("$year", String(year))
    .replace("$key", key)
    .replace(/\/$/, "");

/** Where one body's matter is worked with. */
export const ownAddress = (declared: KindOfMatter, place: Omit<MatterPlace, "kind">): string => {
  const whole = { ...place, kind: declared.kind };
  return declared.address.own ? filledAddress(declared.address.own, whole) : matterPath(whole);
};

/** Where a matter is written; undefined where no page writes it. */
export const writeAddress = (declared: KindOfMatter, place: Omit<MatterPlace, "kind">): string | undefined =>
  declared.address.write && filledAddress(declared.address.write, { ...place, kind: declared.kind });

/** Whether an occasion has been reached: itself, or a later one of the kind's, which answers for it too. */
export function reachesOccasion(
  occasions: readonly string[] | undefined,
  asked: string | undefined,
  is: string | null,
): boolean {
  if (asked === undefined || asked === is) return true;
  if (is === null || !occasions) return false;
  return occasions.includes(asked) && occasions.indexOf(is) > occasions.indexOf(asked);
}

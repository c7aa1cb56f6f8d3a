import { isLastingId } from "../../kernel/plain-id.ts";
import { asCompared } from "../../kernel/written.ts";

/** A row of a matter's content that can go on into the next year's: a goal, an indicator of it, a risk, an action. */
export interface Thing {
  /** Its id, after those of the things that it is within: a goal's, and then its indicator's. */
  readonly ids: readonly string[];
  /** What people know it by: a wording, a name. */
  readonly name: string;
  /** The names of what is measured in it: a goal may be known by its indicator when its wording has changed. */
  readonly measuredBy?: readonly string[] | undefined;
  /** The name of what it is within. */
  readonly within?: string | undefined;
  /** Its place in the content: "goals.0". */
  readonly at: string;
}

/** A thing of another year's matter that has the same id. */
export interface Namesake {
  readonly year: number;
  /** The series that it belongs to. */
  readonly series: string;
  /** As its matter last had it; undefined where no version that is kept has it. */
  readonly thing: Thing | undefined;
  /** Whether its matter is the one next before. */
  readonly next: boolean;
}

/** What an id says of a thing: that it is new, that it goes on in a series, or that another thing had the same id before it. */
export type Standing =
  | { readonly is: "new" }
  | { readonly is: "carried"; readonly series: string }
  | { readonly is: "another"; readonly before: Namesake };

/**
 * Whether a thing is the one that had its id before (V-6). An id that never comes again says it alone. Of an older id the thing
 * is the same only where the matter next before has it with the same wording, or measured by the same indicator; else they are
 * two things that happen to have the same id.
 */
export function standingOf(thing: Thing, namesakes: readonly Namesake[], year: number): Standing {
  const before = nearest(namesakes, year);
  if (!before) return { is: "new" };
  const lasting = isLastingId(thing.ids.at(-1) ?? "");
  return lasting || (before.next && before.thing !== undefined && soundsAs(thing, before.thing))
    ? { is: "carried", series: before.series }
    : { is: "another", before };
}

/** The last before the year; where there is none, the first after it. */
function nearest(namesakes: readonly Namesake[], year: number): Namesake | undefined {
  const inOrder = [...namesakes].sort((a, b) => a.year - b.year);
  return inOrder.findLast((one) => one.year < year) ?? inOrder.find((one) => one.year > year);
}

/** The same wording, or the same indicator; spaces and capitals make no difference. */
export function soundsAs(a: Thing, b: Thing): boolean {
  if (asCompared(a.name) !== "" && asCompared(a.name) === asCompared(b.name)) return true;
  const measured = new Set(a.measuredBy?.map(asCompared));
  return (b.measuredBy ?? []).some((name) => measured.has(asCompared(name)));
}

/** The parts of a thing's name, as `thingOf` puts them together; undefined for what is no thing of a matter. */
export function placeOfThing(thing: string):
  | {
      readonly matter: string;
      readonly kind: string;
      readonly body: string;
      readonly year: number;
      readonly ids: readonly string[];
    }
  | undefined {
  const [matter = "", ...ids] = thing.split("/");
  const [kind = "", body = "", year = ""] = matter.split(":");
  return ids.length > 0 && /^\d{4}$/.test(year) ? { matter, kind, body, year: Number(year), ids } : undefined;
}

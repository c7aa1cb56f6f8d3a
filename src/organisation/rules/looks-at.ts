import { type Body, type BodyKind, carriesOut, servedFrom, upFrom } from "./organisation.ts";

type Bodies = readonly Body[];

/** Those who answer for the whole, or look at all of it. */
const OF_THE_WHOLE: readonly BodyKind[] = ["council", "executive", "audit"];

/**
 * The body that a person starts with in what is shown: a unit's its unit, an administration's the committee that it works for, a
 * committee's or a company's its own. Undefined, the whole: for those of the council, the executive and the auditors, and for who works for several.
 */
export function startingBody(
  bodies: Bodies,
  posts: readonly { readonly body: string }[],
): string | undefined {
  const groups = new Set(bodies.filter(({ kind }) => kind === "management-group").map(({ id }) => id));
  const starts = posts.filter(({ body }) => !groups.has(body)).map(({ body }) => startOf(bodies, body));
  const [first] = starts;
  return first && starts.every((start) => start?.works === first.works) ? first.start : undefined;
}

function startOf(bodies: Bodies, id: string) {
  const [own] = servedFrom(bodies, id);
  const works = worksFor(bodies, id);
  if (!own || !works || OF_THE_WHOLE.includes(works.kind)) return undefined;
  return { works: works.id, start: own.kind === "unit" || own.kind === "department" ? own.id : works.id };
}

/** The committee, board or company whose what a body does is: itself, or the one that an administration or unit works for. */
export function worksFor(bodies: Bodies, id: string): Body | undefined {
  const last = servedFrom(bodies, id).at(-1);
  return last && !carriesOut(last) ? last : undefined;
}

/**
 * Whether what belongs to `id` is shown to who looks at `chosen`: the body itself, all that works under it, and of an administration or unit
 * also those that it works for. Who looks at the whole, or at the council, sees everything.
 */
export function isLookedAt(bodies: Bodies, chosen: string | undefined, id: string): boolean {
  if (chosen === undefined || isCouncil(bodies, chosen)) return true;
  return (
    upFrom(bodies, id).some((above) => above.id === chosen) ||
    servedFrom(bodies, chosen).some((served) => served.id === id)
  );
}

const isCouncil = (bodies: Bodies, id: string): boolean =>
  bodies.some((body) => body.id === id && body.kind === "council");

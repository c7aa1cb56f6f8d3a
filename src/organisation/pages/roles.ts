import type { z } from "zod";
import type { listMandates, PersonShape } from "../contract.ts";
import type { BodyView } from "./use-session.ts";

type Mandate = z.output<(typeof listMandates)["returns"]>[number];
export type PersonView = z.output<typeof PersonShape>;

const VERBS = [
  "decide",
  "propose",
  "counter",
  "edit",
  "import",
  "answer",
  "read",
  "erase",
  "manage",
] as const;
type Verb = (typeof VERBS)[number];

/** What a person may do by the mandates, as verb → objects, in the order of the mandates. Bodies are told from their kind. */
export function doings(
  person: PersonView,
  mandates: readonly Mandate[],
  bodies: readonly BodyView[],
): { verb: Verb; objects: string[] }[] {
  const held = mandates.filter((mandate) =>
    person.posts.some((post) => {
      const kind = bodies.find((body) => body.id === post.body)?.kind;
      return kind !== undefined && mandate.organKinds.includes(kind) && mandate.roles.includes(post.role);
    }),
  );
  return VERBS.map((verb) => ({
    verb,
    objects: [
      ...new Set(
        held
          .filter((mandate) => mandate.action.startsWith(`${verb}:`))
          .map((mandate) => mandate.action.slice(verb.length + 1)),
      ),
    ],
  })).filter(({ objects }) => objects.length > 0);
}

/** People by the body of their first post, in the order of the organisation; those whose name, title or body holds every word. */
export function byBody(
  people: readonly PersonView[],
  bodies: readonly BodyView[],
  written: string,
): { body: string; name: string; people: PersonView[] }[] {
  const words = written.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
  const matching = people.filter((person) => {
    const text = [person.name, ...person.posts.flatMap((post) => [post.title, post.bodyName])]
      .join(" ")
      .toLocaleLowerCase("sv");
    return words.every((word) => text.includes(word));
  });
  return bodies
    .map((body) => ({
      body: body.id,
      name: body.name,
      people: matching.filter((person) => person.posts[0]?.body === body.id),
    }))
    .filter((group) => group.people.length > 0);
}

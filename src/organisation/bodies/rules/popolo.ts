import type { Body, Person } from "../../rules/organisation.ts";
import { type DatedOrganisation, hasBeen } from "./dated.ts";
import { isElected } from "./elected.ts";

/** The organisation in Popolo's terms: names of those who are elected alone; what others are is a post without a person. */
export function popoloOf(dated: DatedOrganisation, bodies: readonly Body[], people: readonly Person[]) {
  const kinds = new Map(bodies.map(({ id, kind }) => [id, kind]));
  const all = people.flatMap((person) => person.posts.map((post) => ({ person, post })));
  const elected = all.filter(
    ({ person, post }) => person.erasedOn === undefined && isElected(kinds.get(post.body), post),
  );
  return {
    organizations: bodies.filter(hasBeen).map((body) => ({
      id: body.id,
      name: body.name,
      classification: body.kind,
      parent_id: body.parent,
      founding_date: body.validFrom as string,
      dissolution_date: body.validTo as string | null,
      other_names: formerNames(dated, body),
    })),
    posts: all.map(({ post }) => ({
      id: post.id,
      label: post.title,
      role: post.role as string,
      organization_id: post.body,
    })),
    persons: [...new Map(elected.map(({ person }) => [person.id, person]))].map(([id, { name }]) => ({
      id,
      name,
    })),
    memberships: elected.map(({ person, post }) => ({
      id: post.id,
      person_id: person.id,
      organization_id: post.body,
      post_id: post.id,
      role: post.role as string,
      start_date: post.validFrom as string,
      end_date: post.validTo as string | null,
    })),
  };
}

function formerNames({ bodies, placings }: DatedOrganisation, { id, name, nameEn }: Body) {
  const first = bodies.find((body) => body.id === id)?.name ?? name;
  const names = [first, ...placings.filter(({ body }) => body === id).map((one) => one.name)];
  return [
    ...[...new Set(names)].filter((one) => one !== name).map((one) => ({ name: one, note: "former" })),
    ...(nameEn ? [{ name: nameEn, note: "en" }] : []),
  ];
}

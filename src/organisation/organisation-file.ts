import { z } from "zod";
import type { Remark } from "../kernel/remark.ts";
import { remark } from "../kernel/remark.ts";
import { isWritten } from "../kernel/written.ts";
import { schemaRemark } from "../platform/http/schema-faults.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import { Partners, SharePercent } from "./bodies/rules/owned.ts";
import { BodyId, DayText } from "./contract.ts";
import { overlap } from "./rules/ledger-codes.ts";
import { SCOPES } from "./rules/mandate.ts";
import { BODY_KINDS, ROLES, type Role } from "./rules/organisation.ts";
import { soleRemarks } from "./rules/sole.ts";

const Name = writtenText(200);
const Source = writtenText(300);
const valid = { validFrom: DayText, validTo: DayText.nullable() };
const role = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);
const Cite = z
  .custom<`§${string}`>((value) => typeof value === "string" && isWritten(value) && value.length <= 60)
  .meta({ type: "string" });

/** A whole organisation as a file: bodies, people with their posts, mandates (model ). */
const OrganisationFile = z.object({
  municipality: z.object({
    code: z
      .string()
      .regex(/^[0-9]{4}$/, { message: "ska vara kommunkoden med fyra siffror, till exempel 1277" }),
    name: Name,
    /** The first year that is planned and followed up here; absent: the next one. */
    firstYear: z.number().int().min(2000).max(2200).optional(),
  }),
  bodies: z
    .array(
      z.object({
        id: BodyId,
        kind: z.enum(BODY_KINDS),
        name: Name,
        /** What it is called for those who read English. */
        nameEn: Name.optional(),
        parent: BodyId.nullable(),
        sharePercent: SharePercent.optional(),
        partners: Partners.optional(),
        ledgerCodes: z.array(writtenText(20)).max(200),
        assignment: z.string().max(500).nullable(),
        ...valid,
      }),
    )
    .min(1)
    .max(5000),
  people: z
    .array(
      z.object({
        id: BodyId,
        name: Name,
        posts: z
          .array(
            z.object({
              id: BodyId,
              body: BodyId,
              role,
              title: Name,
              /** Of an elected person. */
              party: writtenText(80).optional(),
              /** The place among those with the same role: of a substitute, in which order. */
              place: z.number().int().min(1).max(999).optional(),
              ...valid,
            }),
          )
          .max(50),
      }),
    )
    .max(50_000),
  mandates: z
    .array(
      z.object({
        id: BodyId,
        action: z
          .string()
          .regex(/^[a-z]+:([a-z-]+|\*)$/, { message: "ska vara verb:sak, till exempel decide:budget" }),
        organKinds: z.array(z.enum(BODY_KINDS)).min(1),
        roles: z.array(role).min(1),
        scope: z.enum(SCOPES),
        /** Where it is given to one body alone, or to one post. */
        body: BodyId.optional(),
        post: BodyId.optional(),
        source: Source,
        cite: Cite,
        ...valid,
      }),
    )
    .max(5000),
});
export type OrganisationFile = z.output<typeof OrganisationFile>;

/** Reads an organisation that was given as JSON: the file, or every fault with its place. */
export function readOrganisation(given: unknown): { file: OrganisationFile } | { faults: Remark[] } {
  const read = OrganisationFile.safeParse(given);
  if (!read.success)
    return {
      faults: read.error.issues.map(({ code, path, message, ...params }) =>
        schemaRemark({ keyword: code, instancePath: `/${path.join("/")}`, message, params }, "filen"),
      ),
    };
  const faults = [
    ...twice(read.data),
    ...unknownBodies(read.data),
    ...unknownPosts(read.data),
    ...circles(read.data),
  ];
  // Of ids that name two things, and of days that are none, nothing can be said of who there is when
  if (faults.length === 0) faults.push(...soleRemarks(read.data.bodies), ...codesOfTwo(read.data));
  return faults.length > 0 ? { faults } : { file: read.data };
}

const CITE = "§3.2";

/** An id that names two things names neither. */
function twice({ bodies, people, mandates }: OrganisationFile): Remark[] {
  const ids = (list: readonly { readonly id: string }[], at: string) =>
    list.map(({ id }, i) => ({ id, at: `${at}.${i}.id` }));
  const posts = people.flatMap((person, i) => ids(person.posts, `people.${i}.posts`));
  return [ids(bodies, "bodies"), ids(people, "people"), posts, ids(mandates, "mandates")].flatMap((list) => {
    const seen = new Set<string>();
    return list.flatMap(({ id, at }) => {
      if (seen.has(id)) return [remark("stops", "organisation-twice", CITE, { id }, at)];
      seen.add(id);
      return [];
    });
  });
}

function unknownBodies({ bodies, people, mandates }: OrganisationFile): Remark[] {
  const known = new Set(bodies.map((body) => body.id));
  const named = [
    ...bodies.map((body, i) => ({ id: body.parent, at: `bodies.${i}.parent` })),
    ...people.flatMap((person, i) =>
      person.posts.map((post, j) => ({ id: post.body, at: `people.${i}.posts.${j}.body` })),
    ),
    ...mandates.map((mandate, i) => ({ id: mandate.body ?? null, at: `mandates.${i}.body` })),
  ];
  return named.flatMap(({ id, at }) =>
    id === null || known.has(id) ? [] : [remark("stops", "organisation-unknown-body", CITE, { id }, at)],
  );
}

/** A mandate of a post that nobody has ever held gives nobody anything. */
function unknownPosts({ people, mandates }: OrganisationFile): Remark[] {
  const known = new Set(people.flatMap((person) => person.posts.map((post) => post.id)));
  return mandates.flatMap(({ post }, i) =>
    post === undefined || known.has(post)
      ? []
      : [remark("stops", "organisation-unknown-post", CITE, { id: post }, `mandates.${i}.post`)],
  );
}

/** A code in the accounts belongs to one body at a time (§2.5). */
function codesOfTwo({ bodies }: OrganisationFile): Remark[] {
  const told = new Map<string, OrganisationFile["bodies"]>();
  return bodies.flatMap((body, i) =>
    body.ledgerCodes.flatMap((code, j) => {
      const others = told.get(code) ?? [];
      const other = others.find((one) => one.id !== body.id && overlap(one, body));
      told.set(code, [...others, body]);
      const at = `bodies.${i}.ledgerCodes.${j}`;
      return other
        ? [remark("stops", "organisation-code-of-two", "§2.5", { code, other: other.id }, at)]
        : [];
    }),
  );
}

/** Nobody stands above themselves: those from which no way leads up to a top. */
function circles({ bodies }: OrganisationFile): Remark[] {
  const parents = new Map(bodies.map((body) => [body.id, body.parent]));
  const reachesTop = (id: string): boolean => {
    let next: string | null | undefined = id;
    for (let steps = 0; typeof next === "string"; steps++) {
      if (steps > bodies.length) return false;
      next = parents.get(next);
    }
    return true;
  };
  return bodies.flatMap((body, i) =>
    reachesTop(body.id)
      ? []
      : [remark("stops", "organisation-circle", CITE, { id: body.id }, `bodies.${i}.parent`)],
  );
}

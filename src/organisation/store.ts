import { sql } from "kysely";
import type { Citation } from "../kernel/citation.ts";
import type { Day } from "../kernel/day.ts";
import type { AsOf } from "../kernel/moment.ts";
import { calledNearest } from "../kernel/nearest.ts";
import { refuse } from "../kernel/problem.ts";
import { asItWas } from "../platform/database/as-it-was.ts";
import type { Tx } from "../platform/database/door.ts";
import { inParts } from "../platform/database/parts.ts";
import type { Route } from "../platform/http/contract.ts";
import type { Context } from "../platform/http/handle.ts";
import { remembered } from "../platform/memory/memory.ts";
import { erasePersonal, type PersonalTable } from "../platform/personal.ts";
import { isProgramId, programs } from "../platform/sign-in/programs.ts";
import { allBodies, type BodyTables } from "./bodies/store/bodies.ts";
import { MayNot } from "./contract.ts";
import { storeCodes } from "./ledger-codes.ts";
import { type Sees, sightHere } from "./name-sight.ts";
import type { OrganisationFile } from "./organisation-file.ts";
import { PEOPLE } from "./people/kind.ts";
import { managersOf } from "./rules/managers.ts";
import type { HeldPost, Mandate, Scope } from "./rules/mandate.ts";
import { type MayAnswer, mayBy } from "./rules/may.ts";
import {
  type Body,
  type BodyKind,
  erasedName,
  nameOfBody,
  type Person,
  type Post,
  postsOn,
  protectedName,
  type Role,
} from "./rules/organisation.ts";
import { type SoleKind, soleOn } from "./rules/sole.ts";
import { asPerson, withinProgram } from "./service-accounts/rules/programs.ts";

export { allBodies };

export type OrganisationTables = BodyTables & {
  /** A person as everything else knows one: names and addresses stand in `platform.personal` alone. */
  "organisation.person": {
    municipality_id: string;
    person_id: string;
    erased_on: Day | null;
    erased_by: string | null;
    erased_reason: string | null;
    /** Protected identity: since when it is known, and who noted it. */
    protected_on: Day | null;
    protected_by: string | null;
  };
  "organisation.post": {
    municipality_id: string;
    post_id: string;
    person_id: string;
    body_id: string;
    role: Role;
    title: string;
    valid_from: Day;
    valid_to: Day | null;
    party: string | null;
    place: number | null;
    given_by: string | null;
    acting_for: string | null;
  };
  "organisation.mandate": {
    municipality_id: string;
    mandate_id: string;
    action: string;
    organ_kinds: BodyKind[];
    roles: Role[];
    scope: Scope;
    source: string;
    cite: string;
    valid_from: Day;
    valid_to: Day | null;
    /** Where it is given to one body alone, or to one post. */
    body_id: string | null;
    post_id: string | null;
    replaces_id: string | null;
    source_document: string | null;
  };
};

type MunicipalityTable = {
  "platform.municipality": {
    municipality_id: string;
    name: string;
    first_year: number | null;
    started_on: Day | null;
    sample_today: Day | null;
  };
};

/** From when the municipality whose rows are seen is followed here: the first year and the day, as far as they have been said. */
export async function beginningOf(
  tx: Tx,
): Promise<{ readonly firstYear: number | undefined; readonly startedOn: Day | undefined }> {
  const row = await tx
    .withTables<MunicipalityTable>()
    .selectFrom("platform.municipality")
    .select(["first_year", "started_on"])
    .where("municipality_id", "=", sql<string>`platform.municipality()`)
    .executeTakeFirst();
  return { firstYear: row?.first_year ?? undefined, startedOn: row?.started_on ?? undefined };
}

/** The municipality by its name; for a moment by what it was called then. */
export async function municipalityOf(
  tx: Tx,
  code: string,
  asOf?: AsOf,
): Promise<{ code: string; name: string }> {
  const present = await tx
    .withTables<MunicipalityTable>()
    .selectFrom("platform.municipality")
    .select(["municipality_id", "name"])
    .where("municipality_id", "=", code)
    .executeTakeFirstOrThrow();
  if (typeof asOf !== "object") return { code, name: present.name };
  const change = { rows: [present], key: ["municipality_id"], at: asOf.at } as const;
  const [was = present] = await asItWas(tx, "platform.municipality", change);
  return { code, name: was.name };
}

/** Sets the own day of a sample municipality; the change log tells who moved it, from where and to where. */
export async function setSampleDay(tx: Tx, code: string, day: Day): Promise<void> {
  await tx
    .withTables<MunicipalityTable>()
    .updateTable("platform.municipality")
    .set({ sample_today: day })
    .where("municipality_id", "=", code)
    .execute();
}

const tables = (tx: Tx) => tx.withTables<OrganisationTables & PersonalTable>();

/** Who there is and what one may is read of these: a save asks for it as a reader does, and does not read all of it anew. */
const WHO = ["organisation", "platform"];

export const allMandates = (tx: Tx): Promise<Mandate[]> =>
  remembered("mandates", () => storedMandates(tx), WHO);

/** A mandate as it is stored. */
export const mandateRow = (
  municipality_id: string,
  mandate: Mandate,
): OrganisationTables["organisation.mandate"] => ({
  municipality_id,
  mandate_id: mandate.id,
  action: mandate.action,
  organ_kinds: [...mandate.organKinds],
  roles: [...mandate.roles],
  scope: mandate.scope,
  source: mandate.source,
  cite: mandate.cite,
  valid_from: mandate.validFrom,
  valid_to: mandate.validTo,
  body_id: mandate.body ?? null,
  post_id: mandate.post ?? null,
  replaces_id: mandate.replaces ?? null,
  source_document: mandate.sourceDocument ?? null,
});

async function storedMandates(tx: Tx): Promise<Mandate[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.mandate")
    .selectAll()
    .orderBy("mandate_id")
    .execute();
  return rows.map((row) => ({
    id: row.mandate_id,
    action: row.action,
    organKinds: row.organ_kinds,
    roles: row.roles,
    scope: row.scope,
    source: row.source,
    cite: row.cite as Citation,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    body: row.body_id,
    post: row.post_id,
    replaces: row.replaces_id,
    sourceDocument: row.source_document,
  }));
}

/**
 * People with their names and posts, or one of them: the one place where a name is read. Who has a protected identity is called by
 * what that person is, but to those who have need of the name (`name-sight.ts`).
 */
export async function people(tx: Tx, only?: string): Promise<Person[]> {
  return called(tx, await knownPeople(tx, only));
}

/** What people are called, by id, as the one who asks may call them; who is not known is called by the id. */
export async function namesOfPeople(tx: Tx): Promise<(person: string) => string> {
  const names = new Map((await people(tx)).map(({ id, name }) => [id, name]));
  return (person) => names.get(person) ?? person;
}

/** Those who hold, have held or are to hold a post in a body, by the same names. */
export async function peopleIn(tx: Tx, body: string): Promise<Person[]> {
  return called(tx, await remembered(`people in ${body}`, () => storedPeople(tx, { in: body }), WHO));
}

/** People as the one who asks may call them. */
async function called(tx: Tx, all: Person[]): Promise<Person[]> {
  if (!all.some(({ protectedIdentity }) => protectedIdentity)) return all;
  const sees = await sightHere(tx);
  return all.map((person) =>
    person.protectedIdentity && !sees(person) ? { ...person, name: protectedName(person.posts) } : person,
  );
}

/** Who sees the name of somebody with protected identity: that person, the nearest manager, and who keeps people in order. */
export async function nameSight(
  tx: Tx,
  { personId: id, standsOn }: Pick<Context, "personId" | "standsOn">,
): Promise<Sees> {
  if (id === undefined) return () => false;
  const all = await knownPeople(tx);
  const bodies = await allBodies(tx, standsOn);
  const asks = all.find((person) => person.id === id);
  const may = mayBy(bodies, await allMandates(tx));
  const council = soleOn(bodies, "council", standsOn)?.id ?? "";
  const keeps = may(asks, `edit:${PEOPLE.object}`, { body: council }, standsOn).allowed;
  return (person) =>
    keeps ||
    person.id === id ||
    managersOf(all, bodies, person.id, standsOn).some((manager) => manager.id === id);
}

/** The same for the house itself, which shows nobody what it reads. */
export const knownPeople = (tx: Tx, only?: string): Promise<Person[]> =>
  remembered(only === undefined ? "people" : `person ${only}`, () => storedPeople(tx, { only }), WHO);

/** What people are called, by their ids; the id itself of one who is not known. */
export async function personNames(tx: Tx): Promise<(id: string) => string> {
  const own = await remembered("programs", () => programs(tx), WHO);
  const all = await people(tx);
  const known = namesOf.get(all);
  const names =
    known?.programs === own ? known.names : new Map([...all, ...own].map(({ id, name }) => [id, name]));
  namesOf.set(all, { names, programs: own });
  return (id) => names.get(id) ?? id;
}
/** Of people that are remembered the names are gathered once, and not for each who asks. */
const namesOf = new WeakMap<
  readonly Person[],
  { readonly names: ReadonlyMap<string, string>; readonly programs: readonly unknown[] }
>();

/** A stored post as everything else knows one. */
export const postIn = (
  row: Omit<OrganisationTables["organisation.post"], "municipality_id" | "person_id">,
): Post => ({
  id: row.post_id,
  body: row.body_id,
  role: row.role,
  title: row.title,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  ...(row.party === null ? {} : { party: row.party }),
  ...(row.place === null ? {} : { place: row.place }),
  ...(row.given_by === null ? {} : { givenBy: row.given_by }),
  ...(row.acting_for === null ? {} : { actingFor: row.acting_for }),
});

/** All, one, or those with any post in a body; each with all of that person's posts. */
async function storedPeople(
  tx: Tx,
  { only, in: body }: { readonly only?: string | undefined; readonly in?: string },
): Promise<Person[]> {
  // A program is nobody, and among nobody's people: it is known to who asks for it by its id
  if (only !== undefined && isProgramId(only)) return (await programs(tx, only)).map(asPerson);
  let query = tables(tx)
    .selectFrom("organisation.person as person")
    .leftJoin("platform.personal as personal", (join) =>
      join
        .onRef("personal.municipality_id", "=", "person.municipality_id")
        .onRef("personal.person_id", "=", "person.person_id")
        .on("personal.sort", "=", "name"),
    )
    .leftJoin("organisation.post as post", (join) =>
      join
        .onRef("post.municipality_id", "=", "person.municipality_id")
        .onRef("post.person_id", "=", "person.person_id"),
    )
    .select(["person.person_id", "person.erased_on", "person.protected_on", "personal.value as name"])
    .select(["post.post_id", "post.body_id", "post.role", "post.title", "post.valid_from", "post.valid_to"])
    .select(["post.party", "post.place", "post.given_by", "post.acting_for"])
    .orderBy("person.person_id")
    .orderBy("post.post_id");
  if (only !== undefined) query = query.where("person.person_id", "=", only);
  if (body !== undefined)
    query = query.where("person.person_id", "in", (where) =>
      where.selectFrom("organisation.post as own").select("own.person_id").where("own.body_id", "=", body),
    );
  const found = new Map<
    string,
    { name: string | null; erasedOn: Day | null; protectedOn: Day | null; posts: Post[] }
  >();
  for (const row of await query.execute()) {
    const person = found.get(row.person_id) ?? {
      name: row.name,
      erasedOn: row.erased_on,
      protectedOn: row.protected_on,
      posts: [],
    };
    found.set(row.person_id, person);
    if (row.post_id && row.body_id && row.role && row.title && row.valid_from) {
      const { post_id, body_id, role, title, valid_from } = row;
      person.posts.push(postIn({ ...row, post_id, body_id, role, title, valid_from }));
    }
  }
  return [...found].map(([id, { name, erasedOn, protectedOn, posts }]) => ({
    id,
    name: name ?? erasedName(posts),
    posts,
    ...(erasedOn === null ? {} : { erasedOn }),
    ...(protectedOn === null || erasedOn !== null ? {} : { protectedIdentity: true as const }),
  }));
}

/**
 * Erases a person's personal data and ends all sign-in; what the person has decided and written stays, under the id. Whether it may
 * be done is asked before (`rules/erasing.ts`).
 */
export async function erasePerson(
  tx: Tx,
  { person, on, by, reason }: { person: string; on: Day; by: string; reason: string },
): Promise<void> {
  await erasePersonal(tx, person);
  await tables(tx)
    .updateTable("organisation.person")
    .set({ erased_on: on, erased_by: by, erased_reason: reason })
    .where("person_id", "=", person)
    .execute();
}

/** The posts that somebody holds on a day, with whose they are and what those are called to everybody. */
export const heldPosts = (tx: Tx, day: Day): Promise<HeldPost[]> =>
  remembered(`held posts ${day}`, () => storedPosts(tx, day), WHO);

async function storedPosts(tx: Tx, day: Day): Promise<HeldPost[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.post")
    .select(["post_id", "person_id", "title", "body_id", "role", "valid_from", "valid_to"])
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("post_id")
    .execute();
  const names = await openNames(tx);
  return rows.map((row) => ({
    id: row.post_id,
    person: row.person_id,
    name: names.get(row.person_id) ?? row.title,
    title: row.title,
    body: row.body_id,
    role: row.role,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

/** The names that are told to everybody: of those without protected identity. */
async function openNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(tx)
    .selectFrom("platform.personal")
    .select(["person_id", "value"])
    .where("sort", "=", "name")
    .execute();
  const names = new Map(rows.map(({ person_id, value }) => [person_id, value]));
  const hidden = await tables(tx)
    .selectFrom("organisation.person")
    .select("person_id")
    .where("protected_on", "is not", null)
    .execute();
  for (const { person_id } of hidden) names.delete(person_id);
  return names;
}

/** Those who hold a post on a day, by their ids: only they can be responsible for anything (model §3.2, R-2). */
export async function inOffice(tx: Tx, day: Day): Promise<string[]> {
  return (await people(tx)).filter((person) => postsOn(person, day).length > 0).map((person) => person.id);
}

/** Whether a person holds any post on a day. */
export async function holdsPost(tx: Tx, personId: string, day: Day): Promise<boolean> {
  const [person] = await people(tx, personId);
  return person !== undefined && postsOn(person, day).length > 0;
}

/** Who asks, and what that person may do: the one place where a route asks for permission. */
export interface Who {
  readonly person: Person | undefined;
  readonly bodies: readonly Body[];
  readonly mandates: readonly Mandate[];
  /** The id of the council, or of the executive, on the day; "" where the organisation has none, as no body's id is. */
  sole(kind: SoleKind): string;
  may(action: string, body: string): MayAnswer;
  /** Refuses with the reason, the section and who may instead. */
  must(action: string, body: string): Extract<MayAnswer, { allowed: true }>;
  /** The same for what a route has declared (`allow`): of a body, or where it is of the council or the executive, of that one. */
  mustBy(route: Route, body?: string): Extract<MayAnswer, { allowed: true }>;
  /** Whether one may what a route has declared, of the council or the executive. */
  mayBy(route: Route): MayAnswer;
}

/** What an answer allows; refuses one that is no with the reason, the section and who may instead. */
export function allowed(
  answer: MayAnswer,
  {
    action,
    body,
    bodies,
  }: { readonly action: string; readonly body: string; readonly bodies: readonly Body[] },
): Extract<MayAnswer, { allowed: true }> {
  if (answer.allowed) return answer;
  return refuse(MayNot, {
    cite: answer.cite,
    ask: answer.ask,
    nearest: answer.nearest,
    params: {
      action,
      body: nameOfBody(bodies, body),
      because: answer.because,
      who: (answer.nearest && calledNearest(answer.nearest)) ?? (answer.ask.join("; ") || "–"),
    },
  });
}

export async function whoAsks(tx: Tx, ctx: Context): Promise<Who> {
  const { today, standsOn } = ctx;
  const bodies = await allBodies(tx, today);
  // Whoever reads an earlier day reads it by the posts of the present
  const standing = standsOn === today ? bodies : await allBodies(tx, standsOn);
  const mandates = await allMandates(tx);
  const held = await heldPosts(tx, standsOn);
  // Only a refusal names anybody
  const nameOf = (id: string) => held.find(({ person }) => person === id)?.name ?? id;
  const may = mayBy(standing, mandates, ctx.language, held, nameOf);
  const person = ctx.personId === undefined ? undefined : (await people(tx, ctx.personId))[0];
  const ask = (action: string, body: string) => {
    const answer = may(person, action, { body }, standsOn);
    return ctx.program ? withinProgram(answer, ctx.program, { action, body }, standing) : answer;
  };
  const sole = (kind: SoleKind) => soleOn(bodies, kind, today)?.id ?? "";
  const must: Who["must"] = (action, body) => allowed(ask(action, body), { action, body, bodies });
  const declared = ({ id, allow }: Route, body = ""): [action: string, body: string] => {
    const [first] = allow === undefined || allow === "anyone" ? [] : [allow].flat();
    if (!first) throw new Error(`the route ${id} declares no right to ask by`);
    return [first.action, first.of === "body" ? body : sole(first.of)];
  };
  return {
    person,
    bodies,
    mandates,
    sole,
    may: ask,
    must,
    mustBy: (route, body) => must(...declared(route, body)),
    mayBy: (route) => ask(...declared(route)),
  };
}

/** Stores a whole organisation in an empty municipality. */
export async function storeOrganisation(
  tx: Tx,
  municipality_id: string,
  file: OrganisationFile,
): Promise<void> {
  const db = tables(tx);
  const bodies = file.bodies.map((body, position) => ({
    municipality_id,
    body_id: body.id,
    kind: body.kind,
    name: body.name,
    name_en: body.nameEn ?? null,
    parent_id: body.parent,
    assignment: body.assignment,
    position,
    valid_from: body.validFrom,
    valid_to: body.validTo,
    share_hundredths: body.sharePercent === undefined ? null : Math.round(body.sharePercent * 100),
    partners: [...(body.partners ?? [])],
  }));
  for (const part of inParts(bodies)) await db.insertInto("organisation.body").values(part).execute();
  await storeCodes(
    tx,
    municipality_id,
    file.bodies.flatMap(({ id: body, ledgerCodes, validFrom, validTo }) =>
      [...new Set(ledgerCodes)].map((code) => ({ code, body, validFrom, validTo })),
    ),
  );
  for (const part of inParts(file.people)) {
    const persons = part.map(({ id }) => ({
      municipality_id,
      person_id: id,
      erased_on: null,
      erased_by: null,
      erased_reason: null,
      protected_on: null,
      protected_by: null,
    }));
    const names = part.map(({ id, name }) => ({
      municipality_id,
      person_id: id,
      sort: "name" as const,
      account_id: 0,
      value: name,
    }));
    await db.insertInto("organisation.person").values(persons).execute();
    await db.insertInto("platform.personal").values(names).execute();
  }
  const posts = file.people.flatMap((person) =>
    person.posts.map((post) => ({
      municipality_id,
      post_id: post.id,
      person_id: person.id,
      body_id: post.body,
      role: post.role,
      title: post.title,
      valid_from: post.validFrom,
      valid_to: post.validTo,
      party: post.party ?? null,
      place: post.place ?? null,
      given_by: null,
      acting_for: null,
    })),
  );
  for (const part of inParts(posts)) await db.insertInto("organisation.post").values(part).execute();
  const mandates = file.mandates.map((mandate) => mandateRow(municipality_id, mandate));
  for (const part of inParts(mandates)) await db.insertInto("organisation.mandate").values(part).execute();
}

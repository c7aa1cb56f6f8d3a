import { addDays, type Day, isDay, LAST_DAY, sameDayIn, yearOf } from "../../../kernel/day.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { asCompared } from "../../../kernel/written.ts";
import {
  type Body,
  COMMITTEES_AND_BOARDS,
  ELECTED,
  nameOfBody,
  type Person,
  type Post,
  ROLES,
  ROLES_IN_ENGLISH,
  type Role,
} from "../../rules/organisation.ts";
import type { TableColumn, TableRow } from "../../setup/rules/table.ts";
import { MAX_NAME, MAX_PARTY, MAX_PLACE, MAX_TITLE, type PostGround, postRemarks } from "./posts.ts";

const CITE = "§3.2";
export const MAX_TABLE_ROWS = 15_000;

/** The columns of a table of people and posts, by what their headings may be; the first is what we write ourselves. */
export const PEOPLE_COLUMNS: readonly TableColumn[] = [
  { id: "name", headings: ["namn", "name", "person"], needed: true },
  { id: "contact", headings: ["e-post", "epost", "e-postadress", "mejl", "e-mail", "email"] },
  { id: "body", headings: ["organ", "nämnd", "enhet", "förvaltning", "body"], needed: true },
  { id: "role", headings: ["roll", "uppdrag", "role"], needed: true },
  { id: "place", headings: ["ordning", "plats", "order"] },
  { id: "title", headings: ["titel", "befattning", "title"] },
  { id: "party", headings: ["parti", "party"] },
  { id: "from", headings: ["första dagen", "från", "från och med", "fr.o.m.", "first day", "from"] },
  { id: "to", headings: ["sista dagen", "till", "till och med", "t.o.m.", "last day", "to"] },
];

/** What a table is read for: the elected posts of a new period, or people and posts as they are to be. */
export type PlanFor =
  | { readonly sort: "period"; readonly council: Day; readonly committees: Day; readonly boards: Day }
  | { readonly sort: "table" };

export interface PlannedPost extends Omit<Post, "id"> {
  /** Of somebody who is there already; a new person has none. */
  readonly person: string | undefined;
  /** Which of the table's people it is: rows with the same one are of one person. */
  readonly key: string;
  readonly name: string;
  readonly contact: string | undefined;
  readonly bodyName: string;
}

export interface PlannedEnd {
  readonly post: string;
  readonly name: string;
  readonly bodyName: string;
  readonly title: string;
  readonly on: Day;
}

export interface PlannedCorrection extends Pick<Post, "title" | "party" | "place" | "givenBy"> {
  readonly post: string;
  readonly name: string;
  readonly bodyName: string;
  readonly before: string;
}

/** What a table comes to, held against what there is: what is new, what ends, what is called otherwise, and what can't be. */
export interface Plan {
  readonly posts: readonly PlannedPost[];
  readonly ends: readonly PlannedEnd[];
  readonly corrections: readonly PlannedCorrection[];
  /** Rows that say what there is already. */
  readonly unchanged: number;
  readonly remarks: readonly Remark[];
}

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase("sv") + word.slice(1);

/** Other words for roles, as lists of elected people have them. */
const ALSO: Readonly<Record<string, Role>> = {
  "1:e vice ordförande": "first-deputy-chair",
  "1:a vice ordförande": "first-deputy-chair",
  "1 vice ordförande": "first-deputy-chair",
  "vice ordförande": "first-deputy-chair",
  "2:e vice ordförande": "second-deputy-chair",
  "2:a vice ordförande": "second-deputy-chair",
  "2 vice ordförande": "second-deputy-chair",
  suppleant: "substitute",
  vd: "managing-director",
};

/** The role that a word means in a body: a member of a company's board is a board member. */
export function roleOf(word: string, body: Body): Role | undefined {
  const text = asCompared(word);
  const found =
    (Object.keys(ROLES) as Role[]).find((role) =>
      [role, ROLES[role], ROLES_IN_ENGLISH[role]].includes(text),
    ) ?? ownValue(ALSO, text);
  return found === "member" && body.kind === "company" ? "board-member" : found;
}

/** How long elected people sit, in years. */
const PERIOD_YEARS = 4;

/** When a body's posts of a new period begin and end: the council's from October to October, others' whole years. */
function daysOf(body: Body, of: PlanFor): { readonly from: Day; readonly to: Day | null } | undefined {
  if (of.sort === "table") return undefined;
  const from = body.kind === "council" ? of.council : body.kind === "company" ? of.boards : of.committees;
  const to = addDays(sameDayIn(from, yearOf(from) + PERIOD_YEARS), -1);
  return { from, to: body.kind === "company" ? null : to };
}

/** Whether a body's elected people are those of a period. */
const isElectedBody = ({ kind }: Body): boolean =>
  kind === "council" || kind === "audit" || COMMITTEES_AND_BOARDS.includes(kind);

interface Read {
  readonly row: TableRow;
  readonly post: PlannedPost;
}

/**
 * What a table comes to. `contacts`: whose an e-mail address is. In a new period those who sit in the table's bodies sit until the day
 * before the new ones begin (model R-2).
 */
export function planOf(
  rows: readonly TableRow[],
  of: PlanFor,
  ground: PostGround & {
    readonly contacts: ReadonlyMap<string, string>;
    readonly givenBy?: string | undefined;
  },
): Plan {
  const remarks: Remark[] = [];
  const byName = Map.groupBy(
    ground.people.filter(({ erasedOn }) => erasedOn === undefined),
    ({ name }) => asCompared(name),
  );
  const bodies = new Map(
    ground.bodies.flatMap((body) => [[asCompared(body.name), body] as const, [body.id, body] as const]),
  );
  const contactOf = new Map([...ground.contacts].map(([contact, person]) => [person, contact]));
  const keys = new Map<string, string>();
  const read = rows.flatMap((row): Read[] => {
    const found = readRow(row, { of, byName, bodies, contactOf, keys, ground });
    if (found.post) return [{ row, post: found.post }];
    remarks.push(...found.remarks);
    return [];
  });
  const ends = of.sort === "period" ? endsOf(read, ground) : [];
  const ended = new Map(ends.map(({ post, on }) => [post, on]));
  // What is wrong with a post is found among those that there are when the others have ended, and the rows above
  const people = ground.people.map((person) => ({
    ...person,
    posts: person.posts.map((post) => ({ ...post, validTo: ended.get(post.id) ?? post.validTo })),
  }));
  const stored = new Map(people.map((person) => [person.id, person]));
  const { inBody, give } = heldBy(people);
  const posts: PlannedPost[] = [];
  const corrections: PlannedCorrection[] = [];
  let unchanged = 0;
  for (const { row, post } of read) {
    const same = of.sort === "table" ? samePost(post, stored.get(post.key)) : undefined;
    if (same) {
      const change = correctionOf(same, post);
      if (change) corrections.push(change);
      else unchanged += 1;
      continue;
    }
    const wrong = postRemarks({ ...post, person: post.key }, { ...ground, people: inBody(post.body) });
    remarks.push(
      ...wrong.map((one) => ({ ...one, at: row.at(ownValue(COLUMN_OF, one.at ?? "") ?? "name") })),
    );
    if (wrong.length > 0) continue;
    posts.push(post);
    give(post.key, post.name, { ...post, id: `row ${row.row}` });
  }
  return { posts, ends: ends.map(({ before: _before, ...end }) => end), corrections, unchanged, remarks };
}

/** Those who hold posts in each body, with what a table's rows give them: a long table asks it of each row. */
function heldBy(people: readonly Person[]) {
  const byId = new Map<string, Person & { posts: Post[] }>();
  const byBody = new Map<string, Set<Person>>();
  const give = (id: string, name: string, ...posts: readonly Post[]): void => {
    const person = byId.get(id) ?? { id, name, posts: [] };
    byId.set(id, person);
    for (const post of posts) {
      person.posts.push(post);
      const there = byBody.get(post.body) ?? new Set();
      byBody.set(post.body, there.add(person));
    }
  };
  for (const { id, name, posts } of people) give(id, name, ...posts);
  return { give, inBody: (body: string): Person[] => [...(byBody.get(body) ?? [])] };
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  validFrom: "from",
  validTo: "to",
  body: "body",
  role: "role",
  party: "party",
};

interface Known {
  readonly of: PlanFor;
  readonly byName: ReadonlyMap<string, readonly Person[]>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly contactOf: ReadonlyMap<string, string>;
  /** Which of the table's new people a name or an address is, as far as it has been read. */
  readonly keys: Map<string, string>;
  readonly ground: PostGround & {
    readonly contacts: ReadonlyMap<string, string>;
    readonly givenBy?: string | undefined;
  };
}

/** A row as a post, or what is wrong with it. */
function readRow(
  row: TableRow,
  { of, byName, bodies, contactOf, keys, ground }: Known,
): { readonly post?: PlannedPost; readonly remarks: readonly Remark[] } {
  const cell = (column: string) => ownValue(row.cells, column)?.trim() ?? "";
  const stop = (code: string, column: string, params: Remark["params"] = {}) =>
    remark("stops", code, CITE, { row: row.row + 1, ...params }, row.at(column));
  const name = cell("name");
  const contact = cell("contact");
  const body = bodies.get(asCompared(cell("body"))) ?? bodies.get(cell("body"));
  const remarks: Remark[] = [];
  if (name === "" || name.length > MAX_NAME)
    remarks.push(stop("row-without-name", "name", { max: MAX_NAME }));
  if (contact !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact))
    remarks.push(stop("row-contact", "contact", { contact }));
  if (!body) remarks.push(stop("row-unknown-body", "body", { body: cell("body") }));
  else if (of.sort === "period" && !isElectedBody(body))
    remarks.push(stop("row-not-elected-body", "body", { body: body.name }));
  const role = body && roleOf(cell("role"), body);
  if (body && !role) remarks.push(stop("row-unknown-role", "role", { role: cell("role") }));
  if (role && of.sort === "period" && !ELECTED.includes(role))
    remarks.push(stop("row-not-elected", "role", { role: cell("role") }));
  const days = body && daysOf(body, of);
  const from = cell("from") || days?.from || ground.today;
  const to = cell("to") || days?.to || null;
  if (!isDay(from)) remarks.push(stop("row-day", "from", { day: from }));
  if (to !== null && !isDay(to)) remarks.push(stop("row-day", "to", { day: to }));
  const place = cell("place");
  if (place !== "" && !(/^\d{1,3}$/.test(place) && Number(place) >= 1))
    remarks.push(stop("row-place", "place", { max: MAX_PLACE }));
  if (cell("title").length > MAX_TITLE) remarks.push(stop("row-long", "title", { max: MAX_TITLE }));
  if (cell("party").length > MAX_PARTY) remarks.push(stop("row-long", "party", { max: MAX_PARTY }));
  const byContact = contact === "" ? undefined : ground.contacts.get(contact.toLowerCase());
  // Of the same name but reached at another address: another person
  const namesakes =
    byContact === undefined
      ? (byName.get(asCompared(name)) ?? []).filter(({ id }) => contact === "" || !contactOf.has(id))
      : [];
  if (namesakes.length > 1) remarks.push(stop("row-two-people", "name", { name }));
  if (remarks.length > 0 || !body || !role || !isDay(from) || (to !== null && !isDay(to))) return { remarks };
  const person = byContact ?? namesakes[0]?.id;
  const post: PlannedPost = {
    person,
    key: person ?? newKey(keys, name, contact),
    name,
    contact: contact || undefined,
    body: body.id,
    bodyName: body.name,
    role,
    title: cell("title") || capital(ROLES[role]),
    validFrom: from,
    validTo: to,
    ...(cell("party") ? { party: cell("party") } : {}),
    ...(place ? { place: Number(place) } : {}),
    ...(ground.givenBy ? { givenBy: ground.givenBy } : {}),
  };
  return { post, remarks };
}

/** Which new person a row is of: an address is one person's; without one it is the first of that name. */
function newKey(keys: Map<string, string>, name: string, contact: string): string {
  const called = `new ${asCompared(name)}`;
  if (contact === "") return keys.get(called) ?? called;
  const key = `new ${contact.toLowerCase()}`;
  if (!keys.has(called)) keys.set(called, key);
  return key;
}

/** Those who sit in the bodies of a new period, until the day before it begins in each. */
function endsOf(
  read: readonly Read[],
  { people, bodies }: PostGround,
): (PlannedEnd & { readonly before: Day | null })[] {
  const begins = new Map<string, Day>();
  for (const { post } of read) {
    const first = begins.get(post.body);
    if (first === undefined || post.validFrom < first) begins.set(post.body, post.validFrom);
  }
  return people.flatMap((person) =>
    person.posts.flatMap((post) => {
      const begin = begins.get(post.body);
      const sits =
        begin !== undefined &&
        ELECTED.includes(post.role) &&
        post.validFrom < begin &&
        (post.validTo === null || post.validTo >= begin);
      return sits
        ? [
            {
              post: post.id,
              name: person.name,
              bodyName: nameOfBody(bodies, post.body),
              title: post.title,
              on: addDays(begin, -1),
              before: post.validTo,
            },
          ]
        : [];
    }),
  );
}

/** The post that a row means, of one who has it already. */
function samePost(wanted: PlannedPost, person: Person | undefined): Post | undefined {
  if (wanted.person === undefined) return undefined;
  return person?.posts.find(
    (post) =>
      post.body === wanted.body &&
      post.role === wanted.role &&
      (post.validFrom === wanted.validFrom || (post.validTo ?? LAST_DAY) >= wanted.validFrom) &&
      post.validFrom <= (wanted.validTo ?? LAST_DAY),
  );
}

/** What a row says otherwise of a post that is there; its days are changed by ending it, one at a time. */
function correctionOf(post: Post, wanted: PlannedPost): PlannedCorrection | undefined {
  const { title, party = post.party, place = post.place } = wanted;
  if (title === post.title && party === post.party && place === post.place) return undefined;
  return {
    post: post.id,
    name: wanted.name,
    bodyName: wanted.bodyName,
    before: [post.title, post.party, post.place].filter((part) => part !== undefined).join(", "),
    title,
    ...(party === undefined ? {} : { party }),
    ...(place === undefined ? {} : { place }),
    ...(post.givenBy === undefined ? {} : { givenBy: post.givenBy }),
  };
}

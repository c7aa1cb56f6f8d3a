import { type Day, isDay } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { type Body, canBeHeld, ROLES, ROLES_IN_ENGLISH, type Role } from "../../rules/organisation.ts";
import { type TableColumn, tableRows } from "./table.ts";

/** A person with a post, as a table brings them. */
export interface PersonRow {
  readonly name: string;
  /** Empty where there is none: then the person can't be invited by letter. */
  readonly email: string;
  readonly body: string;
  readonly role: Role;
  readonly title: string;
  readonly from: Day;
}

export const MAX_PEOPLE = 12_000;
const MAX_FAULTS = 50;
const CITE = "§3.2";

const COLUMNS: readonly TableColumn[] = [
  { id: "name", headings: ["namn", "person", "name"], needed: true },
  { id: "email", headings: ["e-post", "epost", "e-postadress", "mejl", "e-mail", "email"] },
  { id: "body", headings: ["organ", "enhet", "nämnd", "förvaltning", "body"], needed: true },
  { id: "role", headings: ["uppdrag", "roll", "role"], needed: true },
  { id: "title", headings: ["titel", "befattning", "title"] },
  { id: "from", headings: ["från", "från och med", "fr.o.m.", "from"] },
];

/** People and posts from a table; a person with several posts stands on several rows. Every fault names its cell. */
export function peopleFromTable(
  cells: readonly (readonly string[])[],
  bodies: readonly Body[],
  today: Day,
): { readonly rows: readonly PersonRow[] } | { readonly faults: readonly Remark[] } {
  const table = tableRows(cells, COLUMNS);
  if ("faults" in table) return table;
  if (table.rows.length > MAX_PEOPLE)
    return { faults: [remark("stops", "setup-table-too-long", CITE, { max: MAX_PEOPLE })] };
  const byName = new Map(
    bodies.flatMap((body) => [body.name, body.id].map((word) => [word.toLowerCase(), body])),
  );
  const faults: Remark[] = [];
  const rows = table.rows.flatMap((row): PersonRow[] => {
    const { name = "", email = "", title = "" } = row.cells;
    const fault = (code: string, column: string, params: Remark["params"] = {}) => {
      faults.push(remark("stops", code, CITE, { cell: row.at(column), ...params }));
      return [];
    };
    const word = row.cells.body ?? "";
    const body = byName.get(word.toLowerCase());
    const role = roleByWord(row.cells.role ?? "");
    const from = row.cells.from || today;
    if (name === "") return fault("setup-table-nameless", "name");
    if (email !== "" && !/^\S+@\S+\.\S+$/.test(email))
      return fault("setup-table-email", "email", { word: email });
    if (!body) return fault("setup-table-body", "body", { word });
    if (!role) return fault("setup-table-role", "role", { word: row.cells.role ?? "" });
    if (!canBeHeld(role, body))
      return fault("setup-table-role-there", "role", { word: row.cells.role ?? "", body: body.name });
    if (!isDay(from)) return fault("setup-table-day", "from", { word: from });
    return [{ name, email, body: body.id, role, title: title || firstLarge(ROLES[role]), from }];
  });
  return faults.length > 0 ? { faults: faults.slice(0, MAX_FAULTS) } : { rows };
}

const firstLarge = (text: string): string => text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);

/** A role by its word in one of the languages, or as the API says it. */
function roleByWord(word: string): Role | undefined {
  const given = word.trim().toLowerCase();
  return (Object.keys(ROLES) as Role[]).find(
    (role) => role === given || ROLES[role] === given || ROLES_IN_ENGLISH[role] === given,
  );
}

/** What is known already of people: an address is one person's; without one a person is told by the name alone. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly contact: string | undefined;
  readonly posts: readonly { readonly body: string; readonly role: Role; readonly validTo: Day | null }[];
}

export interface PeopleChange {
  /** New people, each once, with all their posts. */
  readonly added: readonly {
    readonly name: string;
    readonly email: string;
    readonly posts: readonly PersonRow[];
  }[];
  /** People that are there, with the posts they do not have. */
  readonly given: readonly {
    readonly id: string;
    readonly name: string;
    readonly posts: readonly PersonRow[];
  }[];
  /** Rows that say what there is already: read twice, nothing is doubled (T-4). */
  readonly same: number;
}

/** What rows would change: who is new, who gets another post. */
export function peopleChange(rows: readonly PersonRow[], known: readonly KnownPerson[]): PeopleChange {
  const byContact = new Map(known.flatMap((one) => (one.contact ? [[one.contact.toLowerCase(), one]] : [])));
  const byName = new Map(known.map((one) => [one.name.toLowerCase(), one]));
  const knownAs = (row: PersonRow): KnownPerson | undefined => {
    const named = byName.get(row.name.toLowerCase());
    if (row.email === "") return named;
    // Of the same name but reached at another address: another person
    return byContact.get(row.email.toLowerCase()) ?? (named?.contact === undefined ? named : undefined);
  };
  const who = (row: PersonRow): string => (row.email || row.name).toLowerCase();
  const added = new Map<string, { name: string; email: string; posts: PersonRow[] }>();
  const given = new Map<string, { id: string; name: string; posts: PersonRow[] }>();
  let same = 0;
  for (const row of rows) {
    const own = knownAs(row);
    const posts = own
      ? (given.get(own.id)?.posts ??
        given.set(own.id, { id: own.id, name: own.name, posts: [] }).get(own.id)?.posts)
      : (added.get(who(row))?.posts ??
        added.set(who(row), { name: row.name, email: row.email, posts: [] }).get(who(row))?.posts);
    const alike = (post: { body: string; role: Role }) => post.body === row.body && post.role === row.role;
    if (posts?.some(alike) || own?.posts.some((post) => post.validTo === null && alike(post))) same++;
    else posts?.push(row);
  }
  return {
    added: [...added.values()],
    given: [...given.values()].filter(({ posts }) => posts.length > 0),
    same,
  };
}

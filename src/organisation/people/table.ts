import { addDays, type Day } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import { Answer, type Context, type Handler, handle, handleFile } from "../../platform/http/handle.ts";
import { csvOf } from "../../platform/rendering/csv.ts";
import { Document } from "../../platform/rendering/document.ts";
import { workbookOrder } from "../../platform/rendering/workbook.ts";
import { type ReadRow, rowsOf } from "../read-table.ts";
import { nameOfBody, ROLES } from "../rules/organisation.ts";
import { knownPeople, personNames } from "../store.ts";
import { markTakenBack, type StoredChange, storeChange, storedChanges } from "./change-store.ts";
import { type Ground, keeping } from "./facts.ts";
import { MAX_TABLE_ROWS, type Plan, type PlanFor, planOf } from "./rules/plan.ts";
import { contactsOf, correctPost, endPosts, givePosts, newPerson, postsById, removeUnused } from "./store.ts";
import {
  applyTable,
  ChangeHolds,
  listPeopleChanges,
  NoSuchChange,
  OtherTable,
  type PeoplePlan,
  PeopleTableFaults,
  PLAN_SHOWN,
  peopleCsv,
  peopleWorkbook,
  previewTable,
  takeBackPeopleChange,
} from "./table-contract.ts";

interface Options {
  readonly sort: "period" | "table";
  readonly council?: Day | undefined;
  readonly committees?: Day | undefined;
  readonly boards?: Day | undefined;
  readonly decision?: string | undefined;
}

/** What a table is read for; a period whose days are not said begins today. */
const planFor = ({ sort, council, committees, boards }: Options, today: Day): PlanFor =>
  sort === "table"
    ? { sort }
    : {
        sort,
        council: council ?? today,
        committees: committees ?? council ?? today,
        boards: boards ?? committees ?? council ?? today,
      };

/** What a table comes to, held against the people there are. */
async function plan(tx: Tx, of: Ground, options: Options, read: readonly ReadRow[]): Promise<Plan> {
  if (read.length > MAX_TABLE_ROWS)
    refuse(PeopleTableFaults, { params: { count: 1, max: MAX_TABLE_ROWS }, cite: "§3.2" });
  const known = { ...of, people: await knownPeople(tx), contacts: await contactsOf(tx) };
  const decision = options.decision?.trim();
  return planOf(rowsOf(read), planFor(options, of.today), { ...known, givenBy: decision || undefined });
}

function shown(
  made: Plan,
  { filename, sha256 }: { filename: string; sha256: string },
  rows: number,
): PeoplePlan {
  const { posts, ends, corrections, unchanged, remarks } = made;
  const names = [...new Set([...posts, ...ends].map(({ bodyName }) => bodyName))];
  return {
    filename,
    sha256,
    rows,
    counts: {
      people: newPeople(made).length,
      posts: posts.length,
      ends: ends.length,
      corrections: corrections.length,
      unchanged,
      faults: remarks.length,
    },
    bodies: names.map((name) => {
      const own = posts.filter(({ bodyName }) => bodyName === name);
      return {
        name,
        posts: own.length,
        ends: ends.filter(({ bodyName }) => bodyName === name).length,
        from: own.map(({ validFrom }) => validFrom).toSorted()[0] ?? null,
      };
    }),
    posts: posts.slice(0, PLAN_SHOWN).map((post) => ({
      name: post.name,
      isNew: post.person === undefined,
      bodyName: post.bodyName,
      role: post.role,
      title: post.title,
      party: post.party ?? null,
      place: post.place ?? null,
      from: post.validFrom,
      to: post.validTo,
    })),
    ends: ends.slice(0, PLAN_SHOWN).map(({ name, bodyName, title, on }) => ({ name, bodyName, title, on })),
    corrections: corrections.slice(0, PLAN_SHOWN).map((one) => ({
      name: one.name,
      bodyName: one.bodyName,
      before: one.before,
      after: [one.title, one.party, one.place].filter((part) => part !== undefined).join(", "),
    })),
    faults: remarks
      .slice(0, PLAN_SHOWN)
      .map(({ code, at = "", params }) => ({ code, at, params: { ...params } })),
  };
}

/** The people of a plan who are not there, each once. */
const newPeople = ({ posts }: Plan): string[] => [
  ...new Set(posts.filter(({ person }) => person === undefined).map(({ key }) => key)),
];

/** Stores what a plan says, and gives what it added and ended: the new ones are there before the old ones go. */
async function carryOut(
  tx: Tx,
  municipality: string,
  made: Plan,
): Promise<Pick<StoredChange, "addedPeople" | "addedPosts" | "ended">> {
  const added = new Map<string, string>();
  const reached = new Map(
    made.posts.flatMap(({ key, contact }) => (contact ? [[key, contact] as const] : [])),
  );
  for (const post of made.posts) {
    if (post.person !== undefined || added.has(post.key)) continue;
    const { key, name } = post;
    added.set(key, await newPerson(tx, municipality, { name, contact: reached.get(key) }));
  }
  const addedPosts = await givePosts(
    tx,
    municipality,
    made.posts.map(({ name: _name, contact: _contact, bodyName: _body, key, ...post }) => ({
      ...post,
      person: post.person ?? (added.get(key) as string),
    })),
  );
  for (const { post, name: _name, bodyName: _body, before: _before, ...said } of made.corrections)
    await correctPost(tx, post, said);
  const before = await postsById(
    tx,
    made.ends.map(({ post }) => post),
  );
  await endPosts(tx, made.ends);
  const ended = made.ends.map(({ post }) => ({ post, before: before.get(post)?.validTo ?? null }));
  return { addedPeople: [...added.values()], addedPosts, ended };
}

const shownChange = (one: StoredChange, today: Day, nameOf: (id: string) => string) => ({
  id: one.id,
  sort: one.sort,
  name: one.name,
  decision: one.decision,
  firstDay: one.firstDay,
  by: nameOf(one.by),
  on: one.on,
  posts: one.addedPosts.length,
  ended: one.ended.length,
  people: one.addedPeople.length,
  takenBack: one.takenBack && { ...one.takenBack, by: nameOf(one.takenBack.by) },
  canBeTakenBack:
    one.takenBack === null && one.firstDay > today && one.addedPosts.length + one.ended.length > 0,
});

async function changeView(tx: Tx, ctx: Context, id: string) {
  const [one] = await storedChanges(tx, id);
  if (!one) refuse(NoSuchChange, { params: { change: id } });
  return shownChange(one, ctx.today, await personNames(tx));
}

/** Takes a change back: what it ended goes on as before, what it added never was. */
async function takeBack(tx: Tx, ctx: Context, change: StoredChange, by: string): Promise<void> {
  const ended = await postsById(
    tx,
    change.ended.map(({ post }) => post),
  );
  await endPosts(
    tx,
    change.ended.filter(({ post }) => ended.has(post)).map(({ post, before }) => ({ post, on: before })),
  );
  const added = await postsById(tx, change.addedPosts);
  await endPosts(
    tx,
    [...added.values()].map(({ id, validFrom }) => ({ post: id, on: addDays(validFrom, -1) })),
  );
  await removeUnused(tx, change.addedPeople);
  await markTakenBack(tx, { change: change.id, by, on: ctx.today });
}

const HEADS = ["Namn", "E-post", "Organ", "Roll", "Ordning", "Titel", "Parti", "Första dagen", "Sista dagen"];
const WIDTHS = [28, 32, 30, 24, 9, 36, 12, 14, 14];

/** People and posts of today and to come, a post a row; who has a protected identity is in no file. */
async function tableOf(tx: Tx, of: Ground) {
  const contacts = new Map([...(await contactsOf(tx))].map(([contact, person]) => [person, contact]));
  return (await knownPeople(tx))
    .filter(({ protectedIdentity, erasedOn }) => !protectedIdentity && erasedOn === undefined)
    .flatMap((person) =>
      person.posts
        .filter(
          ({ validTo, actingFor }) => actingFor === undefined && (validTo === null || validTo >= of.today),
        )
        .map((post) => [
          person.name,
          contacts.get(person.id) ?? "",
          nameOfBody(of.bodies, post.body),
          ROLES[post.role],
          post.place ?? null,
          post.title,
          post.party ?? "",
          post.validFrom,
          post.validTo ?? "",
        ]),
    )
    .sort(
      (a, b) =>
        String(a[2]).localeCompare(String(b[2]), "sv") || String(a[0]).localeCompare(String(b[0]), "sv"),
    );
}

const reading = (route: typeof previewTable | typeof applyTable) => ({
  module: new URL("./intake.ts", import.meta.url),
  prepare: async ({ ctx, tx }: { ctx: Context; tx: Tx }) => {
    (await keeping(tx, ctx)).who.mustBy(route);
    return undefined;
  },
});

export const tableHandlers: Handler[] = [
  handleFile(
    previewTable,
    reading(previewTable),
    async ({ query, ctx, tx, upload }, read: readonly ReadRow[]) => {
      const of = await keeping(tx, ctx);
      return shown(await plan(tx, of, query, read), upload, read.length);
    },
  ),

  handleFile(
    applyTable,
    reading(applyTable),
    async ({ query, ctx, tx, upload, note }, read: readonly ReadRow[]) => {
      const of = await keeping(tx, ctx);
      if (upload.sha256 !== query.sha256) refuse(OtherTable);
      const made = await plan(tx, of, query, read);
      if (made.remarks.length > 0)
        refuse(PeopleTableFaults, {
          remarks: made.remarks,
          cite: "§3.2",
          params: { count: made.remarks.length, max: MAX_TABLE_ROWS },
        });
      const did = await carryOut(tx, ctx.municipality, made);
      const days = [
        ...made.posts.map(({ validFrom }) => validFrom),
        ...made.ends.map(({ on }) => addDays(on, 1)),
        ...(made.corrections.length > 0 ? [ctx.today] : []),
      ];
      const id = await storeChange(tx, ctx.municipality, {
        sort: query.sort,
        name: query.name,
        decision: query.decision?.trim() || null,
        firstDay: days.toSorted()[0] ?? ctx.today,
        by: of.who.person?.id ?? "",
        on: ctx.today,
        ...did,
      });
      note({ kind: "rights-changed", personId: ctx.personId, reason: id });
      return changeView(tx, ctx, id);
    },
  ),

  handle(listPeopleChanges, async ({ ctx, tx }) => {
    await keeping(tx, ctx);
    const nameOf = await personNames(tx);
    return (await storedChanges(tx)).map((one) => shownChange(one, ctx.today, nameOf));
  }),

  handle(takeBackPeopleChange, async ({ params, ctx, tx }) => {
    const of = await keeping(tx, ctx);
    const [change] = await storedChanges(tx, params.change);
    if (!change) refuse(NoSuchChange, { params });
    if (change.takenBack !== null || change.firstDay <= ctx.today)
      refuse(ChangeHolds, { params: { day: change.firstDay } });
    await takeBack(tx, ctx, change, of.who.person?.id ?? "");
    return changeView(tx, ctx, params.change);
  }),

  handle(peopleCsv, async ({ ctx, tx }) => {
    const of = await keeping(tx, ctx);
    return new Answer(csvOf(HEADS, await tableOf(tx, of)), { filename: "personer-och-uppdrag.csv" });
  }),

  handle(peopleWorkbook, async ({ ctx, tx }) => {
    const of = await keeping(tx, ctx);
    const rows = await tableOf(tx, of);
    const columns = HEADS.map((header, i) => ({ header, width: WIDTHS[i] ?? 14 }));
    const title = "Personer och uppdrag";
    const order = () => workbookOrder(title, "Tillit", [{ name: title, columns, rows }]);
    return new Answer(new Document(order, { decided: false }), { filename: "personer-och-uppdrag.xlsx" });
  }),
];

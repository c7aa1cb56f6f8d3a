import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Language } from "../../kernel/format.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { ToldLine } from "./rules/changed.ts";
import { type How, type LineKind, type ReminderSetting, USUAL } from "./rules/choice.ts";
import { type LinkKey, newLinkKey } from "./signed-link.ts";

type ReminderTables = {
  "year.reminder_setting": {
    municipality_id: string;
    how: How;
    weekday: number;
    escalate_days: number;
  };
  "year.reminder_choice": {
    municipality_id: string;
    person_id: string;
    how: How | null;
    weekday: number;
    language: Language;
    without: LineKind[];
    link_id: string;
    secret: string;
  };
  "year.reminder_told": {
    municipality_id: string;
    person_id: string;
    told: ToldLine[] | string;
    telling: Telling | string | null;
    looked_on: Day;
  };
  "year.reminder_escalation": {
    municipality_id: string;
    thing: string;
    todo: string;
    due: Day;
    manager_id: string;
    person_id: string;
    noted_on: Day;
    told_on: Day | null;
  };
};
const tables = (tx: Tx) => tx.withTables<ReminderTables>();

/** How the municipality has it; the house's own where it has said nothing. */
export async function settingOf(tx: Tx): Promise<ReminderSetting> {
  const row = await tables(tx).selectFrom("year.reminder_setting").selectAll().executeTakeFirst();
  return row ? { how: row.how, weekday: row.weekday, escalateDays: row.escalate_days } : USUAL;
}

export async function storeSetting(
  tx: Tx,
  municipality_id: string,
  { how, weekday, escalateDays }: ReminderSetting,
): Promise<void> {
  const set = { how, weekday, escalate_days: escalateDays };
  await tables(tx)
    .insertInto("year.reminder_setting")
    .values({ municipality_id, ...set })
    .onConflict((conflict) => conflict.column("municipality_id").doUpdateSet(set))
    .execute();
}

export interface Choice {
  readonly personId: string;
  /** Null: as the municipality has it. */
  readonly how: How | null;
  readonly weekday: number;
  readonly language: Language;
  readonly without: readonly LineKind[];
}

/** What somebody has who has not chosen. */
export const unchosen = (personId: string): Choice => ({
  personId,
  how: null,
  weekday: 1,
  language: "sv",
  without: [],
});

const choices = (tx: Tx) =>
  tables(tx)
    .selectFrom("year.reminder_choice")
    .select([
      "person_id as personId",
      "how",
      "weekday",
      "language",
      "without",
      "link_id as linkId",
      "secret",
    ]);

export const choiceOf = async (tx: Tx, personId: string): Promise<Choice> =>
  (await choices(tx).where("person_id", "=", personId).executeTakeFirst()) ?? unchosen(personId);

export const allChoices = async (tx: Tx): Promise<ReadonlyMap<string, Choice>> =>
  new Map((await choices(tx).execute()).map((choice) => [choice.personId, choice]));

export const choiceByLink = (tx: Tx, linkId: string): Promise<(Choice & LinkKey) | undefined> =>
  choices(tx).where("link_id", "=", linkId).executeTakeFirst();

/** Stores what somebody has chosen; the links of letters that are out go on holding. */
export async function storeChoice(
  tx: Tx,
  municipality_id: string,
  { personId, how, weekday, language, without }: Choice,
): Promise<void> {
  const set = { how, weekday, language, without: [...without] };
  const { linkId, secret } = newLinkKey();
  await tables(tx)
    .insertInto("year.reminder_choice")
    .values({ municipality_id, person_id: personId, ...set, link_id: linkId, secret })
    .onConflict((conflict) => conflict.columns(["municipality_id", "person_id"]).doUpdateSet(set))
    .execute();
}

/** By what the links in somebody's letters are signed; made with the first letter. */
export async function linkKeyOf(tx: Tx, municipality: string, personId: string): Promise<LinkKey> {
  const found = () => choices(tx).where("person_id", "=", personId).executeTakeFirst();
  const known = await found();
  if (known) return known;
  await storeChoice(tx, municipality, unchosen(personId));
  return (await found()) as LinkKey;
}

interface Telling {
  /** Null where only what is late with those led is told. */
  readonly own: readonly ToldLine[] | null;
  readonly led: readonly Pick<Escalation, "thing" | "todo" | "due">[];
}

export interface Told {
  readonly told: readonly ToldLine[];
  readonly telling: Telling | null;
  readonly lookedOn: Day;
}

const toldRows = (tx: Tx) =>
  tables(tx)
    .selectFrom("year.reminder_told")
    .select(["person_id as personId", "told", "telling", "looked_on as lookedOn"]);

/** What was last told to each, by person. */
export const allTold = async (tx: Tx): Promise<ReadonlyMap<string, Told>> =>
  new Map((await toldRows(tx).execute()).map(({ personId, ...row }) => [personId, row as Told]));

export const toldTo = async (tx: Tx, personId: string): Promise<Told | undefined> =>
  (await toldRows(tx).where("person_id", "=", personId).executeTakeFirst()) as Told | undefined;

/** Somebody's list has been looked at on a day, whether there was anything to tell or not. */
export async function noteLooked(
  tx: Tx,
  municipality_id: string,
  people: readonly string[],
  day: Day,
): Promise<void> {
  if (people.length === 0) return;
  await tables(tx)
    .insertInto("year.reminder_told")
    .values(
      people.map((person_id) => ({ municipality_id, person_id, told: "[]", telling: null, looked_on: day })),
    )
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "person_id"]).doUpdateSet({ looked_on: day }),
    )
    .execute();
}

/** What a letter that is about to be sent tells: it has been told when the mail server has taken it. */
export async function noteTelling(tx: Tx, personId: string, telling: Telling): Promise<void> {
  await tables(tx)
    .updateTable("year.reminder_told")
    .set({ telling: JSON.stringify(telling) })
    .where("person_id", "=", personId)
    .execute();
}

/** The mail server has taken the letter: what it told has been told. */
export async function noteTold(tx: Tx, personId: string, day: Day): Promise<void> {
  const { telling } = (await toldTo(tx, personId)) ?? {};
  if (!telling) return;
  await tables(tx)
    .updateTable("year.reminder_told")
    .set({ telling: null, ...(telling.own === null ? {} : { told: JSON.stringify(telling.own) }) })
    .where("person_id", "=", personId)
    .execute();
  for (const { thing, todo, due } of telling.led)
    await tables(tx)
      .updateTable("year.reminder_escalation")
      .set({ told_on: day })
      .where("manager_id", "=", personId)
      .where("thing", "=", thing)
      .where("todo", "=", todo)
      .where("due", "=", due)
      .execute();
}

export interface Escalation {
  readonly thing: string;
  readonly todo: string;
  readonly due: Day;
  readonly manager: string;
  readonly person: string;
}

const ROWS_AT_ONCE = 500;

/** Notes what nearest managers are to be told of; what has been noted before is not noted again. */
export async function noteEscalations(
  tx: Tx,
  municipality_id: string,
  all: readonly Escalation[],
  day: Day,
): Promise<void> {
  for (let at = 0; at < all.length; at += ROWS_AT_ONCE)
    await tables(tx)
      .insertInto("year.reminder_escalation")
      .values(
        all.slice(at, at + ROWS_AT_ONCE).map(({ thing, todo, due, manager, person }) => ({
          municipality_id,
          thing,
          todo,
          due,
          manager_id: manager,
          person_id: person,
          noted_on: day,
          told_on: null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** What nearest managers have not been told of yet; of one of them, or of all. */
export async function untoldEscalations(tx: Tx, manager?: string): Promise<Escalation[]> {
  const asked = tables(tx)
    .selectFrom("year.reminder_escalation")
    .select(["thing", "todo", "due", "manager_id as manager", "person_id as person"])
    .where("told_on", "is", null)
    .orderBy(sql`due, thing, todo`);
  return (manager === undefined ? asked : asked.where("manager_id", "=", manager)).execute();
}

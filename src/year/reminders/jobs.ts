import type { Day } from "../../kernel/day.ts";
import { type Person, postsOn } from "../../organisation/rules/organisation.ts";
import { allBodies, knownPeople } from "../../organisation/store.ts";
import { machineClock } from "../../platform/clock.ts";
import type { Door } from "../../platform/database/door.ts";
import type { Job, Work } from "../../platform/jobs/job.ts";
import { letterJob } from "../../platform/letters/job.ts";
import type { AnyLetterKind } from "../../platform/letters/letter-kind.ts";
import { addressForLinks } from "../../platform/letters/own-address.ts";
import { lettersWaiting, newLetter } from "../../platform/letters/store.ts";
import { type Mail, mailOf } from "../../platform/mail.ts";
import { peopleWithAddress } from "../../platform/sign-in/address.ts";
import { isWorkday } from "../rules/workdays.ts";
import { type Line, type Standing, standingOf } from "./facts/lines.ts";
import { REMINDER_LETTER } from "./letter-kind.ts";
import { asking, type Lines, ownLines, type Parts, reminderLetter } from "./letters.ts";
import { awayOn } from "./rules/away.ts";
import { isWorthTelling } from "./rules/changed.ts";
import { comesOn } from "./rules/choice.ts";
import { isLongLate, toldOfLateness } from "./rules/escalation.ts";
import {
  allChoices,
  allTold,
  type Choice,
  type Escalation,
  noteEscalations,
  noteLooked,
  settingOf,
  unchosen,
  untoldEscalations,
} from "./store.ts";

const NAME = "send-reminders";
/** A mail server that is away over a morning: tried a dozen times in some six hours. */
const TRIES = 12;
/** People whose lists are gathered in one transaction. */
const PEOPLE_AT_ONCE = 20;
/** Letters that are on their way to the mail server at the same time. */
const LETTERS_AT_ONCE = 4;

/** What has been gathered in a turn, by whose and in which language. */
type Gathered = Map<string, readonly Line[]>;
const keyOf = ({ municipality, day }: Standing, personId: string, language: string) =>
  `${municipality} ${day} ${personId} ${language}`;

/**
 * Reminders, each working morning: what is late for long is noted for the nearest manager, each who is to have a letter that day gets
 * one posted, and those that wait are sent. Each step is done once however often a turn is begun anew; what a mail server that is away could not
 * take waits for the next try, and what it never took is told by the next morning's letter.
 */
export function reminderJobs(
  { config, clock = machineClock, chapters }: Omit<Parts, "clock"> & Partial<Pick<Parts, "clock">>,
  mail: Mail | undefined = mailOf(config),
): { readonly jobs: readonly Job[]; readonly letter: AnyLetterKind } {
  const parts = { config, clock, chapters };
  const gathered: Gathered = new Map();
  const ask = asking(chapters);
  const lines: Lines = async (tx, standing, personId, language) =>
    gathered.get(keyOf(standing, personId, language)) ?? ask(tx, standing, personId, language);
  const sending = letterJob(config, [reminderLetter(parts, lines)], mail);

  const job: Job = {
    name: NAME,
    cron: "30 6 * * *",
    tries: TRIES,
    async run(work) {
      if (!mail) return;
      const { door, municipality } = work;
      const standing = await door.read(municipality, async (tx) =>
        (await addressForLinks(tx, config)) === undefined
          ? undefined
          : standingOf(tx, municipality, { config, clock }),
      );
      if (standing === undefined || !isWorkday(standing.day)) return;
      try {
        await postAll(work, standing, { lines, gathered });
        await sendWaiting(work, sending);
      } finally {
        gathered.clear();
      }
    },
  };
  return { jobs: [job], letter: reminderLetter(parts) };
}

const writerIn = (municipality: string) => ({ municipality, personId: "installation", requestId: NAME });

async function postAll(
  { door, municipality, signal }: Work,
  standing: Standing,
  { lines, gathered }: { readonly lines: Lines; readonly gathered: Gathered },
): Promise<void> {
  const { day } = standing;
  const { people, bodies, choices, told, setting, reached } = await door.read(municipality, async (tx) => ({
    people: (await knownPeople(tx)).filter((person) => !person.erasedOn && postsOn(person, day).length > 0),
    bodies: await allBodies(tx, day),
    choices: await allChoices(tx),
    told: await allTold(tx),
    setting: await settingOf(tx),
    reached: await peopleWithAddress(tx),
  }));
  const left = people.filter(({ id }) => (told.get(id)?.lookedOn ?? "") < day);
  if (left.length === 0) return;
  const choiceOf = (id: string): Choice => choices.get(id) ?? unchosen(id);
  const away = awayOn(people, day);
  const escalations: Escalation[] = [];
  await inGroups(door, municipality, { people, signal }, async (tx, person) => {
    const { language } = choiceOf(person.id);
    const own = await lines(tx, standing, person.id, language);
    gathered.set(keyOf(standing, person.id, language), own);
    const late = own.filter((line) => isLongLate(line, day, setting.escalateDays));
    if (late.length === 0) return;
    for (const manager of toldOfLateness(people, bodies, { person, day, away }))
      for (const { thing, todo, due } of late)
        escalations.push({ thing, todo, due: due as Day, manager, person: person.id });
  });
  // A manager who has the same thing to do knows it already
  const news = escalations.filter(
    ({ manager, thing, todo }) =>
      !gathered
        .get(keyOf(standing, manager, choiceOf(manager).language))
        ?.some((line) => line.thing === thing && line.todo === todo),
  );
  await door.write(writerIn(municipality), "Försenat berättas för närmaste chef", (tx) =>
    noteEscalations(tx, municipality, news, day),
  );
  await door.write(writerIn(municipality), "Påminnelser läggs på kö", async (tx) => {
    const managers = new Set((await untoldEscalations(tx)).map(({ manager }) => manager));
    for (const { id } of left) {
      signal.throwIfAborted();
      if (!reached.has(id) || away.has(id)) continue;
      const choice = choiceOf(id);
      const rhythm = choice.how === null ? setting : { how: choice.how, weekday: choice.weekday };
      if (rhythm.how === "never") continue;
      const mine = await ownLines(tx, { ...choice, standing, people, away }, lines);
      const since = { told: told.get(id)?.told ?? [], day };
      const own = comesOn(rhythm, day) && isWorthTelling(rhythm.how, mine, since);
      if (!own && (!managers.has(id) || choice.without.includes("led"))) continue;
      await newLetter(tx, municipality, {
        kind: REMINDER_LETTER.kind,
        personId: id,
        account: null,
        about: { day, own },
        state: "waiting",
      });
    }
    await noteLooked(
      tx,
      municipality,
      left.map(({ id }) => id),
      day,
    );
  });
}

async function inGroups(
  door: Door,
  municipality: string,
  { people, signal }: { readonly people: readonly Person[]; readonly signal: AbortSignal },
  each: (tx: Parameters<Lines>[0], person: Person) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
    signal.throwIfAborted();
    // As when they ask themselves: what all of them are told by is read once
    await door.memory.gather(municipality, () =>
      door.read(municipality, async (tx) => {
        for (const person of people.slice(at, at + PEOPLE_AT_ONCE)) await each(tx, person);
      }),
    );
  }
}

/** What the mail server said of one letter; without it there was nobody to answer, and nobody to ask about the others either. */
const isOfOne = (cause: unknown): boolean =>
  typeof (cause as { responseCode?: unknown } | null)?.responseCode === "number";

/** Sends what waits, some at a time. Throws where any of it has to be tried again. */
async function sendWaiting(work: Work, sending: Job<{ letter: number }>): Promise<void> {
  const { door, municipality, signal } = work;
  const waiting = await door.read(municipality, (tx) => lettersWaiting(tx, REMINDER_LETTER.kind));
  const faults: unknown[] = [];
  let away = false;
  const oneAfterAnother = async () => {
    for (let letter = waiting.shift(); letter !== undefined && !away; letter = waiting.shift()) {
      signal.throwIfAborted();
      try {
        await sending.run({ ...work, data: { letter }, last: false });
      } catch (cause) {
        faults.push(cause);
        away ||= !isOfOne(cause);
      }
    }
  };
  await Promise.all(Array.from({ length: LETTERS_AT_ONCE }, oneAfterAnother));
  if (faults.length > 0) throw new Error("reminders wait for the mail server", { cause: faults[0] });
}

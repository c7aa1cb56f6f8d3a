import type { Day } from "../../kernel/day.ts";
import type { Language } from "../../kernel/format.ts";
import type { Todo } from "../../kernel/todo.ts";
import { REMINDERS_PAGE } from "../../organisation/accounts/kind.ts";
import { type Person, postsOn } from "../../organisation/rules/organisation.ts";
import { knownPeople } from "../../organisation/store.ts";
import type { Chapter } from "../../platform/chapter.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Config } from "../../platform/config.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { LetterKind } from "../../platform/letters/letter-kind.ts";
import { type Line, linesOf, type Standing, standingOf } from "./facts/lines.ts";
import { END_PARAM } from "./kind.ts";
import { type OfReminder, REMINDER_LETTER } from "./letter-kind.ts";
import { awayOn } from "./rules/away.ts";
import { changeOf, doneSince, type ToldLine, toldOf } from "./rules/changed.ts";
import type { LineKind } from "./rules/choice.ts";
import { digestLetter, type LetterLine, plainLetter } from "./rules/letter.ts";
import { signedLink } from "./signed-link.ts";
import { choiceOf, linkKeyOf, noteTelling, noteTold, settingOf, toldTo, untoldEscalations } from "./store.ts";
import { kindWords, letterWords } from "./words.ts";

export interface Parts {
  readonly config: Config;
  readonly clock: Clock;
  readonly chapters: readonly Chapter[];
}

/** A person's lines in a language: as they have just been gathered, or asked for now. */
export type Lines = (
  tx: Tx,
  standing: Standing,
  personId: string,
  language: Language,
) => Promise<readonly Line[]>;

export const asking =
  (chapters: readonly Chapter[]): Lines =>
  (tx, standing, personId, language) =>
    linesOf(tx, { standing, personId, language }, chapters);

/** Lines that somebody acts for, as what the one who is away is. */
export interface ActingLine extends Line {
  readonly actsFor?: string | undefined;
}

/** All that a letter to somebody tells as his or her own: one's own list, and that of those for whom one acts. */
export async function ownLines(
  tx: Tx,
  {
    standing,
    personId,
    language,
    without,
    people,
    away: allAway,
  }: {
    readonly standing: Standing;
    readonly personId: string;
    readonly language: Language;
    readonly without: readonly LineKind[];
    readonly people: readonly Person[];
    /** Who is away that day (`awayOn`). */
    readonly away: ReadonlyMap<string, readonly string[]>;
  },
  lines: Lines,
): Promise<ActingLine[]> {
  const all: ActingLine[] = [...(await lines(tx, standing, personId, language))];
  for (const [away, acting] of allAway) {
    if (!acting.includes(personId)) continue;
    const person = people.find(({ id }) => id === away);
    const actsFor = person && postsOn(person, standing.day)[0]?.title;
    for (const line of await lines(tx, standing, away, language))
      if (!all.some((one) => one.thing === line.thing && one.todo === line.todo))
        all.push({ ...line, actsFor });
  }
  return all.filter(({ todo }) => !without.includes(todo)).sort((a, b) => a.due.localeCompare(b.due));
}

/** The letter of what waits: written when it is sent, from what waits then. */
export const reminderLetter = (
  { config, clock, chapters }: Parts,
  lines: Lines = asking(chapters),
): LetterKind<OfReminder> => ({
  ...REMINDER_LETTER,
  async write(tx, { municipality, personId, about: { day, own }, base }) {
    const { told = [], lookedOn = day } = (await toldTo(tx, personId)) ?? {};
    const { language, without, ...choice } = await choiceOf(tx, personId);
    const setting = await settingOf(tx);
    const how = choice.how ?? setting.how;
    // A later letter has taken its place, or its receiver has ended them meanwhile
    if (lookedOn > day || how === "never") return undefined;
    const standing = await standingOf(tx, municipality, { config, clock });
    const people = await knownPeople(tx);
    const away = awayOn(people, standing.day);
    const mine = own
      ? await ownLines(tx, { standing, personId, language, without, people, away }, lines)
      : [];
    const led = without.includes("led") ? [] : await ledLines(tx, { standing, personId, language }, lines);
    if (mine.length + led.length === 0) return undefined;
    await noteTelling(tx, personId, {
      own: own ? mine.map(toldOf) : null,
      led: led.map(({ thing, todo, due }) => ({ thing, todo, due: due as Day })),
    });
    const key = await linkKeyOf(tx, municipality, personId);
    const ends = (kind: LineKind | "all") => `${base}${REMINDERS_PAGE}?${END_PARAM}=${signedLink(key, kind)}`;
    const words = letterWords(language);
    const addresses = { home: `${base}/`, settings: `${base}${REMINDERS_PAGE}`, endAll: ends("all") };
    const kinds = new Set<LineKind>([
      ...mine.map(({ todo }) => todo),
      ...(led.length > 0 ? ["led" as const] : []),
    ]);
    const isProtected = (await knownPeople(tx, personId))[0]?.protectedIdentity === true;
    const written = isProtected
      ? plainLetter(addresses, words, language)
      : digestLetter(
          {
            ...addresses,
            day: standing.day,
            municipality: standing.name,
            how,
            lines: mine.map((line) => letterLine(line, told, base)),
            led: led.map((line) => ({ ...letterLine(line, told, base), change: "same" as const })),
            escalateDays: setting.escalateDays,
            done: own ? doneSince(mine, told) : 0,
            ends: [...kinds].map((kind) => ({
              kind: kindWords(language)[kind].toLowerCase(),
              href: ends(kind),
            })),
          },
          words,
          language,
        );
    return { ...written, unsubscribe: `${base}/api/year/reminders/end/${signedLink(key, "all")}` };
  },
  settled: async (tx, { personId, about: { day } }, fault) => {
    if (fault === null) await noteTold(tx, personId, day);
  },
});

/** What a manager has not been told of yet, as it stands now: what has been done meanwhile is not told. */
async function ledLines(
  tx: Tx,
  {
    standing,
    personId,
    language,
  }: { readonly standing: Standing; readonly personId: string; readonly language: Language },
  lines: Lines,
): Promise<Line[]> {
  const found: Line[] = [];
  for (const { thing, todo, due, person } of await untoldEscalations(tx, personId)) {
    const all = await lines(tx, standing, person, language);
    const line = all.find((one) => one.thing === thing && one.todo === todo && one.due === due);
    if (line?.state === "late") found.push(line);
  }
  return found;
}

const letterLine = (line: ActingLine, told: readonly ToldLine[], base: string): LetterLine => ({
  todo: line.todo as Todo,
  name: line.secret ? null : line.name,
  language: line.language,
  bodyName: line.bodyName,
  due: line.due as Day,
  late: line.state === "late",
  change: changeOf(line, told),
  href: line.secret ? `${base}/` : `${base}${line.href}`,
  actsFor: line.actsFor,
});

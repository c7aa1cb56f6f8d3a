import { addDays, type Day } from "../../../kernel/day.ts";
import { filled } from "../../../kernel/filled.ts";
import { dayText, type Language } from "../../../kernel/format.ts";
import type { Todo } from "../../../kernel/todo.ts";
import type { Change } from "./changed.ts";

/** A line of a letter: what waits, until when, and the one address where it is done. */
export interface LetterLine {
  readonly todo: Todo;
  /** Null: it is secret, and nothing of it is said. */
  readonly name: string | null;
  readonly language: Language;
  readonly bodyName: string;
  readonly due: Day;
  readonly late: boolean;
  readonly change: Change;
  /** Whole: "https://tillit.kommunen.se/mal/…". */
  readonly href: string;
  /** For whom one acts, as what that person is. */
  readonly actsFor?: string | undefined;
}

/** The words that a letter is made of, as the messages have them. */
export interface LetterWords {
  readonly "subject-late": string;
  readonly subject: string;
  readonly "subject-one": string;
  readonly "subject-led": string;
  readonly "subject-plain": string;
  readonly plain: string;
  readonly secret: string;
  readonly open: string;
  readonly parts: Readonly<Record<Part, string>>;
  readonly "led-lead": string;
  readonly todo: Readonly<Record<Todo, string>>;
  readonly due: string;
  readonly change: Readonly<Record<Exclude<Change, "same">, string>>;
  readonly for: string;
  readonly done: string;
  readonly "done-one": string;
  readonly more: string;
  readonly list: string;
  readonly "why-day": string;
  readonly "why-week": string;
  readonly choose: string;
  readonly "end-kind": string;
  readonly "end-all": string;
}
type Part = "late" | "soon" | "later" | "led";

export interface Digest {
  readonly day: Day;
  readonly municipality: string;
  readonly how: "day" | "week";
  readonly lines: readonly LetterLine[];
  /** Late with those whom one leads. */
  readonly led: readonly LetterLine[];
  readonly escalateDays: number;
  /** How many of the last letter's lines wait no longer. */
  readonly done: number;
  readonly home: string;
  readonly settings: string;
  /** Where one ends the letters of each kind that is told of, and all of them. */
  readonly ends: readonly { readonly kind: string; readonly href: string }[];
  readonly endAll: string;
}

export interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The most that is told in one letter; what is more is on the page. */
export const MOST_LINES = 30;
const SOON_DAYS = 7;

/** The letter of a digest, as text and as HTML that Outlook shows: tables and styles on each element, no picture, no script. */
export function digestLetter(digest: Digest, words: LetterWords, language: Language): Written {
  const told = digest.lines.slice(0, MOST_LINES);
  const left = digest.lines.length - told.length;
  const soon = addDays(digest.day, SOON_DAYS);
  const parts: [Part, readonly LetterLine[]][] = [
    ["late", told.filter(({ late }) => late)],
    ["soon", told.filter(({ late, due }) => !late && due <= soon)],
    ["later", told.filter(({ late, due }) => !late && due > soon)],
    ["led", digest.led.slice(0, MOST_LINES)],
  ];
  const shown = parts.filter(([, lines]) => lines.length > 0);
  const lead = (part: Part) =>
    part === "led" ? filled(words["led-lead"], { days: digest.escalateDays }) : "";
  const done =
    digest.done === 0
      ? ""
      : filled(digest.done === 1 ? words["done-one"] : words.done, { count: digest.done });
  const more = left > 0 ? filled(words.more, { count: left }) : words.list;
  const why = digest.how === "day" ? words["why-day"] : words["why-week"];
  const links = [
    { name: words.choose, href: digest.settings },
    ...digest.ends.map(({ kind, href }) => ({ name: filled(words["end-kind"], { kind }), href })),
    { name: words["end-all"], href: digest.endAll },
  ];
  const text = [
    ...shown.flatMap(([part, lines]) => [
      words.parts[part].toUpperCase(),
      ...(lead(part) ? [lead(part)] : []),
      "",
      ...lines.flatMap((line) => [`* ${sentence(line, words, language)}`, `  ${line.href}`, ""]),
    ]),
    ...(done ? [done, ""] : []),
    `${more}: ${digest.home}`,
    "",
    "--",
    why,
    ...links.map(({ name, href }) => `${name}: ${href}`),
    "",
  ].join("\n");
  const html = page(language, subjectOf(digest, words), [
    ...shown.map(
      ([part, lines]) =>
        heading(words.parts[part]) +
        (lead(part) ? paragraph(escaped(lead(part))) : "") +
        table(lines.map((line) => row(line, words, language))),
    ),
    ...(done ? [paragraph(escaped(done))] : []),
    paragraph(link(digest.home, more)),
    `<hr style="border:0;border-top:1px solid #c8c8c8">${small(escaped(why))}${links.map(({ name, href }) => small(link(href, name))).join("")}`,
  ]);
  return { subject: subjectOf(digest, words), text, html };
}

/** To who has a protected identity: that something waits, and nothing of what. */
export function plainLetter(
  { home, settings, endAll }: Pick<Digest, "home" | "settings" | "endAll">,
  words: LetterWords,
  language: Language,
): Written {
  const links = [
    { name: words.open, href: home },
    { name: words.choose, href: settings },
    { name: words["end-all"], href: endAll },
  ];
  return {
    subject: words["subject-plain"],
    text: [words.plain, "", ...links.map(({ name, href }) => `${name}: ${href}`), ""].join("\n"),
    html: page(language, words["subject-plain"], [
      paragraph(escaped(words.plain)),
      ...links.map(({ name, href }) => paragraph(link(href, name))),
    ]),
  };
}

function subjectOf({ lines, municipality }: Digest, words: LetterWords): string {
  const count = lines.length;
  const late = lines.filter((line) => line.late).length;
  if (count === 0) return filled(words["subject-led"], { municipality });
  if (count === 1) return filled(words["subject-one"], { municipality });
  return filled(late > 0 ? words["subject-late"] : words.subject, { count, late, municipality });
}

const asides = ({ change, actsFor }: LetterLine, words: LetterWords): string[] => [
  ...(change === "same" ? [] : [words.change[change]]),
  ...(actsFor === undefined ? [] : [filled(words.for, { who: actsFor })]),
];

function sentence(line: LetterLine, words: LetterWords, language: Language): string {
  if (line.name === null) return words.secret;
  const more = [
    line.bodyName,
    filled(words.due, { day: dayText(line.due, language) }),
    ...asides(line, words),
  ];
  return `${words.todo[line.todo]}: ${line.name} (${more.join(", ")})`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const FONT = "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:24px;color:#1a1a1a";
const link = (href: string, name: string): string =>
  `<a href="${escaped(href)}" style="color:#00437a;text-decoration:underline">${escaped(name)}</a>`;
const paragraph = (html: string): string => `<p style="${FONT};margin:0 0 12px 0">${html}</p>`;
const small = (html: string): string =>
  `<p style="${FONT};font-size:14px;line-height:20px;color:#4a4a4a;margin:0 0 4px 0">${html}</p>`;
const heading = (text: string): string =>
  `<h2 style="${FONT};font-size:18px;font-weight:bold;margin:20px 0 8px 0">${escaped(text)}</h2>`;
const table = (rows: readonly string[]): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows.join("")}</table>`;

function row(line: LetterLine, words: LetterWords, language: Language): string {
  const cell = `style="${FONT};padding:8px 0;border-top:1px solid #e0e0e0"`;
  if (line.name === null) return `<tr><td ${cell}>${link(line.href, words.secret)}</td></tr>`;
  const about = [
    line.bodyName,
    filled(words.due, { day: dayText(line.due, language) }),
    ...asides(line, words),
  ];
  const name = `${escaped(words.todo[line.todo])}: <span lang="${line.language}">${link(line.href, line.name)}</span>`;
  return `<tr><td ${cell}>${name}<br><span style="font-size:14px;color:#4a4a4a">${escaped(about.join(" · "))}</span></td></tr>`;
}

const page = (language: Language, title: string, parts: readonly string[]): string =>
  `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>` +
  `<body style="margin:0;padding:0;background-color:#ffffff"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">` +
  `<tr><td align="left" style="padding:16px"><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">` +
  `<tr><td>${parts.join("")}</td></tr></table></td></tr></table></body></html>\n`;

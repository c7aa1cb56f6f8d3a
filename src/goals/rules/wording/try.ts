import { audienceOf } from "./audience.ts";
import { BINDS } from "./clauses.ts";
import type { Span, Word } from "./text.ts";
import { imperativeOf, infinitiveOf, isTensed, MODAL, verbOf } from "./verbs.ts";

/** A wording as it has been read, for writing it in another way. */
export interface Read {
  readonly text: string;
  readonly words: readonly Word[];
  readonly main: readonly boolean[];
  /** The year that the goal is for, where it is known. */
  readonly year: number | undefined;
}

const HINDERING = /^(?:motverka|förebygga|förhindra|hindra)$/u;
const SURE = /^(?:säkerställa|garantera|tillse|säkra)$/u;
const WILLING =
  /^(?:främja|bidra|medverka|verka|sträva|arbeta|jobba|stödja|stöda|stötta|uppmuntra|stimulera|värna|skapa|underlätta|trygga|eftersträva|tillgodose|möjliggöra)$/u;
const OFFERING =
  /^(?:erbjuda|tillhandahålla|ge|leverera|utbilda|fortbilda|vidareutbilda|handleda|informera)$/u;

/** The wording without its full stop. */
const bare = (text: string): string => text.trim().replace(/[.!\s]+$/u, "");
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
const small = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase("sv") + text.slice(1) : text;

const BUILDING =
  /^(?:införa|ta|framta|bygga|anta|upprätta|inrätta|implementera|installera|anordna|starta|etablera|uppföra|anlägga|lansera|utarbeta|skriva|teckna|bilda|öppna|rekrytera|attrahera|behålla|köpa|ersätta|publicera|göra|genomföra|digitalisera|avveckla)$/u;
const BUILDING_NOUN =
  /(?:tagande|förande|läggande|rättande|byggnad|byggande|implementering|installation|etablering|start)/iu;
const PARTICLE = /^(?:ut|upp|fram|igång|bort|ihop|ned|vidare|på|klart?|ta)(?= \p{L})\s+/iu;
const LED_IN = /^(?:till|för|efter|mot|med|av|på|i|kring|om|inom|från) /iu;

/** What it leads to instead of what is done, with what the person has written of it. */
export function tryResult(read: Read, span: Span): string {
  const said = read.text.slice(span.from, span.to);
  if (/^(?:öka|utöka|ökat|fler|antal)/iu.test(said) && said.includes(" "))
    return `${bare(read.text)}, så att … ökar från … till ….`;
  const at = read.words.findLastIndex(
    ({ lower, from, to }) => from >= span.from && to <= span.to && verbOf(lower) !== undefined,
  );
  const verb = at < 0 ? imperativeOf(small(said).toLowerCase()) : verbOf(read.words[at]?.lower ?? "");
  const after = objectAfter(read, span.to)
    .replace(/^(?:och|samt) \p{L}+ /iu, "")
    .replace(PARTICLE, "");
  const that = /^(?:\p{L}+ )?att (.+)$/iu.exec(after)?.[1];
  if (that) return tryThat(read, that);
  const passive = at >= 0 && isPassive(read.words[at]?.lower ?? "");
  const thing =
    (passive && subjectOf(read, span)) || (verb ? after : objectAfter(read, span.to)).replace(LED_IN, "");
  return inResults(
    read,
    verb?.lemma ?? "",
    thing,
    passive ? after.replace(LED_IN, "") || thing : thing,
    said,
  );
}

const isPassive = (word: string): boolean => {
  const verb = verbOf(word);
  return (
    word.endsWith("s") &&
    !verb?.forms.has("infinitive") &&
    (verb?.forms.has("passive") || verb?.forms.has("passive-infinitive")) === true
  );
};

function inResults({ text }: Read, lemma: string, thing: string, offered: string, said: string): string {
  const group = audienceOf(text);
  if (thing === "") return `Minst … procent av ${group} märker att ….`;
  if (HINDERING.test(lemma)) return `Andelen som berörs av ${thing} minskar från … till … procent.`;
  if (SURE.test(lemma)) return `${capital(thing)}, enligt minst … procent av ${group}.`;
  if (WILLING.test(lemma)) return `Minst … procent av ${group} upplever ${thing}.`;
  if (OFFERING.test(lemma)) return `Minst … procent av ${group} har nytta av ${offered}.`;
  if (BUILDING.test(lemma) || (lemma === "" && BUILDING_NOUN.test(said)))
    return `Minst … procent av ${group} märker skillnad när ${thing} är på plats.`;
  return `Minst … procent av ${group} märker en förbättring av ${thing}.`;
}

/** "säkerställa att alla får stöd" has its result in it; "arbeta för att öka tryggheten" has its change. */
function tryThat(read: Read, that: string): string {
  const [first = "", ...rest] = that.split(" ");
  const verb = infinitiveOf(first.toLowerCase());
  if (!verb || saysSomething(that.split(" ").slice(0, 3).join(" "))) return `${capital(that)}.`;
  if (verb.is === "change" || verb.is === "state") return `${capital(that)} från … till ….`;
  return inResults(
    read,
    verb.lemma,
    rest.join(" ").replace(PARTICLE, "").replace(LED_IN, ""),
    rest.join(" "),
    "",
  );
}

const saysSomething = (text: string): boolean =>
  text
    .split(" ")
    .slice(0, 6)
    .some((word) => isTensed(word.toLowerCase()));

/** What stands after the verb, to where its statement ends. */
function objectAfter({ text, words }: Read, from: number): string {
  const rest = words.filter((word) => word.from >= from);
  const sentence = words.findLast((word) => word.to <= from)?.sentence;
  const end = rest.find(
    (word, i) =>
      word.sentence !== sentence ||
      (i > 0 && /^(?:genom|senast|under)$/u.test(word.lower)) ||
      (i > 0 && BINDS.test(word.lower) && isVerb(rest[i + 1]?.lower ?? "")) ||
      (i > 0 && word.gap.includes(",") && isVerb(word.lower)),
  );
  return bare(text.slice(from, end?.from ?? text.length)).replace(/^[\s,:]+|[\s,;]+$/gu, "");
}

const isVerb = (word: string): boolean => isTensed(word) || infinitiveOf(word) !== undefined;

/** The words before the verb of the sentence that a place stands in. */
function subjectOf({ text, words, main }: Read, span: Span): string {
  const at = words.findIndex(({ from }) => from >= span.from);
  const sentence = words[at]?.sentence;
  const start = words.findIndex((word) => word.sentence === sentence);
  const verb = words.findIndex(
    (word, i) => i >= start && word.sentence === sentence && main[i] && isTensed(word.lower),
  );
  if (verb <= start) return "";
  return small(text.slice(words[start]?.from, words[verb - 1]?.to));
}

const GROUPS =
  /^(?:[\p{L}-]*(?:eleverna|elever|barnen|barn|ungdomarna|ungdomar|brukarna|brukare|hyresgästerna|invånarna|invånare|medborgarna|medborgare|medarbetarna|medarbetare|företagarna|företagen|besökarna|kunderna|klienterna|deltagarna|hushållen|föräldrarna|vårdnadshavare|nyanlända|personer)|äldre|unga)$/u;

/** How many it shall be true of, or who shall agree: a state becomes a level. */
export function tryLevel(read: Read): string {
  const { text, words, main } = read;
  const [first] = words;
  const verb = words.findIndex((word, i) => main[i] && isTensed(word.lower));
  // "ska vara A och ha B": the second verb needs its "ska"
  const bound = words.some(({ lower }, i) => BINDS.test(lower) && infinitiveOf(words[i + 1]?.lower ?? ""));
  const said = bound ? bare(text) : bare(text).replace(/ ska(?:ll)? vara /u, " är ");
  if (!first) return "";
  if (GROUPS.test(first.lower) && verb > 0)
    return `Minst … procent av ${/^(?:äldre|unga)$/u.test(first.lower) ? "de " : ""}${small(said)}.`;
  if (verb < 0) return `${said}: från … till ….`;
  return `Minst … procent av ${audienceOf(text)} instämmer i ”${said}”.`;
}

/** The wording with its open words taken out, or with what they shall mean. */
export function tryMeasured(read: Read, span: Span, activity: Span | undefined): string {
  const { text } = read;
  const words = text.slice(span.from, span.to).toLowerCase();
  const before = text.slice(0, span.from).trimEnd();
  const after = text.slice(span.to);
  if (
    /^(?:vid behov|i möjligaste mån|.*som möjligt|om möjligt|på sikt|i den mån|efter förmåga)$/u.test(words)
  )
    return `${bare(`${before}${after}`)} från … till ….`;
  if (/^(?:för)?stärk(?:s|er)$/u.test(words))
    return `${before} ökar från … till …${bare(after) === "" ? "" : ` ${bare(after).trim()}`}.`;
  if (activity) return tryResult(read, activity);
  const verb = verbOf(words.split(" ")[0] ?? "");
  if (verb?.is === "effort") return tryResult(read, span);
  if (verb?.is === "change" || /^(?:ökad|ökat|bättre|mer|större|förbättrad|stärkt|utökad)/u.test(words))
    return `${bare(text)}: från … till … enligt ${audienceOf(text)}.`;
  return tryLevel(read);
}

export const tryYear = ({ text, year }: Read): string =>
  /(?:19|20)\d{2}/u.test(text)
    ? `Senast ${year ?? "…"}: ${bare(text)}.`
    : `${bare(text)} senast ${year ?? "…"}.`;

/** The goal without what stands in its means; where that came first, the subject gets its place before the verb again. */
export function tryWithout({ text }: Read, { from, to }: Span): string {
  const rest = bare(`${text.slice(0, from).trimEnd()}${text.slice(to)}`)
    .trim()
    .replace(/^,\s*/u, "");
  const [verb = "", ...after] = rest.split(" ");
  if (text.slice(0, from).trim() !== "" || !isTensed(verb.toLowerCase())) return `${capital(rest)}.`;
  const subject = /^(?:fler|färre|alla|samtliga|de|den|det|varje|ingen|minst|högst)$/u.test(after[0] ?? "")
    ? 2
    : 1;
  return `${capital([...after.slice(0, subject), verb, ...after.slice(subject)].join(" "))}.`;
}

/** Each goal by itself, with the subject that they share. */
export function tryApart(read: Read, spans: readonly Span[]): string {
  const { text, words } = read;
  const starts = [0, ...spans.map(({ from }) => from)];
  const first = words.findIndex((word, i) => read.main[i] && isTensed(word.lower));
  const subject = first > 0 ? text.slice(words[0]?.from, words[first - 1]?.to) : "";
  const modal = MODAL.test(words[first]?.lower ?? "") ? ` ${words[first]?.text}` : "";
  return starts
    .map((from, i) => bare(text.slice(from, starts[i + 1] ?? text.length)).replace(/[\s,;]+$/u, ""))
    .map((part, i) => {
      const bound = BOUND.exec(part)?.[0] ?? "";
      const own = part.slice(bound.length);
      return `”${capital(i === 0 ? own : withSubject(own, bound.replace(/^[\s,;]*(?:(?:och|samt|men|medan)[\s,]+)*/iu, ""), subject, modal))}.”`;
    })
    .join(" ");
}

/** What binds a goal to the one before it. */
const BOUND =
  /^[\s,;]*(?:(?:och|samt|men|medan|dessutom|samtidigt som|samtidigt|att|dels|även)(?![\p{L}])[\s,]*)*/iu;

function withSubject(part: string, bound: string, subject: string, modal: string): string {
  const [first = ""] = part.toLowerCase().split(" ");
  if (/^(?:dels|dessutom|samtidigt)/iu.test(bound) && isTensed(first)) {
    const [verb, noun = "", ...rest] = part.split(" ");
    return [noun, verb, ...rest].join(" ");
  }
  if (subject !== "" && isTensed(first)) return `${subject} ${part}`;
  return subject !== "" && modal !== "" && infinitiveOf(first) ? `${subject}${modal} ${part}` : part;
}

/** The first statement, where a wording is long. */
export function tryShort({ text, words, main }: Read): string {
  const end = words.findIndex(
    (word, i) =>
      i > 4 &&
      (word.sentence > 0 ||
        !main[i] ||
        word.gap.includes(",") ||
        /^(?:genom|samt|och|för)$/u.test(word.lower)),
  );
  return `${bare(text.slice(0, end < 0 ? text.length : words[end]?.from)).replace(/[,;:]$/u, "")}.`;
}

import { BINDS } from "./clauses.ts";
import type { Word } from "./text.ts";
import { isTensed } from "./verbs.ts";

/** The municipality and its parts: what they do is an activity, whatever the verb. */
const ORGANISATION =
  /^(?:vi|kommunen|koncernen|staden|regionen|organisationen|bolaget|bolagen|[\p{L}-]*(?:nämnden|nämnder|nämnd|nämnderna|styrelsen|styrelse|bolaget|bolag|förvaltningen|förvaltningar|förvaltningarna|kontoret|enheten|enheter|enheterna|verksamhet|verksamheten|verksamheterna|verksamheter|avdelningen|tjänsten|omsorgen|elevhälsan)|ab|enhet|skola|[\p{L}]*skola(?:n|or|orna)?|biblioteket|biblioteken|rektorerna|rektorer|chefer|cheferna|handläggarna|[\p{L}]+ kommun|kommun|museet|kulturskolan|hemtjänsten)$/u;
const STAFF =
  /^(?:medarbetarna|medarbetare|personalen|[\p{L}]*personal|lärarna|lärare|pedagogerna|anställda)$/u;
/** Those whom the service is for: what they do is a result. */
const PEOPLE =
  /^(?:man|unga|äldre|vuxna|män|boende)$|(?:elev(?:er|erna|en)?|barn(?:en)?|ungdom(?:ar|arna)?|pojkar|flickor|studenter|brukare|brukarna|hyresgäst(?:er|erna)?|invånare|invånarna|medborgare|medborgarna|människor|personer|person|kvinnor|familjer|föräldrar|vårdnadshavare|anhöriga|klienter|kunder|kunderna|besökare|besökarna|företag|företagen|företagare|företagarna|nyanlända|deltagare|deltagarna|hushåll|hushållen|föreningar|föreningarna|ensamkommande|arbetssökande)$/u;

/** A municipality by its name: "Enköping skapar …". */
const PLACE =
  /^(?:\p{L}{2,}(?:köping|stad|torp|borg|hamn|sund|holm|berg|lund|hult|fors|inge|arp|stena|tälje)|\p{L}{4,}(?:by|ås|ö|å|vik|ryd|näs|löv))$/u;
/** Words that are people where they stand alone: "fler", "den som …". */
const ALONE = /^(?:alla|ingen|fler|färre|flest|den|de)$/u;
const PREPOSITION =
  /^(?:i|på|för|med|av|till|inom|från|om|hos|under|vid|mot|mellan|bland|genom|utan|över|efter|senast)$/u;

export type Actor = "organisation" | "staff" | "people" | "thing" | "nobody";

/** Who does it, by the words of the verb's own clause before it, and up to `last` where the clause is turned round. */
export function actorOf(words: readonly Word[], main: readonly boolean[], verb: number, last = verb): Actor {
  const sentence = words[verb]?.sentence;
  let start = verb;
  while (words[start - 1]?.sentence === sentence && !partsClauses(words, start - 1)) start--;
  const before = words.slice(start, verb).filter((_, at) => main[start + at]);
  const between = words.slice(verb + 1, last);
  for (const group of [before, between]) {
    const found = named(untilPreposition(group).map(({ lower }) => lower));
    if (found) return found;
  }
  if (between.some(({ lower }) => ORGANISATION.test(lower))) return "organisation";
  return before.length === 0 ? "nobody" : "thing";
}

function named(subject: readonly string[]): Actor | undefined {
  if (subject.length === 1 && ALONE.test(subject[0] ?? "")) return "people";
  if (subject.some((word) => PEOPLE.test(word))) return "people";
  if (subject.some((word) => STAFF.test(word))) return "staff";
  if (subject.length === 1 && PLACE.test(subject[0] ?? "")) return "organisation";
  return subject.some((word) => ORGANISATION.test(word)) ? "organisation" : undefined;
}

/** A subject stands before a preposition does: "barn i förskolan" are the children. */
function untilPreposition(group: readonly Word[]): readonly Word[] {
  const at = group.findIndex(({ lower }) => PREPOSITION.test(lower));
  return at <= 0 ? group : group.slice(0, at);
}

/** Whether a binding word parts two clauses: there is a verb before it too. */
const partsClauses = (words: readonly Word[], at: number): boolean =>
  BINDS.test(words[at]?.lower ?? "") &&
  words.slice(0, at).some(({ lower, sentence }) => sentence === words[at]?.sentence && isTensed(lower));

export const LEAD_IN =
  /^(?:att|aktivt|fortsatt|fortlöpande|kontinuerligt|löpande|systematiskt|gemensamt|tillsammans|målmedvetet|även|också|vidare|särskilt|årligen|snarast|och|samt|inte)$/u;

/** Whether a sentence begins with this word, but for words that say how. */
export function begins(words: readonly Word[], i: number): boolean {
  const word = words[i] as Word;
  for (let k = i - 1; k >= 0 && words[k]?.sentence === word.sentence; k--)
    if (!LEAD_IN.test(words[k]?.lower ?? "")) return false;
  return true;
}

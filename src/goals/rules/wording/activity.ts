import { firstInfinitive, unknownAct } from "./act-by-place.ts";
import { actorOf, begins } from "./actor.ts";
import { amountsIn } from "./amounts.ts";
import { BINDS } from "./clauses.ts";
import { doingNouns } from "./doing-nouns.ts";
import { outermost, type Span, spanOf, spansOf, type Word, whole } from "./text.ts";
import { acts, infinitiveOf, isTensed, MODAL, type Verb, verbOf } from "./verbs.ts";

/** Verbs that only with their particle say what is done. */
const PHRASES = whole(
  "ta(?:s|r|git|gits)? (?:\\p{L}+ )?fram|se(?:r|s|tt)? (?:\\p{L}+ )?över|se(?:r|s)? till att|följ(?:a|er|s|as)(?: \\p{L}+)? upp|sätt(?:a|er|s|as) (?:i ?gång|upp)|gör(?:a|s)? klart?|gör(?:a|s)? en (?:översyn|utredning|kartläggning|analys)|tar? initiativ|ta(?:s|r)? i (?:drift|bruk)|går? (?:en )?(?:kurs|utbildning)|ska(?:ll)? lyftas|skapa[rs]? (?:\\p{L}+ )?förutsättningar|ge(?:r|s)? (?:\\p{L}+ )?(?:förutsättningar|stöd|möjlighet|alla möjlighet)",
);
/** What the municipality makes or holds: more of it is an output. */
const OUTPUTS = whole(
  "(?:öka[rst]?|utöka[rs]?|ökat|fler|flera|antalet|antal)(?: antalet| antal)? (?:\\p{L}+ )?(?:[\\p{L}-]*(?:träffar|utbildningar|utbildningsinsatser|tillsynsbesök|e-tjänster|tillsyner|inspektioner|kontroller|kampanjer|aktiviteter|möten|samråd|informationsinsatser|föreläsningar|workshops|arrangemang|evenemang|kurser|satsningar|projekt|handlingsplaner|rutiner|policyer|dialogmöten))",
);
const OUTPUT_ANSWERED = /(?<!\p{L})(?:besöker|deltar|del(?:tagare)|nöjda|utan)(?!\p{L})/iu;
/** How something is run, not that it is. */
const MANNER = whole(
  "på (?:ett|en|bästa) [\\p{L}]+(?:(?:,| och) [\\p{L}]+)* sätt|inom (?:tilldelad |given |beslutad )?(?:budget|ekonomisk|kostnads)?ram\\p{L}*|kostnadseffektivt|rättssäkert|effektivt|med (?:rätt|god|hög) kvalitet|utifrån (?:tilldelade|givna) [\\p{L}]+",
);
const RUN =
  /^(?:tillvarata|använda|nyttja|utnyttja|hantera|bedriva|driva|genomföra|utföra|sköta|hålla|leverera|bygga|utveckla)$/u;
/** Acts whose amount is what residents get: "minst 200 bostäder byggs". */
const MADE =
  /^(?:bygga|anta|anlägga|uppföra|sälja|starta|etablera|skapa|ersätta|leda|hålla|installera|avveckla|bilda|göra|framställa|renovera|arbeta|köpa)$/u;

/** What is done to people themselves, so that they are who it is said of: "elever erbjuds", "alla chefer utbildas". */
const OFFERED =
  /^(?:erbjuda|tillhandahålla|utbilda|fortbilda|vidareutbilda|informera|kompetensutveckla|handleda|lotsa|rekrytera|anställa|inbjuda|anvisa)$/u;

/** What only an organisation does, so that whoever the sentence names is one: "Linköping erbjuder …". */
const ONLY_ORGANISATIONS =
  /^(?:erbjuda|tillhandahålla|bedriva|samverka|anordna|upprätta|införa|implementera|marknadsföra|upphandla)$/u;

const onlyOrganisations = (verb: Verb, next: Word | undefined): boolean =>
  ONLY_ORGANISATIONS.test(verb.lemma) ||
  (verb.lemma === "arbeta" &&
    /^(?:med|för|mot|efter|aktivt|systematiskt|strategiskt|förebyggande|utifrån)$/u.test(next?.lower ?? ""));

/** Where a wording says what is done instead of what it leads to (model §2.1, V-5). */
export function activitiesIn(text: string, words: readonly Word[], main: readonly boolean[]): Span[] {
  const counted = amountsIn(text).length > 0;
  const found: Span[] = [...phrases(text, words, main)];
  if (!OUTPUT_ANSWERED.test(text)) found.push(...spansOf(text, OUTPUTS));
  for (const [i, word] of words.entries()) {
    if (!main[i]) continue;
    if (firstInfinitive(words, main, i)) found.push(spanOf(word));
    if (unknownAct(words, main, i)) found.push(spanOf(word));
    if (MODAL.test(word.lower)) found.push(...afterModal(text, words, main, i, counted));
    else if (isTensed(word.lower)) found.push(...finite(text, words, main, i, counted));
  }
  found.push(...doingNouns(words, main));
  return outermost(found);
}

/** "Ta fram", "se över": where the wording begins with it, or the municipality or nobody is the one who does it. */
function phrases(text: string, words: readonly Word[], main: readonly boolean[]): Span[] {
  return spansOf(text, PHRASES).filter(({ from }) => {
    const i = words.findIndex((word) => word.from === from);
    if (i < 0 || !main[i]) return false;
    const word = words[i] as Word;
    if (/^ge[rs]$/u.test(word.lower)) return false;
    if (begins(words, i)) return true;
    if (word.lower === "ge") return actorOf(words, main, i) === "organisation";
    return /s$/u.test(word.lower) || actorOf(words, main, i) !== "people";
  });
}

function afterModal(
  text: string,
  words: readonly Word[],
  main: readonly boolean[],
  i: number,
  counted: boolean,
): Span[] {
  const sentence = words[i]?.sentence;
  let j = i + 1;
  while (j < words.length && j < i + 12 && words[j]?.sentence === sentence) {
    const lower = words[j]?.lower ?? "";
    if (main[j] === false && lower !== "att" && !infinitiveOf(lower)) {
      j++;
      continue;
    }
    const verb = infinitiveOf(lower);
    if (verb && lower !== "kunna" && (main[j] || words[i]?.lower === "kommer")) break;
    if (isTensed(lower) && !verb) return [];
    j++;
  }
  const word = words[j];
  const verb = word && word.sentence === sentence ? infinitiveOf(word.lower) : undefined;
  if (!word || !verb) return [];
  const whole = spanOf(words[i] as Word, j - i <= 3 ? word : (words[i] as Word));
  const span = j - i <= 3 ? whole : spanOf(word);
  if (/^(?:ha|vara|bli)$/u.test(verb.lemma))
    return done(words, j, sentence) ? [spanOf(word, words[j + 1] ?? word)] : [];
  const passive =
    verb.forms.has("passive-infinitive") && word.lower.endsWith("s") && !verb.forms.has("infinitive");
  if (passive && RUN.test(verb.lemma) && text.slice(word.to).search(MANNER) >= 0) return [];
  if (passive)
    return (acts(verb) || verb.lemma === "hålla") && !(counted && MADE.test(verb.lemma)) ? [span] : [];
  const subject = actorOf(words, main, i, j);
  if (subject === "people") return [];
  if (subject === "staff") return acts(verb) ? [span] : [];
  if (subject === "organisation" || subject === "nobody") return saysResult(verb, counted) ? [] : [span];
  if (onlyOrganisations(verb, words[j + 1])) return [span];
  return verb.is === "effort" || /^(?:skapa|utveckla|fortsätta|anpassa)$/u.test(verb.lemma) ? [span] : [];
}

/** What even the municipality can say of its results: "når", "är"; and, with an amount, "betalar 98 procent i tid". */
const saysResult = (verb: Verb, counted: boolean): boolean =>
  verb.is === "change" ||
  verb.is === "state" ||
  (counted && (verb.is === "serve" || verb.lemma === "göra")) ||
  /^(?:ge|ta|se|komma|gå|stå|behöva)$/u.test(verb.lemma);

/** "ha infört", "vara framtagen", "har byggts": what is done is done. */
function done(words: readonly Word[], at: number, sentence: number | undefined): boolean {
  const auxiliary = words[at]?.lower ?? "";
  for (const word of words.slice(at + 1, at + 5)) {
    if (word.sentence !== sentence || BINDS.test(word.lower)) return false;
    const verb = verbOf(word.lower);
    if (verb?.is !== "act") continue;
    if (/^(?:ha|har|haft)$/u.test(auxiliary)) return verb.forms.has("supine");
    return (
      verb.forms.has("participle") &&
      /^(?:införa|genomföra|framta|anta|upprätta|bygga|utarbeta|etablera|fastställa|anlägga|uppföra|inrätta|implementera|revidera|digitalisera|uppdatera|installera|lansera|renovera)$/u.test(
        verb.lemma,
      )
    );
  }
  return false;
}

function finite(
  text: string,
  words: readonly Word[],
  main: readonly boolean[],
  i: number,
  counted: boolean,
): Span[] {
  const word = words[i] as Word;
  const verb = verbOf(word.lower) as Verb;
  if (word.lower === "inför" && words.slice(0, i).some((w, k) => main[k] && isTensed(w.lower))) return [];
  const subject = actorOf(words, main, i);
  if (/^(?:ha|vara|bli)$/u.test(verb.lemma)) {
    if (!done(words, i, word.sentence)) return [];
    const at = words.findIndex((w, k) => k > i && verbOf(w.lower)?.is === "act");
    const isDone = verbOf(words[at]?.lower ?? "")?.lemma ?? "";
    if (counted && MADE.test(isDone)) return [];
    return subject === "people" ? [] : [spanOf(word, words[at] ?? word)];
  }
  if (/^fortsätt/u.test(verb.lemma) || word.lower === "fortsätter")
    return words[i + 1]?.lower === "att" || counted || subject === "people" ? [] : [spanOf(word)];
  const passive = verb.forms.has("passive") && word.lower.endsWith("s");
  if (passive) {
    if (!acts(verb) && verb.lemma !== "hålla") return ges(verb, subject) ? [spanOf(word)] : [];
    if (subject === "people" && verb.is === "act" && !OFFERED.test(verb.lemma)) return [];
    if (RUN.test(verb.lemma) && text.slice(word.to).search(MANNER) >= 0) return [];
    return counted && MADE.test(verb.lemma) ? [] : [spanOf(word)];
  }
  if (subject === "staff") return acts(verb) ? [spanOf(word)] : [];
  if (subject === "thing" && onlyOrganisations(verb, words[i + 1])) return [spanOf(word)];
  const bare = i === 0 || begins(words, i);
  if (subject === "organisation" || bare) return saysResult(verb, counted) ? [] : [spanOf(word)];
  return [];
}

/** "Nyanlända ges samhällsorientering": it is offered to them. */
const ges = (verb: Verb, subject: string): boolean => verb.lemma === "ge" && subject !== "thing";

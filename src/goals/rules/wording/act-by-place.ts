import { actorOf, begins, LEAD_IN } from "./actor.ts";
import { BINDS } from "./clauses.ts";
import type { Word } from "./text.ts";
import { acts, imperativeOf, infinitiveOf, isTensed, MODAL, verbOf } from "./verbs.ts";

/**
 * A verb that nobody has heard, by its place: "ska permanentas"; "Kommunen ska genomlysa …"; and what stands right after the
 * municipality, where a verb must stand.
 */
export function unknownAct(words: readonly Word[], main: readonly boolean[], i: number): boolean {
  const [before, word] = [words[i - 1], words[i] as Word];
  if (
    !before ||
    before.sentence !== word.sentence ||
    word.gap !== " " ||
    verbOf(word.lower) ||
    NO_INFINITIVE.test(word.lower)
  )
    return false;
  if (/^(?:ska|skall)$/u.test(before.lower)) {
    if (/^\p{L}{4,}as$/u.test(word.lower)) return true;
    return /^\p{L}{4,}a$/u.test(word.lower) && /^(?:organisation|staff)$/u.test(actorOf(words, main, i - 1));
  }
  return (
    i === 1 &&
    /^\p{L}{3,}[ae]r$/u.test(word.lower) &&
    /^\p{Ll}/u.test(word.text) &&
    /(?:en|et|vi)$/u.test(before.lower) &&
    actorOf(words, main, i) === "organisation"
  );
}

/** "Stöd föreningarna": what one is told to do. Before a preposition it is a noun: "stöd till anhöriga". */
function toldTo(word: Word, next: Word | undefined): boolean {
  const verb = imperativeOf(word.lower);
  return (
    verb !== undefined &&
    acts(verb) &&
    next !== undefined &&
    !/^(?:för|till|i|på|av|från|som|och|är|ska)$/u.test(next.lower)
  );
}

/** "Att i dialog med andra arbeta för …": the first verb of a wording that begins as an aim. */
function firstAfterAim(words: readonly Word[], i: number): boolean {
  const start = words.findIndex(({ sentence }) => sentence === words[i]?.sentence);
  if (words[start]?.lower !== "att") return false;
  return !words.slice(start + 1, i).some(({ lower }) => isTensed(lower) || infinitiveOf(lower) !== undefined);
}

/** A first word in -a that nobody has heard, before what it does something to: an adjective in -a stands before no definite noun. */
const looksInfinitive = (word: string, next: Word | undefined): boolean =>
  /^\p{L}{4,}a$/u.test(word) &&
  !NO_INFINITIVE.test(word) &&
  next !== undefined &&
  /^(?:en|ett|den|det|de|alla|samtliga|fler|sina|vår|våra|kommunens)$|\p{L}{3}(?:arna|erna|orna|ningen|heten|tionen)$/u.test(
    next.lower,
  );
const NO_INFINITIVE =
  /^(?:samtliga|flera|dessa|samma|hela|båda|unga|egna|andra|vissa|många|extra|bara|inga|våra|sina|alla|första|sista|bästa|största|minsta|förra|nästa|varenda|gärna|minska|öka)$|(?:arna|erna|orna|iga|liga|ande|iska|ella|bara|samma|aste|ade|fria|trala)$/u;

/** An infinitive that the sentence begins with, or that is bound to such a one. */
export function firstInfinitive(words: readonly Word[], main: readonly boolean[], i: number): boolean {
  const word = words[i] as Word;
  if (begins(words, i) && toldTo(word, words[i + 1])) return true;
  const verb = infinitiveOf(word.lower);
  if (!verb && begins(words, i) && looksInfinitive(word.lower, words[i + 1])) return true;
  if (!verb?.forms.has("infinitive") || verb.is === "change" || verb.is === "state") return false;
  if (/^(?:ta|se|komma|gå|stå|tro|bo|dö|göra)$/u.test(verb.lemma)) return false;
  if (begins(words, i)) return true;
  if (firstAfterAim(words, i)) return true;
  const before = words[i - 1];
  const bound =
    before !== undefined &&
    (BINDS.test(before.lower) || (word.gap.includes(",") && before.sentence === word.sentence));
  if (!bound || !acts(verb)) return false;
  const start = words.findIndex(({ sentence }) => sentence === word.sentence);
  const head = words.slice(start, i).findIndex(({ lower }) => !LEAD_IN.test(lower));
  const firstWord = words[start + Math.max(head, 0)];
  if (firstWord && infinitiveOf(firstWord.lower)?.forms.has("infinitive")) return true;
  return words
    .slice(start, i)
    .some(
      (w, at) =>
        MODAL.test(w.lower) && main[start + at] && actorOf(words, main, start + at) === "organisation",
    );
}

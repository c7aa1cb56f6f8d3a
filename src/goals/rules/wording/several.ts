import { amountsIn } from "./amounts.ts";
import { BINDS } from "./clauses.ts";
import { type Span, spanOf, type Word } from "./text.ts";
import { infinitiveOf, isTensed, MODAL, verbOf } from "./verbs.ts";

const ADDS =
  /^(?:dessutom|alltid|fortsatt|också|även|samtidigt|därutöver|därtill|som|att|ska|skall|inte|dels)$/u;
/** A change that stands before what is changed: "fler utställningar", "ökad trygghet". */
const CHANGED =
  /^(?:fler|färre|ökad|ökat|ökade|minskad|minskat|minskade|högre|lägre|bättre|kortare|längre|snabbare|större|förbättrad|förbättrat|förbättrade|stärkt|stärkta|halverad|halverat|halverade|tryggare|enklare|sänkt|sänkta|höjd|höjda|nöjdare|friskare|effektivare)$/u;
const NOT_NEXT =
  /^(?:mot|jämfört|än|upp|ned|ner|varav|dock|främst|särskilt|framför|inklusive|exklusive|exempelvis|trots|utan|som|vilket|vilka|där|när|för|genom|så|då|om|inte|därmed|däribland|i|på|till|av|med|från|hos|inom|bland)$/u;
const REACH = 8;

/**
 * Where a wording begins another goal (model §2.1, V-5): after a binding word or a comma, with a predicate, a change or an
 * amount of its own, when there has been one before it.
 */
export function furtherGoals(text: string, words: readonly Word[], main: readonly boolean[]): Span[] {
  const amounts = amountsIn(text);
  const found: Span[] = [];
  for (const [i, word] of words.entries()) {
    const before = words[i - 1];
    if (!before) continue;
    const fresh = before.sentence !== word.sentence;
    const binds = BINDS.test(word.lower) && main[i] === true;
    const dels = word.lower === "dels" && words.slice(0, i).some(({ lower }) => lower === "dels");
    const comma = word.gap.includes(",") && !binds && main[i] === true;
    const meanwhile = word.lower === "samtidigt" && words[i + 1]?.lower === "som";
    const colon = !fresh && word.gap.includes(":");
    if (colon || !(fresh || binds || dels || comma || meanwhile)) continue;
    if (binds && before.text.endsWith("-")) continue;
    const start = dels ? i + 1 : skipped(words, binds || meanwhile ? i + 1 : i);
    const end = dels
      ? headAfter(words, main, start, i)
      : head(words, main, start, {
          fresh,
          aside: comma === true,
          amounts,
          text,
          from: fresh ? 0 : sentenceStart(words, i),
          at: i,
        });
    if (end !== undefined) found.push(spanOf(word, words[end] ?? word));
  }
  return distinct(found);
}

interface Place {
  readonly fresh: boolean;
  readonly aside: boolean;
  readonly amounts: readonly Span[];
  readonly text: string;
  /** The first word of what stands before, and the word that binds. */
  readonly from: number;
  readonly at: number;
}

const sentenceStart = (words: readonly Word[], i: number): number =>
  words.findIndex(({ sentence }) => sentence === words[i]?.sentence);

function skipped(words: readonly Word[], from: number): number {
  let start = from;
  while (
    ADDS.test(words[start]?.lower ?? "") ||
    (start > from && /^(?:och|samt)$/u.test(words[start]?.lower ?? ""))
  ) {
    if (
      /^(?:som|att)$/u.test(words[start]?.lower ?? "") &&
      start === from &&
      words[start - 1]?.lower !== "samtidigt"
    ) {
      if (words[start]?.lower === "som") return words.length;
    }
    start++;
  }
  if (BINDS.test(words[start]?.lower ?? "")) start++;
  return start;
}

/** The word with which the new statement has said its thing, where there is a new statement. */
function head(
  words: readonly Word[],
  main: readonly boolean[],
  start: number,
  place: Place,
): number | undefined {
  const first = words[start];
  if (!first || first.sentence !== words[place.at]?.sentence || NOT_NEXT.test(first.lower)) return undefined;
  const left = words
    .slice(place.from, place.at)
    .map((word, k) => ({ word, main: main[place.from + k] === true }));
  const predicate =
    left.some(({ word, main: own }) => own && isTensed(word.lower)) ||
    startsWithInfinitive(left.map(({ word }) => word));
  const nominal =
    CHANGED.test(left[0]?.word.lower ?? "") || /^(?:öka|mer|minst|högst)/u.test(left[0]?.word.lower ?? "");
  if (!predicate && !nominal) return undefined;
  const bound = words[place.at - 1];
  // A verb of its own
  if (predicate && isTensed(first.lower) && main[start])
    return sharesObject(words, place.at, start) ? undefined : start;
  const infinitive = infinitiveOf(first.lower);
  if (
    infinitive &&
    main[start] !== undefined &&
    (modalHasVerb(left) || startsWithInfinitive(left.map(({ word }) => word)))
  )
    return sharesObject(words, place.at, start) ? undefined : start;
  if (predicate) {
    const verb = headAfter(words, main, start, place.at);
    if (verb !== undefined && !(place.aside && verb - start > 5)) return verb;
  }
  // A change of its own
  const next = words[start + 1];
  if (
    CHANGED.test(first.lower) &&
    next &&
    next.sentence === first.sentence &&
    !BINDS.test(next.lower) &&
    !next.gap.includes(",") &&
    !(bound && CHANGED.test(bound.lower)) &&
    !/^(?:än|i|för|på)$/u.test(next.lower)
  )
    return start + 1;
  // "… samt besöken fler": the verb is that of the statement before
  if (predicate && next && CHANGED.test(next.lower) && words[start + 2]?.sentence !== first.sentence)
    return start + 1;
  if (nominal && !predicate && next?.sentence === first.sentence && /^(?:mer|mindre)$/u.test(first.lower))
    return start + 1;
  return predicate ? amountOf(words, start, place) : undefined;
}

/** Whether the latest verb is "ska" with what is done: another infinitive may then follow. */
function modalHasVerb(left: readonly { word: Word; main: boolean }[]): boolean {
  const at = left.findLastIndex(({ word, main }) => main && isTensed(word.lower));
  if (at < 0 || !MODAL.test(left[at]?.word.lower ?? "")) return false;
  return left.slice(at + 1).some(({ word, main }) => main && infinitiveOf(word.lower));
}

const startsWithInfinitive = (left: readonly Word[]): boolean => {
  const first = left.find(({ lower }) => !/^(?:att|aktivt|fortsatt|kontinuerligt|löpande)$/u.test(lower));
  return first !== undefined && infinitiveOf(first.lower)?.forms.has("infinitive") === true;
};

/** "Planera och genomföra en utbildning": the verb before has no object of its own yet. */
function sharesObject(words: readonly Word[], at: number, start: number): boolean {
  const before = words[at - 1];
  const verb = before && verbOf(before.lower);
  if (!verb || (verb.is === "state" && verb.lemma === "trivas")) return false;
  const next = words[start + 1];
  if (/^(?:vara|bli)$/u.test(before.lower)) return true;
  // "Byggandet ska öka och möta kravet": what increases has no object
  if (/^(?:öka|minska|växa)$/u.test(verb.lemma) && verbOf(words[start]?.lower ?? "")?.is !== "change")
    return false;
  const form =
    (verb.forms.has("passive") || verb.forms.has("passive-infinitive")) && before.lower.endsWith("s");
  if (form) return true;
  return (
    next !== undefined &&
    next.sentence === before.sentence &&
    verb.is !== "state" &&
    (isTensed(before.lower) || verb.forms.has("infinitive")) &&
    !/^(?:trivs|mår|ökar|minskar|växer)$/u.test(before.lower)
  );
}

/** A verb after a subject of its own: "och sjukfrånvaron minskar". */
function headAfter(
  words: readonly Word[],
  main: readonly boolean[],
  start: number,
  at: number,
): number | undefined {
  const sentence = words[start]?.sentence;
  for (let k = start; k < words.length && k < start + REACH; k++) {
    const word = words[k] as Word;
    if (word.sentence !== sentence || (k > start && (BINDS.test(word.lower) || word.gap.includes(","))))
      return undefined;
    if (k > at && isTensed(word.lower) && (main[k] || words[at]?.lower === "samtidigt")) return k;
  }
  return undefined;
}

/** "samt svinnet högst 20 gram": an amount of its own, after one or a statement before. */
function amountOf(words: readonly Word[], start: number, { amounts, at }: Place): number | undefined {
  const from = words[start]?.from ?? 0;
  const bind = words[at]?.from ?? 0;
  const earlier =
    amounts.some(({ to }) => to <= bind) ||
    words
      .slice(0, at)
      .some(({ lower }) => /(?:fri|fria|neutral|neutrala|alla|samtliga|noll|ingen|inga)$/u.test(lower));
  const own = amounts.find((span) => span.from >= from && span.from - from < 60);
  if (!earlier || !own || /^\d/u.test(words[start]?.lower ?? "")) return undefined;
  const last = words.findLastIndex((word) => word.to <= own.to);
  const between = words.slice(start + 1, last + 1);
  return between.some((word) => BINDS.test(word.lower) || word.gap.includes(",")) ? undefined : last;
}

function distinct(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) if (!kept.some(({ to }) => span.from < to)) kept.push(span);
  return kept;
}

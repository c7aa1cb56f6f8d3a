import { ownValue } from "../../../kernel/own-value.ts";
import { FIRST, SECOND, STRONG, type VerbClass } from "./verb-list.ts";

/** Which form of its verb a word is: `passive` is the present in -s, `passive-infinitive` what follows "ska". */
export type Form = "infinitive" | "present" | "passive" | "passive-infinitive" | "supine" | "participle";

export interface Verb {
  readonly lemma: string;
  readonly is: VerbClass;
  readonly forms: ReadonlySet<Form>;
}

const CLASSES: readonly VerbClass[] = ["change", "act", "effort", "state", "serve", "live"];
/** Forms that are a noun or another word far oftener than a verb in a goal. */
const NO_VERB = new Set(
  "begränsad begränsat öppna för tillväxt skola hälsa stöd resa hyra arbete var bygg start mer leda utbildning lära rika nya stora lika fälla väga klar klart klara ställd röst spar rent skild köpt rik led visa starta lån rena grund klart trygga".split(
    " ",
  ),
);
/** … and are a verb still where an infinitive must stand, as after "ska" or first in the sentence. */
const INFINITIVE_STILL = new Set("starta visa klara leda rena lära resa trygga hyra".split(" "));

const known = new Map<string, { lemma: string; is: VerbClass; forms: Set<Form> }>();

function learn(word: string, form: Form, lemma: string, is: VerbClass): void {
  const had = known.get(word);
  if (had) {
    if (had.lemma === lemma) had.forms.add(form);
  } else known.set(word, { lemma, is, forms: new Set([form]) });
}

function learnFirst(lemma: string, is: VerbClass): void {
  learn(lemma, "infinitive", lemma, is);
  learn(`${lemma}r`, "present", lemma, is);
  learn(`${lemma}s`, "passive", lemma, is);
  learn(`${lemma}s`, "passive-infinitive", lemma, is);
  for (const end of ["t", "ts"]) learn(`${lemma}${end}`, "supine", lemma, is);
  for (const end of ["d", "t", "de"]) learn(`${lemma}${end}`, "participle", lemma, is);
}

function learnSecond(lemma: string, is: VerbClass): void {
  const stem = lemma.slice(0, -1).replace(/j$/u, "");
  learn(lemma, "infinitive", lemma, is);
  learn(`${lemma}s`, "passive-infinitive", lemma, is);
  for (const end of /r$/u.test(stem) ? [""] : ["er", "jer"]) learn(`${stem}${end}`, "present", lemma, is);
  for (const end of ["s", "es"]) learn(`${stem}${end}`, "passive", lemma, is);
  const short = stem.replace(/(mm|nn)$/u, (two) => two.slice(1));
  const supine = /ställ$/u.test(stem)
    ? stem
    : /lägg$/u.test(stem)
      ? stem.replace("lägg", "lag")
      : /sätt$/u.test(stem)
        ? stem.replace("sätt", "sat")
        : short;
  for (const end of ["t", "ts"]) learn(`${supine}${end}`, "supine", lemma, is);
  for (const end of ["d", "da", "t", "ta"]) learn(`${supine}${end}`, "participle", lemma, is);
}

function learnStrong(forms: string, is: VerbClass): void {
  const [lemma = "", present = "-", passive = "-", supine = "-", ...participles] = forms.split(" ");
  learn(lemma, "infinitive", lemma, is);
  if (/[^s]$/u.test(lemma)) learn(`${lemma}s`, "passive-infinitive", lemma, is);
  if (present !== "-") learn(present, "present", lemma, is);
  if (passive !== "-") learn(passive, "passive", lemma, is);
  if (supine !== "-") {
    learn(supine, "supine", lemma, is);
    learn(`${supine}s`, "supine", lemma, is);
    learn(supine, "participle", lemma, is);
  }
  for (const one of participles) learn(one, "participle", lemma, is);
}

for (const is of CLASSES) {
  for (const forms of STRONG[is].split("|")) learnStrong(forms, is);
  for (const lemma of SECOND[is].split(" ")) learnSecond(lemma, is);
  for (const lemma of FIRST[is].split(" ")) learnFirst(lemma, is);
}

/** What one is told to do: "Stöd", "Stärk", "Bygg"; only first in a sentence, for most are nouns elsewhere. */
const told = new Map<string, Verb>();
for (const is of CLASSES)
  for (const lemma of [
    ...SECOND[is].split(" "),
    ...STRONG[is].split("|").map((forms) => forms.split(" ")[0] ?? ""),
  ]) {
    const verb = known.get(lemma);
    if (!/[^aeiouyåäö]a$/u.test(lemma) || !verb) continue;
    told.set(lemma.slice(0, -1), verb);
    told.set(lemma.replace(/j?a$/u, ""), verb);
  }
export const imperativeOf = (word: string): Verb | undefined => told.get(word);

const BEFORE =
  /^(?:vidare|genom|bort|ihop|åter|för|ut|upp|om|till|över|under|fram|ned|ner|sam|fort|ny|med|av|be|in|an|ner|energi|kvalitets|kompetens|kund|behovs|individ)(?=\p{L}{4})/u;
/** Every verb in -era is of the first conjugation, also one that nobody has heard before: "energideklarera". */
const ERA = /^(\p{L}{2,}era)(r|s|t|ts|d|de)?$/u;
const ERA_FORMS: Readonly<Record<string, readonly Form[]>> = {
  "": ["infinitive"],
  r: ["present"],
  s: ["passive", "passive-infinitive"],
  t: ["supine", "participle"],
  ts: ["supine"],
  d: ["participle"],
  de: ["participle"],
};
/** So is what is made to be something: "tillgängliggöra". */
const MADE = /^(\p{L}{3,}gör)(a|s|as)?$/u;
const MADE_FORMS: Readonly<Record<string, readonly Form[]>> = {
  "": ["present"],
  a: ["infinitive"],
  s: ["passive"],
  as: ["passive-infinitive"],
};
const NO_ERA = /^(?:fl|sen|and)era|^senaste/u;

/** The verb that a word is a form of, where it is one. */
export function verbOf(word: string): Verb | undefined {
  if (NO_VERB.has(word)) return undefined;
  return known.get(word) ?? compound(word) ?? newOne(word);
}

/** The verb of a word that stands where an infinitive must be. */
export const infinitiveOf = (word: string): Verb | undefined => {
  const verb = INFINITIVE_STILL.has(word) ? known.get(word) : verbOf(word);
  return verb?.forms.has("infinitive") || verb?.forms.has("passive-infinitive") ? verb : undefined;
};

function compound(word: string): Verb | undefined {
  const start = BEFORE.exec(word)?.[0];
  const rest = start === undefined ? undefined : known.get(word.slice(start.length));
  if (!rest || rest.lemma.length < 4 || rest.is === "state") return undefined;
  return { ...rest, lemma: `${start}${rest.lemma}`, is: rest.is };
}

function newOne(word: string): Verb | undefined {
  const made = MADE.exec(word);
  if (made) return { lemma: `${made[1]}a`, is: "act", forms: new Set(ownValue(MADE_FORMS, made[2] ?? "")) };
  const found = NO_ERA.test(word) ? undefined : ERA.exec(word);
  if (!found) return undefined;
  return { lemma: found[1] as string, is: "act", forms: new Set(ownValue(ERA_FORMS, found[2] ?? "")) };
}

const FINITE: readonly Form[] = ["present", "passive"];
export const MODAL = /^(?:ska|skall|skulle|bör|måste|kommer|behöver|vill|avser|kan)$/u;
export const isTensed = (word: string): boolean =>
  MODAL.test(word) || FINITE.some((form) => verbOf(word)?.forms.has(form));
export const isInfinitive = (word: string): boolean => infinitiveOf(word) !== undefined;
/** Whether it says what is done or meant, not what comes of it. */
export const acts = (verb: Verb): boolean => verb.is === "act" || verb.is === "effort";

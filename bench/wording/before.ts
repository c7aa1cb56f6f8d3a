import { type Remark, remark } from "../../src/kernel/remark.ts";

// The rule as it was before it read words by their forms (decision 045): kept to measure against, used by nothing else.

const CITE = "§2.1";

/** Whole words: neither begins nor ends inside another. */
const words = (pattern: string) => new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, "giu");

/**
 * What is done, not what it leads to. Many of the verbs say a result when a resident is the one who acts ("fler elever
 * genomför gymnasiet", "barnen utvecklar sitt språk"), so their present tense counts only after a word for the municipality.
 */
const ORGANISATION =
  "vi|nämnden|styrelsen|bolaget|förvaltningen|kommunen|verksamheten|verksamheterna|enheten|enheterna|[\\p{L}]+(?:nämnden|styrelsen|förvaltningen|enheten)";
const ACTIVITY = words(
  [
    "genomföras?|genomförs|införas?|införs|implementera[rs]?|kartlägg(?:a|as|s|er)|upprätta[rs]?|anordna[rs]?",
    "utred(?:a|as|s|er)|påbörja[rs]?|ta(?:s|r)? fram|se(?:r|s)? över|skapa[rs]? förutsättningar|erbjuda|erbjudas|erbjuds",
    "arbeta(?:r|s)? (?:aktivt|vidare|systematiskt|strategiskt)|arbetet (?:med|för)",
    `(?:${ORGANISATION}) (?:ska |skall |kommer att )?(?:arbeta|arbetar|genomför|inför|utveckla|utvecklar|starta|startar|bygga|bygger|erbjuder|fortsätta|fortsätter|bedriva|bedriver|bidrar|medverkar|säkerställer|motverkar)`,
    `(?:${ORGANISATION}) (?:ska|skall|kommer att) (?:bidra|medverka|säkerställa|motverka|behålla|rekrytera|attrahera)`,
    "(?:ska|skall|att|kommer att) (?:vi |nämnden )?(?:arbeta med|arbeta för|bygga|starta|bedriva)",
  ].join("|"),
);
/** The same verbs when the wording begins with them: "Utveckla samverkan med …". */
const ACTIVITY_FIRST =
  /^\s*(?:att )?(?:arbeta|utveckla|starta|bygga?|inför|genomför|erbjud|fortsätta?|utveckling av|satsa(?:r)?|bedriva|säkerställ(?:a|er)|motverkar?|bidrar?|medverkar?)(?![\p{L}])/giu;

/** Words that leave it open whether anything needs to happen. */
const HEDGE = words(
  "vid behov|verka för|sträva(?:r)? (?:efter|mot)|i möjligaste mån|på sikt|om möjligt|främja[rs]?|uppmuntra[rs]?|verka(?:r)? för|lämplig(?:a|t)?|rimlig(?:a|t)?|adekvat(?:a)?|optimal(?:a|t)?",
);
/** Words that people read in different ways, unless the wording itself says how much. */
const VAGUE = words(
  "bra|god|gott|goda|bättre|tydlig(?:a|are|t)?|tillräcklig(?:a|t)?|hög(?:re)? kvalitet|attraktiv(?:a|t|are)?|välfungerande|stärk(?:a|as|s|er)|stärkt(?:a)?|säkerställ(?:a|as|s|er)|motverka[rs]?|bidrar? till|medverkar? till|genomsyra[rs]?|hållbar(?:t)? (?:utveckling|tillväxt|kommun|samhälle)",
);
/** How much: a number that is not a year. */
const MEASURE = /(?<![\d])(?!20\d{2}(?!\d))\d+/u;
/** Says which way, or how much. */
const DIRECTION = words(
  [
    "öka[rst]?|ökad(?:e)?|ökande|minska[rst]?|minskad(?:e)?|minskande|höj(?:a|as|s|er)|höjt|sänk(?:a|as|s|er)|sänkt|sjunk(?:a|er)|stig(?:a|er)|väx(?:a|er)",
    "fler|flest|färre|färst|mer|mest|mindre|minst|högst|alla|ingen|inga|inget|varje|varannan|hela|samtliga|enbart|noll|hälften|majoriteten",
    "halvera[rst]?|fördubbla[rst]?|förbättra[rst]?|kortare|kortast|längre|lägre|lägst|högre|snabbare|tidigare|oftare|tryggare|nöjdare|friskare|säkrare|renare|lättare|enklare|starkare|jämnare|jämlikare|bättre|bäst|bästa",
    "behåll(?:a|as|s|er)|bibehåll(?:a|as|s|er|en|et)|oförändrad(?:e)?|oförändrat|minst lika|lika (?:hög|stor|många|låg)[\\p{L}]*|i nivå med",
    "(?:för)?dubbla[rs]?|tredubbla[rs]?|förkorta[rs]?|förläng(?:a|as|s|er)|gå(?:r|tt)? (?:ned|ner|upp)|krymp(?:a|er)|reducera[rs]?|motverka[rs]?",
    // A place among others, and what there is none of
    "bland (?:de|länets|landets|rikets)|(?!senaste|närmaste)[\\p{L}]{2,}aste|[\\p{L}]{3,}fri(?:a|tt)?|[\\p{L}]{3,}neutral(?:a|t)?",
    "nå[rs]?|uppnå[rs]?|under|över",
  ].join("|"),
);
/** "under" and "över" give a direction only before an amount or a comparison, not in "under året" or "över tid". */
const NO_DIRECTION = /(?<![\p{L}])(?:under|över)(?! (?:\d|genomsnittet|riket|snittet|medel|motsvarande))/giu;
/** A second goal in the same sentence. */
const SECOND = /;|\boch (?:dessutom|samtidigt|även)\b|\bsamt att\b|\boch att\b|\bdels\b.*\bdels\b/giu;
/** What a goal says of its subject: with a subject of its own after a comma, "och" or "samt" it is another goal. */
const SAYS =
  "ökar|minskar|höjs|sänks|sjunker|stiger|växer|halveras|(?:för)?dubblas|förbättras|försämras|förkortas|förlängs|stärks|når|går|är|blir|har|ska|skall";
const SAID = words(SAYS);
const ALSO = new RegExp(
  `(?:,|(?<![\\p{L}])(?:och|samt)(?![\\p{L}]))\\s+(?:(?:och|samt)\\s+)?(?!(?:som|vilket|vilka|där|när|inte|att)(?![\\p{L}]))(?:[\\p{L}-]+\\s+){1,4}?(?:${SAYS})(?![\\p{L}])`,
  "giu",
);
const YEAR = /(?<!\d)20\d{2}(?!\d)/u;
/** A year that is compared with is no year to reach the goal in. */
const BASE_YEAR =
  /(?<![\p{L}])(?:(?:jämfört|i jämförelse) med|i förhållande till|sedan|än|bas(?:år|året))\s+(?:(?:år|året|nivån|utfallet|värdet|i|för)\s+)*(?:19|20)\d{2}|(?<!\d)(?:19|20)\d{2} års|från(?: år)? (?:19|20)\d{2}(?= till)/giu;
const LONG_WORDING = 200;

interface WordingContext {
  readonly term: "short" | "long";
}

/**
 * Reads a goal's wording as it is written and remarks on what makes it hard to steer by (V-5, V-6). It advises and never
 * stops anybody: each remark is at most a deviation. `params.from` and `params.to` give the place in the text.
 */
export function earlierRemarks(wording: string, { term }: WordingContext): Remark[] {
  const text = wording.trim();
  if (text === "") return [];
  const found: Remark[] = [];
  const each = (pattern: RegExp, code: string) => {
    for (const match of wording.matchAll(pattern))
      found.push(
        remark("info", code, CITE, { text: match[0], from: match.index, to: match.index + match[0].length }),
      );
  };
  each(ACTIVITY, "wording-activity");
  if (!found.some((f) => f.params.from === 0)) each(ACTIVITY_FIRST, "wording-activity");
  each(HEDGE, "wording-vague");
  if (!MEASURE.test(text)) each(VAGUE, "wording-vague");
  each(SECOND, "wording-several");
  if (!found.some(({ code }) => code === "wording-several")) found.push(...furtherGoals(wording));
  if (!MEASURE.test(text) && text.replaceAll(NO_DIRECTION, "").search(DIRECTION) < 0)
    found.push(remark("info", "wording-no-direction", CITE));
  if (term === "long" && !YEAR.test(text.replaceAll(BASE_YEAR, "")))
    found.push(remark("deviation", "wording-no-year", CITE));
  if (text.length > LONG_WORDING)
    found.push(remark("info", "wording-long", CITE, { max: LONG_WORDING, length: text.length }));
  return found;
}

/** Goals that follow another in the same sentence, each with a subject and what is said of it. */
const furtherGoals = (wording: string): Remark[] =>
  [...wording.matchAll(ALSO)]
    .filter(({ index }) => (wording.slice(0, index).split(/[.!?]/).at(-1) ?? "").search(SAID) >= 0)
    .map(({ 0: text, index }) =>
      remark("info", "wording-several", CITE, { text, from: index, to: index + text.length }),
    );

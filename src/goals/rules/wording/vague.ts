import { amountsIn } from "./amounts.ts";
import { outermost, type Span, spanOf, spansOf, type Word, whole } from "./text.ts";
import { verbOf } from "./verbs.ts";

/** Words that leave it open whether anything needs to happen. */
const HEDGES = whole(
  "vid behov|i möjligaste mån|(?:så )?(?:långt|mycket) som möjligt|om möjligt|där (?:det är )?(?:möjligt|lämpligt)|på sikt|i den mån|i görligaste mån|företrädesvis|verka(?:r)? för|sträva(?:r)? (?:efter|mot|till)|efter förmåga|utifrån behov|i rimlig (?:takt|omfattning)|orimligt|rimlig(?:a|t)?|skälig(?:a|t)?",
);

const good = (stems: string): string => `(?:${stems})(?:a|e|t|are(?! än)|ast|aste)?`;
/** Words of praise and fitness: two readers see two things. */
const PRAISE = [
  "god|gott|goda|bra|fin(?:a|t)?|utmärkt(?:a)?|bästa (?:möjliga|tänkbara)|på bästa sätt|hög(?:a)? (?:kvalit[eé]t?|kvalité|grad av|tillgänglighet|servicegrad|servicenivå|kompetens|standard|kompetensnivå|förväntningar|ambition(?:er)?|säkerhet|delaktighet|trivsel|attraktivitet|effektivitet)|stor(?:a|t)? (?:möjlighet(?:er)?|inflytande|delaktighet|nytta|valfrihet|engagemang)",
  good(
    "attraktiv|inbjudande|ledande|offensiv|stark|klimatsmart|[\\p{L}]+vänlig|effektiv|kostnadseffektiv|resurseffektiv|ändamålsenlig|adekvat|lämplig|optimal|optimalt|meningsfull|stimulerande|välfungerande|välkomnande|inkluderande|engagerande|utvecklande|hållbar|levande|tillgänglig|lättillgänglig|likvärdig|jämlik|rättssäker|professionell|modern|innovativ|flexibel|mångsidig|dynamisk|livskraftig|trivsam|relevant|begriplig|tydlig|tillräcklig|tillfredsställande|rik|bred|brett|varierad|varierat|varierande|smidig|enkel|ansvarsfull|stabil|sund|robust|positiv|framgångsrik|konkurrenskraftig|individanpassad|individanpassat|behovsanpassad|kvalitativ|hälsosam|hälsofrämjande|kreativ miljö|klok|närvarande|lyhörd|förtroendefull|tolerant|öppet samhälle|aktiv|meningsfylld|värdig|harmonisk|förebyggande och|lärande organisation|hjälpsam|kunnig|kompetent|öppen och|trygg och god|uppskattad|rättvis|pålitlig|tillförlitlig|driftsäker|vacker|vackra|gedigen|ekonomiskt hållbar|strategisk|proaktiv|samordnad|sammanhållen|sammanhållna|framåtsträvande|nytänkande|utvecklingsinriktad|serviceinriktad|kundorienterad",
  ),
  "effektivt|attraktivt|flexibla|flexibelt|snabb(?:t|a)?|enkelt|vackert|klokt|öppet samhälle|tydligt|livskraftigt|robusta|inkluderande|stimulerande|goda? (?:kvalitet|kvalité)|(?:god|hög|rätt) kvalit(?:et|é)n?|rätt (?:stöd|kvalitet|insats(?:er)?|kompetens|tid|hjälp|nivå)|i framkant|lätt att|enkelt att|tidiga insatser|(?:i|på) en (?:god|hög) nivå|ständig utveckling|positivt|på ett (?:bra|klokt|bättre) sätt|trivsel och gemenskap|helhetssyn|helhetsperspektiv|hållbarhet|näringsriktig(?:a|t)?|allsidig(?:a|t)?|optimalt|maximal(?:a|t)?|främst möjliga",
  "(?:ge|skapa)[rs]? (?:[\\p{L}]+ )?förutsättningar",
  "genomsyra[rs]?|prägla(?:s|r|d|t)?|kännetecknas?|kännetecknar",
];
const PRAISED = whole(PRAISE.join("|"));
/** Established measures, and things that are called so. */
const MEASURED = whole(
  "arbeta(?:r|s)? aktivt|aktiv[at]? i|aktivt (?:arbeta|delta)[\\p{L}]*|delta[r]? aktivt|stark sekretess|likvärdigt arbete|god (?:man|ekologisk status)|goda? män|ekologisk status|god ekologisk|hållbarhets(?:perspektiven?|mål\\p{L}*|redovisning)|aktiv (?:tjänst|sysselsättning)|fysiska? aktivitet(?:er)?|(?:kravet|kraven) för utmärkt kvalitet|lika (?:god|goda|gott|bra|tillgänglig\\p{L}*)(?: [\\p{L}]+)? som|tillgänglig(?:a|t)? (?:busshållplats|hållplats|lokal|entré|webb)\\p{L}*",
);
/** What can't be counted as it stands: more or better of it is seen in different ways. */
const ABSTRACT =
  /^(?:[\p{L}]*kvalit(?:et|é|e)(?:en|én|er|n)?|[\p{L}]*samverkan|[\p{L}]*samarbetet?|samarbeten|attraktivitet(?:en)?|attraktionskraft(?:en)?|hållbarhet(?:en)?|förutsättningar(?:na)?|[\p{L}]*villkor(?:en)?|tillgänglighet(?:en)?|[\p{L}]*service(?:n)?|dialog(?:en)?|[\p{L}]*klimat(?:et)?|[\p{L}]*miljö(?:n|er|erna)?|effektivitet(?:en)?|nytta(?:n)?|mervärden?|beredskap(?:en)?|mångfald(?:en)?|byråkrati(?:n)?|varumärket?|bemötandet?|engagemang(?:et)?|kommunikation(?:en)?|information(?:en)?|näringslivet|sårbarhet(?:en)?|kompetens(?:en)?|utveckling(?:en)?|innovation(?:er|en)?|välfärd(?:en)?|[\p{L}]*omsorg(?:en)?|undervisning(?:en)?|helhetssyn|livskvalitet(?:en)?)$/u;
const NO_ABSTRACT = /^(?:växthus|utsläpp|miljö|klimat|skärmiljö|närmiljö)$/u;
const MORE =
  /^(?:ökad|ökat|ökade|mer|bättre|högre|större|förbättrad|förbättrat|förbättrade|stärkt|stärkta|utvecklad|utvecklat|utökad|utökat|minskad|minskat|fördjupad|fördjupat|enklare|tydligare|god|hög)$/u;
/** An effort that promises no result. To support somebody is said plainly. */
const PLAIN_EFFORT = /^(?:stödja|stötta|stöda|vidta|uppmärksamma)$/u;
/** People's own answers, counted: the vague word is theirs. */
const ANSWERED =
  /(?<!\p{L})(?:andel(?:en)?|antal(?:et)?|fler|färre|flest|procent(?:en)?|av tio)(?!\p{L})[^.;]*?(?<!\p{L})(?:upplever|uppger|anser|tycker|svarar|känner|bedömer|skattar|menar|rekommenderar|ger)(?!\p{L})/iu;

/** The words of a wording that can be read in several ways, where nothing says how much (model §2.1, V-5). */
export function vagueIn(text: string, words: readonly Word[]): Span[] {
  const hedges = spansOf(text, HEDGES);
  const counted = amountsIn(text).length > 0;
  if (counted) return hedges;
  const answered = ANSWERED.exec(text);
  const clear = spansOf(text, MEASURED);
  const found = [...spansOf(text, PRAISED), ...efforts(words), ...strengthened(words), ...moreOf(words)];
  return outermost([
    ...hedges,
    ...found.filter(
      ({ from, to }) =>
        !(answered && from >= answered.index + answered[0].length) &&
        !clear.some((span) => span.from <= from && to <= span.to),
    ),
  ]);
}

const efforts = (words: readonly Word[]): Span[] =>
  words
    .filter(({ lower }, i) => {
      const verb = verbOf(lower);
      return words[i - 1]?.lower !== "som" && verb?.is === "effort" && !PLAIN_EFFORT.test(verb.lemma);
    })
    .map((word) => spanOf(word));

const strengthened = (words: readonly Word[]): Span[] =>
  words
    .filter(({ lower }) => /^(?:för)?stärk(?:a|as|er|s|t|ta|er)?$/u.test(lower))
    .map((word) => spanOf(word));

/** "Ökad kvalitet", "samverkan ökar", "bättre förutsättningar": a change of what nobody can count. */
function moreOf(words: readonly Word[]): Span[] {
  return words.flatMap((word, i) => {
    if (!ABSTRACT.test(word.lower) || NO_ABSTRACT.test(word.lower)) return [];
    const near = words.slice(Math.max(0, i - 3), i).filter(({ sentence }) => sentence === word.sentence);
    const changed = near.find(
      ({ lower }) => MORE.test(lower) || (verbOf(lower)?.is === "change" && changes(lower)),
    );
    if (changed) return [spanOf(changed, word)];
    const after = words.slice(i + 1, i + 8).filter(({ sentence }) => sentence === word.sentence);
    const bound = after.findIndex(({ lower }) => /^(?:och|samt|som)$/u.test(lower));
    const reach = bound < 0 ? after : after.slice(0, bound);
    return reach.some(({ lower }) => changes(lower) || lower === "bättre") ? [spanOf(word)] : [];
  });
}

const changes = (word: string): boolean => {
  const verb = verbOf(word);
  return verb?.is === "change" && !/^(?:gå|bli|nå|bestå|uppfylla)$/u.test(verb.lemma);
};

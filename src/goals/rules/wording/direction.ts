import { amountsIn } from "./amounts.ts";
import { type Word, whole } from "./text.ts";
import { imperativeOf, verbOf } from "./verbs.ts";

const COMPARED =
  "alltmer|allt fler|fler|flest|flesta|färre|färst|mer|mest|mindre|minst|minsta|högst|högsta|lägst|lägsta|högre|lägre|större|störst|största|bättre|bäst|bästa|sämre|längre|längst|kortare|kortast|tidigare|senare|oftare|oftast|godare|yngre|snabbare|tätare|närmare|renare|tystare|friare|tryggare|nöjdare|friskare|säkrare|lättare|enklare|starkare|jämnare|jämlikare|jämställdare|billigare|dyrare|grönare|gladare|stoltare|kunnigare|tydligare|effektivare|bredare|smidigare|modernare|rikare|aktivare|hållbarare|attraktivare|varmare|svalare|smalare|svagare|hårdare|mildare|ljusare|sundare|rörligare|rakare|djupare|glesare|tryggast";
const ALL =
  "inte|alla|allihop|samtliga|varje|varenda|vartenda|varannan|ingen|inga|inget|ingenting|noll|aldrig|alltid|helt|enbart|endast|hälften|majoriteten";
const KEPT =
  "oförändra(?:d|t|de)|ligga(?:r)? kvar|ligger kvar|kvarstå[rt]?|lika (?:hög|stor|många|låg|mycket|ofta|bra|god|gott|goda|långt?|kort|nöjda|trygg|tryggt|trygga|nära|väl|snabbt|höga)[\\p{L}]*|i (?:nivå|paritet) med|samma (?:takt|nivå|utsträckning|grad|möjligheter|villkor)|inte sämre|i lika (?:hög|stor) (?:grad|utsträckning)";
const PLACED =
  "bland (?:de|länets|landets|rikets|sveriges)|i topp|topp|(?:en|ett) av (?:länets|landets|rikets|sveriges|regionens|de)|(?!senast|närmast|främst|snarast)[\\p{L}]{3,}aste?|främst i|ranking";
const LEVEL =
  "[\\p{L}]{3,}(?:neutral(?:a|t)?)|[\\p{L}]{3,}(?<!före|sant)fri(?:a|tt)?|fri(?:a|tt)? från|drogfri[at]?|i balans|(?:budget|ekonomi|kostnads)?ram(?:en|ar|arna)?(?= |$|[.,])|överskott|utan (?:underskott|kö(?:er)?|väntetid|avbrott|dröjsmål|avvikelser?)|är borta|täcker|upphör(?:a|t)?|nära noll|budget(?:en)? (?:hålls|hålla)|håller (?:sin |sina )?budget";
const NOUNS =
  "ökning(?:en)?|minskning(?:en)?|sänkning(?:en)?|höjning(?:en)?|halvering(?:en)?|fördubbling(?:en)?|förbättring(?:en|ar)?|reducering(?:en)?|reduktion(?:en)?";
const AGAINST =
  "(?:under|över) (?:genomsnittet|riket|rikets|rikssnittet|snittet|medel|medelvärdet|medianen|motsvarande|länets)|gå(?:r|tt)? (?:ned|ner|upp)";
const WAY = whole([COMPARED, ALL, KEPT, PLACED, LEVEL, NOUNS, AGAINST].join("|"));
/** Words that look as if they said a way, and name something. */
const NO_WAY = whole(
  "barn(?:ets|ens) bästa|inte (?:minst|bara|endast|enbart)|barns bästa|nyckelfri\\p{L}*|i takt med att[^,.]*|på bästa sätt|i första hand|högst prioriterade?|mer eller mindre|växer upp|växa upp|närmast(?:e)?|senast(?:e)?|ram(?:en)? för|inom ramen för|de flesta fall|ett av målen|tidigare års|alltid varit",
);
const HINDERING = /^(?:motverka|förebygga|förhindra|hindra|begränsa)$/u;
/** In a clause that hangs on another it is an aim, and says nothing of this goal: "som behövs för att nå målen". */
const REACHED = /^(?:nå|uppnå|uppfylla)$/u;
const NO_CHANGE = /^(?:gå|bli|komma|klara|få)$/u;

/** Whether a wording says which way or how far (model §2.1, V-5): a change, a comparison, an amount, all or none, or keeping what is. */
export function saysDirection(text: string, words: readonly Word[], main: readonly boolean[]): boolean {
  const left = text.replace(NO_WAY, (found) => " ".repeat(found.length));
  if (left.search(WAY) >= 0 || amountsIn(text).length > 0) return true;
  return words.some(({ lower, from, to }, i) => {
    const verb = (i === 0 && imperativeOf(lower)) || verbOf(lower);
    if (!verb || left.slice(from, to) !== text.slice(from, to)) return false;
    const said = verb.forms.has("infinitive") || verb.forms.has("present") || verb.forms.has("passive");
    if (REACHED.test(verb.lemma) && !(main[i] && said)) return false;
    return HINDERING.test(verb.lemma) || (verb.is === "change" && !NO_CHANGE.test(verb.lemma));
  });
}

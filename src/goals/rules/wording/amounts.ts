import { outermost, type Span, spansOf, whole } from "./text.ts";

const COUNT =
  "två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo|tjugofem|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra|tusen";
const NUMBER = `(?:\\d[\\d   ]*(?:[.,]\\d+)?|${COUNT}|en|ett)`;
const UNIT =
  "procent(?:enhet(?:er)?)?|promille|sekunder|minut(?:er)?|timm(?:e|ar)|dygn|(?:arbets|vecko|kalender)?dag(?:ar|en)?|veck(?:a|or)|månad(?:er)?|år|läsår|kronor|kr|tkr|mnkr|kkr|miljon(?:er)?|miljard(?:er)?|kilo|kg|ton|gram|g|mil|meter|km|m2|kvadratmeter|hektar|kwh|mwh|gwh|mbit|gbit|poäng|gånger|platser|bostäder|lägenheter|hyresrätter|besök|gäster|personer|medarbetare|elever|barn|invånare|hushåll|företag|fall|steg|enheter";
const AT_LEAST =
  "minst|högst|max|maximalt|mer än|fler än|färre än|mindre än|under|över|understiger|överstiger|underskrider|överskrider|till|med|än|inom|cirka|ca|omkring|runt|drygt|knappt|upp till|uppgår till|lägst|på|är|ytterligare|når|plus|index|nki|plats|topp";
const PARTS =
  "hälften|halvera[dt]e?|halvera[rs]?|(?:en|två|tre) (?:tredjedel|fjärdedel|femtedel|tiondel)(?:ar)?|var (?:tredje|fjärde|femte|tionde)|varannan|vartannat|dubbelt|dubblera[sd]?|dubbla[rds]?|fördubbla[rds]?(?:de)?|tredubbla[rds]?|majoriteten|samma (?:dag|vecka|månad|år|dygn)";

const AMOUNTS = [
  whole(`${NUMBER}\\s*(?:av|fall av|larm av)\\s+${NUMBER}`),
  whole(`(?:${AT_LEAST})\\s+(?:(?:en|ett) )?\\d[\\d   ]*(?:[.,]\\d+)?(?:\\s*(?:%|${UNIT}))?`),
  whole(`(?:${AT_LEAST}|i|efter|för) (?:${COUNT}|en|ett)\\s+(?:${UNIT})`),
  whole(`(?:\\d[\\d   ]*(?:[.,]\\d+)?(?:\\s*[–-]\\s*\\d+(?:[.,]\\d+)?)?|${COUNT}|hälften)\\s*(?:${UNIT})`),
  /\d[\d   ]*(?:[.,]\d+)?\s*(?:%|°)/gu,
  whole(`\\d[\\d   ]*(?:[.,]\\d+)?\\s+(?:nya |fler )?\\p{L}{3,}(?:er|ar|or|na|en|et)?`),
  whole(
    `(?:minst|högst|med|ytterligare|topp|fler än|färre än|mer än) (?:${COUNT}) (?:fler |nya |extra )?\\p{L}+`,
  ),
  whole(`(?:bland|tillhör) (?:de|länets|landets|rikets|sveriges|regionens) (?:${COUNT}|\\d+)`),
  whole(PARTS),
];
/** A number that is no amount: a year, a form at school, an age, a paragraph, a goal of the Agenda, a day in the calendar. */
const NAMES = [
  whole(
    "(?:årskurs|årskurserna|åk|klass|grupp|kapitel|kap|punkt|mål|delmål|etapp|fas|nivå|§) ?\\d+(?:\\s*(?:[–,-]|och|till)\\s*\\d+)*",
  ),
  whole(
    "(?:(?:över|under|yngre än|äldre än|fyllda|från|mellan|barn|unga|ungdomar|personer|invånare|äldre|vuxna|åldern|ålder)\\s+)+\\d+(?:\\s*(?:[–-]|och|till)\\s*\\d+)?(?: år)?(?: och äldre| och uppåt)?(?=\\s|[.,;:]|$)(?!\\s*(?:procent|%|kronor|dagar|veckor|månader|timmar|minuter|poäng|invånare|elever|platser|kwh|gram|kg|miljoner|miljarder|mnkr))",
  ),
  whole("\\d+\\s*[–-]\\s*\\d+ år|\\d+ år (?:och|eller) äldre"),
  whole("\\d+-?åring(?:ar)?(?:na)?"),
  whole(
    "(?:den )?\\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)",
  ),
  /(?<!\d)(?:19|20)\d{2}(?:\s*[–/-]\s*(?:(?:19|20)\d{2}|\d{2}))?(?!\d|[\s ]*(?:kronor|kr|personer|bostäder|invånare|elever|kwh|hushåll|ton|timmar|procent))/gu,
  /\d+\/7/gu,
];
/** Ages come after such a word and before "år"; anything else over or under a number is an amount. */
const AGE = /^(?:över|under|från|mellan)\s+\d+(?:[.,]\d+)?$/iu;

/** Where a wording says how much, how many or how soon. */
export function amountsIn(text: string): Span[] {
  let rest = text;
  for (const pattern of NAMES)
    rest = rest.replace(pattern, (found) => (AGE.test(found) ? found : " ".repeat(found.length)));
  return outermost(AMOUNTS.flatMap((pattern) => spansOf(rest, pattern)));
}

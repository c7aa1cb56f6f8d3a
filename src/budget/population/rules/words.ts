export type Sex = "women" | "men" | "both";

/** What a heading may say of people who live in a place on the last day of a year. BE0101N1 is Statistics Sweden's own code. */
const PEOPLE = new Set(
  "folkmängd folkmängden folkmangd befolkning befolkningen invånare personer antal population people persons inhabitants number värde value prognos utfall framskrivning folkmängdsprognos befolkningsprognos befolkningsframskrivning be0101n1".split(
    " ",
  ),
);
/** Says nothing more: "Folkmängd den 31 december 2025". */
const FILLER = new Set("den per 31 december dec år året of st i vid utgången slutet av och and".split(" "));
const WOMEN = new Set("kvinnor kvinna women female females".split(" "));
const MEN = new Set("män man men male males".split(" "));
const WHOLE = new Set("totalt total samtliga alla båda summa totalsumma tot all both".split(" "));

const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase("sv")
    .split(/[\s,;:()/–-]+/)
    .filter((word) => word !== "");

/**
 * What a column's heading says, where every word of it is known: a year, a sex, people. "Döda 2025", "Folkmängd 1 januari" and
 * "Tusental" say something else, and are undefined: a number of theirs is not a number of people who live there.
 */
export function headOf(
  name: string,
):
  | { readonly year: number | undefined; readonly sex: Sex | undefined; readonly people: boolean }
  | undefined {
  const words = wordsOf(name);
  let year: number | undefined;
  let people = false;
  const sexes = new Set<Sex>();
  for (const word of words) {
    const said = /^x?((?:19|20|21)\d\d)$/.exec(word)?.[1];
    if (said !== undefined && year === undefined) year = Number(said);
    else if (PEOPLE.has(word)) people = true;
    else if (WOMEN.has(word)) sexes.add("women");
    else if (MEN.has(word)) sexes.add("men");
    else if (WHOLE.has(word)) sexes.add("both");
    else if (!FILLER.has(word)) return undefined;
  }
  if (year === undefined && !people && sexes.size === 0) return undefined;
  const sex = sexes.size > 1 ? "both" : [...sexes][0];
  return { year, sex, people };
}

/** Whether a label says "all of it", in nothing but such words and those of its column: "totalt, samtliga civilstånd". */
export function sayWhole(label: string, column: string): boolean {
  const words = wordsOf(label);
  const own = new Set(wordsOf(column));
  return (
    words.some((word) => WHOLE.has(word) || /^s:?a$/.test(word)) &&
    words.every((word) => WHOLE.has(word) || own.has(word) || FILLER.has(word) || /^s:?a$/.test(word))
  );
}

/** Other measures than the people who live in a place, and parts of them, as titles and sheets have them. */
const OTHER =
  /(?<![\p{L}])(döda|avlidna|dödsfall|födda|födslar|inflyttade|utflyttade|(?:in|ut)?flyttningar|flyttade|folkökning(?:en)?|befolkningsförändring(?:ar)?|medelfolkmängd(?:en)?|medelbefolkning|ogifta|gifta|skilda|änkor|änklingar|sysselsatta|arbetslösa|elever|hushåll|väljare|röstberättigade|deaths|births|unmarried)(?![\p{L}])/iu;

/** The word of a title that says that the table is of something else, or of one sex alone; undefined where there is none. */
export function otherMeasureIn(title: string): string | undefined {
  const other = OTHER.exec(title)?.[1];
  if (other) return other;
  const words = wordsOf(title);
  const women = words.find((word) => WOMEN.has(word));
  const men = words.find((word) => MEN.has(word));
  return women && men ? undefined : (women ?? men);
}

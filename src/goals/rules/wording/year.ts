const YEAR = /(?<!\d)(?:19|20)\d{2}(?:\s*[–/-]\s*(?:(?:19|20)\d{2}|\d{2}))?(?!\d)/gu;
const FUNCTION =
  "(?:(?:år|året|i|för|under|vid|från|nivån|utfallet|resultatet|värdet|mätningen|genomsnittet|snittet|motsvarande|perioden|läsåret) )*";
/** What stands before a year that is compared with. */
const COMPARED = [
  /(?:(?:jämfört|jämförelse|jämföra|jämförs) med|i (?:förhållande|relation) till|räknat (?:från|på)|utifrån|med utgångspunkt i) (?:[\p{L}\d,%]+ ){0,4}$/iu,
  new RegExp(
    `(?<!\\p{L})(?:än|sedan|mot|i nivå med|bas(?:år|året|värdet?|nivån?)|jämförelseår(?:et)?|(?:lika|så) (?:\\p{L}+ ){1,2}som) ${FUNCTION}$`,
    "iu",
  ),
  /(?<!\p{L})(?:mot|från) (?:(?!till |och |senast )\S+ )*?(?:\d\S* ?)(?:procent |% |(?!till)\p{L}+ )?(?:år |i |under )?$/iu,
  new RegExp(`(?<!\\p{L})från ${FUNCTION}$`, "iu"),
  /(?<!\p{L})(?:nivån|utfallet|resultatet|värdet|mätningen|läget|siffran|siffrorna|bokslutet|undersökningen|enkäten|medborgarundersökningen)(?: för| från| i| år| under)* $/iu,
  /(?<!\p{L})(?:genomsnittet|snittet|medelvärdet) (?:för|från|under)(?: år| åren| perioden)? $/iu,
];
/** A year that is part of a name. */
const NAMED =
  /(?:(?:^|[.!?] |(?:enligt|efter|med|i|utifrån) )\p{Lu}?[\p{L}]*(?:program|plan|strategi|policy|budget|avtal|färdplan)|\p{Lu}[\p{L}]*(?:program|plan|strategi|policy|budget|avtal|färdplan)) $/u;
const NAMED_ANYHOW = /(?<!\p{L})(?:agenda|vision|målbild|rus) $/iu;
const AFTER = /^ års(?! utgång| slut|\p{L})|^ som (?:bas|utgångspunkt|jämförelse|startpunkt)/u;
/** Whether a wording names a year by which the goal is met (V-6): a year that is compared with, or that is in a name, is none. */
export function namesTargetYear(text: string): boolean {
  return [...text.matchAll(YEAR)].some(({ 0: found, index }) => {
    const before = text.slice(0, index);
    const after = text.slice(index + found.length);
    if (AFTER.test(after) || NAMED.test(before) || NAMED_ANYHOW.test(before)) return false;
    if (inParenthesis(before, after) && !/senast|till /iu.test(before.slice(before.lastIndexOf("("))))
      return false;
    const base = COMPARED.map((pattern) => pattern.exec(before)).find((one) => one !== null);
    // "jämfört med i dag senast 2029": the comparison has ended where the deadline begins
    return !base || /\s(?:senast|till|utgången av)\s/iu.test(base[0].replace(/^i \p{L}+ till/iu, ""));
  });
}

const inParenthesis = (before: string, after: string): boolean =>
  before.lastIndexOf("(") > before.lastIndexOf(")") && after.includes(")");

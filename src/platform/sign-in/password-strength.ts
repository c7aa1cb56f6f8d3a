import { ownValue } from "../../kernel/own-value.ts";
export const MIN_PASSWORD = 12;
/** zxcvbn's scale is 0–4; 4 is what ten thousand million guesses do not find. */
const MIN_SCORE = 4;
/** What is longer is judged by its beginning: it is long enough, and judging takes time. */
const JUDGED_CHARS = 64;

/** Words that passwords in a Swedish office are made of, beside those that all the world uses. */
const SWEDISH =
  `lösenord losenord hemligt hemlig sommar sommaren höst hösten host vinter vintern vår våren var januari februari
  mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag
  kommun kommunen kommunal nämnden skolan förvaltningen sverige svenska stockholm göteborg malmö välkommen valkommen hejhej
  hejsan hallå älskling fotboll hammarby tillit styrning budget`.split(/\s+/);

export interface Weakness {
  /** In plain Swedish: what is wrong, and what to do instead. */
  readonly told: string;
}

/**
 * What makes a password too easy to guess; undefined for one that will do. `about`: words that anybody would try first of this
 * person: the address, the name, the municipality. Loads the list of common passwords when it is first asked (about a tenth of a second).
 */
export async function weaknessOf(password: string, about: readonly string[]): Promise<Weakness | undefined> {
  const length = [...password].length;
  if (length < MIN_PASSWORD)
    return {
      told: `Lösenordet har ${length} tecken och ska ha minst ${MIN_PASSWORD}. Ta fyra ord som inte hör ihop.`,
    };
  const { score, feedback } = await judged(password.slice(0, JUDGED_CHARS), [
    ...SWEDISH,
    ...about.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2),
  ]);
  if (score >= MIN_SCORE) return undefined;
  const why = ownValue(WHY, feedback.warning ?? "") ?? "är lätt att gissa";
  return {
    told: `Lösenordet ${why}. Ta fyra ord som inte hör ihop, eller låt en lösenordshanterare hitta på ett.`,
  };
}

const WHY: Readonly<Record<string, string>> = {
  straightRow: "är en rad på tangentbordet",
  keyPattern: "är ett mönster på tangentbordet",
  simpleRepeat: "är samma tecken om och om igen",
  extendedRepeat: "är samma sak om och om igen",
  sequences: "är tecken i följd",
  recentYears: "är ett årtal med lite till",
  dates: "är ett datum med lite till",
  topTen: "är ett av världens tio vanligaste",
  topHundred: "är ett av världens hundra vanligaste",
  common: "är vanligt",
  similarToCommon: "liknar ett vanligt",
  wordByItself: "är ett ord och inget mer",
  namesByThemselves: "är ett namn och inget mer",
  commonNames: "är ett vanligt namn och lite till",
  userInputs: "är gjort av ord som alla provar först: namn, kommun, årstider, månader",
  pwned: "har kommit ut i en läcka",
};

/** Loaded when a password is set, not when the server starts: the lists are large. */
async function judged(password: string, about: readonly string[]) {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, useLevenshteinDistance: true });
  return zxcvbn.check(password, [...about]);
}

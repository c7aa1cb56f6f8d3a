import { type Remark, remark } from "../../kernel/remark.ts";

const CITE = "§2.1";

/** A word in any of its forms, whole: ends where a letter does not follow. */
const word = (stems: string) => new RegExp(`(?<![\\p{L}])(?:${stems})(?![\\p{L}])`, "giu");

/** What is done, not what it leads to. */
const ACTIVITY = word(
  "arbet(?:a|ar|e|et) (?:med|för|aktivt|vidare)|genomför(?:a|as|s|er)?|inför(?:a|as|s|er)?|ta(?:s|r)? fram|utveckla[rs]?|utred(?:a|as|s|er)|implementera[rs]?|fortsätt(?:a|er)|kartlägg(?:a|as|s|er)|upprätta[rs]?|påbörja[rs]?|anordna[rs]?|erbjud(?:a|as|s|er)|starta[rs]?|bygg(?:a|as|s|er)|se över|skapa[rs]? förutsättningar",
);
/** Words that people read in different ways. */
const VAGUE = word(
  "bra|god[at]?|goda|bättre|tydlig(?:a|are|t)?|adekvat(?:a)?|lämplig(?:a|t)?|rimlig(?:a|t)?|tillräcklig(?:a|t)?|hög kvalitet|attraktiv(?:a|t)?|välfungerande|optimal(?:a|t)?|vid behov|verka för|sträva(?:r)? (?:efter|mot)|i möjligaste mån|på sikt|om möjligt|främja[rs]?|stärk(?:a|as|s|er)|uppmuntra[rs]?",
);
/** Says which way, or how much. */
const DIRECTION = word(
  "öka[rs]?|minska[rs]?|höj(?:a|as|s|er)|sänk(?:a|as|s|er)|fler|färre|mer|mindre|minst|högst|alla|ingen|inga|inget|varje|hela|halvera[rs]?|fördubbla[rs]?|kortare|längre|lägre|högre|behåll(?:a|as|s|er)|når|nå[rs]?|uppnå[rs]?|samtliga|under|över",
);
/** A second goal in the same sentence. */
const SECOND = /;|\boch (?:dessutom|samtidigt|även)\b|\bsamt att\b|\boch att\b|\bdels\b.*\bdels\b/giu;
const YEAR = /(?<!\d)20\d{2}(?!\d)/u;
const LONG_WORDING = 200;

export interface WordingContext {
  readonly term: "short" | "long";
}

/**
 * Reads a goal's wording as it is written and remarks on what makes it hard to steer by (V-5, V-6). It advises and never
 * stops anybody: each remark is at most a deviation. `params.from` and `params.to` give the place in the text.
 */
export function wordingRemarks(wording: string, { term }: WordingContext): Remark[] {
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
  each(VAGUE, "wording-vague");
  each(SECOND, "wording-several");
  if (!matches(DIRECTION, text) && !/\d+ ?(?:procent|%)/u.test(text))
    found.push(remark("info", "wording-no-direction", CITE));
  if (term === "long" && !YEAR.test(text)) found.push(remark("deviation", "wording-no-year", CITE));
  if (text.length > LONG_WORDING)
    found.push(remark("info", "wording-long", CITE, { max: LONG_WORDING, length: text.length }));
  return found;
}

const matches = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;

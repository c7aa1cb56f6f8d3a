import { type Span, spanOf, type Word } from "./text.ts";
import { isTensed } from "./verbs.ts";

/** What is done, as a noun that the wording hangs on. */
const DOING =
  /^(?:[\p{L}-]*(?:tagande|förande|läggande|görande|sättande|byggande|ställande|skapande|arbetande)t?|[\p{L}-]*(?:ering|läggning|byggnad|inventering|syn|utbildning|utveckling|utvärdering|uppföljning|upphandling|samordning|samverkan|satsning|installation|uppdatering|översyn|rekrytering|planering|förstudie|leverans|produktion|skötsel|drift|underhåll)(?:en|et|er|ar|arna)?)$/u;
const NO_DOING =
  /^(?:minskning|ökning|sänkning|höjning|halvering|förbättring|befolkningsutveckling|samhällsutveckling|utbildning|utbildningen|förvaltning|reducering|finansiering|självfinansiering|byggnad|balansering|tillsyn|insyn|helhetssyn|självförvaltning|etablering|rangordning|ranking|placering|värdering|nyttoutveckling)$/u;
/** A sentence without a verb that hangs on what is done: "Framtagande av …", "Översyn av …". */
export function doingNouns(words: readonly Word[], main: readonly boolean[]): Span[] {
  return words.flatMap((word, i) => {
    const doing =
      DOING.test(word.lower) || (/^\p{L}{4,}ning(?:en)?$/u.test(word.lower) && words[i + 1]?.lower === "av");
    if (!main[i] || !doing || NO_DOING.test(word.lower)) return [];
    const before = words.slice(0, i).filter(({ sentence }) => sentence === word.sentence);
    const adjectives = before.every(({ lower }) =>
      /^(?:fortsatt|en|ett|ny|nytt|nya|den|det|årlig|systematisk|utökad|löpande)$/u.test(lower),
    );
    const next = words[i + 1];
    const own = words.filter(({ sentence }) => sentence === word.sentence);
    if (!adjectives || own.some(({ lower }, k) => isTensed(lower) && main[words.indexOf(own[k] as Word)]))
      return [];
    return next && /^(?:av|kring|för|inom|med|till)$/u.test(next.lower) ? [spanOf(word, next)] : [];
  });
}

/** Who may notice a goal, by the words that the wording is about: the first that fits, people before things. */
const AUDIENCES: readonly (readonly [RegExp, string])[] = [
  [/nyanländ/iu, "de nyanlända"],
  [/anhörig/iu, "de anhöriga"],
  [/vårdnadshavare|föräldr/iu, "vårdnadshavarna"],
  [/hyresgäst|boendemiljö|bostadsbolag/iu, "hyresgästerna"],
  [/brukar|hemtjänst|omsorg(?!snämnd)|lss|funktionsnedsätt|biståndshandlägg/iu, "brukarna"],
  [/äldre|ensamhet/iu, "de äldre"],
  [/förskol/iu, "vårdnadshavarna"],
  [/elev|undervisning|skola|skolor|lärande|studie|gymnasi/iu, "eleverna"],
  [/barn/iu, "barnen"],
  [/ungdom|unga/iu, "de unga"],
  [/medarbetar|anställd|personal|arbetsgivar|ledarskap|arbetsmiljö|arbetsplats|chefer/iu, "medarbetarna"],
  [/företag|näringsliv|entreprenör/iu, "företagen"],
  [/bygglov|handläggning|tillstånd|detaljplan/iu, "de sökande"],
  [/gäst|måltid|besök|bibliotek|kultur|fritid|idrott|förening/iu, "besökarna"],
  [/klient|försörjningsstöd|socialtjänst/iu, "klienterna"],
];

export const audienceOf = (text: string): string =>
  AUDIENCES.find(([words]) => words.test(text))?.[1] ?? "invånarna";

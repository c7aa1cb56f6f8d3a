import { budgetKinds } from "../../budget/routes.ts";
import { controlKinds } from "../../control/routes.ts";
import { followupKinds } from "../../followup/routes.ts";
import { goalKinds } from "../../goals/routes.ts";
import type { Language, Texts } from "../../platform/texts.ts";
import { yearKinds } from "../../year/routes.ts";

/** Every kind of matter there is, by its name in code. */
export const KINDS: readonly string[] = [
  ...goalKinds,
  ...budgetKinds,
  ...controlKinds,
  ...yearKinds,
  ...followupKinds,
].map(({ sort }) => sort.kind);

/** What a kind of matter is called, by where it is said; undefined where it has no word there. */
export const kindWords = (texts: Texts, language: Language, kind: string) => ({
  heading: texts(language, `kind.${kind}`),
  register: texts(language, `documents.kind.${kind}`),
});

/** What a mandate's object is called: in the list of mandates, and on a role's card. A kind of matter is called by its name. */
export const objectWords = (texts: Texts, language: Language, object: string) => ({
  mandate: texts(language, `kind.${object}`) ?? texts(language, `object.${object}`),
  role: texts(language, `page.object.${object}`),
});

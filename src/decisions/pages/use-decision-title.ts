import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { useTexts } from "../../platform/ui/texts.ts";
import type { DecisionShape } from "../contract.ts";
import { citeOf } from "../secrecy/rules/grounds.ts";
import { useKindName } from "./matter-pages.tsx";

type Told = Pick<DecisionShape, "kind" | "year" | "body" | "organId" | "secrecy" | "sentence">;

/**
 * What a decision is called: `title` what it says in words, or its matter where it was decided before that was demanded; `matter` the
 * matter, "Nämndsmål 2028, Socialnämnden"; `secret` that it is.
 */
export function useDecisionTitle(): (decision: Told) => { readonly title: string; readonly matter: string } {
  const t = useTexts("decisions");
  const kindName = useKindName();
  const { nameOf } = useBodies();
  return ({ kind, year, body, organId, secrecy, sentence }) => {
    const matter = `${kindName(kind)} ${year}${body === organId ? "" : `, ${nameOf(body)}`}`;
    if (sentence !== undefined) return { title: sentence, matter };
    return { title: secrecy ? t("matter.secret-title", { ground: citeOf(secrecy.ground) }) : matter, matter };
  };
}

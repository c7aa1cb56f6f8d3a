import { useTexts } from "../../../platform/ui/texts.ts";
import type { BodyView } from "../../pages/use-session.ts";

/** What a body is, in a word, where its name does not say it. */
export function useKindWord(): (body: Pick<BodyView, "kind" | "name">) => string {
  const t = useTexts("organisation");
  return ({ kind, name }) => {
    const word = t(`organ-kind.${kind}`);
    return name.toLocaleLowerCase("sv").includes(word) ? "" : word;
  };
}

import { createContext, use, useCallback, useMemo } from "react";
import { useLanguage } from "../../platform/ui/texts.ts";
import type { MandateObject } from "../rules/objects.ts";

type Named = Pick<MandateObject, "object" | "names" | "definite">;
const Names = createContext<readonly Named[]>([]);

/** The shell puts all that a mandate can be about here, kinds of matter and other, from all chapters. */
export const ObjectNamesProvider = Names;

/** What the object of a mandate is called in the reader's language: "Nämndsmål", or in a sentence "nämndsmålen". */
export function useObjectName(form: "names" | "definite"): (object: string) => string {
  const all = use(Names);
  const language = useLanguage();
  return useCallback(
    (object) => all.find((one) => one.object === object)?.[form][language] ?? object,
    [all, form, language],
  );
}

/** All that a mandate can be about, to choose among: the kinds of matter first. */
export function useObjectNames(): readonly { readonly value: string; readonly label: string }[] {
  const all = use(Names);
  const language = useLanguage();
  return useMemo(
    () =>
      all
        .filter(({ object }) => object !== "*")
        .map(({ object, names }) => ({ value: object, label: names[language] })),
    [all, language],
  );
}

import { useCallback } from "react";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useObjectName } from "./object-names.ts";

/** What a mandate's action is called in a sentence: "besluta nämndsmålen". */
export function useActionName(): (action: string) => string {
  const t = useTexts("organisation");
  const objectName = useObjectName("definite");
  return useCallback(
    (action) => {
      const [verb = "", object = ""] = action.split(":");
      return `${dataText(t, "verb", verb, { defaultValue: verb }).toLocaleLowerCase("sv")} ${objectName(object)}`;
    },
    [t, objectName],
  );
}

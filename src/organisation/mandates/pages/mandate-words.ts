import { useCallback } from "react";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useObjectName } from "../../pages/object-names.ts";

/** What a mandate is for, as it is called in a list: "Besluta nämndsmål". */
export function useMandateName(): (action: string) => string {
  const t = useTexts("organisation");
  const objectName = useObjectName("names");
  return useCallback(
    (action) => {
      const [verb = "", object = ""] = action.split(":");
      return `${dataText(t, "verb", verb, { defaultValue: verb })} ${objectName(object).toLocaleLowerCase("sv")}`;
    },
    [t, objectName],
  );
}

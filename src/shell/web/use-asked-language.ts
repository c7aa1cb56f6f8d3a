import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { LANGUAGE_PARAM } from "../../platform/ui/choice.tsx";
import { languageIn } from "../../platform/ui/language.ts";
import { useSearchParam } from "../../platform/ui/link.tsx";
import { useLanguage } from "../../platform/ui/texts.ts";
import { speak } from "./i18n.ts";

/** Speaks the language that the address says, and reads anew what was read in another. */
export function useAskedLanguage(): void {
  const client = useQueryClient();
  const [asked] = useSearchParam(LANGUAGE_PARAM);
  const spoken = useLanguage();
  useEffect(() => {
    const language = languageIn(asked);
    if (language && language !== spoken) void speak(language).then(() => client.invalidateQueries());
  }, [asked, spoken, client]);
}

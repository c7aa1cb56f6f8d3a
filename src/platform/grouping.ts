import type { PostProcessorModule } from "i18next";
import { groupedInText } from "../kernel/format.ts";
import { languageIn } from "./ui/language.ts";

/** Every text that is said, by server and web alike, has its amounts and counts as people read them. */
export const grouping: PostProcessorModule = {
  type: "postProcessor",
  name: "grouping",
  process: (value: unknown, _key, options, translator) => {
    const language = languageIn(options.lng ?? translator?.language) ?? "sv";
    return (typeof value === "string" ? groupedInText(value, language) : value) as string;
  },
};

import type { PostProcessorModule } from "i18next";
import { groupedInText } from "../kernel/format.ts";

/** Every text that is said, by server and web alike, has its amounts and counts as people read them. */
export const grouping: PostProcessorModule = {
  type: "postProcessor",
  name: "grouping",
  process: (value: unknown) => (typeof value === "string" ? groupedInText(value) : value) as string,
};

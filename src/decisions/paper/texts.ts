import { filled } from "../../kernel/filled.ts";
import sv from "./messages/sv.json" with { type: "json" };

/** The words that stand on every matter's paper: Swedish, whoever reads the screen in English. */
export const sayOnPaper = (
  key: keyof typeof sv.paper,
  facts: Readonly<Record<string, string | number>> = {},
): string => filled(sv.paper[key], facts);

import { filled } from "../../kernel/filled.ts";
import type { PaperBlock } from "../../kernel/paper.ts";
import sv from "../messages/sv.json" with { type: "json" };

/** The words of a paper: Swedish, as on the page that shows the same. */
export const say = (
  key: keyof typeof sv.content,
  facts: Readonly<Record<string, string | number>> = {},
): string => filled(sv.content[key], facts);

/** A heading with what is written under it; nothing where nothing is written. */
export const written = (title: string, text: string): PaperBlock[] =>
  text.trim() === ""
    ? []
    : [
        { kind: "heading", level: 2, text: title },
        { kind: "prose", text },
      ];

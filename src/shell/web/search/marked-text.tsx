import { marked } from "../../../decisions/rules/marked.ts";
import type { Root } from "../../../decisions/rules/search-words.ts";

/** A text with the words that were looked for marked in it. It is shown as it is, whatever signs it has. */
export function MarkedText({ text, roots }: { readonly text: string; readonly roots: readonly Root[] }) {
  return marked(text, roots).map(({ text: piece, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place
    hit ? <mark key={at}>{piece}</mark> : piece,
  );
}

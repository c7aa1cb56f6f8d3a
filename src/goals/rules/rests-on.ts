import { type Remark, remark } from "../../kernel/remark.ts";

/** A goal rests on facts of the decided analysis (V-3): one that is not there any more is told of, and never lost. */
export const factGoneRemarks = (
  goals: readonly {
    readonly wording: string;
    readonly basis: { readonly facts: readonly { readonly fact: string; readonly text: string }[] };
  }[],
  known: ReadonlySet<string>,
): Remark[] =>
  goals.flatMap(({ wording, basis }, i) =>
    basis.facts
      .filter(({ fact }) => !known.has(fact))
      .map(({ fact, text }) =>
        remark("deviation", "fact-gone", "§2.1", { wording, text: text || fact }, `goals.${i}.basis.facts`),
      ),
  );

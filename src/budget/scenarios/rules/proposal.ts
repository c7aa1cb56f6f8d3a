import { partsForLines, type ResultPart } from "../../base/rules/result-parts.ts";
import { applyChanges, type Changes, type ScenarioBase } from "../../live/rules/changes.ts";

const MAX_TEXT = 1000;
const MAX_SOURCES = 50;

/**
 * The scenario as a proposal for the budget: every adjustment that it added or changed says who put it, and the sources name
 * the scenario (E-9, §2.4).
 */
export function proposalOf<
  T extends ScenarioBase & {
    readonly sources: readonly { readonly what: string; readonly source: string }[];
    readonly resultParts?: readonly ResultPart[] | undefined;
  },
>(
  base: T,
  changes: Changes,
  by: { readonly scenario: string; readonly who: string; readonly source: string },
): T {
  const signed = (text: string) => `${text.slice(0, MAX_TEXT - by.who.length - 3)} (${by.who})`.trimStart();
  const given = new Set(changes.given.map(({ id }) => id));
  const marked: T = {
    ...base,
    input: {
      ...base.input,
      adjustments: base.input.adjustments.map((own) =>
        given.has(own.id ?? "") ? { ...own, text: signed(own.text ?? "") } : own,
      ),
    },
    sources: [{ what: by.source, source: by.scenario }, ...base.sources].slice(0, MAX_SOURCES),
  };
  const proposed = applyChanges(marked, {
    ...changes,
    added: changes.added.map((own) => ({ ...own, text: signed(own.text) })),
  });
  const { resultParts } = base;
  return resultParts
    ? { ...proposed, resultParts: partsForLines(resultParts, proposed.resultInput, by.who.slice(0, 200)) }
    : proposed;
}

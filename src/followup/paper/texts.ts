import { ownValue } from "../../kernel/own-value.ts";
import sv from "../messages/sv.json" with { type: "json" };
import type { ProposalTexts } from "../rules/proposal.ts";

/** "{{name}}" in a text becomes the value of that name. */
const filled = (text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(ownValue(facts, name) ?? ""));

/** A report is a document of a Swedish authority: its own words are Swedish, whoever reads the screen in English. */
export const proposalTexts: ProposalTexts = {
  indicator: (facts) => filled(sv.proposal.indicator, facts),
  indicatorWithoutValue: (facts) => filled(sv.proposal["indicator-without-value"], facts),
  strategic: (facts) => filled(sv.proposal.strategic, facts),
  financial: (facts) => filled(sv.proposal.financial, facts),
};

/** What the things that a report rests on are called. */
export const groundTexts = sv["ground-name"];

/** The words of the printed report. */
export const reportTexts = { ...sv.report, rule: sv.rule, by: sv["budget-by"] };

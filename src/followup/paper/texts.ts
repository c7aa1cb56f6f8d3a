import { filled } from "../../kernel/filled.ts";
import sv from "../messages/sv.json" with { type: "json" };
import type { ProposalTexts } from "../rules/proposal.ts";

/** A report is a document of a Swedish authority: its own words are Swedish, whoever reads the screen in English. */
export const proposalTexts: ProposalTexts = {
  indicator: (facts) => filled(sv.proposal.indicator, facts),
  indicatorWithoutValue: (facts) => filled(sv.proposal["indicator-without-value"], facts),
  spread: (by, facts) => filled(sv.proposal.spread[by], facts),
  points: { one: sv.proposal.point, more: sv.proposal.points },
  part: (name) => (name === "women" || name === "men" ? sv.proposal[name] : name),
  strategic: (facts) => filled(sv.proposal.strategic, facts),
  financial: (facts) => filled(sv.proposal.financial, facts),
};

/** What the things that a report rests on are called. */
export const groundTexts = sv["ground-name"];

/** The words of the printed report. */
export const reportTexts = {
  ...sv.report,
  rule: sv.rule,
  by: sv["budget-by"],
  spread: sv.proposal.spread,
  point: sv.proposal.point,
  points: sv.proposal.points,
  part: { women: sv.proposal.women, men: sv.proposal.men },
};

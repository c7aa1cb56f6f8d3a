import { kind } from "../../decisions/rules/kind.ts";

export const VISION = kind({
  kind: "vision",
  chapter: "goals",
  cite: "§2.1",
  names: { sv: "Vision", en: "Vision" },
  definite: { sv: "visionen", en: "the vision" },
  bodies: ["council"],
  per: "year",
  lasts: "until-next",
  printed: true,
  address: { all: "/mal", own: "/mal", write: "/mal/vision/$body/$year" },
});

export const STRATEGIC_GOALS = kind({
  kind: "strategic-goals",
  chapter: "goals",
  cite: "§2.1",
  names: { sv: "Inriktningsmål", en: "Strategic goals" },
  definite: { sv: "inriktningsmålen", en: "the strategic goals" },
  bodies: ["council"],
  per: "year",
  lasts: "until-next",
  printed: true,
  address: { all: "/mal", own: "/mal", write: "/mal/inriktningsmal/$body/$year" },
});

import { kind } from "../../../decisions/rules/kind.ts";

/** A kind of matter that no municipality has: what a new chapter must write to have one, and nothing more. */
export const TWIN_TOWN_AGREEMENT = kind({
  kind: "twin-town-agreement",
  chapter: "toy",
  cite: "§3.2",
  names: { sv: "Vänortsavtal", en: "Twin town agreement" },
  definite: { sv: "vänortsavtalen", en: "the twin town agreements" },
  bodies: ["council"],
  per: "key",
  lasts: "until-next",
  occasions: ["first", "renewed"],
  address: { all: "/vanorter", write: "/vanorter/$body/$year/$key" },
});

import { kind } from "../../decisions/rules/kind.ts";

/** What a part-owned company tells its owner shortly, at the interim report and after the year (model R-8, KL 6:1, 10:4). */
export const OWNER_REPORT = kind({
  kind: "owner-report",
  chapter: "followup",
  cite: "§3.2",
  names: { sv: "Rapport till ägaren", en: "Report to the owner" },
  definite: { sv: "rapporten till ägaren", en: "the report to the owner" },
  bodies: ["part-owned-company"],
  per: "year",
  lasts: "kept",
  address: {
    all: "/uppfoljning",
    own: "/uppfoljning/delagda/$body/$year",
    write: "/uppfoljning/delagda/$body/$year",
  },
});

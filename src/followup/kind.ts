import { kind } from "../decisions/rules/kind.ts";
import { INDICATOR_VALUE } from "../goals/kind.ts";
import { COMMITTEES_AND_BOARDS } from "../organisation/rules/organisation.ts";
import { EXTRA_MONTHS, EXTRA_REPORT, extraOccasion } from "../year/rules/extra.ts";

export const FOLLOW_UP = kind({
  kind: "follow-up",
  chapter: "followup",
  cite: "§2.5",
  names: { sv: "Delårsuppföljning", en: "April report" },
  definite: { sv: "uppföljningen", en: "the April report" },
  bodies: COMMITTEES_AND_BOARDS,
  per: "year",
  lasts: "kept",
  restsOn: [INDICATOR_VALUE.object],
  address: {
    all: "/uppfoljning",
    own: "/uppfoljning/$kind/$body/$year",
    write: "/uppfoljning/$kind/$body/$year",
  },
});

/** Beyond those of the model, at the times that the executive decides on (U-5). */
export const EXTRA_FOLLOW_UP = kind({
  kind: EXTRA_REPORT,
  chapter: "followup",
  cite: "§2.5",
  names: { sv: "Extra uppföljning", en: "Extra follow-up" },
  definite: { sv: "den extra uppföljningen", en: "the extra follow-up" },
  bodies: COMMITTEES_AND_BOARDS,
  per: "year",
  lasts: "kept",
  occasions: EXTRA_MONTHS.map(extraOccasion),
  address: {
    all: "/uppfoljning",
    own: "/uppfoljning/$kind/$body/$year",
    write: "/uppfoljning/$kind/$body/$year",
  },
});

export const INTERIM_REPORT = kind({
  kind: "interim-report",
  chapter: "followup",
  cite: "§2.5",
  names: { sv: "Delårsrapport", en: "Interim report" },
  definite: { sv: "delårsrapporten", en: "the interim report" },
  bodies: ["council", ...COMMITTEES_AND_BOARDS],
  per: "year",
  lasts: "kept",
  restsOn: [INDICATOR_VALUE.object],
  address: {
    all: "/uppfoljning",
    own: "/uppfoljning/$kind/$body/$year",
    write: "/uppfoljning/$kind/$body/$year",
  },
});

export const ANNUAL_REPORT = kind({
  kind: "annual-report",
  chapter: "followup",
  cite: "§2.5",
  names: { sv: "Årsredovisning", en: "Annual report" },
  definite: { sv: "årsredovisningen", en: "the annual report" },
  bodies: ["council", ...COMMITTEES_AND_BOARDS],
  per: "year",
  lasts: "kept",
  restsOn: [INDICATOR_VALUE.object],
  address: {
    all: "/uppfoljning",
    own: "/uppfoljning/$kind/$body/$year",
    write: "/uppfoljning/$kind/$body/$year",
  },
});

export const ACTION_PLAN = kind({
  kind: "action-plan",
  chapter: "followup",
  cite: "§2.5",
  names: { sv: "Åtgärdsplan", en: "Action plan" },
  definite: { sv: "åtgärdsplanen", en: "the action plan" },
  bodies: ["unit", "department", "administration", ...COMMITTEES_AND_BOARDS],
  per: "year",
  lasts: "the-year",
  mayBeSecret: true,
  address: { all: "/uppfoljning", write: "/uppfoljning/atgardsplan/$body/$year" },
});

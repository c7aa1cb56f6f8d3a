import type { WheelStep } from "./step.ts";

type Words = Pick<WheelStep, "name" | "short" | "who">;

const COMMITTEES = "The committees";
const COMMITTEES_AND_BOARDS = "Committees and company boards";
const COUNCIL = "The council";
const EXECUTIVE = "The executive";
const EXECUTIVE_OFFICE = "The executive's administration";
const MANAGEMENT = "The municipal director's management group";

/** The words of the model's own wheel for those who read English, by the step's id; `short` has at most 24 characters, as there. */
export const MODEL_IN_ENGLISH: Readonly<Record<string, Words>> = {
  "A-1": {
    name: "Environment analysis for the whole group",
    short: "Environment analysis",
    who: EXECUTIVE_OFFICE,
  },
  "A-1-dag": {
    name: "Closing day: results, development and trends are presented",
    short: "Closing day",
    who: EXECUTIVE_OFFICE,
  },
  "A-2": {
    name: "Situation analysis with economic needs",
    short: "Situation analysis",
    who: "The committees and the executive",
  },
  "A-3": {
    name: "Planning conditions and preliminary allocations are proposed",
    short: "Proposed allocations",
    who: MANAGEMENT,
  },
  "A-3-dag": { name: "Budget day: the proposal is presented", short: "Budget day", who: MANAGEMENT },
  "A-4": {
    name: "Planning conditions with preliminary allocations are decided",
    short: "Preliminary allocations",
    who: "The executive",
  },
  "A-5": { name: "Committee goals are looked over", short: "Goals looked over", who: COMMITTEES_AND_BOARDS },
  "A-5-internbudget": {
    name: "Internal budgets are drawn up from the preliminary allocations",
    short: "Draft internal budget",
    who: COMMITTEES,
  },
  "A-6": {
    name: "Areas of risk are gathered and risks weighed",
    short: "Risk assessment",
    who: "The administrations with their committees",
  },
  "A-7": {
    name: "The economy is reconciled and the budget prepared politically",
    short: "Political preparation",
    who: "The management group and the executive",
  },
  "A-8": { name: "Tax rate and budget with multi-year plan are decided", short: "Budget", who: COUNCIL },
  "A-9": {
    name: "Plans for internal control are decided",
    short: "Control plan",
    who: COMMITTEES_AND_BOARDS,
  },
  "A-10": {
    name: "Internal budgets are fitted to the decided allocations",
    short: "Internal budget fitted",
    who: COMMITTEES,
  },
  "A-11": { name: "Committee goals are decided", short: "Committee goals", who: COMMITTEES_AND_BOARDS },
  "A-11-internbudget": { name: "Internal budgets are decided", short: "Internal budget", who: COMMITTEES },
  "A-11-verksamhetsplan": {
    name: "Operations plans are settled and the committees informed",
    short: "Operations plan",
    who: "The administration directors",
  },
  "K-5": {
    name: "Annual reports on internal control are decided and go to the executive",
    short: "Annual control report",
    who: COMMITTEES_AND_BOARDS,
  },
  "U-4-namnd": {
    name: "Annual reports of committees and companies",
    short: "Committees' closing",
    who: COMMITTEES_AND_BOARDS,
  },
  "U-4": { name: "The municipality's annual report is decided", short: "Annual report", who: COUNCIL },
  "E-4-var": { name: "The demography is trued up in spring", short: "True-up, spring", who: EXECUTIVE },
  "E-5": {
    name: "Supplementary budget, once the annual report is handled",
    short: "Supplementary budget",
    who: COUNCIL,
  },
  "E-4-host": { name: "The demography is trued up in autumn", short: "True-up, autumn", who: EXECUTIVE },
  "U-2": {
    name: "Follow-up after April: goals and economy",
    short: "Follow-up",
    who: "Committees and company boards to the executive",
  },
  "K-5-halvar": {
    name: "Half-year reports on internal control",
    short: "Half-year control",
    who: "The administrations to their committees",
  },
  "U-3-namnd": {
    name: "Interim reports of committees and companies",
    short: "Committees' interim",
    who: COMMITTEES_AND_BOARDS,
  },
  "U-3": { name: "The municipality's interim report is decided", short: "Interim report", who: COUNCIL },
};

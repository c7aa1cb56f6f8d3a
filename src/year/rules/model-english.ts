import type { WheelStep } from "./step.ts";

type Words = Pick<WheelStep, "name" | "short" | "who">;

const COMMITTEES = "The committees";
const COMMITTEES_AND_BOARDS = "Committees and company boards";
const COUNCIL = "The council";
const EXECUTIVE = "The executive";
const EXECUTIVE_OFFICE = "The executive's administration";
const MANAGEMENT = "The chief executive's management team";

/** The words of the model's own wheel for those who read English, by the step's id; `short` has at most 24 characters, as there. */
export const MODEL_IN_ENGLISH: Readonly<Record<string, Words>> = {
  "A-1": {
    name: "External analysis for the whole group",
    short: "External analysis",
    who: EXECUTIVE_OFFICE,
  },
  "A-1-dag": {
    name: "Closing day: results, development and trends are presented",
    short: "Closing day",
    who: EXECUTIVE_OFFICE,
  },
  "A-2": {
    name: "Situation analysis with financial needs",
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
  "A-5": {
    name: "Committee and board goals are reviewed",
    short: "Goals reviewed",
    who: COMMITTEES_AND_BOARDS,
  },
  "A-5-internbudget": {
    name: "Internal budgets are drawn up from the preliminary allocations",
    short: "Draft internal budget",
    who: COMMITTEES,
  },
  "A-6": {
    name: "Risk areas are gathered and risks assessed",
    short: "Risk assessment",
    who: "The administrations with their committees",
  },
  "A-7": {
    name: "Finances are reconciled and the budget is prepared politically",
    short: "Political preparation",
    who: "The management team and the executive",
  },
  "A-12": {
    name: "The companies' budgets are decided by their articles and the owner's directive",
    short: "Company budget",
    who: "The company boards",
  },
  "A-8": { name: "Tax rate and budget with multi-year plan are decided", short: "Budget", who: COUNCIL },
  "A-9": {
    name: "Internal control plans are decided",
    short: "Control plan",
    who: COMMITTEES_AND_BOARDS,
  },
  "A-10": {
    name: "Internal budgets are adapted to the decided allocations",
    short: "Internal budget adapted",
    who: COMMITTEES,
  },
  "A-11": {
    name: "Committee and board goals are decided",
    short: "Committee goals",
    who: COMMITTEES_AND_BOARDS,
  },
  "A-11-internbudget": { name: "Internal budgets are decided", short: "Internal budget", who: COMMITTEES },
  "A-11-verksamhetsplan": {
    name: "Operations plans are settled and the committees informed",
    short: "Operations plan",
    who: "The directors of administration",
  },
  "K-5": {
    name: "Annual reports on internal control are decided and go to the executive",
    short: "Annual control report",
    who: COMMITTEES_AND_BOARDS,
  },
  "U-4-namnd": {
    name: "Annual reports of committees and companies",
    short: "Committees' annual",
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
    name: "April report: goals and finances",
    short: "April report",
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
  "V-8-enhet": {
    name: "The units' plans are made",
    short: "Unit plans",
    who: "First-line managers",
  },
  "V-1-provning": {
    name: "A new council follows up the vision and evaluates the strategic goals",
    short: "Vision and goals tried",
    who: COUNCIL,
  },
  "U-8-var": {
    name: "Action plans are decided where the forecast after April is negative",
    short: "Action plans, spring",
    who: "Committees to the executive",
  },
  "U-8-host": {
    name: "Action plans are decided where the forecast after August is negative",
    short: "Action plans, autumn",
    who: "Committees to the executive",
  },
};

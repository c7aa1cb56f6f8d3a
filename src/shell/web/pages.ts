import { lazyRouteComponent, type RouteComponent } from "@tanstack/react-router";
import { kindPages } from "./kinds.ts";

/**
 * Every page there is. A chapter's pages lie in src/<chapter>/pages, one page a file; each is a piece of its own that the
 * browser fetches when it is first opened. Where it stands in the menu its chapter says (`menu.ts`).
 */
export interface PageEntry {
  /** Parameters with a dollar sign: "/mal/$body/$goal". */
  readonly path: string;
  readonly chapter: string;
  readonly page: RouteComponent;
}

const ownPages: readonly PageEntry[] = [
  {
    path: "/",
    chapter: "shell",
    page: lazyRouteComponent(() => import("./start/start-page.tsx"), "StartPage"),
  },
  {
    path: "/arshjulet",
    chapter: "year",
    page: lazyRouteComponent(() => import("../../year/pages/wheel-page.tsx"), "WheelPage"),
  },
  {
    path: "/min-enhet",
    chapter: "plans",
    page: lazyRouteComponent(() => import("./my-unit/my-unit-page.tsx"), "MyUnitPage"),
  },
  {
    path: "/modellen",
    chapter: "shell",
    page: lazyRouteComponent(() => import("./model-page.tsx"), "ModelPage"),
  },
  {
    path: "/oppna-data",
    chapter: "shell",
    page: lazyRouteComponent(() => import("./open-data/open-data-page.tsx"), "OpenDataPage"),
  },
  {
    path: "/sok",
    chapter: "shell",
    page: lazyRouteComponent(() => import("./search/search-page.tsx"), "SearchPage"),
  },
  {
    path: "/dag",
    chapter: "shell",
    page: lazyRouteComponent(() => import("./day/outside-page.tsx"), "OutsidePage"),
  },
  {
    path: "/borja",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/installation/pages/first-page.tsx"),
      "FirstPage",
    ),
  },
  {
    path: "/drift",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/installation/pages/operator-page.tsx"),
      "OperatorPage",
    ),
  },
  {
    path: "/kom-igang",
    chapter: "shell",
    page: lazyRouteComponent(() => import("./setup/setup-page.tsx"), "SetupPage"),
  },
  {
    path: "/kom-igang/$step",
    chapter: "shell",
    page: lazyRouteComponent(() => import("./setup/step-page.tsx"), "StepPage"),
  },
  {
    path: "/logga-in",
    chapter: "organisation",
    page: lazyRouteComponent(() => import("../../organisation/pages/sign-in-page.tsx"), "SignInPage"),
  },
  {
    path: "/konto",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/accounts/pages/account-page.tsx"),
      "AccountPage",
    ),
  },
  {
    path: "/konto/paminnelser",
    chapter: "year",
    page: lazyRouteComponent(() => import("../../year/reminders/pages/reminders-page.tsx"), "RemindersPage"),
  },
  {
    path: "/byt-kommun",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/accounts/pages/crossing-page.tsx"),
      "CrossingPage",
    ),
  },
  {
    path: "/konto/lank",
    chapter: "organisation",
    page: lazyRouteComponent(() => import("../../organisation/accounts/pages/link-page.tsx"), "LinkPage"),
  },
  {
    path: "/konto/glomt",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/accounts/pages/forgotten-page.tsx"),
      "ForgottenPage",
    ),
  },
  {
    path: "/mal",
    chapter: "goals",
    page: lazyRouteComponent(() => import("../../goals/pages/goals-page.tsx"), "GoalsPage"),
  },
  {
    path: "/trad",
    chapter: "goals",
    page: lazyRouteComponent(() => import("../../decisions/thread/pages/thread-page.tsx"), "ThreadPage"),
  },
  {
    path: "/mal/planer",
    chapter: "goals",
    page: lazyRouteComponent(() => import("../../plans/pages/plans-page.tsx"), "PlansPage"),
  },
  {
    path: "/mal/planer/$body/$year",
    chapter: "plans",
    page: lazyRouteComponent(() => import("../../plans/pages/plan-page.tsx"), "PlanPage"),
  },
  {
    path: "/mal/planer/andringar/$body/$year",
    chapter: "plans",
    page: lazyRouteComponent(() => import("../../plans/pages/changes-page.tsx"), "PlanChangesPage"),
  },
  {
    path: "/mal/$body/$goal",
    chapter: "goals",
    page: lazyRouteComponent(() => import("../../goals/pages/goal-page.tsx"), "GoalPage"),
  },
  {
    path: "/ekonomi",
    chapter: "budget",
    page: lazyRouteComponent(() => import("../../budget/pages/economy-page.tsx"), "EconomyPage"),
  },
  {
    path: "/ekonomi/budgetdokument",
    chapter: "budget",
    page: lazyRouteComponent(
      () => import("../../budget/document/pages/budget-document-page.tsx"),
      "BudgetDocumentPage",
    ),
  },
  {
    path: "/ekonomi/scenarier",
    chapter: "budget",
    page: lazyRouteComponent(
      () => import("../../budget/scenarios/pages/scenarios-page.tsx"),
      "ScenariosPage",
    ),
  },
  {
    path: "/ekonomi/steg",
    chapter: "budget",
    page: lazyRouteComponent(() => import("../../budget/way/pages/stages-page.tsx"), "StagesPage"),
  },
  {
    path: "/ekonomi/stallning",
    chapter: "budget",
    page: lazyRouteComponent(() => import("../../budget/position/pages/position-page.tsx"), "PositionPage"),
  },
  {
    path: "/ekonomi/stallning/$body/$year",
    chapter: "budget",
    page: lazyRouteComponent(
      () => import("../../budget/matter/pages/position/position-editor-page.tsx"),
      "PositionEditorPage",
    ),
  },
  {
    path: "/ekonomi/internbudget",
    chapter: "budget",
    page: lazyRouteComponent(
      () => import("../../budget/internal/pages/internal-budgets-page.tsx"),
      "InternalBudgetsPage",
    ),
  },
  {
    path: "/ekonomi/internbudget/$body",
    chapter: "budget",
    page: lazyRouteComponent(
      () => import("../../budget/internal/pages/internal-budget-page.tsx"),
      "InternalBudgetPage",
    ),
  },
  {
    path: "/ekonomi/internbudget/$body/$year/enhet",
    chapter: "budget",
    page: lazyRouteComponent(
      () => import("../../budget/internal/part/pages/unit-part-page.tsx"),
      "UnitPartPage",
    ),
  },
  {
    path: "/ekonomi/bolag",
    chapter: "budget",
    page: lazyRouteComponent(() => import("../../budget/company/pages/companies-page.tsx"), "CompaniesPage"),
  },
  {
    path: "/ekonomi/bolag/$body",
    chapter: "budget",
    page: lazyRouteComponent(
      () => import("../../budget/company/pages/company-budget-page.tsx"),
      "CompanyBudgetPage",
    ),
  },
  {
    path: "/ekonomi/befolkning",
    chapter: "budget",
    page: lazyRouteComponent(() => import("../../budget/matter/pages/forecast-page.tsx"), "ForecastPage"),
  },
  {
    path: "/beslut",
    chapter: "decisions",
    page: lazyRouteComponent(() => import("../../decisions/pages/decisions-page.tsx"), "DecisionsPage"),
  },
  {
    path: "/uppdrag",
    chapter: "decisions",
    page: lazyRouteComponent(
      () => import("../../decisions/assignments/pages/assignments-page.tsx"),
      "AssignmentsPage",
    ),
  },
  {
    path: "/uppdrag/$id",
    chapter: "decisions",
    page: lazyRouteComponent(
      () => import("../../decisions/assignments/pages/assignment-page.tsx"),
      "AssignmentPage",
    ),
  },
  {
    path: "/beslut/mandat",
    chapter: "decisions",
    page: lazyRouteComponent(
      () => import("../../organisation/mandates/pages/mandates-page.tsx"),
      "MandatesPage",
    ),
  },
  {
    path: "/beslut/mandat/ny",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/mandates/pages/new-mandate-page.tsx"),
      "NewMandatePage",
    ),
  },
  {
    path: "/beslut/mandat/prova",
    chapter: "organisation",
    page: lazyRouteComponent(() => import("../../organisation/mandates/pages/try-page.tsx"), "TryPage"),
  },
  {
    path: "/beslut/mandat/$id",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/mandates/pages/mandate-page.tsx"),
      "MandatePage",
    ),
  },
  {
    path: "/beslut/begaran",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/requests/pages/requests-page.tsx"),
      "RequestsPage",
    ),
  },
  {
    path: "/beslut/sakerhet",
    chapter: "organisation",
    page: lazyRouteComponent(() => import("../../organisation/pages/security-page.tsx"), "SecurityPage"),
  },
  {
    path: "/beslut/inloggning",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/providers/pages/providers-page.tsx"),
      "ProvidersPage",
    ),
  },
  {
    path: "/beslut/tjanstekonton",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/service-accounts/pages/service-accounts-page.tsx"),
      "ServiceAccountsPage",
    ),
  },
  {
    path: "/beslut/utlamning",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/handover/pages/handover-page.tsx"),
      "HandoverPage",
    ),
  },
  {
    path: "/beslut/konton",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/accounts/pages/accounts-page.tsx"),
      "AccountsPage",
    ),
  },
  {
    path: "/beslut/kedjan",
    chapter: "decisions",
    page: lazyRouteComponent(() => import("../../decisions/pages/heads-page.tsx"), "HeadsPage"),
  },
  {
    path: "/beslut/andringar",
    chapter: "decisions",
    page: lazyRouteComponent(
      () => import("../../organisation/changes/pages/changes-page.tsx"),
      "ChangesPage",
    ),
  },
  {
    path: "/beslut/samma",
    chapter: "decisions",
    page: lazyRouteComponent(() => import("../../decisions/pages/carried-page.tsx"), "CarriedPage"),
  },
  {
    path: "/beslut/organisation",
    chapter: "decisions",
    page: lazyRouteComponent(
      () => import("../../organisation/bodies/pages/organisation-page.tsx"),
      "OrganisationPage",
    ),
  },
  {
    path: "/beslut/organisation/andra",
    chapter: "decisions",
    page: lazyRouteComponent(
      () => import("../../organisation/bodies/pages/reorganise-page.tsx"),
      "ReorganisePage",
    ),
  },
  {
    path: "/beslut/organisation/tabell",
    chapter: "decisions",
    page: lazyRouteComponent(
      () => import("../../organisation/bodies/pages/table-page.tsx"),
      "BodiesTablePage",
    ),
  },
  {
    path: "/beslut/organisation/$body",
    chapter: "decisions",
    page: lazyRouteComponent(() => import("../../organisation/bodies/pages/body-page.tsx"), "BodyPage"),
  },
  {
    path: "/beslut/personer",
    chapter: "organisation",
    page: lazyRouteComponent(() => import("../../organisation/people/pages/people-page.tsx"), "PeoplePage"),
  },
  {
    path: "/beslut/personer/mandatperiod",
    chapter: "organisation",
    page: lazyRouteComponent(() => import("../../organisation/people/pages/table-page.tsx"), "PeriodPage"),
  },
  {
    path: "/beslut/personer/tabell",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/people/pages/table-page.tsx"),
      "PeopleTablePage",
    ),
  },
  {
    path: "/beslut/personer/gallring",
    chapter: "organisation",
    page: lazyRouteComponent(
      () => import("../../organisation/people/pages/retention-page.tsx"),
      "RetentionPage",
    ),
  },
  {
    path: "/beslut/personer/$person/uppgifter",
    chapter: "organisation",
    page: lazyRouteComponent(() => import("../../organisation/people/pages/known-page.tsx"), "KnownPage"),
  },
  {
    path: "/beslut/personer/$person",
    chapter: "organisation",
    page: lazyRouteComponent(() => import("../../organisation/people/pages/person-page.tsx"), "PersonPage"),
  },
  {
    path: "/beslut/overtaget",
    chapter: "decisions",
    page: lazyRouteComponent(
      () => import("../../decisions/course/pages/taken-over-page.tsx"),
      "TakenOverPage",
    ),
  },
  {
    path: "/beslut/$number",
    chapter: "decisions",
    page: lazyRouteComponent(() => import("../../decisions/pages/decision-page.tsx"), "DecisionPage"),
  },
  {
    path: "/arende/$kind/$body/$year",
    chapter: "decisions",
    page: lazyRouteComponent(() => import("../../decisions/pages/matter-page.tsx"), "MatterPage"),
  },
  {
    path: "/arende/$kind/$body/$year/$key",
    chapter: "decisions",
    page: lazyRouteComponent(() => import("../../decisions/pages/matter-page.tsx"), "MatterPage"),
  },
  {
    path: "/infor-beslut/$kind/$body/$year",
    chapter: "decisions",
    page: lazyRouteComponent(
      () => import("../../decisions/pages/before-decision-page.tsx"),
      "BeforeDecisionPage",
    ),
  },
  {
    path: "/infor-beslut/$kind/$body/$year/$key",
    chapter: "decisions",
    page: lazyRouteComponent(
      () => import("../../decisions/pages/before-decision-page.tsx"),
      "BeforeDecisionPage",
    ),
  },
  {
    path: "/kontroll",
    chapter: "control",
    page: lazyRouteComponent(() => import("../../control/pages/control-page.tsx"), "ControlPage"),
  },
  {
    path: "/kontroll/riskomraden",
    chapter: "control",
    page: lazyRouteComponent(() => import("../../control/noticed/pages/notices-page.tsx"), "NoticesPage"),
  },
  {
    path: "/kontroll/uppsikt",
    chapter: "control",
    page: lazyRouteComponent(
      () => import("../../control/supervision/pages/supervision-page.tsx"),
      "SupervisionPage",
    ),
  },
  {
    path: "/kontroll/lopande/$body/$year",
    chapter: "control",
    page: lazyRouteComponent(() => import("../../control/supervision/pages/running-page.tsx"), "RunningPage"),
  },
  {
    path: "/kontroll/utford/$body/$year/$control",
    chapter: "control",
    page: lazyRouteComponent(() => import("../../control/pages/carry-out-page.tsx"), "CarryOutPage"),
  },
  {
    path: "/uppfoljning/koder",
    chapter: "ledger",
    page: lazyRouteComponent(() => import("../../ledger/pages/codes-page.tsx"), "CodesPage"),
  },
  {
    path: "/uppfoljning/personal",
    chapter: "staff",
    page: lazyRouteComponent(() => import("../../staff/pages/staff-page.tsx"), "StaffPage"),
  },
  {
    path: "/uppfoljning/enhetsprognos/$body/$year",
    chapter: "followup",
    page: lazyRouteComponent(
      () => import("../../followup/unit/pages/unit-forecast-page.tsx"),
      "UnitForecastPage",
    ),
  },
  {
    path: "/uppfoljning",
    chapter: "followup",
    page: lazyRouteComponent(() => import("../../followup/pages/followup-page.tsx"), "FollowupPage"),
  },
  {
    path: "/mal/analyser",
    chapter: "goals",
    page: lazyRouteComponent(() => import("../../goals/analyses/pages/analyses-page.tsx"), "AnalysesPage"),
  },
  {
    path: "/mal/signaler",
    chapter: "goals",
    page: lazyRouteComponent(() => import("../../goals/analyses/pages/signals-page.tsx"), "SignalsPage"),
  },
  {
    path: "/mal/analyser/omvarld/$body/$year/visa",
    chapter: "goals",
    page: lazyRouteComponent(
      () => import("../../goals/analyses/pages/presentation-page.tsx"),
      "PresentationPage",
    ),
  },
  {
    path: "/ekonomi/planeringsforutsattningar/$body/$year/visa",
    chapter: "budget",
    page: lazyRouteComponent(
      () => import("../../budget/matter/pages/present/presentation-page.tsx"),
      "ConditionsPresentationPage",
    ),
  },
  {
    path: "/analys",
    chapter: "lessons",
    page: lazyRouteComponent(() => import("../../lessons/pages/lessons-page.tsx"), "LessonsPage"),
  },
  {
    path: "/dokument",
    chapter: "documents",
    page: lazyRouteComponent(() => import("../../documents/pages/documents-page.tsx"), "DocumentsPage"),
  },
  {
    path: "/dokument/ny",
    chapter: "documents",
    page: lazyRouteComponent(() => import("../../documents/pages/document-page.tsx"), "NewDocumentPage"),
  },
  {
    path: "/dokument/$id",
    chapter: "documents",
    page: lazyRouteComponent(() => import("../../documents/pages/document-page.tsx"), "DocumentPage"),
  },
  {
    path: "/dokument/lag/ny",
    chapter: "documents",
    page: lazyRouteComponent(() => import("../../documents/pages/law-page.tsx"), "NewLawPage"),
  },
  {
    path: "/dokument/lag/$id",
    chapter: "documents",
    page: lazyRouteComponent(() => import("../../documents/pages/law-page.tsx"), "LawPage"),
  },
];

/** Where each kind of matter is written; kinds that share a page share its address. */
const writePages = new Map(
  kindPages.flatMap(({ kind, write }): [string, PageEntry][] =>
    write && kind.address.write
      ? [[kind.address.write, { path: kind.address.write, chapter: kind.chapter, page: write }]]
      : [],
  ),
);

export const pages: readonly PageEntry[] = [...ownPages, ...writePages.values()];

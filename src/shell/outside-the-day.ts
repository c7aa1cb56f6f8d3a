/** Why something does not answer as it was known on an earlier day. */
export const OUTSIDE_REASONS = [
  "writing",
  "scenarios",
  "same",
  "register",
  "codes",
  "search",
  "log",
  "chain",
  "personal",
  "account",
  "moving-in",
  "operator",
  "model",
  "moment",
] as const;
export type OutsideReason = (typeof OUTSIDE_REASONS)[number];

interface Outside {
  readonly pages: readonly string[];
  /** The routes that read, by their ids. */
  readonly routes: readonly string[];
}

/**
 * All that does not show what was known at the end of the day that is chosen in the bar (R-1, docs/decisions/042). Every other page and
 * every other route that reads does: a test asks them all. The frame of the page says the reason, and a page lists them.
 */
export const OUTSIDE_THE_DAY: Readonly<Record<OutsideReason, Outside>> = {
  writing: {
    pages: [
      "/mal/$body/$year/skriv",
      "/mal/vision/$body/$year",
      "/mal/inriktningsmal/$body/$year",
      "/mal/analyser/nulage/$body/$year",
      "/mal/analyser/omvarld/$body/$year",
      "/mal/planer/$body/$year/skriv",
      "/mal/planer/enhet/$body/$year/skriv",
      "/ekonomi/indata/$kind/$body/$year",
      "/ekonomi/avstamning/$body/$year",
      "/ekonomi/stallning/$body/$year",
      "/ekonomi/internbudget/$body/$year",
      "/ekonomi/internbudget/$body/$year/enhet",
      "/ekonomi/bolag/$body/$year",
      "/ekonomi/befolkning/$body/$year",
      "/kontroll/plan/$body/$year",
      "/kontroll/rapport/$body/$year",
      "/kontroll/utford/$body/$year/$control",
      "/kontroll/gemensamma/$body/$year",
      "/kontroll/bedomning/$body/$year",
      "/uppfoljning/atgardsplan/$body/$year",
      "/uppfoljning/delagda/$body/$year",
      "/uppfoljning/enhetsprognos/$body/$year",
      "/uppfoljning/$kind/$body/$year",
      "/beslut/mandat/ny",
      "/beslut/organisation/andra",
      "/arshjulet/andra/$body/$year",
      "/arshjulet/extra/$body/$year",
      "/dokument/ny",
      "/dokument/lag/ny",
    ],
    routes: [
      "listWriters",
      "listSavedRevisions",
      "getSavedChanges",
      "askProposing",
      "askDeciding",
      "getReportProposal",
      "getUnitPart",
      "getMandateChoices",
      "listPostsToGive",
      "previewEnding",
      "previewLeaving",
      "findPeople",
    ],
  },
  scenarios: { pages: ["/ekonomi/scenarier"], routes: ["listScenarios", "getScenario", "getScenarioBase"] },
  same: { pages: ["/beslut/samma"], routes: ["listCarried"] },
  register: {
    pages: [
      "/beslut/mandat",
      "/beslut/mandat/$id",
      "/beslut/mandat/prova",
      "/beslut/personer",
      "/beslut/personer/$person",
    ],
    routes: [
      "listMandates",
      "getMandate",
      "tryMandates",
      "askMay",
      "listPeople",
      "getPerson",
      "listHoldings",
      "getPopolo",
      "getPeopleCsv",
      "getPeopleWorkbook",
    ],
  },
  codes: {
    pages: ["/uppfoljning/koder"],
    routes: ["listLedgerCodes", "getLedgerCode", "getCodesWithoutUnit"],
  },
  search: { pages: ["/sok"], routes: ["search"] },
  log: {
    pages: ["/beslut/andringar", "/beslut/sakerhet"],
    routes: [
      "listChanges",
      "getChange",
      "getChangesCsv",
      "getChangesWorkbook",
      "getHistory",
      "listSecurityEvents",
      "getHistoryCsv",
      "getHistoryWorkbook",
    ],
  },
  chain: {
    pages: ["/beslut/kedjan"],
    routes: ["verifyDecisions", "verifySeals", "getHeads", "getChainFile", "getHeadsFeed", "getHeadLetters"],
  },
  personal: {
    pages: [
      "/beslut/personer/mandatperiod",
      "/beslut/personer/tabell",
      "/beslut/personer/gallring",
      "/beslut/personer/$person/uppgifter",
    ],
    routes: [
      "getKnownOfPerson",
      "getKnownCsv",
      "getRetentions",
      "listFormerPeople",
      "listPeopleChanges",
      "countOwnerless",
    ],
  },
  account: {
    pages: [
      "/logga-in",
      "/konto",
      "/konto/lank",
      "/konto/glomt",
      "/konto/paminnelser",
      "/beslut/konton",
      "/beslut/inloggning",
      "/beslut/tjanstekonton",
    ],
    routes: [
      "getOwnAccount",
      "getReminders",
      "listLocalAccounts",
      "offeredProviders",
      "listProviders",
      "getProvider",
      "getProviderRules",
      "listProviderPeople",
      "listEmployeeNumbers",
      "listServiceAccounts",
      "sampleStories",
    ],
  },
  "moving-in": {
    pages: ["/kom-igang", "/kom-igang/$step"],
    routes: ["getSetup", "getSetupBodies", "countSetupPeople", "getStartPopulation"],
  },
  operator: {
    pages: ["/borja", "/drift"],
    routes: ["getInstallation", "listMunicipalities", "measureMunicipality"],
  },
  model: { pages: ["/modellen", "/oppna-data", "/dag"], routes: ["getModelWheel"] },
  moment: { pages: [], routes: ["getFileProgress"] },
};

/** Why a page does not show the day; undefined for one that does. `path` as the router has it: "/mal/$body/$goal". */
export const outsideReason = (path: string): OutsideReason | undefined =>
  OUTSIDE_REASONS.find((reason) => OUTSIDE_THE_DAY[reason].pages.includes(path));

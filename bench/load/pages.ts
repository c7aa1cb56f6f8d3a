/** A common page, and what a browser asks the API for when it is opened: what the page itself sent, written down once. */
export interface CommonPage {
  readonly name: string;
  readonly asks: readonly string[];
  /** What is asked for besides by somebody who has signed in. */
  readonly signedIn?: readonly string[];
}

/** Asked for by every page. */
const FRAME = ["/bodies", "/session", "/decisions?kind=body-goals"];

export const PAGES: readonly CommonPage[] = [
  {
    name: "Start",
    asks: [...FRAME, "/year/wheel/2028", "/decisions?kind=operations-plan&year=2028", "/goals/tree/2028"],
    signedIn: ["/year/mine"],
  },
  { name: "Målen", asks: [...FRAME, "/goals/tree/2027", "/decisions?year=2027"] },
  {
    name: "Ett mål",
    asks: [
      ...FRAME,
      "/goals/years/bildningsnamnden/lasning",
      "/goals/tree/2027",
      "/may?action=edit%3Aindicator-value&body=bildningsnamnden",
    ],
  },
  {
    name: "Ekonomin",
    asks: [...FRAME, "/budget/allocation/2028", "/decisions?kind=budget&year=2028"],
  },
  { name: "Budgetdokumentet", asks: [...FRAME, "/budget/document/2027"] },
  {
    name: "Uppföljningen",
    asks: [
      ...FRAME,
      "/may?action=import%3Aledger&body=kommunstyrelsen",
      "/budget/months/2027",
      "/followup/occasions/2027",
      ...[107, 111, 112, 113, 114, 115, 116, 117].map((number) => `/decisions/${number}`),
    ],
    signedIn: ["/ledger/imports?year=2027", "/ledger/outcome/2027?until=2027-12-31"],
  },
  {
    name: "Årsredovisningen",
    asks: [...FRAME, "/may?action=edit%3Aannual-report&body=kommunfullmaktige", "/followup/occasions/2027"],
    signedIn: [
      "/matters?kind=annual-report&body=kommunfullmaktige&year=2027",
      "/followup/annual-report/kommunfullmaktige/2027",
      "/people",
    ],
  },
  { name: "Internkontrollen", asks: [...FRAME, "/control/overview/2027"] },
  { name: "Besluten", asks: [...FRAME, "/decisions"] },
  {
    name: "Styrdokumenten",
    asks: [
      ...FRAME,
      "/may?action=edit%3Aexternal-law&body=kommunfullmaktige",
      "/documents/laws",
      "/documents?state=in-force",
    ],
  },
];

/** Who reads, one after the other round the table; "" is a visitor. */
export const READERS = [
  "",
  "bildning-chef",
  "ekonomichef",
  "",
  "social-chef",
  "kf-sekreterare",
  "kommunchef",
  "",
  "bildning-controller",
  "revisor",
  "kultur-chef",
  "larare-bjornekulla",
];

/** Who writes what: a draft of the coming year's matter, begun from this year's. */
export const WRITERS: readonly { readonly as: string; readonly from: string; readonly to: string }[] = (
  [
    ["bildning-chef", "/goals/body-goals/bildningsnamnden/"],
    ["social-chef", "/goals/body-goals/socialnamnden/"],
    ["kommunchef", "/goals/body-goals/kommunstyrelsen/"],
    ["kultur-chef", "/goals/body-goals/kultur-och-fritidsnamnden/"],
    ["byggmiljo-chef", "/control/control-plan/bygg-och-miljonamnden/"],
    ["social-chef", "/control/control-plan/socialnamnden/"],
    ["bildning-controller", "/budget/internal-budget/bildningsnamnden/"],
    ["social-controller", "/budget/internal-budget/socialnamnden/"],
    ["bildning-chef", "/plans/operations-plan/bildningsforvaltningen/"],
    ["bildning-controller", "/followup/follow-up/bildningsnamnden/"],
  ] as const
).map(([as, path]) => ({ as, from: `${path}2028`, to: `${path}2029` }));

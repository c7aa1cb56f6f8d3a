/** The sample's chart of accounts: Kommun-Bas groups with subaccounts of its own. T asset, S debt, I income, K cost. */
export const ACCOUNTS: Readonly<Record<string, readonly [name: string, kind: "T" | "S" | "I" | "K"]>> = {
  "1010": ["Immateriella anläggningstillgångar", "T"],
  "1110": ["Mark, byggnader och tekniska anläggningar", "T"],
  "1119": ["Ackumulerade avskrivningar byggnader", "T"],
  "1180": ["Pågående nyanläggningar", "T"],
  "1220": ["Inventarier", "T"],
  "1229": ["Ackumulerade avskrivningar inventarier", "T"],
  "1310": ["Aktier i kommunens bolag", "T"],
  "1380": ["Långfristiga fordringar", "T"],
  "1410": ["Förråd", "T"],
  "1510": ["Kundfordringar", "T"],
  "1680": ["Statsfordringar", "T"],
  "1710": ["Förutbetalda kostnader och upplupna intäkter", "T"],
  "1930": ["Bank", "T"],
  "2010": ["Eget kapital", "S"],
  "2210": ["Avsatt till pensioner", "S"],
  "2320": ["Lån i banker och kreditinstitut", "S"],
  "2510": ["Leverantörsskulder", "S"],
  "2710": ["Personalens källskatt", "S"],
  "2730": ["Arbetsgivaravgifter", "S"],
  "2740": ["Pensionsavgifter, individuell del", "S"],
  "2990": ["Upplupna kostnader och förutbetalda intäkter", "S"],
  "3011": ["Försäljning av varor och måltider", "I"],
  "3110": ["Taxor och avgifter för tillstånd", "I"],
  "3130": ["Avgifter för barnomsorg, äldreomsorg och kultur", "I"],
  "3410": ["Hyror och arrenden", "I"],
  "3510": ["Riktade statsbidrag", "I"],
  "3610": ["Försäljning av verksamhet till andra kommuner", "I"],
  "4510": ["Bidrag till föreningar", "K"],
  "4550": ["Ekonomiskt bistånd", "K"],
  "4610": ["Köp av verksamhet", "K"],
  "4620": ["Ersättning till värdkommun för gemensam nämnd", "K"],
  "5010": ["Löner", "K"],
  "5060": ["Arvoden till förtroendevalda", "K"],
  "5610": ["Arbetsgivaravgifter", "K"],
  "5710": ["Pensionskostnader", "K"],
  "5720": ["Förändring av pensionsavsättning", "K"],
  "6010": ["Lokalhyror", "K"],
  "6220": ["El, värme och vatten", "K"],
  "6410": ["Förbrukningsmaterial", "K"],
  "6610": ["Reparation och underhåll", "K"],
  "7010": ["Resor", "K"],
  "7030": ["Skolskjuts", "K"],
  "7430": ["Konsulter", "K"],
  "7550": ["IT-tjänster", "K"],
  "7690": ["Övriga kostnader", "K"],
  "7911": ["Avskrivning byggnader", "K"],
  "7921": ["Avskrivning inventarier", "K"],
  "8011": ["Preliminära skattemedel", "I"],
  "8051": ["Slutavräkning av skatt", "I"],
  "8210": ["Inkomstutjämning", "I"],
  "8250": ["Kostnadsutjämning", "I"],
  "8281": ["Kommunal fastighetsavgift", "I"],
  "8360": ["Avgift till LSS-utjämning", "K"],
  "8410": ["Utdelning från kommunens bolag", "I"],
  "8440": ["Ränteintäkter", "I"],
  "8520": ["Räntor på lån", "K"],
};

/** What the accounts held on 2027-01-01, tkr; debit is positive. Equity is what makes them sum to zero. Sample values. */
export const OPENING_TKR: Readonly<Record<string, number>> = {
  "1010": 2_000,
  "1110": 512_000,
  "1119": -148_000,
  "1180": 12_000,
  "1220": 71_000,
  "1229": -34_000,
  "1310": 52_000,
  "1380": 8_000,
  "1410": 1_500,
  "1510": 9_000,
  "1680": 21_000,
  "1710": 46_000,
  "1930": 104_000,
  "2210": -62_000,
  "2320": -150_000,
  "2510": -38_000,
  "2710": -14_000,
  "2730": -15_000,
  "2740": -4_000,
  "2990": -61_000,
};

/** How a code's money is made up: each income as a share of the cost, each cost as a share of the whole cost. */
interface Profile {
  readonly income: Readonly<Record<string, number>>;
  readonly cost: Readonly<Record<string, number>>;
}

const POLITICS: Profile = {
  income: {},
  cost: { "5060": 0.56, "5610": 0.17, "6410": 0.05, "7010": 0.05, "7430": 0.12, "7690": 0.05 },
};
const ADMINISTRATION: Profile = {
  income: { "3011": 0.09, "3110": 0.03, "3410": 0.05, "3510": 0.02 },
  cost: {
    "5010": 0.47,
    "5610": 0.15,
    "5710": 0.04,
    "6220": 0.06,
    "6610": 0.07,
    "7430": 0.06,
    "7550": 0.1,
    "7690": 0.05,
  },
};
const EDUCATION: Profile = {
  income: { "3130": 0.02, "3510": 0.07, "3610": 0.03 },
  cost: {
    "5010": 0.5,
    "5610": 0.16,
    "5710": 0.04,
    "4610": 0.11,
    "6010": 0.1,
    "6410": 0.03,
    "7030": 0.03,
    "7550": 0.03,
  },
};
const SCHOOL: Profile = {
  income: { "3510": 0.06 },
  cost: { "5010": 0.58, "5610": 0.19, "5710": 0.04, "6010": 0.12, "6410": 0.04, "7690": 0.03 },
};
const CARE: Profile = {
  income: { "3130": 0.04, "3410": 0.03, "3510": 0.05 },
  cost: {
    "5010": 0.48,
    "5610": 0.155,
    "5710": 0.04,
    "4610": 0.15,
    "4550": 0.06,
    "6010": 0.06,
    "6410": 0.03,
    "7690": 0.025,
  },
};
const HOME_CARE: Profile = {
  income: { "3130": 0.05 },
  cost: { "5010": 0.62, "5610": 0.2, "5710": 0.05, "6410": 0.04, "7010": 0.05, "7690": 0.04 },
};
const CULTURE: Profile = {
  income: { "3130": 0.06, "3410": 0.05 },
  cost: { "5010": 0.38, "5610": 0.12, "5710": 0.03, "4510": 0.18, "6010": 0.17, "6410": 0.05, "7690": 0.07 },
};
const SHARED: Profile = {
  income: {},
  cost: { "4620": 0.94, "5060": 0.04, "5610": 0.012, "7690": 0.008 },
};

/** Each body's codes (`organisation.json`), with the code's share of the body's net cost. */
export const CODES: Readonly<
  Record<
    string,
    readonly {
      readonly code: string;
      readonly name: string;
      readonly share: number;
      readonly profile: Profile;
    }[]
  >
> = {
  kommunfullmaktige: [{ code: "100", name: "Kommunfullmäktige", share: 1, profile: POLITICS }],
  revisionen: [{ code: "110", name: "Revisionen", share: 1, profile: POLITICS }],
  valnamnden: [{ code: "120", name: "Valnämnden", share: 1, profile: POLITICS }],
  kommunstyrelsen: [
    { code: "200", name: "Kommunstyrelsen", share: 0.04, profile: POLITICS },
    { code: "210", name: "Kommunstyrelseförvaltningen", share: 0.96, profile: ADMINISTRATION },
  ],
  bildningsnamnden: [
    { code: "300", name: "Bildningsnämnden", share: 0.003, profile: POLITICS },
    { code: "310", name: "Bildningsförvaltningen", share: 0.887, profile: EDUCATION },
    { code: "311", name: "Björnekullaskolan", share: 0.11, profile: SCHOOL },
  ],
  "bygg-och-miljonamnden": [
    { code: "400", name: "Bygg- och miljönämnden", share: 0.05, profile: POLITICS },
    { code: "410", name: "Bygg- och miljöförvaltningen", share: 0.95, profile: ADMINISTRATION },
  ],
  "kultur-och-fritidsnamnden": [
    { code: "500", name: "Kultur- och fritidsnämnden", share: 0.02, profile: POLITICS },
    { code: "510", name: "Kultur- och fritidsförvaltningen", share: 0.98, profile: CULTURE },
  ],
  socialnamnden: [
    { code: "600", name: "Socialnämnden", share: 0.005, profile: POLITICS },
    { code: "610", name: "Socialförvaltningen", share: 0.875, profile: CARE },
    { code: "611", name: "Hemvården norr", share: 0.12, profile: HOME_CARE },
  ],
  raddningsnamnden: [{ code: "700", name: "Räddningsnämnden", share: 1, profile: SHARED }],
  overformyndarnamnden: [{ code: "710", name: "Överförmyndarnämnden", share: 1, profile: SHARED }],
};

import type { BodyRecipe, IncomeRecipe, JobRecipe, LineRecipe, UnitRecipe } from "./shapes.ts";

const HOME_CARE_STAFF: readonly JobRecipe[] = [
  { title: "Enhetschef", wageKr: 46_800, weight: 3 },
  { title: "Planerare", wageKr: 32_600, weight: 3 },
  { title: "Vårdbiträde", wageKr: 27_900, weight: 30 },
  { title: "Undersköterska", wageKr: 31_200, weight: 64 },
];
const HOUSING_STAFF: readonly JobRecipe[] = [
  { title: "Enhetschef", wageKr: 47_200, weight: 3 },
  { title: "Sjuksköterska", wageKr: 41_800, weight: 11 },
  { title: "Vårdbiträde", wageKr: 27_900, weight: 24 },
  { title: "Undersköterska", wageKr: 31_000, weight: 62 },
];
const SUPPORT_STAFF: readonly JobRecipe[] = [
  { title: "Enhetschef", wageKr: 46_500, weight: 5 },
  { title: "Stödassistent", wageKr: 29_600, weight: 45 },
  { title: "Stödpedagog", wageKr: 33_400, weight: 50 },
];
const HOLIDAYS: LineRecipe = {
  id: "vikarier",
  name: "Timvikarier och sommarvikarier",
  account: "5010",
  perMille: 34,
  key: "semestrar",
};

const homeCare = (unit: string, net2027: number, net2028: number, fees: number): UnitRecipe => ({
  unit,
  id: unit,
  netTkr: [net2027, net2028],
  income: [{ id: "avgifter", name: "Avgifter", account: "3130", weight: fees }],
  jobs: HOME_CARE_STAFF,
  lines: [HOLIDAYS, { id: "bilar", name: "Bilar och resor", account: "7010", perMille: 32 }],
  rest: { id: "ovrigt", name: "Arbetskläder och material", account: "6410" },
});

const housing = (
  unit: string,
  net2027: number,
  net2028: number,
  [rents, fees, grants]: readonly [number, number, number],
): UnitRecipe => ({
  unit,
  id: unit,
  netTkr: [net2027, net2028],
  income: [
    { id: "hyror", name: "Hyror från boende", account: "3410", weight: rents },
    { id: "avgifter", name: "Avgifter", account: "3130", weight: fees },
    { id: "statsbidrag", name: "Statsbidrag för äldreomsorg", account: "3510", weight: grants },
  ],
  jobs: HOUSING_STAFF,
  lines: [
    HOLIDAYS,
    { id: "lokalhyra", name: "Lokalhyra", account: "6010", perMille: 88, key: "quarter-first" },
    { id: "maltider", name: "Måltider", account: "4610", perMille: 40 },
  ],
  rest: { id: "material", name: "Sjukvårdsmaterial och förbrukning", account: "6410" },
});

const support = (unit: string, net2027: number, net2028: number, income: IncomeRecipe): UnitRecipe => ({
  unit,
  id: unit,
  netTkr: [net2027, net2028],
  income: [income],
  jobs: SUPPORT_STAFF,
  lines: [
    HOLIDAYS,
    { id: "lokalhyra", name: "Lokalhyra", account: "6010", perMille: 62, key: "quarter-first" },
  ],
  rest: { id: "material", name: "Aktiviteter och material", account: "6410" },
});

const officers = (title: string, wageKr: number): readonly JobRecipe[] => [
  { title: "Enhetschef", wageKr: 50_500, weight: 18 },
  { title, wageKr, weight: 82 },
];

export const CARE: BodyRecipe = {
  body: "socialnamnden",
  incomeTkr: [49_115, 51_090],
  toDateTkr: [
    [130_896, 263_122],
    [135_288, 270_572],
  ],
  comment: ["Välfärdstekniken ligger på hemvården.", "Placeringarna hålls på samma nivå som 2027."],
  services: [
    { service: "hemvarden-norr", units: [homeCare("hemvarden-norr", 64_300, 67_400, 2_100)] },
    {
      service: "ovrig-hemvard",
      units: [
        {
          unit: "hemvard",
          id: "hemvard",
          netTkr: [6_900, 6_700],
          jobs: [
            { title: "Verksamhetschef för hemvården", wageKr: 62_000, weight: 22 },
            { title: "Biståndshandläggare", wageKr: 38_700, weight: 78 },
          ],
          lines: [
            { id: "hjalpmedel", name: "Hjälpmedel", account: "6410", perMille: 160, key: "quarter-first" },
          ],
          rest: { id: "teknik", name: "Trygghetslarm och välfärdsteknik", account: "7550" },
        },
        homeCare("hemvarden-soder", 38_900, 38_700, 1_400),
        homeCare("hemvarden-hyllinge", 27_300, 27_200, 900),
        homeCare("nattpatrullen", 14_200, 14_100, 0),
        {
          unit: "bemanningsenheten",
          id: "bemanningsenheten",
          netTkr: [9_600, 9_900],
          jobs: [
            { title: "Enhetschef och bemanningsassistent", wageKr: 35_900, weight: 24 },
            { title: "Undersköterska i pool", wageKr: 30_800, weight: 76 },
          ],
          lines: [
            {
              id: "sommarvikarier",
              name: "Sommarvikarier",
              account: "5010",
              tkr: [4_200, 4_300],
              key: "summer",
            },
          ],
          rest: { id: "system", name: "Bemanningssystem", account: "7550" },
        },
      ],
    },
    {
      service: "sarskilt-boende",
      units: [
        {
          unit: "sarskilt-boende",
          id: "sarskilt-boende",
          netTkr: [6_300, 6_600],
          jobs: [
            { title: "Verksamhetschef för särskilt boende", wageKr: 62_000, weight: 20 },
            { title: "Arbetsterapeut och fysioterapeut", wageKr: 38_900, weight: 80 },
          ],
          lines: [],
          rest: { id: "system", name: "Journalsystem", account: "7550" },
        },
        housing("boendet-ekbacken", 43_900, 45_800, [4_700, 3_900, 4_800]),
        housing("boendet-lindgarden", 38_200, 39_800, [4_000, 3_300, 4_200]),
        housing("boendet-solhaga", 21_800, 22_700, [2_100, 1_800, 2_300]),
        housing("korttidsboendet", 11_300, 11_700, [0, 700, 1_100]),
      ],
    },
    {
      service: "funktionsstod",
      units: [
        {
          unit: "funktionsstod",
          id: "funktionsstod",
          netTkr: [22_200, 22_700],
          income: [{ id: "statsbidrag", name: "Statsbidrag, assistans", account: "3510", weight: 2_300 }],
          jobs: [
            { title: "Verksamhetschef för funktionsstöd", wageKr: 61_500, weight: 28 },
            { title: "LSS-handläggare", wageKr: 38_900, weight: 72 },
          ],
          lines: [
            { id: "kopta-platser", name: "Köpta platser", account: "4610", perMille: 800, evens: true },
          ],
          rest: { id: "ovrigt", name: "Stöd och material", account: "6410" },
        },
        support("gruppbostaden-angen", 13_600, 14_000, {
          id: "hyror",
          name: "Hyror från boende",
          account: "3410",
          weight: 800,
        }),
        support("gruppbostaden-eken", 12_100, 12_400, {
          id: "hyror",
          name: "Hyror från boende",
          account: "3410",
          weight: 700,
        }),
        support("daglig-verksamhet", 10_400, 10_600, {
          id: "forsaljning",
          name: "Försäljning av tjänster",
          account: "3011",
          weight: 500,
        }),
        support("personlig-assistans", 13_100, 13_400, {
          id: "ersattning",
          name: "Assistansersättning",
          account: "3510",
          weight: 5_200,
        }),
      ],
    },
    {
      service: "individ-familj",
      units: [
        {
          unit: "barn-och-unga",
          id: "barn-och-unga",
          netTkr: [11_900, 15_500],
          income: [{ id: "statsbidrag", name: "Återsökt statsbidrag", account: "3510", weight: 900 }],
          jobs: officers("Socialsekreterare, barn och unga", 40_600),
          lines: [
            {
              id: "placeringar",
              name: "Placeringar i familjehem och HVB",
              account: "4610",
              perMille: 540,
            },
          ],
          rest: { id: "ovrigt", name: "Tolk, resor och övrigt", account: "7690" },
        },
        {
          unit: "vuxna-och-missbruk",
          id: "vuxna-och-missbruk",
          netTkr: [5_100, 5_900],
          jobs: officers("Socialsekreterare, vuxna", 39_800),
          lines: [{ id: "placeringar", name: "Placeringar, vuxna", account: "4610", perMille: 390 }],
          rest: { id: "ovrigt", name: "Öppna insatser", account: "7690" },
        },
        {
          unit: "ekonomiskt-bistand",
          id: "ekonomiskt-bistand",
          netTkr: [11_400, 11_900],
          income: [{ id: "ater", name: "Återbetalt bistånd", account: "3510", weight: 400 }],
          jobs: officers("Socialsekreterare, ekonomiskt bistånd", 38_400),
          lines: [{ id: "forsorjningsstod", name: "Ekonomiskt bistånd", account: "4550", perMille: 660 }],
          rest: { id: "ovrigt", name: "Budget- och skuldrådgivning", account: "7430" },
        },
      ],
    },
    {
      service: "ledning",
      units: [
        {
          unit: null,
          id: "namnd",
          netTkr: [1_650, 1_690],
          lines: [
            {
              id: "arvoden",
              name: "Nämndens arvoden",
              account: "5060",
              perMille: 880,
              key: "sammantraden",
            },
          ],
          rest: { id: "resor", name: "Resor och sammanträden", account: "7010", key: "sammantraden" },
        },
        {
          unit: "socialforvaltningen",
          id: "forvaltning",
          netTkr: [6_989, 7_158],
          jobs: [
            { title: "Förvaltningschef, controller och utredare", wageKr: 49_300, weight: 82 },
            { title: "Administratör", wageKr: 31_600, weight: 18 },
          ],
          lines: [
            { id: "it", name: "Verksamhetssystem", account: "7550", perMille: 140, key: "quarter-first" },
          ],
          rest: { id: "ovrigt", name: "Utbildning och övrigt", account: "7690" },
        },
      ],
    },
  ],
};

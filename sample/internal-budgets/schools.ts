import type { BodyRecipe, JobRecipe, LineRecipe, ServiceRecipe, UnitRecipe } from "./shapes.ts";

const PRESCHOOL_STAFF: readonly JobRecipe[] = [
  { title: "Rektor i förskola", wageKr: 54_200, weight: 7 },
  { title: "Förskollärare", wageKr: 36_900, weight: 52 },
  { title: "Barnskötare", wageKr: 29_600, weight: 41 },
];
const SCHOOL_STAFF: readonly JobRecipe[] = [
  { title: "Rektor och biträdande rektor", wageKr: 57_600, weight: 6 },
  { title: "Speciallärare", wageKr: 43_800, weight: 6 },
  { title: "Elevassistent", wageKr: 28_800, weight: 12 },
  { title: "Skolvaktmästare och administratör", wageKr: 30_400, weight: 5 },
  { title: "Lärare", wageKr: 39_600, weight: 71 },
];
const RENT: LineRecipe = {
  id: "lokalhyra",
  name: "Lokalhyra",
  account: "6010",
  perMille: 105,
  key: ["quarter-first", undefined],
};
const SUBSTITUTES: LineRecipe = {
  id: "vikarier",
  name: "Vikarier",
  account: "5010",
  perMille: 22,
  key: "lasar",
};

const preschool = (unit: string, net2027: number, net2028: number, fees: number): UnitRecipe => ({
  unit,
  id: unit,
  netTkr: [net2027, net2028],
  income: [
    { id: "avgifter", name: "Barnomsorgsavgifter", account: "3130", weight: fees },
    { id: "statsbidrag", name: "Statsbidrag för mindre barngrupper", account: "3510", weight: fees },
  ],
  jobs: PRESCHOOL_STAFF,
  lines: [
    { ...RENT, perMille: 115 },
    { ...SUBSTITUTES, key: "semestrar" },
    { id: "maltider", name: "Måltider", account: "4610", perMille: 38, key: "lasar" },
  ],
  rest: { id: "material", name: "Lek- och förbrukningsmaterial", account: "6410" },
});

const school = (
  unit: string,
  net2027: number,
  net2028: number,
  grants: number,
  staff: readonly JobRecipe[] = SCHOOL_STAFF,
): UnitRecipe => ({
  unit,
  id: unit,
  netTkr: [net2027, net2028],
  income: [{ id: "statsbidrag", name: "Riktade statsbidrag", account: "3510", weight: grants }],
  jobs: staff,
  lines: [
    RENT,
    SUBSTITUTES,
    { id: "maltider", name: "Skolmåltider", account: "4610", perMille: 42, key: "lasar" },
    { id: "datorer", name: "Elevdatorer och IT-tjänster", account: "7550", perMille: 16 },
  ],
  rest: { id: "laromedel", name: "Läromedel och material", account: "6410", key: "school-year" },
});

const PRESCHOOLS: ServiceRecipe = {
  service: "forskola",
  units: [
    {
      unit: "forskola",
      id: "forskola",
      netTkr: [4_900, 5_000],
      jobs: [
        { title: "Verksamhetschef för förskolan", wageKr: 61_000, weight: 30 },
        { title: "Specialpedagog", wageKr: 44_000, weight: 70 },
      ],
      lines: [
        {
          id: "kompetens",
          name: "Fortbildning, läroplan",
          account: "7690",
          perMille: 90,
          key: "month-8",
        },
      ],
      rest: { id: "system", name: "Barnomsorgssystem", account: "7550" },
    },
    preschool("forskolan-blasippan", 36_400, 37_100, 3_300),
    preschool("forskolan-kastanjen", 32_300, 32_900, 2_900),
    preschool("forskolan-myran", 29_900, 30_500, 2_700),
    preschool("forskolan-solrosen", 22_600, 23_000, 2_000),
    preschool("forskolan-tallkotten", 17_000, 17_400, 1_600),
  ],
};

const OTHER_SCHOOLS: ServiceRecipe = {
  service: "ovriga-grundskolor",
  units: [
    {
      unit: "grundskola",
      id: "grundskola",
      netTkr: [21_700, 22_200],
      jobs: [
        { title: "Verksamhetschef för grundskolan", wageKr: 63_500, weight: 30 },
        { title: "Lärare i svenska som andraspråk", wageKr: 40_500, weight: 70 },
      ],
      lines: [
        { id: "skolskjuts", name: "Skolskjuts", account: "7030", tkr: [15_200, 15_500], key: "school-year" },
      ],
      rest: { id: "it", name: "Lärplattform och licenser", account: "7550" },
    },
    school("hyllinge-skola", 41_900, 42_700, 7_400),
    school("kvidinge-skola", 30_400, 31_000, 5_400),
    school("nyvangs-skola", 21_300, 21_800, 3_700),
    school("centralskolan", 59_200, 60_400, 10_300, [
      { title: "Rektor och biträdande rektor", wageKr: 59_000, weight: 6 },
      { title: "Speciallärare", wageKr: 44_200, weight: 7 },
      { title: "Studie- och yrkesvägledare", wageKr: 38_900, weight: 3 },
      { title: "Elevassistent", wageKr: 28_800, weight: 7 },
      { title: "Ämneslärare 7–9", wageKr: 41_200, weight: 77 },
    ]),
    school("anpassad-grundskola", 12_800, 13_200, 1_600, [
      { title: "Speciallärare och ämneslärare", wageKr: 43_500, weight: 48 },
      { title: "Elevassistent", wageKr: 29_300, weight: 52 },
    ]),
  ],
};

export const SCHOOLS: BodyRecipe = {
  body: "bildningsnamnden",
  incomeTkr: [69_144, 70_144],
  toDateTkr: [
    [199_490, 365_304],
    [182_216, 364_428],
  ],
  comment: ["Elevhälsan förstärks.", "Lokalhyrorna debiteras varje månad från och med 2028."],
  services: [
    PRESCHOOLS,
    {
      service: "bjornekullaskolan",
      units: [
        {
          ...school("bjornekullaskolan", 61_729, 62_900, 5_500, [
            { title: "Rektor och biträdande rektor", wageKr: 58_900, weight: 4 },
            { title: "Speciallärare", wageKr: 43_800, weight: 5 },
            { title: "Elevassistent", wageKr: 28_900, weight: 12 },
            { title: "Skolvaktmästare och administratör", wageKr: 30_400, weight: 3 },
            { title: "Lärare i fritidshem", wageKr: 35_200, weight: 14 },
            { title: "Lärare F–6", wageKr: 39_400, weight: 62 },
          ]),
        },
      ],
    },
    OTHER_SCHOOLS,
    {
      service: "fritidshem",
      units: [
        {
          unit: "fritidshem",
          id: "fritidshem",
          netTkr: [22_600, 23_000],
          income: [{ id: "avgifter", name: "Fritidshemsavgifter", account: "3130", weight: 4_200 }],
          jobs: [
            { title: "Lärare i fritidshem", wageKr: 35_000, weight: 60 },
            { title: "Fritidsledare", wageKr: 29_200, weight: 40 },
          ],
          lines: [{ ...RENT, perMille: 60 }, SUBSTITUTES],
          rest: { id: "material", name: "Material och utflykter", account: "6410", key: "summer" },
        },
      ],
    },
    {
      service: "gymnasieskola",
      units: [
        {
          unit: "gymnasieplatser",
          id: "gymnasieplatser",
          netTkr: [89_700, 91_300],
          income: [
            {
              id: "interkommunalt",
              name: "Ersättning för elever från andra kommuner",
              account: "3610",
              weight: 10_500,
              key: ["quarter-first", undefined],
            },
          ],
          jobs: [{ title: "Handläggare och vägledare", wageKr: 40_200, weight: 1 }],
          lines: [
            {
              id: "friskolor",
              name: "Gymnasieplatser i friskolor",
              account: "4610",
              perMille: 320,
              key: ["quarter-first", undefined],
            },
            {
              id: "kommuner",
              name: "Gymnasieplatser i andra kommuner",
              account: "4610",
              perMille: 600,
              evens: true,
            },
            { id: "resor", name: "Elevresor", account: "7030", perMille: 35, key: "school-year" },
          ],
          rest: { id: "ovrigt", name: "Inackordering och övrigt", account: "7690" },
        },
        {
          unit: "vuxenutbildningen",
          id: "vuxenutbildningen",
          netTkr: [9_600, 9_800],
          income: [
            { id: "statsbidrag", name: "Statsbidrag för yrkesvux", account: "3510", weight: 3_200 },
            { id: "platser", name: "Platser sålda till andra kommuner", account: "3610", weight: 1_900 },
          ],
          jobs: [
            { title: "Rektor", wageKr: 55_800, weight: 12 },
            { title: "Lärare i sfi och grundläggande vuxenutbildning", wageKr: 40_300, weight: 88 },
          ],
          lines: [
            {
              id: "kop",
              name: "Köpta yrkesutbildningar",
              account: "4610",
              perMille: 300,
              key: "school-year",
            },
            { ...RENT, perMille: 70 },
          ],
          rest: { id: "laromedel", name: "Läromedel", account: "6410", key: "school-year" },
        },
      ],
    },
    {
      service: "ledning",
      units: [
        {
          unit: null,
          id: "namnd",
          netTkr: [1_480, 1_510],
          lines: [
            {
              id: "arvoden",
              name: "Nämndens arvoden",
              account: "5060",
              perMille: 900,
              key: "sammantraden",
            },
          ],
          rest: { id: "resor", name: "Resor och sammanträden", account: "7010", key: "sammantraden" },
        },
        {
          unit: "elevhalsan",
          id: "elevhalsan",
          netTkr: [11_120, 11_400],
          income: [{ id: "statsbidrag", name: "Statsbidrag för elevhälsa", account: "3510", weight: 1_400 }],
          jobs: [
            {
              title: "Specialpedagog, förstärkning av elevhälsan",
              wageKr: 44_000,
              weight: 6,
              from2027: "08",
            },
            { title: "Skolpsykolog", wageKr: 48_600, weight: 24 },
            { title: "Skolsköterska", wageKr: 40_900, weight: 38 },
            { title: "Skolkurator", wageKr: 39_800, weight: 32 },
          ],
          lines: [{ id: "skollakare", name: "Skolläkare", account: "4610", perMille: 45, key: "lasar" }],
          rest: { id: "material", name: "Material och test", account: "6410", key: "school-year" },
        },
        {
          unit: "bildningsforvaltningen",
          id: "forvaltning",
          netTkr: [9_700, 9_515],
          jobs: [
            { title: "Förvaltningschef, controller och handläggare", wageKr: 48_700, weight: 78 },
            { title: "Administratör", wageKr: 31_800, weight: 22 },
          ],
          lines: [
            {
              id: "vidareutbildning",
              name: "Vidareutbildning",
              account: "7690",
              perMille: 110,
              key: "month-8",
            },
            { id: "it", name: "Datorer och IT-tjänster", account: "7550", perMille: 150 },
          ],
          rest: { id: "ovrigt", name: "Övrigt", account: "7690" },
        },
      ],
    },
  ],
};

import type { BodyRecipe, JobRecipe, UnitRecipe } from "./shapes.ts";

const office = (
  unit: string,
  netTkr: UnitRecipe["netTkr"],
  jobs: readonly JobRecipe[],
  more: Pick<UnitRecipe, "income" | "lines">,
): UnitRecipe => ({
  unit,
  id: unit,
  netTkr,
  jobs,
  ...more,
  rest: { id: "ovrigt", name: "Utbildning och övrigt", account: "7690" },
});

/** The committee's own: fees to its members, meetings. */
const committee = (netTkr: UnitRecipe["netTkr"], name = "Nämndens arvoden"): UnitRecipe => ({
  unit: null,
  id: "namnd",
  netTkr,
  lines: [{ id: "arvoden", name, account: "5060", perMille: 900, key: "sammantraden" }],
  rest: { id: "resor", name: "Resor och sammanträden", account: "7010", key: "sammantraden" },
});

export const EXECUTIVE: BodyRecipe = {
  body: "kommunstyrelsen",
  incomeTkr: [24_161, 24_289],
  toDateTkr: [
    [40_783, 71_857],
    [36_128, 72_256],
  ],
  comment: ["", ""],
  services: [
    {
      service: "ledning",
      units: [
        committee([4_720, 4_800], "Kommunstyrelsens arvoden"),
        office(
          "kommunstyrelseforvaltningen",
          [6_900, 6_900],
          [
            { title: "Kommundirektör och stab", wageKr: 68_500, weight: 60 },
            { title: "Utvecklings- och säkerhetsstrateg", wageKr: 47_900, weight: 40 },
          ],
          {
            income: [
              { id: "statsbidrag", name: "Statsbidrag för krisberedskap", account: "3510", weight: 1_500 },
            ],
            lines: [
              {
                id: "medlemsavgifter",
                name: "Medlemsavgifter",
                account: "7690",
                perMille: 190,
                key: ["month-2", "quarter-first"],
              },
              { id: "konsulter", name: "Utredningar", account: "7430", perMille: 80 },
            ],
          },
        ),
        office(
          "ekonomienheten",
          [10_100, 10_200],
          [
            { title: "Ekonomichef och redovisningschef", wageKr: 62_500, weight: 22 },
            { title: "Controller och upphandlare", wageKr: 47_600, weight: 42 },
            { title: "Ekonomiadministratör", wageKr: 34_600, weight: 36 },
          ],
          {
            lines: [
              { id: "system", name: "Ekonomisystem", account: "7550", perMille: 130, key: "quarter-first" },
            ],
          },
        ),
        office(
          "hr-enheten",
          [8_400, 8_500],
          [
            { title: "HR-chef och HR-specialist", wageKr: 48_400, weight: 62 },
            { title: "Löneadministratör", wageKr: 34_900, weight: 38 },
          ],
          {
            lines: [
              { id: "foretagshalsa", name: "Företagshälsovård", account: "7430", perMille: 110 },
              { id: "friskvard", name: "Friskvård", account: "7690", perMille: 60, key: "month-11" },
            ],
          },
        ),
        office(
          "kansliet",
          [9_180, 9_100],
          [
            { title: "Kanslichef och jurist", wageKr: 54_800, weight: 26 },
            { title: "Nämndsekreterare och registrator", wageKr: 37_200, weight: 52 },
            { title: "Kommunvägledare", wageKr: 32_600, weight: 22 },
          ],
          {
            lines: [
              {
                id: "system",
                name: "Ärende- och arkivsystem",
                account: "7550",
                perMille: 80,
                key: "quarter-first",
              },
            ],
          },
        ),
        office("it-enheten", [19_000, 19_000], [{ title: "IT-samordnare", wageKr: 44_800, weight: 1 }], {
          income: [{ id: "forsaljning", name: "IT-tjänster till bolagen", account: "3011", weight: 1_900 }],
          lines: [
            {
              id: "avtal",
              name: "Driftavtal med IT-bolaget",
              account: "7550",
              perMille: 610,
              key: ["quarter-first", undefined],
            },
            {
              id: "licenser",
              name: "Licenser",
              account: "7550",
              perMille: 190,
              key: ["month-1", "quarter-last"],
            },
          ],
        }),
      ],
    },
    {
      service: "samhallsbyggnad",
      units: [
        office(
          "samhallsbyggnad",
          [3_400, 3_500],
          [{ title: "Samhällsbyggnadschef och planarkitekt", wageKr: 52_300, weight: 1 }],
          {
            income: [{ id: "planavgifter", name: "Planavgifter", account: "3110", weight: 1_400 }],
            lines: [{ id: "planer", name: "Planutredningar", account: "7430", perMille: 200 }],
          },
        ),
        {
          unit: "gata-och-park",
          id: "gata-och-park",
          netTkr: [21_729, 21_900],
          income: [
            { id: "gravningar", name: "Grävtillstånd och torgplatser", account: "3110", weight: 2_400 },
          ],
          jobs: [
            { title: "Enhetschef och gatuingenjör", wageKr: 47_200, weight: 24 },
            { title: "Park- och gatuarbetare", wageKr: 31_400, weight: 76 },
          ],
          lines: [
            {
              id: "vintervaghallning",
              name: "Vinterväghållning",
              account: "4610",
              tkr: [3_200, 3_200],
              key: "winter",
            },
            {
              id: "belysning",
              name: "El till gatubelysning",
              account: "6220",
              perMille: 120,
              key: "heating",
            },
            {
              id: "underhall",
              name: "Beläggning och underhåll av gator",
              account: "6610",
              perMille: 380,
              evens: true,
            },
          ],
          rest: { id: "material", name: "Växter, sand och material", account: "6410", key: "summer" },
        },
        {
          unit: "fastighetsenheten",
          id: "fastighetsenheten",
          netTkr: [14_100, 14_200],
          income: [
            {
              id: "hyror",
              name: "Hyror och arrenden",
              account: "3410",
              weight: 6_400,
              key: ["quarter-first", undefined],
            },
            { id: "energistod", name: "Statsbidrag för energi", account: "3510", weight: 1_000 },
          ],
          jobs: [
            { title: "Fastighetschef och förvaltare", wageKr: 46_100, weight: 40 },
            { title: "Fastighetstekniker", wageKr: 32_900, weight: 60 },
          ],
          lines: [
            {
              id: "uppvarmning",
              name: "Värme i kommunens lokaler",
              account: "6220",
              perMille: 265,
              key: "heating",
            },
            { id: "reparationer", name: "Reparationer", account: "6610", perMille: 230 },
          ],
          rest: { id: "material", name: "Material", account: "6410" },
        },
      ],
    },
    {
      service: "kost",
      units: [
        {
          unit: "kost-och-lokalvard",
          id: "kost-och-lokalvard",
          netTkr: [10_000, 10_286],
          income: [
            {
              id: "maltider-skola",
              name: "Måltider till skolan",
              account: "3011",
              weight: 5_000,
              key: "school-year",
            },
            { id: "maltider-omsorg", name: "Måltider till äldreomsorgen", account: "3011", weight: 4_600 },
          ],
          jobs: [
            { title: "Kostchef och kökschef", wageKr: 42_300, weight: 16 },
            { title: "Kock och måltidsbiträde", wageKr: 28_900, weight: 52 },
            { title: "Lokalvårdare", wageKr: 27_600, weight: 32 },
          ],
          lines: [{ id: "livsmedel", name: "Livsmedel", account: "6410", perMille: 330, key: "lasar" }],
          rest: { id: "material", name: "Städmaterial", account: "6410" },
        },
      ],
    },
  ],
};

export const BUILDING: BodyRecipe = {
  body: "bygg-och-miljonamnden",
  incomeTkr: [4_110, 4_309],
  toDateTkr: [
    [5_072, 11_834],
    [6_468, 12_935],
  ],
  comment: ["Två tjänster tillsätts först i maj.", ""],
  services: [
    {
      service: "bygg",
      units: [
        committee([930, 960]),
        office(
          "bygglov-och-karta",
          [9_220, 9_560],
          [
            { title: "Bygglovshandläggare, ny tjänst", wageKr: 41_200, weight: 14, from2027: "05" },
            { title: "Byggnadsinspektör och bygglovshandläggare", wageKr: 43_600, weight: 57 },
            { title: "Kart- och mätingenjör", wageKr: 40_100, weight: 30 },
          ],
          {
            income: [
              {
                id: "bygglovsavgifter",
                name: "Bygglovsavgifter",
                account: "3110",
                weight: 2_600,
                key: "byggsasong",
              },
            ],
            lines: [
              {
                id: "kartsystem",
                name: "Kart- och bygglovssystem",
                account: "7550",
                perMille: 70,
                key: "quarter-last",
              },
              {
                id: "konsulter",
                name: "Konsulter och sakkunniga",
                account: "7430",
                perMille: 130,
                evens: true,
              },
            ],
          },
        ),
      ],
    },
    {
      service: "miljo",
      units: [
        office(
          "miljo-och-halsoskydd",
          [7_194, 7_599],
          [
            {
              title: "Miljö- och hälsoskyddsinspektör, ny tjänst",
              wageKr: 40_600,
              weight: 16,
              from2027: "05",
            },
            { title: "Miljö- och hälsoskyddsinspektör", wageKr: 41_300, weight: 68 },
            { title: "Livsmedelsinspektör", wageKr: 40_900, weight: 16 },
          ],
          {
            income: [
              {
                id: "tillsynsavgifter",
                name: "Tillsynsavgifter",
                account: "3110",
                weight: 1_500,
                key: [undefined, "quarter-first"],
              },
            ],
            lines: [
              {
                id: "provtagning",
                name: "Provtagning och analyser",
                account: "7430",
                perMille: 60,
                key: "summer",
              },
            ],
          },
        ),
        office(
          "bygg-och-miljoforvaltningen",
          [1_250, 1_280],
          [{ title: "Förvaltningschef", wageKr: 62_000, weight: 1 }],
          { lines: [] },
        ),
      ],
    },
  ],
};

export const CULTURE: BodyRecipe = {
  body: "kultur-och-fritidsnamnden",
  incomeTkr: [6_032, 6_159],
  toDateTkr: [
    [17_898, 34_444],
    [16_959, 33_915],
  ],
  comment: ["", "Badsäsongen är juni–augusti, ishallens november–mars."],
  services: [
    {
      service: "bibliotek",
      units: [
        {
          unit: "biblioteket",
          id: "biblioteket",
          netTkr: [10_900, 11_000],
          income: [
            { id: "statsbidrag", name: "Statsbidrag till folkbibliotek", account: "3510", weight: 350 },
          ],
          jobs: [
            { title: "Bibliotekschef", wageKr: 49_800, weight: 13 },
            { title: "Bibliotekarie", wageKr: 36_400, weight: 63 },
            { title: "Biblioteksassistent", wageKr: 29_700, weight: 24 },
          ],
          lines: [
            { id: "lokalhyra", name: "Lokalhyra", account: "6010", perMille: 165, key: "quarter-first" },
            { id: "medier", name: "Böcker och medier", account: "6410", perMille: 115 },
          ],
          rest: { id: "program", name: "Program och utställningar", account: "7690", key: "lasar" },
        },
        {
          unit: "kulturskolan",
          id: "kulturskolan",
          netTkr: [7_200, 7_300],
          income: [
            { id: "avgifter", name: "Elevavgifter", account: "3130", weight: 620, key: "school-year" },
          ],
          jobs: [{ title: "Musik- och danslärare", wageKr: 37_300, weight: 1 }],
          lines: [
            { id: "lokalhyra", name: "Lokalhyra", account: "6010", perMille: 110, key: "quarter-first" },
            {
              id: "kulturbidrag",
              name: "Bidrag till kulturföreningar",
              account: "4510",
              perMille: 120,
              key: "month-3",
            },
          ],
          rest: { id: "instrument", name: "Instrument och noter", account: "6410", key: "month-8" },
        },
      ],
    },
    {
      service: "fritid",
      units: [
        committee([800, 820]),
        {
          unit: "kultur-och-fritidsforvaltningen",
          id: "forvaltning",
          netTkr: [10_800, 11_151],
          jobs: [{ title: "Förvaltningschef och fritidsutvecklare", wageKr: 50_400, weight: 1 }],
          lines: [
            {
              id: "foreningsbidrag",
              name: "Bidrag till föreningar",
              account: "4510",
              tkr: [8_100, 8_400],
              evens: true,
            },
          ],
          rest: { id: "ovrigt", name: "System och övrigt", account: "7550" },
        },
        {
          unit: "fritidsgardarna",
          id: "fritidsgardarna",
          netTkr: [6_900, 7_100],
          income: [{ id: "statsbidrag", name: "Statsbidrag för ungas fritid", account: "3510", weight: 400 }],
          jobs: [
            { title: "Enhetschef", wageKr: 42_600, weight: 16 },
            { title: "Fritidsledare", wageKr: 30_600, weight: 84 },
          ],
          lines: [
            { id: "lokalhyra", name: "Lokalhyra", account: "6010", perMille: 120, key: "quarter-first" },
            { id: "sommarlov", name: "Sommarlovsaktiviteter", account: "7690", perMille: 55, key: "summer" },
          ],
          rest: { id: "material", name: "Material", account: "6410" },
        },
        {
          unit: "idrottsplatser-och-ishall",
          id: "idrottsplatser-och-ishall",
          netTkr: [9_869, 10_000],
          income: [
            { id: "ishallshyror", name: "Hyror för ishall", account: "3410", weight: 1_600, key: "winter" },
            { id: "hyror", name: "Hyror för idrottshallar och planer", account: "3410", weight: 1_950 },
          ],
          jobs: [{ title: "Vaktmästare", wageKr: 30_900, weight: 1 }],
          lines: [
            {
              id: "el-ishall",
              name: "El till ishallen",
              account: "6220",
              tkr: [2_200, 2_250],
              key: "winter",
            },
            {
              id: "lokalhyra",
              name: "Lokalhyra idrottshallar",
              account: "6010",
              perMille: 290,
              key: "quarter-first",
            },
            {
              id: "underhall",
              name: "Underhåll av planer och anläggningar",
              account: "6610",
              perMille: 110,
              key: "summer",
            },
          ],
          rest: { id: "material", name: "Material", account: "6410" },
        },
        {
          unit: "friluftsbadet",
          id: "friluftsbadet",
          netTkr: [3_400, 3_500],
          income: [
            { id: "badavgifter", name: "Badavgifter", account: "3130", weight: 1_100, key: "badsasong" },
          ],
          jobs: [{ title: "Badmästare och badvärd, årsarbetare", wageKr: 30_200, weight: 1 }],
          lines: [
            {
              id: "sasongspersonal",
              name: "Säsongspersonal",
              account: "5010",
              perMille: 230,
              key: "badsasong",
            },
            { id: "drift", name: "Drift och underhåll", account: "6610", perMille: 260, key: "badsasong" },
            { id: "el", name: "El och vatten", account: "6220", perMille: 150, key: "badsasong" },
          ],
          rest: { id: "kiosk", name: "Material", account: "6410", key: "badsasong" },
        },
      ],
    },
  ],
};

import type { Turn } from "./follow.ts";

type Turns = Readonly<Record<number, Readonly<Record<string, readonly Turn[]>>>>;
const turn = (unit: string | null, account: string, first: number, last: number, tkr: number): Turn => ({
  unit,
  account,
  months: [first, last],
  tkr,
});

/**
 * What a controller would recognise in the sample's years, unit by unit: more cost or less income than budgeted is plus, tkr.
 * A body's turns come to about what it deviates from its budget (`make.ts`).
 */
export const TURNS: Turns = {
  2027: {
    // Substitutes and special teachers are over from the first month; after August the action plan holds it, and fewer pupils in
    // upper secondary school and less further training pay what it does not
    bildningsnamnden: [
      turn("bjornekullaskolan", "5010", 1, 4, 690),
      turn("hyllinge-skola", "5010", 1, 4, 410),
      turn("kvidinge-skola", "5010", 1, 4, 270),
      turn("centralskolan", "5010", 1, 4, 610),
      turn("bjornekullaskolan", "5010", 5, 8, 700),
      turn("hyllinge-skola", "5010", 5, 8, 430),
      turn("kvidinge-skola", "5010", 5, 8, 250),
      turn("centralskolan", "5010", 5, 8, 630),
      turn("bjornekullaskolan", "5010", 9, 10, 260),
      turn("centralskolan", "5010", 9, 11, 340),
      turn("hyllinge-skola", "5010", 9, 10, 180),
      turn("gymnasieplatser", "4610", 9, 12, -620),
      turn("bildningsforvaltningen", "7690", 9, 12, -50),
      turn("elevhalsan", "5010", 9, 12, -130),
    ],
    // Placements of children rise from July and fall back when two families move to homes of the municipality's own
    socialnamnden: [
      turn("barn-och-unga", "4610", 7, 8, 620),
      turn("barn-och-unga", "4610", 9, 10, 1_480),
      turn("barn-och-unga", "4610", 11, 12, -380),
      turn("funktionsstod", "4610", 7, 8, -260),
      turn("boendet-lindgarden", "5010", 7, 8, -360),
      turn("boendet-lindgarden", "5010", 9, 10, -420),
      turn("hemvarden-soder", "5010", 9, 10, -690),
      turn("funktionsstod", "4610", 9, 12, -180),
      turn("hemvarden-norr", "5010", 6, 8, 340),
      turn("hemvarden-hyllinge", "5010", 6, 8, -340),
    ],
    // A mild winter
    kommunstyrelsen: [
      turn("gata-och-park", "4610", 1, 3, -240),
      turn("gata-och-park", "4610", 11, 12, -70),
      turn("fastighetsenheten", "6610", 1, 4, 180),
    ],
    // Posts stand vacant, and some of it is bought from consultants
    "bygg-och-miljonamnden": [
      turn("bygglov-och-karta", "5010", 1, 4, -170),
      turn("bygglov-och-karta", "5610", 1, 4, -68),
      turn("bygglov-och-karta", "7430", 1, 4, 195),
      turn("miljo-och-halsoskydd", "5010", 5, 8, -140),
      turn("miljo-och-halsoskydd", "5610", 5, 8, -56),
      turn("bygglov-och-karta", "7430", 5, 8, 135),
      turn("miljo-och-halsoskydd", "5010", 9, 12, -90),
      turn("miljo-och-halsoskydd", "5610", 9, 12, -36),
      turn("bygglov-och-karta", "7430", 9, 12, 75),
    ],
    // A warm summer: more guests, more staff
    "kultur-och-fritidsnamnden": [
      turn("friluftsbadet", "3130", 6, 8, -140),
      turn("idrottsplatser-och-ishall", "3410", 5, 8, 140),
      turn("friluftsbadet", "5010", 6, 8, 95),
      turn("fritidsgardarna", "5010", 5, 8, -95),
    ],
  },
  2028: {
    bildningsnamnden: [
      turn("bjornekullaskolan", "5010", 1, 3, 140),
      turn("centralskolan", "5010", 1, 4, 190),
      turn("gymnasieplatser", "4610", 1, 4, -340),
    ],
    socialnamnden: [turn("barn-och-unga", "4610", 1, 2, 210), turn("hemvarden-soder", "5010", 1, 4, -230)],
    "bygg-och-miljonamnden": [
      turn("miljo-och-halsoskydd", "5010", 1, 4, -55),
      turn("bygglov-och-karta", "7430", 1, 4, 35),
      turn("miljo-och-halsoskydd", "5010", 5, 8, -260),
      turn("miljo-och-halsoskydd", "5610", 5, 8, -105),
      turn("bygglov-och-karta", "7430", 5, 8, 60),
    ],
  },
};

import { kind } from "../decisions/rules/kind.ts";

/** Where the wheel in force is read, whoever reads it. */
export const WHEEL_PAGE = "/arshjulet";

export const YEAR_WHEEL = kind({
  kind: "year-wheel",
  chapter: "year",
  cite: "§2.4",
  names: { sv: "Årshjul", en: "Year wheel" },
  definite: { sv: "årshjulet", en: "the year wheel" },
  bodies: ["executive"],
  per: "year",
  lasts: "until-next",
  printed: true,
  address: { all: WHEEL_PAGE, own: WHEEL_PAGE, write: "/arshjulet/andra/$body/$year" },
});

/** The follow-ups beyond the wheel's that the executive decides on for a year (U-5). */
export const EXTRA_OCCASIONS = kind({
  kind: "extra-occasions",
  chapter: "year",
  cite: "§2.5",
  names: { sv: "Extra uppföljningstillfällen", en: "Extra follow-up occasions" },
  definite: { sv: "de extra uppföljningstillfällena", en: "the extra follow-up occasions" },
  bodies: ["executive"],
  per: "year",
  lasts: "the-year",
  printed: true,
  address: { all: WHEEL_PAGE, own: WHEEL_PAGE, write: "/arshjulet/extra/$body/$year" },
});

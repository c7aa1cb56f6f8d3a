import { kind } from "../decisions/rules/kind.ts";

export const YEAR_WHEEL = kind({
  kind: "year-wheel",
  chapter: "year",
  cite: "§2.4",
  names: { sv: "Årshjul", en: "Year wheel" },
  definite: { sv: "årshjulet", en: "the year wheel" },
  bodies: ["executive"],
  per: "year",
  lasts: "until-next",
  address: { all: "/" },
});

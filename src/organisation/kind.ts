import { mandateObject } from "./rules/objects.ts";

export const PERSONAL_DATA = mandateObject({
  object: "personal-data",
  names: { sv: "Personuppgifter", en: "Personal data" },
  definite: {
    sv: "personuppgifterna för den som har slutat",
    en: "the personal data of those who have left",
  },
  address: { all: "/beslut/organisation", write: "/beslut/organisation" },
});

import { mandateObject } from "./rules/objects.ts";

/** What happens at the door: who signed in, who was refused. Read by those whose mandate says so. */
export const SECURITY_LOG = mandateObject({
  object: "security-log",
  names: { sv: "Säkerhetsloggen", en: "The security log" },
  definite: { sv: "säkerhetsloggen", en: "the security log" },
  address: { all: "/beslut/sakerhet" },
});

export const ORGANISATION = mandateObject({
  object: "organisation",
  names: { sv: "Organisationen", en: "The organisation" },
  definite: { sv: "organisationen", en: "the organisation" },
  address: { all: "/beslut/organisation", write: "/beslut/organisation/andra" },
});

export const PERSONAL_DATA = mandateObject({
  object: "personal-data",
  names: { sv: "Personuppgifter", en: "Personal data" },
  definite: {
    sv: "personuppgifterna för den som har slutat",
    en: "the personal data of those who have left",
  },
  address: { all: "/beslut/organisation", write: "/beslut/organisation" },
});

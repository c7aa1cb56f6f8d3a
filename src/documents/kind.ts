import { mandateObject } from "../organisation/rules/objects.ts";

export const GOVERNING_DOCUMENT = mandateObject({
  object: "governing-document",
  names: { sv: "Styrdokument", en: "Governing documents" },
  definite: { sv: "styrdokument", en: "governing documents" },
  address: { all: "/dokument", write: "/dokument/ny" },
});

export const EXTERNAL_LAW = mandateObject({
  object: "external-law",
  names: { sv: "Lagar och föreskrifter", en: "External laws" },
  definite: { sv: "lagar och föreskrifter", en: "laws and regulations" },
  address: { all: "/dokument", write: "/dokument/lag/ny" },
});

import { mandateObject } from "../rules/objects.ts";

export const PEOPLE = mandateObject({
  object: "people",
  names: { sv: "Personer och uppdrag", en: "People and posts" },
  definite: { sv: "personer och uppdrag", en: "people and posts" },
  address: { all: "/beslut/personer", write: "/beslut/personer" },
});

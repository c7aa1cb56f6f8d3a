import { mandateObject } from "../rules/objects.ts";

export const CHANGE_LOG = mandateObject({
  object: "change-log",
  names: { sv: "Ändringsloggen", en: "The change log" },
  definite: { sv: "ändringsloggen", en: "the change log" },
  address: { all: "/beslut/andringar" },
});

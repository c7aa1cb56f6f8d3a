import { mandateObject } from "../rules/objects.ts";

/** How a municipality moves in: the model's start is made its own, and what was decided before is registered (§3.2). */
export const SETUP = mandateObject({
  object: "setup",
  names: { sv: "Kommunens uppstart", en: "The municipality's first set-up" },
  definite: { sv: "kommunens uppstart", en: "the municipality's first set-up" },
  address: { all: "/kom-igang", write: "/kom-igang" },
});

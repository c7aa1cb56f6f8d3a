import { mandateObject } from "../organisation/rules/objects.ts";

export const LESSON = mandateObject({
  object: "lesson",
  names: { sv: "Lärdomar", en: "Lessons" },
  definite: { sv: "lärdomar", en: "lessons" },
  address: { all: "/analys", write: "/analys" },
});

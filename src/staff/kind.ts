import { mandateObject } from "../organisation/rules/objects.ts";

export const STAFF_FIGURES = mandateObject({
  object: "staff-figures",
  names: { sv: "Personaluppgifter", en: "Staff figures" },
  definite: { sv: "personaluppgifterna", en: "the staff figures" },
  address: { all: "/uppfoljning/personal", write: "/uppfoljning/personal" },
});

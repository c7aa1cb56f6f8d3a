import { expect, test } from "vitest";
import { addressNow, type MenuPage, presentOf } from "./chapter-menu.ts";

const names = { sv: "Kontrollplan", en: "Control plan" };
const plan: MenuPage = {
  address: "/kontroll/plan/$body/$year",
  names,
  whose: "chosen",
  bodies: ["committee"],
};
const looksAt = (id?: string, kind = "committee") => {
  const chosen = id === undefined ? undefined : { id, kind };
  const council = { id: "council", kind: "council" };
  return {
    year: 2028,
    body: { chosen, "chosen-or-group": chosen ?? council, executive: undefined, council },
  };
};

test("§4: a page's address in the menu is the chosen body's and year's; without one it is not there", () => {
  expect(addressNow(plan, looksAt("social"))).toBe("/kontroll/plan/social/2028");
  expect(addressNow(plan, looksAt())).toBeUndefined();
  expect(addressNow(plan, looksAt("housing", "company"))).toBeUndefined();
  expect(addressNow({ address: "/ekonomi", names }, looksAt())).toBe("/ekonomi");
  const report: MenuPage = { address: "/r/$body/$year", names, whose: "chosen-or-group" };
  expect(addressNow(report, looksAt())).toBe("/r/council/2028");
});

test("§4: one is at the page itself, or at the one closest above; a view of a page is not a page of its own", () => {
  const all = ["/ekonomi", "/ekonomi/steg", "/ekonomi/internbudget", "/ekonomi?visa=bild"];
  expect(presentOf(all, "/ekonomi/steg")).toBe("/ekonomi/steg");
  expect(presentOf(all, "/ekonomi/internbudget/social")).toBe("/ekonomi/internbudget");
  expect(presentOf(all, "/ekonomi/stegen")).toBe("/ekonomi");
  expect(presentOf(all, "/mal")).toBeUndefined();
});

import { expect, test } from "vitest";
import { house } from "../../chapters.ts";
import { OUTSIDE_REASONS, OUTSIDE_THE_DAY } from "../../outside-the-day.ts";
import { kindPages } from "../kinds.ts";
import { pages } from "../pages.ts";

const listed = OUTSIDE_REASONS.map((reason) => OUTSIDE_THE_DAY[reason]);
const routes = house().handlers.flatMap(({ route }) => (route.method === "GET" ? [route.id] : []));

test("R-1: what does not show the day is there, and stands once", () => {
  const outside = listed.flatMap((one) => one.pages);
  expect(new Set(outside).size).toBe(outside.length);
  expect(outside.filter((path) => !pages.some((page) => page.path === path))).toEqual([]);
  const unread = listed.flatMap((one) => one.routes);
  expect(new Set(unread).size).toBe(unread.length);
  expect(unread.filter((id) => !routes.includes(id))).toEqual([]);
});

test("R-1: every page where a draft is written says that the day does not apply there", () => {
  const written = new Set(kindPages.flatMap(({ kind }) => kind.address.write ?? []));
  const { pages: said } = OUTSIDE_THE_DAY.writing;
  expect([...written].filter((path) => !said.includes(path))).toEqual([]);
});

import { expect, test } from "vitest";
import { pages } from "../src/shell/web/pages.ts";
import { lookAtEveryPage } from "./every-page.ts";
import { VISITS } from "./visits.ts";

test("T-1: every page is looked at", () => {
  expect(Object.keys(VISITS).sort()).toEqual(pages.map((page) => page.path).sort());
});

lookAtEveryPage(1280);

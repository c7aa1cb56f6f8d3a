import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Route } from "../platform/http/contract.ts";
import { addressOf } from "../platform/ui/api.ts";
import { readExamples } from "./api/describe.ts";
import { house } from "./chapters.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { cookieOf, raw } from "./testing/raw.ts";

const DAY = "2028-05-15";
const READERS = [undefined, "ekonomichef", "bildning-chef", "revisor", "systemforvaltare"] as const;
let then: Astorp;
let later: Astorp;
beforeAll(async () => {
  then = await astorp("spring");
  later = await astorp("full");
  await then.moveDay("2028-05-16");
}, 900_000);
afterAll(async () => {
  await then.stop();
  await later.stop();
});

test("R-1: draft", async () => {
  const examples = readExamples();
  const found: unknown[] = [];
  for (const person of READERS) {
    const h = async (a: Astorp) => ({
      "tillit-today": DAY,
      ...(person ? { cookie: await cookieOf(a.server.app, person) } : {}),
    });
    const [h1, h2] = [await h(then), await h(later)];
    for (const { route } of house().handlers) {
      if (route.method !== "GET") continue;
      const example = examples[route.id];
      if (!example) {
        found.push({ id: route.id, path: route.path, none: true });
        continue;
      }
      const base = addressOf(route as Route, example as never);
      const ways = new Set([base, base.replace("2027", "2028"), base.replace("2027", "2029")]);
      for (const path of ways) {
        const one = await raw(then.server.app, "GET", path, { headers: h1 });
        const two = await raw(later.server.app, "GET", path, { headers: h2 });
        const same =
          one.status === two.status &&
          (route.produces ? true : JSON.stringify(one.json) === JSON.stringify(two.json));
        if (!same)
          found.push({
            id: route.id,
            path,
            person,
            s: [one.status, two.status],
            one: one.json,
            two: two.json,
          });
      }
    }
  }
  writeFileSync("/tmp/asknown.json", JSON.stringify(found));
  expect(found.length).toBe(0);
}, 900_000);

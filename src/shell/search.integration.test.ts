import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { search } from "../decisions/contract.ts";
import { house } from "./chapters.ts";
import { objects } from "./objects.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { raw } from "./testing/raw.ts";
import { menu } from "./web/menu.ts";

type Answer = z.output<typeof search.returns>;
const TODAY = "2028-05-15";

let a: Astorp;
beforeAll(async () => {
  a = await astorp("spring");
}, 240_000);
afterAll(() => a.stop());

const path = (q: string, more = "") => `/search?q=${encodeURIComponent(q)}${more}`;
async function find(q: string, more = "", as = "kommunchef"): Promise<Answer> {
  const reply = await a.call(as, TODAY, "GET", path(q, more));
  expect(reply.status, JSON.stringify(reply.json)).toBe(200);
  return reply.json as Answer;
}
const inPublic = async (q: string, more = ""): Promise<Answer> =>
  (await raw(a.server.app, "GET", `/api${path(q, more)}`, {})).json as never;

test("dbg", async () => {
  for (const q of [
    "skolornas",
    "frånvaro",
    "mål",
    "budget 2027",
    "2027",
    "och",
    "rektor",
    "arbetsmiljö risk",
  ]) {
    const t = performance.now();
    const r = await find(q);
    console.log(
      q,
      Math.round(performance.now() - t),
      r.roots,
      r.total,
      JSON.stringify(r.sorts),
      JSON.stringify(r.years),
    );
    console.log(
      r.found
        .slice(0, 8)
        .map((x) => `   ${x.sort} ${x.year} ${x.title} | ${x.text}`)
        .join("\n"),
    );
  }
});

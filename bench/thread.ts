import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { keepThread } from "../src/decisions/thread/store/keep.ts";
import { day } from "../src/kernel/day.ts";
import type { OrganisationFile } from "../src/organisation/organisation-file.ts";
import { storeOrganisation } from "../src/organisation/store.ts";
import type { Chapter, ThreadThing, Tie } from "../src/platform/chapter.ts";
import type { Running } from "../src/shell/server.ts";
import { median, round } from "./measure.ts";
import {
  MUNICIPALITY,
  organisationServer,
  timesInTurn,
  WRITER,
  withPostgres,
  withServers,
} from "./side-by-side.ts";

const ORGANISATION = join(import.meta.dirname, "../sample/organisation.json");
const GOALS = 3;
const ACTIONS = 50;
const WARM = 5;
const ROUNDS = 40;
const GOAL = 2;

const body = (n: number) => `enhet-${n}`;
const goalsOf = (n: number) => `body-goals:${body(n)}:2027`;
const STRATEGIC = "strategic-goals:kommunfullmaktige:2021";
const VISION = "vision:kommunfullmaktige:2021";

const ASKS: readonly { readonly what: string; readonly path: string }[] = [
  { what: "tråden från visionen, ett organ", path: `/thread?year=2027&body=${body(0)}` },
  { what: "tråden från ett åtagande", path: `/thread?thing=operations-plan:${body(0)}:2027/a0` },
  { what: "det som hänger i ett mål", path: `/thread/below?thing=${goalsOf(0)}/m0&year=2027` },
  { what: "det som inte hänger ihop, ett organ", path: `/thread/orphans?year=2027&body=${body(0)}` },
];

/** A municipality with 5,000 commitments beside one with 50: what is shown is the same, and so ought the time to be (V-9). */
export async function measureThread(): Promise<void> {
  await withPostgres((url) => withServers([() => laidUp(url, 1), () => laidUp(url, 100)], tell));
}

async function tell(servers: readonly Running[]): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  for (const { what, path } of ASKS) {
    const asking = { as: "kommunchef", path: () => path };
    const times = await timesInTurn(servers, asking, { warm: WARM, rounds: ROUNDS });
    const [small, large] = times.map(median) as [number, number];
    rows.push({
      fråga: what,
      "50 åtaganden, ms": round(small),
      "5 000 åtaganden, ms": round(large),
      gånger: round(large / small),
      [`mål ${GOAL}`]: large <= GOAL * small ? "nått" : "ej nått",
    });
  }
  console.log("Den röda tråden, inget i minnet");
  console.table(rows);
}

/** A server of its own with so many bodies, each with its goals and commitments; the organisation is as large in both. */
async function laidUp(postgresUrl: string, bodies: number): Promise<Running> {
  const server = await organisationServer(postgresUrl, `thread_${bodies}`);
  const organisation = JSON.parse(await readFile(ORGANISATION, "utf8")) as OrganisationFile;
  const committee = organisation.bodies.find(({ id }) => id === "bildningsnamnden");
  if (!committee) throw new Error("the sample has no committee to make more of");
  await server.door.write(WRITER, "En tråd att mäta på", async (tx) => {
    await storeOrganisation(tx, MUNICIPALITY, {
      municipality: organisation.municipality,
      bodies: Array.from({ length: 100 }, (_, n) => ({
        ...committee,
        id: body(n),
        name: `Nämnd ${n}`,
        ledgerCodes: [`9-${n}`],
      })),
      people: [],
      mandates: [],
    });
    const keep = (
      source: string,
      of: { readonly ties: readonly Tie[]; readonly things: readonly ThreadThing[] },
    ) => {
      const chapter: Chapter = {
        chapter: "bench",
        ties: async () => of.ties,
        threadThings: async () => of.things,
      };
      const [kind = "", whose = "", year = ""] = source.split(":");
      const kept = {
        source,
        kind,
        body: whose,
        year: Number(year),
        on: day("2027-01-01"),
        content: {},
        bodies: [],
      };
      return keepThread(tx, MUNICIPALITY, chapter, kept);
    };
    await keep(VISION, {
      ties: [],
      things: [{ thing: VISION, what: "vision", name: "Vision", href: "/mal" }],
    });
    await keep(STRATEGIC, {
      ties: each(GOALS, (i) => ({ from: `${STRATEGIC}/i${i}`, to: VISION, sort: "derived-from" })),
      things: each(GOALS, (i) => thing(`${STRATEGIC}/i${i}`, "strategic-goal")),
    });
    for (const n of Array.from({ length: bodies }, (_, at) => at)) {
      await keep(goalsOf(n), {
        ties: each(GOALS, (i) => ({
          from: `${goalsOf(n)}/m${i}`,
          to: `${STRATEGIC}/i${i}`,
          sort: "contributes-to",
        })),
        things: each(GOALS, (i) => thing(`${goalsOf(n)}/m${i}`, "body-goal")),
      });
      const plan = `operations-plan:${body(n)}:2027`;
      await keep(plan, {
        ties: each(ACTIONS, (i) => ({
          from: `${plan}/a${i}`,
          to: `${goalsOf(n)}/m${i % GOALS}`,
          sort: "serves",
        })),
        things: each(ACTIONS, (i) => thing(`${plan}/a${i}`, "action")),
      });
    }
  });
  return server;
}

const each = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
const thing = (id: string, what: string): ThreadThing => ({ thing: id, what, name: id, href: "/mal" });

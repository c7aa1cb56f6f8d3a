import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeEntry } from "../src/decisions/course/store.ts";
import { matterId } from "../src/decisions/rules/kind.ts";
import { day } from "../src/kernel/day.ts";
import { holdingsIn } from "../src/organisation/holdings.ts";
import type { OrganisationFile } from "../src/organisation/organisation-file.ts";
import { allBodies, storeOrganisation } from "../src/organisation/store.ts";
import type { Running } from "../src/shell/server.ts";
import { inProcess } from "../src/shell/year/client.ts";
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
const DAY = day("2027-02-01");
const YEAR = 2027;
const WARM = 5;
const ROUNDS = 40;
const GOAL = 2;
const UNITS = 9;
const EMPLOYEES = 100;
/** So many of each plan's commitments are its writer's own, in both municipalities. */
const OWN = 3;
const GOALS_EACH = 3;

/** Whose goals, and by whom they are prepared and decided; and whose plan is for them. */
const BODIES = [
  { body: "kommunstyrelsen", plan: "kommunstyrelseforvaltningen", head: "kommunchef", by: "ks-sekreterare" },
  {
    body: "bildningsnamnden",
    plan: "bildningsforvaltningen",
    head: "bildning-chef",
    by: "bildning-sekreterare",
  },
  {
    body: "bygg-och-miljonamnden",
    plan: "bygg-och-miljoforvaltningen",
    head: "byggmiljo-chef",
    by: "byggmiljo-sekreterare",
  },
  {
    body: "kultur-och-fritidsnamnden",
    plan: "kultur-och-fritidsforvaltningen",
    head: "kultur-chef",
    by: "kultur-sekreterare",
  },
  { body: "socialnamnden", plan: "socialforvaltningen", head: "social-chef", by: "social-sekreterare" },
  ...["fastighet:bjornekulla-fastighets-ab", "it:bjornekulla-it-ab", "kvidinge:kvidingebyggen-ab"].map(
    (one) => {
      const [short, company = ""] = one.split(":");
      return { body: company, plan: company, head: `vd-${short}`, by: `${short}-ordforande` };
    },
  ),
] as const;

interface Page {
  readonly name: string;
  readonly asks: readonly string[];
}

/** Asked for by every page. */
const FRAME = ["/bodies", "/session", "/decisions?kind=body-goals"];
/** What each page asks for when somebody who has signed in opens it. */
const PAGES: readonly Page[] = [
  {
    name: "Mål och plan",
    asks: [
      ...FRAME,
      `/goals/tree/${YEAR}`,
      `/decisions?year=${YEAR}`,
      `/followup/judged-goals/${YEAR}`,
      "/matters?kind=vision&body=kommunfullmaktige",
      "/matters?kind=strategic-goals&body=kommunfullmaktige",
    ],
  },
  {
    name: "Startsidan",
    asks: [
      ...FRAME,
      `/goals/tree/${YEAR}`,
      `/year/wheel/${YEAR}`,
      `/decisions?kind=operations-plan&year=${YEAR}`,
      `/followup/judged-goals/${YEAR}`,
      "/decisions/awaiting",
      "/year/mine",
    ],
  },
];

/**
 * A municipality with 5,100 commitments beside one with 51, the same bodies and goals in both: what is asked for when somebody opens "Mål
 * och plan" and the start page, with nothing kept of what was read before.
 */
export async function measureCommitments(): Promise<void> {
  await withPostgres((url) => withServers([() => laidUp(url, OWN), () => laidUp(url, 300)], tell));
}

async function tell(servers: readonly Running[]): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  for (const { name, asks } of PAGES) {
    const sums = [0, 0];
    for (const path of asks) {
      const times = await timesInTurn(
        servers,
        { as: "bildning-chef", path: () => path },
        { warm: WARM, rounds: ROUNDS },
      );
      const [small, large] = times.map(median) as [number, number];
      sums[0] = (sums[0] as number) + small;
      sums[1] = (sums[1] as number) + large;
      rows.push(row(`${name}: ${path}`, small, large));
    }
    rows.push(row(name, ...(sums as [number, number])));
  }
  console.log("Sidor i en kommun med många åtaganden, inget i minnet");
  console.table(rows);
}

const row = (what: string, small: number, large: number) => ({
  fråga: what,
  "51 åtaganden, ms": round(small),
  "5 100 åtaganden, ms": round(large),
  gånger: round(large / small),
  [`mål ${GOAL}`]: large <= GOAL * small ? "nått" : "ej nått",
});

/** A server of its own with the sample's organisation, goals in each body, and so many commitments in each plan. */
async function laidUp(postgresUrl: string, actions: number): Promise<Running> {
  const server = await organisationServer(postgresUrl, `commitments_${actions}`);
  const units = await moreToWorkWith(server);
  const { draft, decide } = writing(server);
  await draft("kommunchef", `/goals/vision/kommunfullmaktige/${YEAR}`, {
    name: "Söderåsstaden",
    text: "Här vågar vi pröva nytt.",
    validTo: "2030-12-31",
  });
  await draft("kommunchef", `/goals/strategic-goals/kommunfullmaktige/${YEAR}`, {
    goals: each(3, (i) => ({
      id: `i${i}`,
      name: `Inriktningsmål ${i}`,
      text: "Fler klarar sig.",
      agenda2030: [4],
    })),
  });
  for (const kind of ["vision", "strategic-goals"]) {
    const matter = matterId(kind, "kommunfullmaktige", YEAR);
    await decide("ks-sekreterare", matter, "proposal");
    await decide("kf-sekreterare", matter);
  }
  for (const { body, plan, head, by } of BODIES) {
    await draft(head, `/goals/body-goals/${body}/${YEAR}`, {
      goals: each(GOALS_EACH, (i) => goalOf(head, i)),
    });
    await decide(by, matterId("body-goals", body, YEAR));
    await draft(head, `/plans/operations-plan/${plan}/${YEAR}`, planOf(plan, head, actions));
    await decide(head, matterId("operations-plan", plan, YEAR));
  }
  for (const [unit, head] of units) {
    await draft(head, `/plans/unit-plan/${unit}/${YEAR}`, planOf(unit, head, actions));
    await decide(head, matterId("unit-plan", unit, YEAR));
  }
  await begun(server);
  return server;
}

/** Each commitment is under way: so many steps are kept of how far they have come. */
const begun = (server: Running) =>
  server.door.write(WRITER, "Allt är på väg", async (tx) => {
    const held = await holdingsIn(
      tx,
      DAY,
      (await allBodies(tx)).map(({ id }) => id),
    );
    for (const { thing, person } of held.filter(({ what }) => what === "action"))
      await writeEntry(tx, MUNICIPALITY, {
        thing,
        things: [thing],
        sort: "state",
        value: "under-way",
        reason: null,
        by: person,
        from: DAY,
      });
  });

/** Managers of units that have none, and those who have what the heads have not kept for themselves; gives the units with their managers. */
async function moreToWorkWith(server: Running): Promise<[unit: string, head: string][]> {
  const sample = JSON.parse(await readFile(ORGANISATION, "utf8")) as OrganisationFile;
  const post = sample.people.find(({ id }) => id === "rektor-bjornekulla")?.posts[0];
  if (!post) throw new Error("the sample has no unit's manager to make more of");
  const units = sample.bodies
    .filter(({ kind, parent }) => kind === "unit" && parent === "grundskola")
    .concat(sample.bodies.filter(({ kind, parent }) => kind === "unit" && parent === "forskola"))
    .slice(0, UNITS)
    .map(({ id }) => id);
  await server.door.write(WRITER, "Fler att mäta med", (tx) =>
    storeOrganisation(tx, MUNICIPALITY, {
      municipality: sample.municipality,
      bodies: [],
      people: [
        ...units.map((unit) => ({
          id: `chef-${unit}`,
          name: `Chef ${unit}`,
          posts: [{ ...post, id: `p-${unit}`, body: unit }],
        })),
        ...each(EMPLOYEES, (i) => ({
          id: `anstalld-${i}`,
          name: `Anställd ${i}`,
          posts: [
            { ...post, id: `p-anstalld-${i}`, role: "employee" as const, body: units[i % UNITS] ?? "" },
          ],
        })),
      ],
      mandates: [],
    }),
  );
  return units.map((unit) => [unit, `chef-${unit}`]);
}

const goalOf = (responsible: string, i: number) => ({
  id: `m${i}`,
  wording: `Minst ${90 + i} procent av invånarna är nöjda ${YEAR}.`,
  strategicGoals: [`i${i}`],
  term: "short",
  targetYear: YEAR,
  effectForResidents: "Fler är nöjda.",
  basis: { situation: "80 procent är nöjda.", assignment: "Reglementet" },
  responsible,
  indicators: [
    {
      id: "nojda",
      name: "Nöjda invånare",
      unit: "procent",
      source: "Enkät",
      baseline: 80,
      baselineYear: YEAR - 1,
      target: 90 + i,
      direction: "up",
    },
  ],
  contributors: [],
});

const planOf = (unit: string, head: string, actions: number) => ({
  summary: "Det viktigaste först.",
  actions: each(actions, (i) => ({
    id: `a${i}`,
    text: `Åtagande ${i} i ${unit}`,
    goal: `m${i % GOALS_EACH}`,
    responsible: i < OWN ? head : `anstalld-${i % EMPLOYEES}`,
    due: `${YEAR}-06-01`,
    unit,
    effect: "Fler blir nöjda.",
  })),
});

/** What people write in a server, as they do; what is refused ends the measuring. */
function writing({ app }: Running) {
  const call = async (as: string, method: "PUT" | "POST" | "GET", path: string, body?: unknown) => {
    const headers: Record<string, string> = method === "PUT" ? { "if-none-match": "*" } : {};
    const reply = await inProcess(app).call({ as, on: DAY, method, path, body, headers });
    if (reply.status >= 300) throw new Error(`${as} ${path}: ${reply.status} ${JSON.stringify(reply.json)}`);
    return reply.json;
  };
  return {
    draft: (as: string, path: string, content: unknown) => call(as, "PUT", path, content),
    /** Decides on a matter's first version, or registers that the executive proposes it to the council. */
    async decide(as: string, matter: string, what: "decision" | "proposal" = "decision") {
      const meeting = { decidedOn: DAY, paragraph: "§ 1", reference: "MÄT 1" };
      if (what === "proposal") {
        const body = { revision: 1, meeting, why: "Att mäta på." };
        return call(as, "POST", `/matters/${encodeURIComponent(matter)}/proposal`, body);
      }
      const at = `/matters/${encodeURIComponent(matter)}/deciding?version=1&decidedOn=${DAY}`;
      const { way } = (await call(as, "GET", at)) as { way: { code: string; level: string }[] };
      const asked = way
        .filter(({ level }) => level === "needs-reason")
        .map(({ code }) => [code, "Att mäta på."]);
      const reasons = Object.fromEntries(asked);
      const body = { matter, version: 1, revision: 1, ...meeting, sentence: "Att mäta på.", reasons };
      return call(as, "POST", "/decisions", body);
    },
  };
}

const each = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));

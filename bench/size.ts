import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type HoldingRow, writable } from "../src/organisation/holding-rows.ts";
import type { OrganisationFile } from "../src/organisation/organisation-file.ts";
import { storeOrganisation } from "../src/organisation/store.ts";
import { inParts } from "../src/platform/database/parts.ts";
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

interface Size {
  readonly name: string;
  readonly units: number;
  readonly people: number;
  readonly posts: number;
}
const SMALL: Size = { name: "100 personer", units: 20, people: 100, posts: 120 };
const LARGE: Size = { name: "10 000 personer", units: 2000, people: 10_000, posts: 12_000 };

/** A unit that both have, another each turn. */
const unit = (turn: number) => `enhet-${turn % SMALL.units}`;

/** What is asked where one works with the organisation, and by whom: no question twice, so that none is answered by its kept answer. */
const ASKS: readonly { readonly what: string; readonly as: string; path(turn: number): string }[] = [
  {
    what: "får jag? ja",
    as: "systemforvaltare",
    path: (turn) => `/may?action=edit:people&body=${unit(turn)}`,
  },
  {
    what: "får jag? nej",
    as: "larare-bjornekulla",
    path: (turn) => `/may?action=edit:action-plan&body=${unit(turn)}`,
  },
  { what: "en enhets sida", as: "systemforvaltare", path: (turn) => `/bodies/${unit(turn)}` },
  {
    what: "personfält",
    as: "systemforvaltare",
    path: (turn) => `/people/found?q=${turn}&body=${unit(turn)}`,
  },
  { what: "personer, en sida", as: "systemforvaltare", path: (turn) => `/people?q=${turn}` },
  { what: "organisationen", as: "systemforvaltare", path: () => "/bodies" },
];
const WARM = 2;
const ROUNDS = 18;
const GOAL = 2;

/**
 * A municipality of 10,000 people, 12,000 posts and 2,000 units beside one of 100: the same questions, in turn, through the whole
 * server, with nothing kept of what was read before and with it kept.
 */
export async function measureSize(): Promise<void> {
  await withPostgres(async (url) => {
    for (const keepMb of [0, 96])
      await withServers(
        [SMALL, LARGE].map((size) => () => laidUp(url, size, keepMb)),
        (servers) => tell(servers, keepMb),
      );
  });
}

async function tell(servers: readonly Running[], keepMb: number): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  for (const { what, as, path } of ASKS) {
    const times = await timesInTurn(servers, { as, path }, { warm: WARM, rounds: ROUNDS });
    const [small, large] = times.map(median) as [number, number];
    rows.push({
      fråga: what,
      [`${SMALL.name}, ms`]: round(small),
      [`${LARGE.name}, ms`]: round(large),
      gånger: round(large / small),
      [`mål ${GOAL}`]: large <= GOAL * small ? "nått" : "ej nått",
    });
  }
  console.log(`Organisationens storlek: ${keepMb === 0 ? "inget i minnet" : `${keepMb} MB i minnet`}`);
  console.table(rows);
}

/** A server of its own with the sample's organisation and so many more units, people and posts. */
async function laidUp(postgresUrl: string, size: Size, keepMb: number): Promise<Running> {
  const server = await organisationServer(postgresUrl, `size_${size.people}_${keepMb}`, keepMb);
  const more = await grown(size);
  await server.door.write(WRITER, "En större organisation att mäta på", async (tx) => {
    await storeOrganisation(tx, MUNICIPALITY, more);
    for (const part of inParts(heldBy(more)))
      await writable(tx).insertInto("organisation.holding").values(part).execute();
  });
  return server;
}

/** Something that each holds, in the body of the first post. */
const heldBy = ({ people }: OrganisationFile): HoldingRow[] =>
  people.map(({ id, posts }) => ({
    municipality_id: MUNICIPALITY,
    source: `goals:${posts[0]?.body}:2027`,
    thing: `goals:${posts[0]?.body}:2027/${id}`,
    what: "goal",
    person_id: id,
    body_id: posts[0]?.body ?? "",
    name: `Mål ${id}`,
    valid_from: "2027-01-01",
    valid_to: null,
    named_id: null,
    given_by: null,
    given_on: null,
    reason: null,
    href: null,
    after_post: null,
    seen_on: null,
  }));

async function grown({ units, people, posts }: Size): Promise<OrganisationFile> {
  const sample = JSON.parse(await readFile(ORGANISATION, "utf8")) as OrganisationFile;
  const unit = sample.bodies.find(({ id }) => id === "bjornekullaskolan");
  const post = sample.people.find(({ id }) => id === "larare-bjornekulla")?.posts[0];
  if (!unit || !post) throw new Error("the sample has no school with a teacher to make more of");
  const postOf = (person: number, n: number) => ({
    ...post,
    id: `uppdrag-${person}-${n}`,
    body: `enhet-${person % units}`,
  });
  return {
    municipality: sample.municipality,
    bodies: Array.from({ length: units }, (_, i) => ({ ...unit, id: `enhet-${i}`, ledgerCodes: [`9-${i}`] })),
    people: Array.from({ length: people }, (_, i) => ({
      id: `anstalld-${i}`,
      name: `Anställd ${i}`,
      posts: i < posts - people ? [postOf(i, 1), postOf(i, 2)] : [postOf(i, 1)],
    })),
    mandates: [],
  };
}

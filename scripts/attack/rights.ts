import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../e2e/server-process.ts";
import { readConfig } from "../../src/platform/config.ts";
import { rowsIn } from "../../src/shell/rights/csv.ts";
import { startServer } from "../../src/shell/server.ts";
import { cookieOf, raw } from "../../src/shell/testing/raw.ts";
import { sampleDatabase } from "../../src/shell/testing/sample-database.ts";
import { type Attack, Count, type Outcome, type Part } from "./part.ts";
import { askedRoutes, asking } from "./requests.ts";

const TABLE = join(ROOT, "docs/rights.csv");

/** Somebody of the sample in each position that docs/rights.csv has a column for, and the bodies that are not theirs. */
const PEOPLE: Readonly<Record<string, string>> = {
  "KF ordförande": "kf-ordforande",
  "KF sekreterare": "kf-sekreterare",
  "KS ordförande": "ks-ordforande",
  "KS sekreterare": "ks-sekreterare",
  Kommunchef: "kommunchef",
  Ekonomichef: "ekonomichef",
  "Kommunens controller": "controller-ksf",
  "Nämnd ordförande": "kultur-ordforande",
  "Nämnd sekreterare": "kultur-sekreterare",
  Förvaltningschef: "kultur-chef",
  "Förvaltningens controller": "bildning-controller",
  Enhetschef: "enhetschef-hemvard",
  "Medarbetare på enhet": "larare-bjornekulla",
  Revisor: "revisor",
  "Bolag ordförande": "it-ordforande",
  VD: "vd-it",
};
const BODIES = [
  "kommunfullmaktige",
  "kommunstyrelsen",
  "socialnamnden",
  "socialforvaltningen",
  "kvidingebyggen-ab",
];

/** Each position on each route that writes, on bodies of others: where the table of rights says no, nobody gets a yes, and no fault. */
export const rights: Part = {
  name: "rights",
  async run(attack: Attack): Promise<Outcome> {
    const count = new Count("rights", attack);
    const url = await sampleDatabase(await attack.postgres(), "organisation");
    const server = await startServer(
      readConfig({
        DATABASE_URL: url,
        TILLIT_SAMPLE: "organisation",
        TILLIT_LOG: "silent",
        TILLIT_RATE: "0",
        PORT: "0",
      }),
    );
    attack.after(() => server.stop());
    const { app } = server;
    const saysNo = tableOf(readFileSync(TABLE, "utf8"));
    const cookies = new Map<string, string>();
    for (const person of Object.values(PEOPLE)) cookies.set(person, await cookieOf(app, person));
    const day = await raw(app, "POST", "/api/sample/day", {
      body: { day: "2027-01-20" },
      headers: { cookie: cookies.get("kommunchef") as string },
    });
    if (day.status !== 200) throw new Error("kunde inte flytta dagen");

    const writes = askedRoutes().filter(
      ({ route }) => route.method !== "GET" && route.access === "signed-in",
    );
    let yes = 0;
    for (const asked of writes) {
      const { route } = asked;
      for (const [position, person] of Object.entries(PEOPLE)) {
        if (attack.short && attack.dice.roll() < 0.6) continue;
        for (const body of route.path.includes("{body}") ? BODIES : [undefined]) {
          const reply = await asking(app, asked, {
            ...(body ? { params: { body, year: 2027 } } : {}),
            headers: { cookie: cookies.get(person) as string },
          });
          const told = `${position} ${route.method} ${route.path}${body ? ` (${body})` : ""}`;
          count.holds(reply.status < 500 || reply.status === 503, `${told}: svarar ${reply.status}`);
          if (reply.status < 400) yes++;
          if (saysNo(route, position, body))
            count.holds(reply.status >= 400, `${told}: svarar ${reply.status} där rättigheterna säger nej`);
        }
      }
    }
    count.holds(yes > 0, "ingen får skriva något: provet ser inget ja");
    return count.outcome();
  },
};

type SaysNo = (
  route: { readonly method: string; readonly path: string },
  position: string,
  body: string | undefined,
) => boolean;

/** Whether docs/rights.csv says no to a position on a route, of one of these bodies; only where it does so for every sort of matter. */
function tableOf(csv: string): SaysNo {
  const rows = rowsIn(csv);
  return ({ method, path }, position, body) => {
    const own = rows.filter((row) => row.method === method && row.path === path);
    return own.length > 0 && own.every(({ cells }) => isNo(cells[position] ?? "", body));
  };
}

/** None of the bodies that are tried is anybody's own. */
const isNo = (cell: string, body: string | undefined): boolean =>
  cell === "nej" ||
  (body !== undefined && /^ege[nt] [^,]+$/.test(cell)) ||
  (body !== undefined && cell === "kommunstyrelsen" && body !== cell);

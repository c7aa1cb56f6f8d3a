import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { ROOT } from "../../e2e/server-process.ts";
import { readOrganisation } from "../../src/organisation/organisation-file.ts";
import { storeOrganisation } from "../../src/organisation/store.ts";
import { readConfig } from "../../src/platform/config.ts";
import { startSession } from "../../src/platform/sign-in.ts";
import { startServer } from "../../src/shell/server.ts";
import { tablesOf } from "../../src/shell/testing/catalogue.ts";
import { asSuperuser } from "../../src/shell/testing/database.ts";
import { cookieOf } from "../../src/shell/testing/raw.ts";
import { sampleDatabase } from "../../src/shell/testing/sample-database.ts";
import { type Attack, Count, type Outcome, type Part } from "./part.ts";
import { askedRoutes, asking } from "./requests.ts";

const OWN = { code: "1277", host: "astorp.example" };
const NEIGHBOUR = { code: "9999", host: "granne.example" };
/** Stands in every name of the first municipality, and nowhere in the other's. */
const MARK = "ÅSTORPSMÄRKT";
const WHO = ["ekonomichef", "kommunchef", "revisor"];
/** Reads of the first municipality's own people that carry its mark, at least. */
const LEAST_SEEN = 8;
/** What a request may write of itself, whoever asks. */
const OF_REQUESTS =
  /^jobs\.|platform\.(security_event|session|answered_request|sign_in|known_device|made_document|change_log)/;

/**
 * Two municipalities with the same ids on one database: each route with the first one's ids and contents as the other's people, and
 * with cookies crossed. Nothing of the first is answered, nothing of it is changed, and a cookie opens nothing in the other.
 */
export const tenancy: Part = {
  name: "tenancy",
  async run(attack: Attack): Promise<Outcome> {
    const count = new Count("tenancy", attack);
    const sample = attack.short ? "organisation" : "full";
    const url = await sampleDatabase(await attack.postgres(), sample);
    const server = await startServer(
      readConfig({
        DATABASE_URL: url,
        TILLIT_SAMPLE: sample,
        TILLIT_LOG: "silent",
        TILLIT_RATE: "0",
        PORT: "0",
      }),
    );
    attack.after(() => server.stop());
    const { app, door } = server;
    const own = new Map<string, string>();
    for (const person of WHO) own.set(person, await cookieOf(app, person));

    const given = readOrganisation(JSON.parse(readFileSync(join(ROOT, "sample/organisation.json"), "utf8")));
    if ("faults" in given) throw new Error("exemplets organisation går inte att läsa");
    const writer = { municipality: NEIGHBOUR.code, personId: "installation", requestId: "attack" };
    const others = new Map<string, string>();
    await asSuperuser(url, async (client) => {
      await client.query(`begin; set local session_replication_role = replica;
        update platform.municipality set host = '${OWN.host}', name = name || ' ${MARK}';
        update organisation.body set name = name || ' ${MARK}';
        update platform.personal set value = value || ' ${MARK}';
        commit`);
      await door.write(writer, "Grannkommunen läggs upp", async (tx) => {
        await sql`insert into platform.municipality (municipality_id, name, host, sample)
          values (${NEIGHBOUR.code}, 'Grannkommunen', ${NEIGHBOUR.host}, false)`.execute(tx);
        await storeOrganisation(tx, NEIGHBOUR.code, given.file);
        for (const person of WHO)
          others.set(person, `tillit_session=${await startSession(tx, NEIGHBOUR.code, person)}`);
      });
      const hashes = (await client.query("select sha256 from decisions.decision")).rows.map(
        ({ sha256 }) => sha256 as string,
      );
      const leaks = (answer: unknown) => {
        const text = JSON.stringify(answer) ?? "";
        return text.includes(MARK) || hashes.some((hash) => text.includes(hash));
      };
      const before = await contents(client);
      let seen = 0;
      for (const asked of askedRoutes()) {
        const { route } = asked;
        const name = `${route.method} ${route.path}`;
        for (const person of attack.short ? [WHO[0] as string] : WHO) {
          const as = (host: string, cookie: string | undefined) =>
            asking(app, asked, { headers: { host, ...(cookie ? { cookie } : {}) } });
          if (route.method === "GET" && leaks((await as(OWN.host, own.get(person))).json)) seen++;
          const crossed = await as(NEIGHBOUR.host, own.get(person));
          count.holds(
            !leaks(crossed.json),
            `${name}: svarar med den andra kommunens uppgifter till dess kaka`,
          );
          if (route.access === "signed-in")
            count.holds(
              crossed.status === 401,
              `${name}: den ena kommunens kaka ger ${crossed.status} i den andra`,
            );
          if (route.path.startsWith("/sign-")) continue; // it would end the session of whoever asks
          const reply = await as(NEIGHBOUR.host, others.get(person));
          count.holds(!leaks(reply.json), `${name}: svarar med den andra kommunens uppgifter`);
          count.holds(
            reply.status < 500 || reply.status === 503,
            `${name}: svarar ${reply.status} i en kommun utan uppgifter`,
          );
          if (route.access === "signed-in") {
            const back = await as(OWN.host, others.get(person));
            count.holds(
              back.status === 401,
              `${name}: grannens kaka ger ${back.status} i den första kommunen`,
            );
          }
        }
      }
      // What would be seen of a leak is seen by those whose it is
      count.holds(
        seen >= LEAST_SEEN,
        `bara ${seen} läsningar bär den första kommunens märke: provet ser för lite`,
      );
      const after = await contents(client);
      for (const [table, hash] of before)
        count.holds(after.get(table) === hash, `${table}: grannens förfrågningar har ändrat något`);
    });
    return count.outcome();
  },
};

interface Queried {
  query(text: string): Promise<{ rows: { hash?: string }[] }>;
}

/** What the first municipality's tables hold, as one text each. */
async function contents(client: Queried): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [table, columns] of await tablesOf(client.query.bind(client) as never)) {
    if (OF_REQUESTS.test(table) || !columns.some(({ name }) => name === "municipality_id")) continue;
    const { rows } = await client.query(
      `select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash from ${table} t where municipality_id = '${OWN.code}'`,
    );
    found.set(table, rows[0]?.hash ?? "");
  }
  return found;
}

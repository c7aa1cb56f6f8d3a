import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type { OrganisationFile } from "../src/organisation/organisation-file.ts";
import { storeOrganisation } from "../src/organisation/store.ts";
import { readConfig } from "../src/platform/config.ts";
import { house } from "../src/shell/chapters.ts";
import type { Running } from "../src/shell/server.ts";
import { type MailServer, startMailServer } from "../src/shell/testing/mail-server.ts";
import { reminderJobs } from "../src/year/reminders/jobs.ts";
import { round } from "./measure.ts";
import { MUNICIPALITY, organisationServer, WRITER, withPostgres, withServers } from "./side-by-side.ts";

const ORGANISATION = join(import.meta.dirname, "../sample/organisation.json");
const UNITS = 100;
const PEOPLE_A_UNIT = 12;
const PEOPLE = UNITS * PEOPLE_A_UNIT;
/** So many things wait for each. */
const ASKED_EACH = 5;
const GOAL_SECONDS = 60;
const KEEP_MB = 96;
/** A Tuesday: everybody has chosen each day. */
const ON = "2027-05-18";

/** A morning's reminders to 1,200 people in 100 units, each with what the house's own chapters say waits, to a mail server beside. */
export async function measureReminders(): Promise<void> {
  const mail = await startMailServer();
  try {
    await withPostgres((url) =>
      withServers([() => laidUp(url)], ([server]) => tell(server as Running, mail)),
    );
  } finally {
    await mail.close();
  }
}

async function tell(server: Running, mail: MailServer): Promise<void> {
  const config = readConfig({
    DATABASE_URL: "postgres://localhost/none",
    TILLIT_SAMPLE: "organisation",
    TILLIT_SAMPLE_PUBLIC: "yes",
    TILLIT_SMTP: mail.url,
    TILLIT_MAIL_FROM: "tillit@astorp.example",
    TILLIT_URL: "https://tillit.astorp.example",
  });
  const [job] = reminderJobs({ config, chapters: house().chapters }).jobs;
  const from = performance.now();
  await job?.run({
    door: server.door,
    municipality: MUNICIPALITY,
    signal: new AbortController().signal,
    data: undefined,
  });
  const seconds = (performance.now() - from) / 1000;
  console.log("Påminnelser en morgon");
  console.table([
    {
      personer: PEOPLE,
      brev: mail.received.length,
      sekunder: round(seconds),
      [`mål ${GOAL_SECONDS} s`]: seconds <= GOAL_SECONDS ? "nått" : "ej nått",
    },
  ]);
}

/** The sample's organisation with so many units more, each with a manager and those who work there, who all have addresses. */
async function laidUp(postgresUrl: string): Promise<Running> {
  const server = await organisationServer(postgresUrl, "reminders", KEEP_MB);
  const { municipality, bodies } = JSON.parse(await readFile(ORGANISATION, "utf8")) as OrganisationFile;
  const unit = bodies.find(({ id }) => id === "bjornekullaskolan");
  if (!unit) throw new Error("the sample has no unit to make more of");
  const count = (many: number) => Array.from({ length: many }, (_, n) => n);
  await server.door.write(WRITER, "Människor att påminna", async (tx) => {
    await storeOrganisation(tx, MUNICIPALITY, {
      municipality,
      bodies: count(UNITS).map((n) => ({
        ...unit,
        id: `enhet-${n}`,
        name: `Enhet ${n}`,
        ledgerCodes: [`8-${n}`],
      })),
      people: count(PEOPLE).map((n) => ({
        id: `person-${n}`,
        name: `Person ${n}`,
        posts: [
          {
            id: `person-${n}`,
            body: `enhet-${n % UNITS}`,
            role: n < UNITS ? ("unit-manager" as const) : ("employee" as const),
            title: n < UNITS ? "Enhetschef" : "Medarbetare",
            validFrom: "2019-01-01" as const,
            validTo: null,
          },
        ],
      })),
      mandates: [],
    });
    await sql`insert into platform.personal (municipality_id, person_id, sort, account_id, value)
      select ${MUNICIPALITY}, 'person-' || n, 'email', 1000 + n, 'person-' || n || '@astorp.example'
      from generate_series(0, ${PEOPLE - 1}::int) n`.execute(tx);
    await sql`insert into organisation.request (municipality_id, asked_by, asked_on, to_person, action, body_id, text, href)
      select ${MUNICIPALITY}, 'bildning-chef', ${ON}::date - asked, 'person-' || n, 'edit:unit-plan', 'enhet-0', 'Titta på det här', '/mal/planer'
      from generate_series(0, ${PEOPLE - 1}::int) n, generate_series(1, ${ASKED_EACH}::int) asked`.execute(
      tx,
    );
    await sql`insert into year.reminder_setting (municipality_id, how, weekday, escalate_days)
      values (${MUNICIPALITY}, 'day', 1, 14)`.execute(tx);
    await sql`update platform.municipality set sample_today = ${ON}::date where municipality_id = ${MUNICIPALITY}`.execute(
      tx,
    );
  });
  return server;
}

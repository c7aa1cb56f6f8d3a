import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { type Running, startServer } from "../../shell/server.ts";
import { rowsOf } from "../../shell/testing/database.ts";
import { sampleDatabase } from "../../shell/testing/sample-database.ts";
import { readConfig } from "../config.ts";
import { runRoleFor } from "../database/run-role.ts";
import { queueHealth } from "./health.ts";
import { ANSWERS_KEPT_DAYS } from "./housekeeping.ts";
import type { AnyJob, Work } from "./job.ts";
import { postJob } from "./post.ts";

const OWN = "1277";
const WRITER = { municipality: OWN, personId: "kommunchef", requestId: "test" };

let url: string;
const started: Running[] = [];
beforeAll(async () => {
  url = await sampleDatabase(inject("postgresUrl"), "organisation");
});
afterAll(async () => {
  for (const server of started) await server.stop();
});

const start = async (moreJobs: readonly AnyJob[], doJobs = true): Promise<Running> => {
  const server = await startServer(
    readConfig({
      DATABASE_URL: url,
      TILLIT_SAMPLE: "organisation",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
      PORT: "0",
    }),
    { moreJobs, doJobs },
  );
  started.push(server);
  return server;
};
const stop = async (server: Running) => {
  started.splice(started.indexOf(server), 1);
  await server.stop();
};
const sql = (text: string) => rowsOf(url, text);
const until = async (what: () => boolean | Promise<boolean>, timeoutMs = 45_000) => {
  for (
    const end = performance.now() + timeoutMs;
    !(await what());
    await new Promise((done) => setTimeout(done, 50))
  )
    if (performance.now() > end) throw new Error("it never came");
};

const Noted = z.object({ text: z.string().max(20) });
const note = (run: (work: Work<z.output<typeof Noted>>) => Promise<void>): AnyJob => ({
  name: "note",
  data: Noted,
  run,
});
const post = (server: Running, text: string, { fails = false } = {}) =>
  server.door
    .write(WRITER, "prov", async (tx) => {
      await postJob(tx, { name: "note", data: Noted }, { text }, text);
      if (fails) throw new Error("nothing of it");
    })
    .catch((cause) => {
      if (!fails) throw cause;
    });

describe("T-5: what must survive a restart", () => {
  test("is done after it, by the municipality that it was posted for; what was rolled back was never posted", async () => {
    const posting = await start([note(async () => {})], false);
    await post(posting, "ett");
    await post(posting, "inget", { fails: true });
    expect(await posting.jobs.status()).toMatchObject({ waiting: 1, failed: 0 });
    await stop(posting);

    const done: string[] = [];
    const later = await start([
      note(async ({ door, municipality, data }) => {
        const [row] = await door.read(municipality, async (tx) =>
          tx
            .withTables<{ "organisation.person": { municipality_id: string } }>()
            .selectFrom("organisation.person")
            .select("municipality_id")
            .execute(),
        );
        done.push(`${data.text} ${municipality} ${row?.municipality_id}`);
      }),
    ]);
    await until(() => done.length > 0);
    await stop(later);
    expect(done).toEqual([`ett ${OWN} ${OWN}`]);
  });

  test("is one server's, however many there are, and is not posted twice while it waits", async () => {
    const done: string[] = [];
    const slow = (who: string) =>
      note(async ({ data }) => {
        done.push(data.text);
        expect(who).toBeTruthy();
        await new Promise((wait) => setTimeout(wait, 20));
      });
    const posting = await start([slow("a")], false);
    const texts = Array.from({ length: 6 }, (_, i) => `nr ${i}`);
    for (const text of [...texts, ...texts]) await post(posting, text);
    const both = await Promise.all([start([slow("b")]), start([slow("c")])]);
    await until(() => done.length >= 6);
    await until(
      async () =>
        (await sql("select 1 from jobs.job where name = 'note' and state < 'completed'")).length === 0,
    );
    for (const server of [...both, posting]) await stop(server);
    expect(done.toSorted()).toEqual(texts);
  });

  test("is told to stop when the server stops, and done anew from its beginning by the next", async () => {
    const done: string[] = [];
    let stopped = "";
    const first = await start([
      note(
        ({ signal }) =>
          new Promise((_, fail) => {
            done.push("begun");
            signal.addEventListener("abort", () => {
              stopped = String(signal.reason);
              fail(signal.reason);
            });
          }),
      ),
    ]);
    await post(first, "lång");
    await until(() => done.length > 0);
    await stop(first);
    expect(stopped).toContain("the server stops");
    // The next try has its time; here it is now
    await sql("update jobs.job set start_after = now() where name = 'note' and state = 'retry'");
    const next = await start([
      note(async ({ data }) => {
        done.push(data.text);
      }),
    ]);
    await until(() => done.length > 1);
    await stop(next);
    expect(done).toEqual(["begun", "lång"]);
  });

  test("has its tries, and what fails for good is told of with its fault", async () => {
    const server = await start([
      note(async () => {
        throw new Error("går inte");
      }),
    ]);
    await post(server, "fel");
    const failed = async () => (await server.jobs.status()).failed === 1;
    await until(async () => {
      await sql("update jobs.job set start_after = now() where name = 'note' and state = 'retry'");
      return failed();
    }, 55_000);
    const [{ tries, output }] = await sql(
      "select retry_count as tries, output from jobs.job where name = 'note' and state = 'failed'",
    );
    expect([tries, output.message]).toEqual([5, "går inte"]);
    const told = await queueHealth(server.jobs).run();
    expect(told).toMatchObject({ status: "warn", output: expect.stringContaining("1 jobb har misslyckats") });
    await stop(server);
    await sql("delete from jobs.job where name = 'note'");
  });

  test("a payload of no municipality, or of one that there is not, is never run", async () => {
    const done: string[] = [];
    const server = await start([
      note(async ({ municipality }) => {
        done.push(municipality);
      }),
    ]);
    for (const data of [
      '{"data":{"text":"x"}}',
      '{"municipality":"","data":{"text":"x"}}',
      '{"municipality":"9999","data":{"text":"x"}}',
      `{"municipality":"${OWN}","data":{"text":7}}`,
    ])
      await sql(
        `insert into jobs.job (name, data, policy, retry_limit, singleton_key) values ('note', '${data}', 'exclusive', 0, gen_random_uuid())`,
      );
    await until(async () => (await server.jobs.status()).failed === 4);
    expect(done).toEqual([]);
    await stop(server);
    await sql("delete from jobs.job where name = 'note'");
  });
});

test("T-5: what has its time has a turn in each municipality, and throws what has gone out a few at a time", async () => {
  const said = `begin; set local "tillit.person" = 'x'; set local "tillit.why" = 'prov';`;
  await sql(
    `${said} insert into platform.municipality (municipality_id, name) values ('1278', 'Båstads kommun'); commit`,
  );
  for (const municipality of [OWN, "1278"]) {
    await sql(`insert into platform.answered_request (municipality_id, person_id, key, request_sha256, at)
      select '${municipality}', 'x', n::text, '', now() - make_interval(days => case when n <= 1200 then ${ANSWERS_KEPT_DAYS + 1} else 1 end)
      from generate_series(1, 1210) n`);
    await sql(`insert into platform.sign_in_count values ('${municipality}', 'address', 'gammal', 1, now(), null, now() - interval '3 days'),
      ('${municipality}', 'address', 'ny', 1, now(), null, now())`);
  }
  await sql(`${said}
    insert into platform.session values ('${OWN}', 'gammal', 'kommunchef', now() - interval '1 hour'), ('${OWN}', 'ny', 'kommunchef', now() + interval '1 hour'); commit`);
  const server = await start([]);
  const schedules = await sql("select key, cron, data from jobs.schedule order by key");
  expect(schedules.map(({ key }) => key)).toEqual([
    "end-handovers",
    "forget-saved-revisions",
    "forget-security-events",
    "seal-change-log",
    "send-head",
    "send-reminders",
    "throw-answers",
    "throw-documents",
    "throw-letters",
    "throw-sessions",
    "throw-sign-in-tries",
  ]);
  // The rounds as the clock would hand them out
  for (const { key, data } of schedules)
    await sql(
      `insert into jobs.job (name, data, policy, singleton_key) values ('round', '${JSON.stringify(data)}', 'exclusive', '${key} prov')`,
    );
  const counts = () =>
    sql(`select (select count(*)::int from platform.answered_request) as answers,
      (select count(*)::int from platform.sign_in_count where key_sha256 in ('gammal', 'ny')) as tries,
      (select count(*)::int from platform.session where token_sha256 in ('gammal', 'ny')) as sessions`);
  await until(async () => {
    const [{ answers, tries, sessions }] = await counts();
    return answers === 20 && tries === 2 && sessions === 1;
  });
  expect(await server.jobs.status()).toMatchObject({ failed: 0 });
  const [{ person_id, why }] = await sql(
    "select person_id, why from platform.change_log where table_name = 'platform.session' and operation = 'delete' limit 1",
  );
  expect([person_id, why]).toEqual(["installation", "Inloggningar som har gått ut tas bort"]);
  expect((await queueHealth(server.jobs).run()).status).toBe("pass");
  await stop(server);
});

test("T-5: a server that is killed between the posting and the run: the job is done by who starts next", async () => {
  const spring = await sampleDatabase(inject("postgresUrl"), "spring");
  const ask = (text: string) => rowsOf(spring, text);
  const program = (): { child: ChildProcess; running: Promise<void> } => {
    const child = spawn(process.execPath, ["src/shell/serve.ts"], {
      cwd: join(import.meta.dirname, "../../.."),
      env: { ...process.env, DATABASE_URL: spring, TILLIT_SAMPLE: "full", TILLIT_LOG: "silent", PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const running = new Promise<void>((done, fail) => {
      child.stdout?.on("data", (said) => String(said).includes("Tillit är igång") && done());
      child.once("close", () => fail(new Error("it ended")));
    });
    running.catch(() => {});
    return { child, running };
  };
  const ended = ({ child }: { child: ChildProcess }, signal: NodeJS.Signals) =>
    new Promise<void>((done) => {
      child.once("close", () => done());
      child.kill(signal);
    });
  await ask("delete from jobs.job; delete from platform.made_document");
  const first = program();
  await first.running;
  first.child.kill("SIGSTOP"); // between the posting and the run
  // As a request posts it, in the transaction of its decision
  await ask(`begin; set local role ${runRoleFor(spring).name}; set local "tillit.municipality" = '${OWN}';
    select platform.post_job('make-documents', '{"matter": "budget:kommunfullmaktige:2027", "version": 1}', 'prov'); commit`);
  await ended(first, "SIGKILL");
  expect(await ask("select state::text from jobs.job where name = 'make-documents'")).toEqual([
    { state: "created" },
  ]);
  const second = program();
  await second.running;
  try {
    await until(
      async () =>
        (await ask("select 1 from jobs.job where name = 'make-documents' and state = 'completed'")).length ===
        1,
      60_000,
    );
    const forms = await ask("select form from platform.made_document order by form");
    expect(forms.map(({ form }) => form)).toEqual(["file", "pdf", "word", "workbook"]);
  } finally {
    await ended(second, "SIGTERM");
  }
}, 180_000);

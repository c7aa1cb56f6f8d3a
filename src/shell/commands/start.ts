import { firstAddress } from "../../organisation/installation/rules/first-address.ts";
import { readConfig } from "../../platform/config.ts";
import { buildWeb, webIsBuilt } from "../build-web.ts";
import { type Running, startServer } from "../server.ts";
import { type Telling, tellingFor } from "../telling.ts";

/**
 * Builds the web client when its sources have changed, starts the server, and stops it in good order when asked to. The pages
 * are built while the database is prepared, and the sample's year is played while the server already answers.
 */
export async function run(): Promise<number> {
  const config = readConfig(process.env);
  const telling = tellingFor(config);
  // From the beginning: who regrets it half-way leaves no database running behind
  const asked = new Promise<"asked">((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done("asked"));
  });
  const pages = built(telling, config.webFolder);
  pages.catch(() => {}); // the start below waits for them, and hears of it there
  const running = await startServer(config, { telling, pages, answerFirst: true, doJobs: true }).catch(
    (cause) => {
      telling.giveUp();
      throw cause;
    },
  );
  try {
    const url = config.publicUrl ?? running.url;
    telling.ready({
      url,
      people: await roles(running),
      first: running.first && {
        address: firstAddress(url, running.first.token),
        what: running.first.what,
      },
      data: running.dataFolder ?? "databasen i DATABASE_URL",
    });
    const lost = running.lost.then((why) => {
      throw why;
    });
    await Promise.race([asked, lost, running.played.then(() => asked)]);
    return 0;
  } finally {
    telling.stopping();
    await running.stop();
  }
}

async function built(telling: Telling, folder: string): Promise<void> {
  if (await webIsBuilt(folder)) return;
  telling.begin("pages");
  await buildWeb(folder);
  telling.end("pages");
}

/** The roles that one can have in the sample, the ones with a story first; nobody elsewhere. */
async function roles({ app }: Running): Promise<string[]> {
  const read = async <T>(url: string) => (await app.inject({ method: "GET", url })).json<T>();
  const people = await read<{ id: string; name: string; title: string }[]>("/api/sample/people");
  const stories = await read<{ person: string }[]>("/api/sample/stories");
  if (!Array.isArray(people) || !Array.isArray(stories)) return []; // a real municipality refuses to tell
  const told = stories.flatMap(({ person }) => people.filter(({ id }) => id === person));
  return [...new Set([...told, ...people])].map(({ name, title }) => title || name);
}

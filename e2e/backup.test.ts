import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { overHttp } from "../src/shell/year/client.ts";
import { end, type Program, start, temporaryFolder } from "./server-process.ts";

const PASSWORD = "ett lösenord för natten";
const RUNS = "Tillit är igång: ";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Program;
let url: string;
let file: string;

const program = (args: string[], data: string, more: Record<string, string> = {}): Program =>
  start(process.execPath, args, {
    env: {
      TILLIT_DATA: join(place.path, data),
      TILLIT_SAMPLE: "organisation",
      TILLIT_LOG: "error",
      TILLIT_RATE: "0",
      PORT: "0",
      DATABASE_URL: "",
      TILLIT_BACKUP_PASSWORD: PASSWORD,
      ...more,
    },
  });
const tillit = (args: string[], data: string, more?: Record<string, string>) =>
  program(["src/shell/cli.ts", ...args], data, more);
async function serve(data: string): Promise<{ server: Program; url: string }> {
  const one = program(["src/shell/serve.ts"], data);
  return { server: one, url: (await one.says(RUNS)).split(RUNS)[1]?.split("\n")[0] as string };
}
const put = (year: number) =>
  overHttp(url).call({
    method: "PUT",
    path: `/goals/vision/kommunfullmaktige/${year}`,
    as: "kommunchef",
    on: "2027-01-20",
    body: { name: "Vision", text: "Pröva nytt.", validTo: `${year + 5}-12-31` },
    headers: { "if-none-match": "*" },
  });

beforeAll(async () => {
  place = await temporaryFolder("backup");
  file = join(place.path, "natt.tillit");
  ({ server, url } = await serve("data"));
});
afterAll(async () => {
  if (server) await end(server, "SIGTERM");
  await place?.remove();
});

test("T-7: tillit backup while the server writes, tillit restore into a new folder, and it starts on it", async () => {
  let writing = true;
  const answered: number[] = [];
  const writer = (async () => {
    for (let year = 2020; writing; year++) if ((await put(year)).status === 200) answered.push(year);
  })();
  while (answered.length < 3) await new Promise((done) => setTimeout(done, 10));
  const before = [...answered];
  const backup = tillit(["backup", file], "data");
  expect(await backup.exited, backup.said()).toBe(0);
  writing = false;
  await writer;
  expect(backup.said()).toContain("1277: 0 beslut");
  expect(backup.said()).not.toContain("okrypterad");
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  const restore = tillit(["restore", file], "new");
  expect(await restore.exited, restore.said()).toBe(0);
  expect(restore.said()).toContain("kedjan är hel");
  expect(await readdir(join(place.path, "new"))).toEqual(["postgres"]);
  const restored = await serve("new");
  const list = await overHttp(restored.url).call({
    method: "GET",
    path: "/matters?kind=vision&body=kommunfullmaktige",
    as: "kommunchef",
    on: "2027-01-20",
  });
  const years = (list.json as { year: number }[]).map(({ year }) => year);
  expect(years).toEqual(expect.arrayContaining(before));

  // One that is in use is not written over
  const onto = tillit(["restore", file], "new");
  expect([await onto.exited, onto.said()]).toEqual([1, expect.stringContaining("skriver inte över något")]);
  await end(restored.server, "SIGTERM");
});

test("T-7: what can't be restored says why, and a folder that was made for it is gone", async () => {
  const wrong = tillit(["restore", file], "none", { TILLIT_BACKUP_PASSWORD: "ett annat lösenord" });
  expect([await wrong.exited, wrong.said()]).toEqual([1, expect.stringContaining("Lösenordet är fel")]);
  const without = tillit(["restore", file], "none", { TILLIT_BACKUP_PASSWORD: "" });
  expect([await without.exited, without.said()]).toEqual([2, expect.stringContaining("är krypterad")]);
  await writeFile(join(place.path, "other"), "något annat");
  const other = tillit(["restore", join(place.path, "other")], "none");
  expect([await other.exited, other.said()]).toEqual([1, expect.stringContaining("ingen säkerhetskopia")]);
  expect(existsSync(join(place.path, "none"))).toBe(false);
  const short = tillit(["backup", join(place.path, "short")], "data", { TILLIT_BACKUP_PASSWORD: "kort" });
  expect([await short.exited, short.said()]).toEqual([1, expect.stringContaining("minst 12 tecken")]);
  const nothing = tillit(["backup", join(place.path, "nothing")], "none");
  expect([await nothing.exited, nothing.said()]).toEqual([
    1,
    expect.stringContaining("Det finns ingen databas"),
  ]);
  for (const said of [wrong, without, other, short, nothing]) expect(said.said()).not.toMatch(/\n\s+at /);
});

test("T-7: a restore that is killed or regretted leaves no database, and the next one goes through", async () => {
  const data = join(place.path, "cut");
  await mkdir(data, { recursive: true });
  const killed = tillit(["restore", file], "cut");
  while (!(await readdir(data)).some((name) => name.startsWith("restoring-")))
    await new Promise((done) => setTimeout(done, 20));
  await new Promise((done) => setTimeout(done, 2000));
  process.kill(killed.child.pid as number, "SIGKILL");
  await killed.exited;
  expect(existsSync(join(data, "postgres"))).toBe(false);

  const regretted = tillit(["restore", file], "cut");
  await regretted.says(": hel.");
  process.kill(regretted.child.pid as number, "SIGINT");
  expect([await regretted.exited, regretted.said()]).toEqual([1, expect.stringContaining("Avbrutet")]);
  expect(await readdir(data)).toEqual([]);

  const again = tillit(["restore", file], "cut");
  expect(await again.exited, again.said()).toBe(0);
  expect(await readdir(data)).toEqual(["postgres"]);
  await rm(data, { recursive: true });
});

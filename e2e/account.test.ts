import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { watchFetching } from "./quiet.ts";
import { end, freePort, type Program, ROOT, start, temporaryFolder } from "./server-process.ts";
import { accessFaults, settled, theBrowser } from "./site.ts";

const EMAIL = "kommunchef@kommunen.example";
const PASSWORD = "ett långt lösenord med mellanslag";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Program;
let base: string;

/** A municipality of its own, as README sets one up: no sample, an organisation from a file, one account. */
beforeAll(async () => {
  folder = await temporaryFolder("account");
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  const env = {
    TILLIT_DATA: folder.path,
    TILLIT_SAMPLE: "none",
    TILLIT_LOG: "silent",
    PORT: String(port),
    DATABASE_URL: "",
    TILLIT_WEB: inject("webFolder") ?? "",
  };
  server = start(process.execPath, ["src/shell/serve.ts"], { env });
  await server.says("Tillit är igång");
  const add = start(
    process.execPath,
    ["src/shell/cli.ts", "municipality", "add", "sample/organisation.json"],
    { env },
  );
  expect(await add.exited, add.said()).toBe(0);
  const account = spawn(
    process.execPath,
    ["src/shell/cli.ts", "municipality", "account", "1277", "kommunchef", EMAIL],
    {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["pipe", "inherit", "inherit"],
    },
  );
  account.stdin.end(`${PASSWORD}\n`);
  expect(await new Promise((done) => account.once("close", done))).toBe(0);
});
afterAll(async () => {
  await end(server, "SIGTERM");
  await folder.remove();
});

test("T-2: in a municipality of its own one signs in with e-mail and password, and out again", async () => {
  const context = await (await theBrowser()).newContext({ baseURL: base, locale: "sv-SE" });
  const page = watchFetching(await context.newPage());
  await page.goto("/logga-in");
  await settled(page);
  expect(await accessFaults(page)).toEqual([]);
  await page.getByLabel("E-post").fill(EMAIL);
  await page.getByLabel("Lösenord").fill("fel lösenord");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "lösenordet stämmer inte" }).waitFor();
  expect(await page.getByLabel("E-post").inputValue()).toBe(EMAIL);

  await page.getByLabel("Lösenord").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByText("Kommunchef").first().waitFor();
  const session = await (await page.request.get("/api/session")).json();
  expect(session).toMatchObject({ sample: false, person: { id: "kommunchef" } });
  // Nothing of the sample's freedom is here: no role to choose, no day to choose
  expect((await page.request.get("/api/sample/people")).status()).toBe(403);
  const otherDay = await page.request.get("/api/session", { headers: { "tillit-today": "2030-01-01" } });
  expect((await otherDay.json()).today).toBe(session.today);

  await page.getByRole("button", { name: /Kommunchef/ }).click();
  await page
    .getByRole("button", { name: "Logga ut" })
    .or(page.getByRole("menuitem", { name: "Logga ut" }))
    .first()
    .click();
  await expect.poll(async () => (await (await page.request.get("/api/session")).json()).person).toBeNull();
  await context.close();
});

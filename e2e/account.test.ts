import { spawn } from "node:child_process";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type MailServer, startMailServer } from "../src/shell/testing/mail-server.ts";
import { watchFetching } from "./quiet.ts";
import { end, freePort, type Program, ROOT, start, temporaryFolder } from "./server-process.ts";
import { accessFaults, settled, theBrowser } from "./site.ts";

const EMAIL = "kommunchef@kommunen.example";
const PASSWORD = "ett långt lösenord med mellanslag";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Program;
let base: string;
let smtp: MailServer;

/** A municipality of its own, as README sets one up: no sample, an organisation from a file, one account, and letters. */
beforeAll(async () => {
  folder = await temporaryFolder("account");
  const port = await freePort();
  // By name: a browser makes no passkey for a number
  base = `http://localhost:${port}`;
  smtp = await startMailServer();
  const env = {
    TILLIT_SMTP: smtp.url,
    TILLIT_MAIL_FROM: "tillit@kommunen.example",
    TILLIT_URL: base,
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
  await smtp.close();
  await folder.remove();
});

test("T-2: in a municipality of its own one signs in with e-mail and password, and out again", async () => {
  const context = await (await theBrowser()).newContext({ baseURL: base, locale: "sv-SE" });
  const page = watchFetching(await context.newPage());
  await page.goto("/logga-in");
  await settled(page);
  expect(await accessFaults(page)).toEqual([]);
  await page.getByLabel("E-post").fill(EMAIL);
  await page.getByLabel("Lösenord", { exact: true }).fill("fel lösenord");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "lösenordet stämmer inte" }).waitFor();
  expect(await page.getByLabel("E-post").inputValue()).toBe(EMAIL);

  await page.getByLabel("Lösenord", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByText("Kommunchef").first().waitFor();
  const session = await (await page.request.get("/api/session")).json();
  expect(session).toMatchObject({ sample: false, person: { id: "kommunchef" } });
  // Nothing of the sample's freedom is here: no role to choose, no day to choose
  expect((await page.request.get("/api/sample/people")).status()).toBe(403);
  const otherDay = await page.request.get("/api/session", { headers: { "tillit-today": "2030-01-01" } });
  expect(await otherDay.json()).toMatchObject({ status: 400, code: "day-not-yet" });

  await page.getByRole("button", { name: /Kommunchef/ }).click();
  await page
    .getByRole("button", { name: "Logga ut" })
    .or(page.getByRole("menuitem", { name: "Logga ut" }))
    .first()
    .click();
  await expect.poll(async () => (await (await page.request.get("/api/session")).json()).person).toBeNull();
  await context.close();
});

const person = async (page: Page) =>
  (await (await page.request.get("/api/session")).json()).person?.id ?? null;

/** A phone or a computer that has passkeys, and whose person unlocks it. */
async function withPasskeys(context: BrowserContext, page: Page) {
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { lose: () => cdp.send("WebAuthn.clearCredentials", { authenticatorId }) };
}

test("T-2: from an invitation in a real letter to a passkey, its loss, and a recovery code", async () => {
  const keeper = await (await theBrowser()).newContext({ baseURL: base, locale: "sv-SE" });
  const desk = watchFetching(await keeper.newPage());
  await keeper.request.post("/api/sign-in/local", { data: { email: EMAIL, password: PASSWORD } });
  await desk.goto("/beslut/konton");
  await settled(desk);
  expect(await accessFaults(desk)).toEqual([]);
  await desk.getByRole("button", { name: "Bjud in", exact: true }).click();
  await desk.getByLabel("Person").fill("rektor björnekulla");
  await desk
    .getByRole("option", { name: /Björnekullaskolan/ })
    .first()
    .click();
  await desk.getByRole("dialog").getByLabel("E-postadress").fill("rektor@kommunen.example");
  await desk.getByRole("button", { name: "Skicka inbjudan" }).click();
  await desk.getByText("Brevet till rektor@kommunen.example är på väg").waitFor();
  await expect.poll(() => smtp.received.length, { timeout: 20_000 }).toBe(1);
  const link = /http:\S+/.exec(smtp.received[0]?.text ?? "")?.[0] ?? "";
  expect(link).toContain(`${base}/konto/lank#`);

  const context = await (await theBrowser()).newContext({ locale: "sv-SE", baseURL: base });
  const page = watchFetching(await context.newPage());
  const phone = await withPasskeys(context, page);
  await page.goto(link);
  await page.getByText("Välkommen, ").waitFor();
  // What opens the account is gone from the address
  expect(page.url()).toBe(`${base}/konto/lank`);
  expect(await accessFaults(page)).toEqual([]);
  await page.getByLabel("Nytt lösenord").fill("sju kalla mossar i dimman");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  expect(await person(page)).toBe("rektor-bjornekulla");

  await page.goto("/konto");
  await page.getByRole("button", { name: "Lägg till nyckel" }).click();
  await page.getByLabel("Vad ska nyckeln heta?").fill("Telefonen");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Dina reservkoder" }).waitFor();
  const codes = await page.locator(".recovery-codes li").allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "Jag har sparat dem" }).click();
  await page.getByRole("row", { name: /Telefonen/ }).waitFor();
  expect(await accessFaults(page)).toEqual([]);

  const leave = () => page.request.post("/api/sign-out");
  await leave();
  await page.goto("/logga-in");
  await page.getByRole("button", { name: "Logga in med nyckel" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(await person(page)).toBe("rektor-bjornekulla");

  // The phone is lost: the password alone does not let in, and a code that was kept for that does, once
  await leave();
  await phone.lose();
  await page.goto("/logga-in");
  await page.getByLabel("E-post").fill("rektor@kommunen.example");
  await page.getByLabel("Lösenord", { exact: true }).fill("sju kalla mossar i dimman");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Ett steg till" }).waitFor();
  expect(await person(page)).toBeNull();
  expect(await accessFaults(page)).toEqual([]);
  await page.getByLabel("Kod").fill("123456");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "Koden stämmer inte" }).waitFor();
  await page.getByLabel("Kod").fill(codes[0] as string);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  expect(await person(page)).toBe("rektor-bjornekulla");
  await page.goto("/konto");
  await page.getByText("9 koder kvar").waitFor();
  await context.close();
  await keeper.close();
});

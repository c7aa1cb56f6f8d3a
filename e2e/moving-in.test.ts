import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readConfig } from "../src/platform/config.ts";
import { run as openHandover } from "../src/shell/commands/open-handover.ts";
import { firstAddressToken } from "../src/shell/first-address.ts";
import { type Running, startServer } from "../src/shell/server.ts";
import { freshDatabase } from "../src/shell/testing/database.ts";
import { register } from "./budget-year-people.ts";
import { quiet, watchFetching } from "./quiet.ts";
import { accessFaults, choosePerson, settled, theBrowser } from "./site.ts";

/** A day in the autumn on which the budget is decided: the whole hour is played on it. */
const TODAY = "2026-11-16";
const PASSWORD = "trumpet-kamel-fjorton-syltburk";

let server: Running;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  server = await startServer(
    readConfig({
      DATABASE_URL: await freshDatabase(inject("postgresUrl")),
      TILLIT_SAMPLE: "none",
      TILLIT_WEB: inject("webFolder") ?? "",
      PORT: "0",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
    }),
    { clock: { now: () => new Date(`${TODAY}T10:00:00Z`) }, doJobs: true },
  );
  const browser = await theBrowser();
  context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1280, height: 900 },
    locale: "sv-SE",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  page = watchFetching(await context.newPage());
});
afterAll(async () => {
  await context?.close();
  await server?.stop();
});

const press = (name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();
const heading = (name: string | RegExp) => page.getByRole("heading", { name }).first().waitFor();
const file = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(lines.join("\r\n"), "utf8"),
});

test("T-2, T-3: an empty installation begins at its one address, with the municipality and its system manager", async () => {
  await page.goto(`/borja#${server.first?.token}`);
  await page.getByLabel("Sök kommunen").fill("Åstorp");
  expect(await page.getByLabel("Kommunens namn").inputValue()).toBe("Åstorps kommun");
  await page.getByLabel("Ditt namn").fill("Förvaltaren");
  await page.getByLabel("E-postadress").fill("sf@kommun.example");
  await page.getByLabel("Lösenord").fill(PASSWORD);
  expect(await accessFaults(page)).toEqual([]);
  await press("Börja");
  await heading("Kom igång");
  await page.getByText("0 av 8 steg klara").waitFor();
});

test("R-1, R-2: the organisation and its people come in by tables, seen before they are stored", async () => {
  await press(/^Fortsätt: Organisationen/);
  await heading("Vilka organ finns?");
  const rows = (await (await context.request.get("/api/setup/bodies")).json()).rows as {
    key: string;
    name: string;
    kind: string;
    parent: string | null;
  }[];
  const nameOf = (key: string | null) => rows.find((row) => row.key === key)?.name ?? "";
  await page
    .getByLabel("Läs in en tabell")
    .setInputFiles(
      file("organisation.csv", [
        "Namn;Slag;Hör till",
        ...rows.map(({ name, kind, parent }) => `${name};${kind};${nameOf(parent)}`),
        "Norra skolan;enhet;Bildningsförvaltningen",
      ]),
    );
  await page.getByText("Nya: Norra skolan").waitFor();
  await press("Spara organisationen");
  await page.getByText("Organisationen är sparad").waitFor();
  await press("Klart, gå vidare");

  await heading("Läs in");
  await page.getByRole("link", { name: "Ställ in identitetstjänsten" }).waitFor();
  await page
    .getByLabel("Välj fil")
    .setInputFiles(
      file("personer.csv", [
        "Namn;E-post;Organ;Uppdrag;Titel",
        "Förvaltaren;sf@kommun.example;Kommunstyrelseförvaltningen;ekonomichef;Ekonomichef",
        "Förvaltaren;sf@kommun.example;Kommunfullmäktige;sekreterare;Sekreterare",
        "Förvaltaren;sf@kommun.example;Kommunstyrelsen;sekreterare;Sekreterare",
        "Rektorn;rektor@kommun.example;Norra skolan;enhetschef;Rektor",
      ]),
    );
  await page.getByText("1 ny person").waitFor();
  await press("Spara ändringen");
  await page.getByText("Ändringen är sparad.").waitFor();
  await press("Klart, gå vidare");
  await heading("Vem beslutar om vad?");
  await press("Klart, gå vidare");
  await heading("Vad kommer, månad för månad?");
  await press("Klart, gå vidare");
});

test("V-1, V-2: the vision in force is registered with its decision's day, and what waits can wait", async () => {
  await heading("Vilken vision gäller?");
  await page.getByLabel("Visionens namn").fill("Tillsammans växer vi");
  await page.getByLabel("Visionens text").fill("En kommun där det är nära mellan människor.");
  await page.getByLabel("Gäller till och med").fill("2030-12-31");
  await page.getByLabel("Beslutades").first().fill("2022-11-28");
  await page
    .getByLabel(/^Paragraf/)
    .first()
    .fill("§ 112");
  await page.getByLabel("Diarienummer").first().fill("KS 2022/345");
  expect(await accessFaults(page)).toEqual([]);
  await press("Registrera visionen");
  await heading("Vad hänger allt annat på?");
  await press("Låt det vänta");
});

test("E-2: last year's allocations are registered, and stand as bars", async () => {
  await heading("Vilka ramar beslutades för 2026?");
  const grid = page.getByRole("grid");
  const amounts = [2000, 1000, 500, 150_000, 400_000, 20_000, 40_000, 300_000];
  for (const [i, tkr] of amounts.entries()) {
    if (i === 0) await grid.getByRole("gridcell", { name: "0", exact: true }).first().click();
    await page.keyboard.type(String(tkr));
    await page.keyboard.press("Enter");
  }
  for (const [label, value] of [
    ["Skattesats, %", "20,29"],
    ["Skatteunderlag, tkr", "4000000"],
    ["Utjämning och bidrag, tkr", "220000"],
    ["Gemensamma poster, tkr", "-50000"],
  ] as const)
    await page.getByLabel(label).fill(value);
  await page.getByLabel("Beslutades", { exact: true }).fill("2025-11-24");
  await page.getByLabel(/^Paragraf/).fill("§ 98");
  await page.getByLabel("Diarienummer").fill("KS 2025/410");
  await press("Registrera 2026 års ramar");
  await heading("Vart gick pengarna 2026?");
  expect(await page.getByRole("list", { name: "Ramar efter storlek, tkr" }).innerText()).toMatch(/400.000/);
  await page.getByRole("link", { name: "Nästa: Befolkningen" }).click();
});

test("E-3: the forecast is begun from the people that were counted in 2019", async () => {
  await heading("Hur många bor här, i vilken ålder?");
  await page.getByText(/15.940 invånare/).waitFor();
  await press("Börja prognosen från 2019 års tabell");
  await heading("Prognosen är påbörjad");
  await page.goto("/kom-igang");
  await page.getByText("6 av 8 steg klara").waitFor();
});

test("E-1, KL 11:10: the first budget is begun from what was registered, proposed by the executive and decided by the council", async () => {
  await page.goto("/ekonomi/indata/budget/kommunfullmaktige/2027");
  await settled(page);
  await press("Börja med detta");
  await page
    .getByText(/Sparat|Allt är sparat/)
    .first()
    .waitFor();
  await quiet(page);
  await page.goto("/arende/budget/kommunfullmaktige/2027");
  await settled(page);
  await press("Registrera organets förslag");
  const meeting = page.getByRole("dialog", { name: "Registrera organets förslag" });
  await meeting.getByLabel("Paragraf").fill("§ 140");
  await meeting.getByLabel("Diarienummer").fill("KS 2026/400");
  await meeting.getByLabel("Vad ändras, och varför?").fill("Ramarna från 2026 ligger kvar.");
  await meeting.getByRole("button", { name: "Registrera förslaget" }).click();
  await page.getByText("Förslaget är registrerat.").waitFor();
  const refused: string[] = [];
  page.on("response", (answer) => answer.status() >= 400 && refused.push(answer.url()));
  const number = await register(page, { paragraph: "§ 99", reference: "KS 2026/400" });
  expect(number).toBe(3);
  await quiet(page);
  expect(refused, "of what is decided nothing more is asked").toEqual([]);
  const chain = await (await context.request.get("/api/decisions-chain")).json();
  expect(chain).toMatchObject({ whole: true });
});

test("T-3: what is the municipality's leaves as a file that the operator makes and its own key alone opens", async () => {
  await page.goto("/beslut/utlamning");
  await press("Skapa en nyckel");
  const [key] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Spara nyckelfilen" }).click(),
  ]);
  await press("Använd nyckeln");
  await page.getByText("Spara nyckelfilen först").waitFor();
  await page.getByLabel("Jag har sparat nyckelfilen").check();
  await press("Använd nyckeln");
  await page.getByText(/^Vald av Förvaltaren/).waitFor();
  expect(await accessFaults(page)).toEqual([]);

  // As a second start prints it, for whoever runs the installation
  const operator = await firstAddressToken(server.door);
  await page.goto(`/borja#${operator?.token}`);
  await page.getByLabel("Ditt namn").fill("Driften");
  await page.getByLabel("E-postadress").fill("drift@it.example");
  await page.getByLabel("Lösenord").fill(PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await press("Utlämning av Åstorps kommun");
  await press("Lämna ut Åstorps kommuns uppgifter");
  const [sealed] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Hämta Åstorps kommuns fil" }).click(),
  ]);
  expect(await accessFaults(page)).toEqual([]);

  const folder = await mkdtemp(join(tmpdir(), "tillit-utlamning-"));
  try {
    await key.saveAs(join(folder, "nyckel.txt"));
    await sealed.saveAs(join(folder, sealed.suggestedFilename()));
    const said = await openHandover([
      join(folder, sealed.suggestedFilename()),
      `--key=${join(folder, "nyckel.txt")}`,
      `--to=${join(folder, "uppackat")}`,
    ]);
    expect(said).toBe(0);
    const people = await readFile(join(folder, "uppackat/tabeller/platform.personal/0001.jsonl"), "utf8");
    expect(people).toContain("Rektorn");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("T-2: the rector who came in by the table is invited by a link, and is in", async () => {
  await page.goto("/beslut/konton");
  await press("Bjud in");
  const dialog = page.getByRole("dialog");
  await choosePerson(dialog.getByLabel("Person"), "Rektorn");
  await dialog.getByLabel("E-postadress").fill("rektor@kommun.example");
  await dialog.getByRole("button", { name: "Gör en länk" }).click();
  const link = await dialog.getByLabel("Länk").inputValue();
  await context.clearCookies();
  await page.goto(link);
  await page.getByLabel("Nytt lösenord").fill(PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await heading("Åstorps kommun 2026");
  expect(await page.getByText(/^Uppstart/).count()).toBe(0);
});

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { astorp } from "../src/shell/testing/astorp.ts";
import { accessFaults, enter, openSite, type Site, settled } from "./site.ts";

const DAY = "2027-02-01";
const SECRETARY = "Socialnämndens sekreterare";
const WRITE = "/mal/socialnamnden/2028/skriv";

let site: Site;
beforeAll(async () => {
  site = await openSite(() => astorp());
});
afterAll(() => site.close());

const choose = (page: Page, label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption({ label: option });
const tried = async (page: Page, day: string) => {
  await page.getByLabel("Dag", { exact: true }).fill(day);
  await settled(page);
  return page.locator("main").innerText();
};

test("R-3: the system manager gives a mandate from a day, and sees who may before it is in force; what the law keeps can't be given", async () => {
  const page = await site.open({ path: "/beslut/mandat", as: "systemforvaltare", day: DAY });
  await enter(page.getByRole("button", { name: "Ny befogenhet" }));
  await choose(page, "Vad", "Besluta");
  await choose(page, "Sak", "Nämndsmål");
  await page.getByRole("checkbox", { name: "förvaltning", exact: true }).check();
  await page.getByRole("checkbox", { name: "förvaltningschef", exact: true }).check();
  await page.getByLabel("Källa").fill("Delegationsordningen punkt 4.2");
  await enter(page.getByRole("button", { name: "Ge befogenheten" }));
  await page.locator(".problem", { hasText: "6 kap. 38 § första punkten" }).waitFor();

  await choose(page, "Vad", "Läsa in");
  await choose(page, "Sak", "Bokföring");
  await choose(page, "Organ", "Socialnämnden");
  await choose(page, "Uppdrag", `Sekreterare i socialnämnden – ${SECRETARY}`);
  await choose(page, "Räcker till", "hela koncernen");
  await page.getByLabel("Gäller från").fill("2027-03-01");
  await page.getByLabel("Varför").fill("Läser in medan ekonomichefen är borta");
  await enter(page.getByRole("button", { name: "Ge befogenheten" }));
  await page.getByRole("heading", { name: "Läsa in bokföring", level: 1 }).waitFor();
  expect(await page.locator("main").innerText()).toContain("1 mars 2027");

  await page.getByRole("button", { name: "Visa historiken" }).click();
  const history = page.locator(".history > li").first();
  await history.waitFor();
  expect(await history.innerText()).toMatch(/Systemförvaltare[\s\S]*Läser in medan[\s\S]*Socialnämnden/);
  expect(await accessFaults(page)).toEqual([]);

  await page.goto("/beslut/mandat/prova?sak=import:ledger&i=kommunstyrelsen");
  await settled(page);
  const may = (text: string) => text.split("Vem får nästan?")[0];
  expect(may(await tried(page, "2027-02-28"))).not.toContain(SECRETARY);
  expect(may(await tried(page, "2027-03-01"))).toContain(SECRETARY);
  expect(await accessFaults(page)).toEqual([]);
  await page.close();
});

test("P-4: a refusal names the nearest who may; a request goes to that person, is answered, and the one who asked sees it", async () => {
  const mine = await site.open({ path: WRITE, as: "enhetschef-hemvard" });
  const locked = mine.locator(".may-why");
  expect(await locked.innerText()).toContain("Socialchef får.");
  await enter(locked.getByRole("button", { name: "Be Socialchef göra det" }));
  const dialog = mine.getByRole("dialog");
  await dialog.getByLabel("Din egen rad").fill("Vi behöver ett mål om kontinuitet.");
  expect(await accessFaults(mine)).toEqual([]);
  await enter(dialog.getByRole("button", { name: "Skicka" }));
  await locked.getByRole("link", { name: "Väntar på svar" }).waitFor();

  const theirs = await site.open({ path: "/", as: "social-chef" });
  await theirs.getByRole("link", { name: /Begäran från Enhetschef, Hemvården norr/ }).click();
  const request = theirs.locator(".request");
  await request.waitFor();
  expect(await request.innerText()).toMatch(/ber dig att skriva nämndsmålen[\s\S]*kontinuitet/);
  await enter(request.getByRole("button", { name: "Det är gjort" }));
  await theirs.getByRole("dialog").getByLabel("Ett ord till den som frågade").fill("Det står nu först.");
  await enter(theirs.getByRole("dialog").getByRole("button", { name: "Skicka" }));
  await request.getByText("Det står nu först.").waitFor();
  expect(await accessFaults(theirs)).toEqual([]);
  await theirs.close();

  await mine.goto("/beslut/begaran");
  await settled(mine);
  await mine.getByText("Det står nu först.").waitFor();
  await enter(mine.getByRole("button", { name: "Jag har läst svaret" }));
  await mine.getByRole("button", { name: "Jag har läst svaret" }).waitFor({ state: "detached" });
  await mine.close();
});

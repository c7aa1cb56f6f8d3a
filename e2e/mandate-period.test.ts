import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { propose } from "./budget-year-people.ts";
import { saved } from "./budget-year-sheet.ts";
import { choosePerson, goOn, mustBeUsable, openSite, type Site, settled, sitDown } from "./site.ts";

const KF = "kommunfullmaktige";
/** The newly elected council's first spring: what it takes over was decided in the mandate period before. */
const DAY = "2031-03-03";
const PROPOSED = "2031-03-12";
const DECIDED = "2031-03-31";
const LATER = "2031-06-10";
const CLOSED = "2031-06-24";
const ASKED = "Se över vilka lokaler som kan lämnas";

let site: Site;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  site = await openSite();
  page = await site.open({ day: DAY, path: "/logga-in", faults });
});
afterAll(async () => {
  await site.close();
  // What a decision asks for is asked once more when it is registered
  expect(faults.filter((fault) => !fault.includes("status of 409"))).toEqual([]);
});

/** Sits down and goes to what waits, from one's own list, on a day. */
async function fromOwnList(person: string, day: string, name: string | RegExp): Promise<void> {
  await site.astorp.moveDay(day);
  await sitDown(page, person);
  await page.goto("/");
  await settled(page);
  const line = page.locator(".todo > li").filter({ hasText: name }).first();
  await line.waitFor({ state: "attached" });
  if (!(await line.isVisible())) await page.locator("summary", { hasText: /^och \d+ till$/ }).click();
  await line.getByRole("link").first().click();
  await settled(page);
}

/** The executive's secretary registers what it proposes. */
async function proposedToCouncil(title: string, paragraph: string): Promise<void> {
  await fromOwnList("ks-sekreterare", PROPOSED, title);
  await page.getByRole("button", { name: "Registrera organets förslag" }).click();
  const dialog = page.getByRole("dialog", { name: "Registrera organets förslag" });
  await dialog.getByLabel("Paragraf").fill(paragraph);
  await dialog.getByLabel("Diarienummer").fill(`KS 2031/${paragraph}`);
  await dialog.getByLabel("Vad ändras, och varför?").fill("Mandatperioden är ny.");
  await dialog.getByRole("button", { name: "Registrera förslaget" }).click();
  await page.getByText("Förslaget är registrerat.").waitFor();
}

test("V-1, V-2, A-14: a new mandate period begins with following up the vision and evaluating the strategic goals, by who prepares it", async () => {
  await fromOwnList("kommunchef", DAY, "Följ upp visionen inför mandatperioden 2031–2034");
  await page.getByRole("heading", { level: 1, name: "Visionen från 2032" }).waitFor();
  for (const part of await page.getByLabel("Hur gick det?").all())
    await part.selectOption({ label: "Delvis" });
  for (const grounds of await page.getByLabel("Vad bygger bedömningen på?").all())
    await grounds.fill("Fler har nära till det de behöver.");
  await page.getByText("Visionen behålls som den är.").waitFor();
  await page.getByRole("button", { name: "Lägg till en del" }).click();
  await page.getByLabel("Del 4", { exact: true }).fill("Ingen behöver vara ensam");
  await page.getByLabel("Gäller till och med").fill("2038-12-31");
  await page.getByText("Visionen ändras mot den förra.").waitFor();
  await page.getByText("Skriv varför visionen behålls eller ändras.").waitFor();
  await page.getByLabel("Varför behålls eller ändras visionen?").fill("Den håller, och får mer tid.");
  await saved(page);
  await propose(page);

  await fromOwnList("kommunchef", DAY, "Utvärdera inriktningsmålen inför mandatperioden 2031–2034");
  await page.getByRole("heading", { level: 1, name: "Inriktningsmålen från 2032" }).waitFor();
  for (const row of await page.getByLabel("Hur gick det?").all()) await row.selectOption({ label: "Delvis" });
  for (const grounds of await page.getByLabel("Vad bygger bedömningen på?").all())
    await grounds.fill("På väg, enligt nämndernas uppföljningar.");
  const first = page.getByRole("region", { name: "Inriktningsmål 1" });
  await first.getByLabel("Vad det innebär").fill("Den som bor i Åstorp är trygg hela livet.");
  await first.getByLabel("Utgår från visionens del").selectOption({ label: "Ingen behöver vara ensam" });
  await first.locator("summary", { hasText: "Agenda 2030" }).click();
  await first.getByLabel("8 Arbete och tillväxt").check();
  await first.getByLabel("8.5", { exact: true }).check();
  await page.getByRole("button", { name: "Stryk målet: Hållbar framtid" }).click();
  const why = page.getByLabel("Varför ändras eller utgår det?");
  await why.first().fill("Ska gälla barn också.");
  await why.last().fill("Ingår i de finansiella målen.");
  await saved(page);
  await propose(page);
});

test("V-1, V-2, R-6: the council decides with an assignment in its decision, and both wordings can be read beside each other", async () => {
  await proposedToCouncil("Vision 2032", "21");
  await proposedToCouncil("Inriktningsmål 2032", "22");
  await fromOwnList("kf-sekreterare", DECIDED, "Vision 2032");
  await page.getByRole("button", { name: "Registrera beslut" }).click();
  const decision = page.getByRole("dialog", { name: "Registrera beslut" });
  await decision.getByLabel("Paragraf").fill("12");
  await decision.getByLabel("Diarienummer").fill("KS 2031/12");
  await decision.getByRole("button", { name: "Lägg till uppdrag" }).click();
  await decision.getByRole("button", { name: "Registrera beslutet" }).click();
  await decision.getByText("Fyll i fältet").first().waitFor();
  await decision.getByLabel("Vad ska göras?").fill(ASKED);
  await choosePerson(decision.getByLabel("Vem får uppdraget?"), "Bildningsnämnden");
  await decision.getByLabel("Senast").fill("2031-06-30");
  await decision.getByLabel("Hur ska det återrapporteras?").fill("Skriftligt till mötet i juni");
  await decision.getByRole("button", { name: "Registrera beslutet" }).click();
  await page.getByText(/Beslutet är registrerat som nummer/).waitFor();
  await fromOwnList("kf-sekreterare", DECIDED, "Inriktningsmål 2032");
  await page.getByRole("button", { name: "Registrera beslut" }).click();
  await decision.getByLabel("Paragraf").fill("13");
  await decision.getByLabel("Diarienummer").fill("KS 2031/13");
  await decision.getByRole("button", { name: "Registrera beslutet" }).click();
  await page.getByText(/Beslutet är registrerat som nummer/).waitFor();

  await sitDown(page, undefined);
  await page.goto(`/arende/strategic-goals/${KF}/2032`);
  await page
    .getByRole("region", { name: "God livskvalitet: Nu" })
    .getByText("Den som bor i Åstorp är trygg hela livet.")
    .waitFor();
  await page
    .getByRole("region", { name: "God livskvalitet: Förr" })
    .getByText("har en meningsfull fritid")
    .waitFor();
  await page.getByText("Ingår i de finansiella målen.").waitFor();
  await goOn(page, "/mal?ar=2032");
  await page.getByRole("link", { name: "Uppföljning av visionen från 2028" }).waitFor();
  expect(await page.getByText("Ny mandatperiod").count()).toBe(0);
});

test("R-6: the assignment is begun and reported back on a phone by who answers for it, and closed by the council", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await fromOwnList("bildning-chef", LATER, ASKED);
  await page.getByRole("button", { name: "Börja" }).click();
  await page.getByText("Uppdraget är påbörjat.").waitFor();
  await mustBeUsable(page);
  await page.getByRole("button", { name: "Återrapportera" }).click();
  const report = page.getByRole("dialog", { name: "Återrapportera" });
  await report.getByLabel("Vad har ni gjort?").fill("Två lokaler kan lämnas till nyår.");
  await report.getByLabel("Till vilket möte?").fill("2031-06-23");
  await report.getByRole("button", { name: "Återrapportera" }).click();
  await page.getByText("Uppdraget är återrapporterat till Kommunfullmäktige.").waitFor();

  await page.setViewportSize({ width: 1280, height: 900 });
  await fromOwnList("kf-sekreterare", CLOSED, ASKED);
  await page.getByText("Två lokaler kan lämnas till nyår.").waitFor();
  await page.getByRole("button", { name: "Avsluta" }).click();
  const close = page.getByRole("dialog", { name: "Avsluta" });
  await close.getByLabel("Beslutat vid mötet").fill("2031-06-23");
  await close.getByLabel("Paragraf").fill("44");
  await close.getByRole("button", { name: "Avsluta" }).click();
  await page.getByText(/^Vid mötet 23 juni.*§ 44$/).waitFor();
  await goOn(page, "/uppdrag?organ=alla&lage=closed");
  await page.getByRole("link", { name: ASKED }).waitFor();
});

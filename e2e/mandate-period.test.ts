import { afterAll, beforeAll, expect, test } from "vitest";
import { astorp } from "../src/shell/testing/astorp.ts";
import { propose, register } from "./budget-year-people.ts";
import { openSite, type Site, settled } from "./site.ts";

const KF = "kommunfullmaktige";
const BEFORE = "2026-02-02";
/** The newly elected council's first spring. */
const DAY = "2027-03-01";
const LATER = "2027-03-29";

let site: Site;
beforeAll(async () => {
  site = await openSite(() => astorp());
  // What the council of the mandate period before had decided
  const { draft, decide } = site.astorp;
  await draft("kommunchef", BEFORE, `/goals/vision/${KF}/2024`, {
    name: "Söderåsstaden",
    text: "Nära mellan människor, natur och arbete.",
    validTo: "2030-12-31",
    parts: [{ id: "nara", text: "Nära i vardagen" }],
    followUp: "Del för del.",
  });
  await decide("kf-sekreterare", BEFORE, `vision:${KF}:2024`);
  await draft("kommunchef", BEFORE, `/goals/strategic-goals/${KF}/2024`, {
    goals: [
      { id: "vaxa", name: "Möjlighet att växa", text: "Fler klarar sig själva.", agenda2030: [4] },
      { id: "halla", name: "Hållbar framtid", text: "Kommunen hushåller.", agenda2030: [13] },
    ],
  });
  await decide("kf-sekreterare", BEFORE, `strategic-goals:${KF}:2024`);
});
afterAll(() => site.close());

/** The executive's secretary registers what it proposes, and the council's what it decides. */
async function decided(path: string, paragraph: string): Promise<void> {
  const executive = await site.open({ day: DAY, as: "ks-sekreterare", path });
  await executive.getByRole("button", { name: "Registrera organets förslag" }).click();
  const dialog = executive.getByRole("dialog", { name: "Registrera organets förslag" });
  await dialog.getByLabel("Paragraf").fill(paragraph);
  await dialog.getByLabel("Diarienummer").fill(`KS 2027/${paragraph}`);
  await dialog.getByLabel("Vad ändras, och varför?").fill("Mandatperioden är ny.");
  await dialog.getByRole("button", { name: "Registrera förslaget" }).click();
  await executive.getByText("Förslaget är registrerat.").waitFor();
  await executive.close();
  const council = await site.open({ day: LATER, as: "kf-sekreterare", path });
  await register(council, { paragraph, reference: `KS 2027/${paragraph}` });
  await council.close();
}

test("V-1, A-14: a new mandate period begins with following up the vision, by who prepares it and the council that decides", async () => {
  const page = await site.open({ day: DAY, as: "kommunchef", path: "/mal?ar=2027" });
  await page.getByText("Ny mandatperiod 2027–2030").waitFor();
  await page.getByRole("button", { name: "Följ upp visionen" }).click();
  await page.getByRole("heading", { level: 1, name: "Skriv visionen för 2028" }).waitFor();
  await page.getByLabel("Hur gick det?").selectOption({ label: "Delvis" });
  await page.getByLabel("Vad bygger bedömningen på?").fill("Fler har nära till det de behöver.");
  await page.getByText("Visionen behålls som den är.").waitFor();
  await page.getByRole("button", { name: "Lägg till en del" }).click();
  await page.getByLabel("Del 2", { exact: true }).fill("Det som fungerar får växa");
  await page.getByLabel("Gäller till och med").fill("2034-12-31");
  await page.getByText("Visionen ändras mot den förra.").waitFor();
  await page.getByText("Skriv varför visionen behålls eller ändras.").waitFor();
  await page.getByLabel("Varför behålls eller ändras visionen?").fill("Den håller, och får mer tid.");
  await page.getByText("Allt är sparat").waitFor();
  await propose(page);
  await page.close();
  await decided(`/arende/vision/${KF}/2028`, "21");
});

test("V-2: the strategic goals are evaluated, one reworded and one ended with grounds, and both wordings can be read beside each other", async () => {
  const page = await site.open({ day: LATER, as: "kommunchef", path: "/mal?ar=2028" });
  await page.getByRole("button", { name: "Utvärdera inriktningsmålen" }).click();
  await page.getByRole("heading", { level: 1, name: "Skriv inriktningsmålen för 2028" }).waitFor();
  for (const name of ["Möjlighet att växa", "Hållbar framtid"]) {
    const row = page.getByRole("region", { name, exact: true });
    await row.getByLabel("Hur gick det?").selectOption({ label: "Delvis" });
    await row.getByLabel("Vad bygger bedömningen på?").fill("På väg, enligt nämndernas uppföljningar.");
  }
  const first = page.getByRole("region", { name: "Inriktningsmål 1" });
  await first.getByLabel("Vad det innebär").fill("Fler barn och vuxna klarar sig själva.");
  await first.getByLabel("Utgår från visionens del").selectOption({ label: "Det som fungerar får växa" });
  await first.locator("summary", { hasText: "Agenda 2030" }).click();
  await first.getByLabel("8 Arbete och tillväxt").check();
  await first.getByLabel("8.5", { exact: true }).check();
  await page.getByRole("button", { name: "Stryk målet: Hållbar framtid" }).click();
  const why = page.getByLabel("Varför ändras eller utgår det?");
  await why.first().fill("Ska gälla barn också.");
  await why.last().fill("Ingår i de finansiella målen.");
  await page.getByText("Allt är sparat").waitFor();
  await propose(page);
  await page.close();
  await decided(`/arende/strategic-goals/${KF}/2028`, "22");

  const resident = await site.open({ path: `/arende/strategic-goals/${KF}/2028` });
  await resident
    .getByRole("region", { name: "Möjlighet att växa: Förr" })
    .getByText("Fler klarar sig själva.")
    .waitFor();
  await resident
    .getByRole("region", { name: "Möjlighet att växa: Nu" })
    .getByText("Fler barn och vuxna")
    .waitFor();
  await resident.getByText("Ingår i de finansiella målen.").waitFor();
  await resident.goto("/mal?ar=2028");
  await settled(resident);
  await resident.getByRole("link", { name: "Uppföljning av visionen från 2024" }).waitFor();
  expect(await resident.getByText("Ny mandatperiod").count()).toBe(0);
});

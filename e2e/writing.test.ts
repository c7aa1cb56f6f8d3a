import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enter, focusOn, openSite, type Site, settled } from "./site.ts";

const REPORT = "/uppfoljning/follow-up/socialnamnden/2028";
const API = "/api/followup/follow-up/socialnamnden/2028";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const state = (page: Page, text: string) =>
  page.locator(".draft-state", { hasText: text }).waitFor({ timeout: 15_000 });
const effect = (page: Page) => page.getByLabel("Effekt för invånarna");
const stored = async (page: Page) =>
  (await (await page.context().request.get(new URL(API, page.url()).href)).json()) as {
    content: { effectForResidents: string; operations: { text: string } };
    version: { number: number; state: string };
  };

test("U-6: a report is stored while it is written, and a lost connection or a closed page loses no text", async () => {
  const page = await site.open({ path: REPORT, as: "social-chef" });
  await state(page, "Inget är skrivet än");
  await effect(page).fill("Fler får hemvård i tid.");
  await state(page, "Allt är sparat");
  expect((await stored(page)).content.effectForResidents).toBe("Fler får hemvård i tid.");

  const operations = page.getByLabel("Vad har hänt i verksamheten?");
  await page.context().setOffline(true);
  await operations.fill("Två grupper har slagits ihop.");
  await state(page, "Ingen kontakt med servern");
  await page.context().setOffline(false);
  await state(page, "Allt är sparat");
  expect((await stored(page)).content.operations.text).toBe("Två grupper har slagits ihop.");

  await page.route(`**${API}`, (route) =>
    route.request().method() === "PUT" ? route.abort() : route.continue(),
  );
  await operations.fill("Skrivet just innan sidan stängdes.");
  await page.close();
  const again = await site.open({ path: REPORT, as: "social-chef" });
  const operationsAgain = again.getByLabel("Vad har hänt i verksamheten?");
  expect(await operationsAgain.inputValue()).toBe("Två grupper har slagits ihop.");
  expect(await again.locator(".kept-offer").innerText()).toMatch(
    /Du har text från 15 maj 2028 kl\. \d\d:\d\d som inte sparades\./,
  );
  await again.getByRole("button", { name: "Ta fram" }).click();
  expect(await operationsAgain.inputValue()).toBe("Skrivet just innan sidan stängdes.");
  await state(again, "Allt är sparat");
  await again.close();
});

test("U-6: two people at the same place: nothing is overwritten until one of them has chosen", async () => {
  const mine = await site.open({ path: REPORT, as: "social-chef" });
  const theirs = await site.open({ path: REPORT, as: "social-controller" });
  await effect(theirs).fill("Den andras mening.");
  await state(theirs, "Allt är sparat");
  await effect(mine).fill("Min mening.");
  await state(mine, "Någon annan har skrivit på samma ställe");
  expect((await stored(mine)).content.effectForResidents).toBe("Den andras mening.");
  expect(await mine.locator(".draft-clashes").innerText()).toContain("Min mening.");
  await mine.getByRole("button", { name: "Behåll min" }).click();
  await state(mine, "Allt är sparat");
  expect((await stored(mine)).content.effectForResidents).toBe("Min mening.");
  await theirs.close();
  await mine.close();
});

test("U-10: judged, proposed and decided in the browser; then anyone can read it and a correction is a new version", async () => {
  const page = await site.open({ path: REPORT, as: "social-chef" });
  for (const choice of await page.locator("select[id^=f-goals]").all()) await choice.selectOption("partly");
  for (const grounds of await page.locator("textarea[id^=f-goals]").all())
    await grounds.fill("Mätningen i april.");
  await page.getByLabel("Vad har ni gjort, och vad har det lett till?").fill("Tre familjer fick stöd hemma.");
  await page.getByLabel("Hur är det att arbeta här").fill("Bemanningen är stabil.");
  await page.getByLabel("Varför ser det ut så?").fill("Färre köpta platser.");
  await page.getByLabel(/^Nämndens eget tillägg/).fill("1 000");
  await state(page, "Allt är sparat");
  await enter(page.getByRole("button", { name: "Lägg fram" }));
  const dialog = page.getByRole("dialog", { name: "Lägg fram förslaget" });
  await dialog.getByLabel("Vad ändras, och varför?").fill("Färre köpta platser, och stabil bemanning.");
  await enter(dialog.getByRole("button", { name: "Lägg fram" }));
  await page.locator("main .status", { hasText: "Förslag" }).first().waitFor();
  await focusOn(page.getByRole("heading", { level: 1 }));

  const meeting = await site.open({ path: REPORT, as: "social-sekreterare" });
  // What the decision asks for comes late; one who is quick and presses before that is not left without an answer
  await meeting.route("**/deciding?**", async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await meeting.getByRole("button", { name: "Registrera beslut" }).click();
  await meeting.getByLabel("Paragraf").fill("§ 55");
  await meeting.getByLabel("Diarienummer").fill("SN 2028/77");
  await meeting.getByRole("button", { name: "Registrera beslutet" }).click();
  await meeting.locator("main .status", { hasText: "Beslutat" }).first().waitFor();
  expect((await stored(meeting)).version.state).toBe("decided");

  const resident = await site.open({ path: REPORT });
  expect(await resident.locator("main").innerText()).toContain("Min mening.");
  expect(await resident.locator("main textarea").count()).toBe(0);

  await page.reload();
  await settled(page);
  await enter(page.getByRole("button", { name: "Gör en rättelse" }));
  await focusOn(page.getByRole("heading", { level: 1 }));
  await page.getByLabel("Varför ser det ut så?").fill("Färre köpta platser än planerat.");
  await state(page, "Allt är sparat");
  expect((await stored(page)).version).toMatchObject({ number: 2, state: "draft" });
  await resident.reload();
  await settled(resident);
  expect(await resident.locator("main").innerText()).not.toContain("än planerat");
});

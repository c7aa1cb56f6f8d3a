import { afterAll, beforeAll, expect, test } from "vitest";
import { goOn, openSite, type Site, settled, sitDown } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const PDF = Buffer.from("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");

test("K-2 – K-5: a rector notices a risk and carries a control out, it is assessed, checked, told and received, and the executive sees it", async () => {
  const faults: string[] = [];
  // A rector with a phone, between two lessons
  const phone = await site.open({
    path: "/kontroll/riskomraden",
    as: "rektor-bjornekulla",
    width: 390,
    faults,
  });
  await phone.getByRole("button", { name: "Lämna" }).click();
  await phone.getByText("Fyll i fältet").first().waitFor();
  await phone.getByLabel("Vad kan gå fel?").fill("Larmkoden byts inte när någon slutar");
  await phone.getByLabel("Vad kan det leda till?").fill("Obehöriga kan gå in på kvällen");
  await phone.getByRole("button", { name: "Lämna" }).click();
  await phone.getByText("Väntar på riskbedömningen").first().waitFor();
  // The control is found from the own list
  await goOn(phone, "/");
  await phone
    .getByRole("link", { name: /Samtal har hållits inom fem dagar/ })
    .first()
    .click();
  await settled(phone);
  await phone.getByRole("button", { name: "Dra ett stickprov" }).click();
  const draw = phone.getByRole("dialog");
  await draw.getByLabel("Vad är det för lista?").fill("Elever med hög frånvaro i april");
  await draw
    .getByLabel("Listan, en rad var")
    .fill(Array.from({ length: 40 }, (_, i) => `Elev ${i + 1}`).join("\n"));
  await draw.getByText("Listan har 40 rader.").waitFor();
  await draw.getByLabel("Hur många rader ska dras?").fill("5");
  await draw.getByRole("button", { name: "Dra stickprovet" }).click();
  await phone.getByText("5 av 40 rader ur ”Elever med hög frånvaro i april”", { exact: true }).waitFor();
  // What is drawn is told in the registration by itself
  expect(await phone.getByLabel("Urval").inputValue()).toContain("5 av 40 rader");
  await phone.getByLabel("Vad blev resultatet?").selectOption("deviation");
  await phone.getByLabel("Vad visade kontrollen?").fill("Ett samtal hölls för sent");
  await phone.getByLabel("Vad ska göras?").fill("Mentorn påminns dag tre");
  await phone.getByLabel("Klart senast").fill("2028-06-10");
  await phone.getByRole("button", { name: "Registrera" }).click();
  await phone.getByText("Ett samtal hölls för sent").waitFor();
  await phone
    .getByLabel(/^Underlag till kontrollen/)
    .first()
    .click();
  const choosing = phone.waitForEvent("filechooser");
  await phone.getByRole("button", { name: "Lägg till underlag" }).click();
  await (await choosing).setFiles({ name: "granskning.pdf", mimeType: "application/pdf", buffer: PDF });
  const file = phone.getByRole("link", { name: "granskning.pdf" });
  await file.waitFor();
  const fetched = await phone.request.get((await file.getAttribute("href")) ?? "");
  expect(await fetched.body()).toEqual(PDF);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
  // The measure is closed with what was done
  await phone.getByRole("button", { name: /Mentorn påminns dag tre/ }).click();
  const course = phone.getByRole("dialog");
  await course.getByLabel("Läge", { exact: true }).selectOption("done");
  await course.getByLabel("Vad gjordes, eller varför?").fill("Påminnelsen är på");
  await course.getByRole("button", { name: "Spara" }).first().click();
  await course.getByText("Läget är sparat").or(phone.getByText("Läget är sparat")).first().waitFor();

  // The director checks it, tells the committee, and takes the noticed risk into next year's plan
  const page = await site.open({
    path: "/kontroll?ar=2028&organ=bildningsnamnden",
    as: "bildning-chef",
    faults,
  });
  await page.getByRole("button", { name: "Granska åtgärden: Mentorn påminns dag tre" }).click();
  const check = page.getByRole("dialog");
  await check.getByText("Påminnelsen är på").waitFor();
  await check.getByLabel("Vad har du sett, eller vad återstår?").fill("Sett i systemet");
  await check.getByRole("button", { name: "Spara granskningen" }).click();
  await page.getByText("Granskad av Bildningschef: Sett i systemet").waitFor();
  await goOn(page, "/kontroll/lopande/bildningsnamnden/2028");
  await page.getByText("Ett samtal hölls för sent").waitFor();
  await page.getByText("Åtgärd granskad: räcker").waitFor();
  await page.getByRole("button", { name: "Skicka" }).click();
  await page.getByText("Inget nytt sedan sist").waitFor();
  await goOn(page, "/kontroll/plan/bildningsnamnden/2029");
  await page.getByRole("button", { name: "Börja från planen 2028" }).click();
  await page.getByRole("button", { name: "Ta in som ny risk: Larmkoden byts inte när någon slutar" }).click();
  const risk = page.getByRole("dialog");
  expect(await risk.getByLabel("Vad kan gå fel?").inputValue()).toBe("Larmkoden byts inte när någon slutar");
  await risk.getByLabel("Riskområde").fill("Lokaler");
  await risk.getByLabel("Vad hotas?").selectOption("operation");
  await risk.getByLabel("Ansvarig").fill("Rektor");
  await risk
    .getByRole("option", { name: /^Rektor/ })
    .first()
    .click();
  await risk.getByLabel("Nämnden har en egen bedömning").check();
  await risk.getByLabel("Vad säger nämnden?").fill("Större än så: det har hänt");
  await risk.getByRole("button", { name: "Klar" }).click();
  await page.getByText(/^Nämndens syn: 4 \(2 × 2\)/).waitFor();
  await page.getByText("Allt är sparat").waitFor();

  // The committee's secretary receives what was told, from the own list
  await sitDown(page, "bildning-sekreterare");
  await page.goto("/");
  await page
    .getByRole("link", { name: /Löpande rapport om intern kontroll att ta emot/ })
    .first()
    .click();
  await page.getByText("Väntar på att tas emot").first().waitFor();
  await page.getByText("Notera mötet").first().click();
  await page.getByLabel("Vid vilket sammanträde?").fill("2028-05-15");
  await page.getByRole("button", { name: "Notera mötet" }).click();
  await page.getByText("Mottagen vid sammanträdet").waitFor();

  // The executive sees every body: who coordinates, who has no plan, and asks for one
  await sitDown(page, "controller-ksf");
  await page.goto("/kontroll/uppsikt?ar=2028&organ=");
  await page
    .getByRole("link", { name: /skickade, .* mottagna/ })
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Begär plan av Överförmyndarnämnden" }).click();
  await page.getByRole("dialog").getByLabel("Något att tillägga?").fill("Till sommaren");
  await page.getByRole("dialog").getByRole("button", { name: "Klar" }).click();
  await page.getByText("Begäran är skickad").waitFor();
  expect(faults).toEqual([]);
}, 120_000);

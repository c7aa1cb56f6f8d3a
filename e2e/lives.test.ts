import { afterAll, beforeAll, expect, test } from "vitest";
import { choosePerson, openSite, type Site, settled } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("R-2: a goal is handed over on its page, which then shows who has it and who had it at the decision", async () => {
  const faults: string[] = [];
  const page = await site.open({
    path: "/mal/socialnamnden/kontinuitet?ar=2028",
    as: "social-chef",
    faults,
  });
  const facts = page.locator("dl.facts").first();
  expect(await facts.innerText()).toContain("Socialchef");
  await facts.getByRole("button", { name: /^Lämna över/ }).click();
  const drawer = page.getByRole("dialog");
  await drawer.locator("summary", { hasText: "Lämna över" }).click();
  await drawer.getByRole("button", { name: "Lämna över" }).click();
  expect(await drawer.getByText("Fyll i fältet.").count()).toBe(2);
  await choosePerson(drawer.getByLabel("Till vem?"), "controller, social");
  await drawer.getByLabel("Varför?").last().fill("Tar över uppföljningen");
  await drawer.getByRole("button", { name: "Lämna över" }).click();
  await drawer.getByText("Vem har ansvarat?").waitFor();
  await drawer.getByText("Controller, socialförvaltningen").first().waitFor();
  await page.keyboard.press("Escape");
  await settled(page);
  await expect.poll(() => facts.innerText()).toContain("Controller, socialförvaltningen");
  expect(await facts.innerText()).toContain("Vid beslutet: Socialchef");
  expect(faults).toEqual([]);
  await page.close();
});

test("K-4: a control is registered on a phone with a deviation; its measure is closed with what was done", async () => {
  const faults: string[] = [];
  const page = await site.open({
    path: "/kontroll/utford/socialnamnden/2028/k-insatser",
    as: "enhetschef-hemvard",
    width: 390,
    faults,
  });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.getByLabel("Vad blev resultatet?").selectOption("deviation");
  await page.getByRole("button", { name: "Registrera", exact: true }).click();
  await page.getByText("Fyll i fältet").first().waitFor();
  await page.getByLabel("Vad visade kontrollen?").fill("Två insatser saknades");
  await page.getByLabel("Vad ska göras?").fill("Ny kontroll vid varje arbetspass");
  await page.getByLabel("Klart senast").fill("2028-06-30");
  await page.getByRole("button", { name: "Registrera", exact: true }).click();
  await page.getByText("Två insatser saknades").waitFor();
  await page.getByRole("button", { name: "Följ: Ny kontroll vid varje arbetspass" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Läge", { exact: true }).selectOption("done");
  await drawer.getByRole("button", { name: "Spara" }).first().click();
  await drawer.getByText("Fyll i fältet.").waitFor();
  await drawer.getByLabel("Vad gjordes, eller varför?").fill("Infört i alla grupper");
  await drawer.getByRole("button", { name: "Spara" }).first().click();
  await drawer.getByText("Läge: Klar").waitFor();
  await page.keyboard.press("Escape");

  const body = await site.open({ path: "/kontroll?ar=2028&organ=socialnamnden", as: "social-chef", faults });
  const measures = body.getByRole("table", { name: "Åtgärder efter avvikelser" });
  const row = measures.getByRole("row", { name: /Ny kontroll vid varje arbetspass/ });
  expect(await row.innerText()).toContain("Klar");
  expect(await row.innerText()).toContain("Infört i alla grupper");
  expect(faults).toEqual([]);
  await body.close();
  await page.close();
});

test("K-5: the report on internal control begins with what was registered", async () => {
  const page = await site.open({ path: "/kontroll/rapport/socialnamnden/2028", as: "social-controller" });
  await page.locator(".draft-state", { hasText: "Inget är skrivet än" }).waitFor();
  expect(await page.getByRole("table", { name: "Årets kontroller" }).innerText()).toContain("Avvikelse");
  await page.close();
});

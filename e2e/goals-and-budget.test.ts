import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type Site, settled } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("E-8: a figure is opened by keyboard, explained down to the people of each age, and its address can be shared", async () => {
  const page = await site.open({ path: "/ekonomi?ar=2027" });
  const figure = page.getByRole("link", { name: /^Förklara Socialnämnden, demografi/ });
  await figure.focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Förklara siffran" });
  await drawer.getByRole("heading", { name: "Demografi: Socialnämnden 2027" }).waitFor();
  await drawer.getByRole("link", { name: /^Förklara Hemvård/ }).click();
  await drawer.getByText(/× .* kr ÷ 1\u202f000 = /).waitFor();
  await drawer.locator("summary", { hasText: "Personer i varje ålder" }).click();
  expect(await drawer.locator("table").first().locator("tbody tr").count()).toBe(21);

  const shared = await site.open({ path: new URL(page.url()).pathname + new URL(page.url()).search });
  await shared.getByRole("heading", { name: /^Socialnämnden: Hemvård/ }).waitFor();

  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });
  expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("V-7: a value is registered in one field and one button, and can be taken back", async () => {
  const page = await site.open({ path: "/mal/socialnamnden/kontinuitet?ar=2027", as: "social-chef" });
  const latest = page.locator(".indicator .facts dd").nth(1);
  const before = await latest.textContent();
  await page.getByLabel(/^Nytt värde/).fill("ungefär tolv");
  await page.getByRole("button", { name: "Registrera värde" }).click();
  await page.getByText("Skriv ett tal, till exempel 82,5.").waitFor();
  await page.getByLabel(/^Nytt värde/).fill("11,8");
  await page.keyboard.press("Enter");
  await page.getByText("Värdet 11,8 personer är sparat.").waitFor();
  await expect.poll(() => latest.textContent()).toContain("11,8");
  await page.getByRole("button", { name: "Ångra" }).click();
  await expect.poll(() => latest.textContent()).toBe(before);
});

test("V-7: who may not register a value is told who may", async () => {
  const page = await site.open({ path: "/mal/socialnamnden/kontinuitet?ar=2027", as: "bildning-chef" });
  const button = page.getByRole("button", { name: "Registrera värde" });
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  const why = await button.getAttribute("aria-describedby");
  await expect.poll(() => page.locator(`[id="${why}"]`).textContent()).toContain("Socialförvaltningen");
});

test("V-5: the wording is read as it is written, what is missing is told, and the draft is stored", async () => {
  const page = await site.open({
    path: "/mal/overformyndarnamnden/2029/skriv",
    as: "overformyndar-sekreterare",
  });
  await page.getByRole("button", { name: "Lägg till mål" }).click();
  await page.getByLabel("Målformulering").fill("Vi ska arbeta med att bli bra");
  await page.getByText(/säger vad som görs/).waitFor();
  await page
    .getByLabel("Målformulering")
    .fill("Minst 95 procent av årsräkningarna är granskade senast i juni 2029.");
  await page.getByText("Vem märker det, och hur mycket?").first().waitFor();
  await page.getByText("Allt är sparat").waitFor();
  await page.getByText(/Kvar att skriva innan målet kan beslutas: /).waitFor();
  const lead = page.getByRole("button", { name: "Lägg fram" });
  expect(await lead.getAttribute("aria-disabled")).toBe("true");
  await page.reload();
  await settled(page);
  expect(await page.getByLabel("Målformulering").inputValue()).toContain("årsräkningarna");
});

test("V-4, R-5: a fourth goal asks for its reason when it is decided; the decision shows it and can be checked", async () => {
  const day = "2028-05-15";
  const goal = (id: string) => ({
    id,
    wording: `Minst 90 procent av ärende ${id} är klara inom tio veckor 2029.`,
    strategicGoals: ["mojlighet-att-vaxa"],
    term: "short",
    targetYear: 2029,
    effectForResidents: "Kortare väntan.",
    basis: { situation: "82 procent", assignment: "Reglemente" },
    responsible: "byggmiljo-chef",
    indicators: [],
    contributors: [],
  });
  const path = "/goals/body-goals/bygg-och-miljonamnden/2029";
  await site.astorp.draft("byggmiljo-chef", day, path, { goals: ["a", "b", "c", "d"].map(goal) });

  const page = await site.open({
    path: "/arende/body-goals/bygg-och-miljonamnden/2029",
    as: "byggmiljo-sekreterare",
  });
  await page.getByRole("button", { name: "Registrera beslut" }).click();
  const said =
    "Bygg- och miljönämnden 2029: Minst 90 procent av ärende a är klara inom tio veckor 2029, och 3 mål till";
  const sentence = page.getByLabel("Beslutet i en mening");
  await page.waitForFunction(
    ([id, text]) => (document.getElementById(id as string) as HTMLTextAreaElement | null)?.value === text,
    [await sentence.getAttribute("id"), said],
  );
  await page.getByText(`${200 - said.length} tecken kvar`).waitFor();
  await page.getByLabel("Paragraf").fill("55");
  await page.getByLabel("Diarienummer").fill("BMN 2028/9");
  await page.getByRole("button", { name: "Registrera beslutet" }).click();
  await page.getByText("Fyll i fältet").first().waitFor();
  await page.getByLabel(/Skäl:$/).fill("Nämnden avgjorde det vid sammanträdet.");
  await page.getByLabel(/^Skäl: 4 mål/).fill("Två uppdrag från fullmäktige.");
  await page.getByRole("button", { name: "Registrera beslutet" }).click();
  await page.getByText(/Beslutet är registrerat som nummer/).waitFor();

  await page.getByRole("link", { name: said }).first().click();
  await page.getByRole("heading", { level: 1, name: said }).waitFor();
  await page.getByText("Två uppdrag från fullmäktige.").waitFor();
  await page.getByRole("button", { name: "Verifiera" }).click();
  await page.getByText(/Servern: Kedjan är hel/).waitFor();
  await page.getByText(/Din webbläsare: Innehållet på sidan ger samma SHA-256/).waitFor();

  const list = await site.open({ path: "/beslut" });
  const organ = list.getByRole("region", { name: "Bygg- och miljönämnden" });
  await organ.getByRole("link", { name: said }).waitFor();
  expect(await list.locator(".decided-organ").first().getAttribute("aria-labelledby")).toBe(
    "beslut-kommunfullmaktige",
  );
  await list.close();
  const goals = await site.open({ path: "/mal?ar=2029&organ=bygg-och-miljonamnden" });
  await goals.getByText("Avvikelse från modellen: Bygg- och miljönämnden har 4 mål").waitFor();
  expect(await goals.locator(".deviation").textContent()).toContain("Två uppdrag från fullmäktige.");
});

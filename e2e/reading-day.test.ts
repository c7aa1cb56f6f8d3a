import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessFaults, goOn, openSite, type Site, settled, showIn } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const strip = (page: Page) => page.getByRole("region", { name: "Exempelkommun" });
const VALUE_PAGE = "/mal/socialnamnden/kontinuitet?ar=2027";

test("A-13, U-6: what is written while another day is read is refused; one goes to the sample's day, and the text stands there", async () => {
  const faults: string[] = [];
  const page = await site.open({ path: VALUE_PAGE, as: "social-chef", reads: "2028-03-03" });
  await page.getByText("Du läser som det var känt den 3 mars 2028; gå till i dag för att skriva.").waitFor();
  await page.getByLabel(/^Nytt värde/).fill("11,7");
  await page.keyboard.press("Enter");
  const problem = page.getByRole("alert").filter({ hasText: "Du läser en annan dag" });
  await problem.getByText(/Gå till i dag, 15 maj 2028, för att skriva\. Inget har sparats/).waitFor();
  page.on("pageerror", (error) => faults.push(String(error)));
  await problem.getByRole("button", { name: "Gå till i dag" }).click();
  await page.getByText("Nu läser du dagens läge. Det du har skrivit står kvar; spara igen.").waitFor();
  await strip(page).getByText("Exemplets dag är 15 maj 2028").waitFor();
  expect(await page.getByLabel(/^Nytt värde/).inputValue()).toBe("11,7");
  await page.getByRole("button", { name: "Registrera värde" }).click();
  await page.getByText("Värdet 11,7 personer är sparat.").waitFor();
  expect(faults).toEqual([]);
});

test("A-13, U-6: a draft that is written while another day is read is kept, and stored by itself on the sample's day", async () => {
  const path = "/mal/overformyndarnamnden/2030/skriv";
  const page = await site.open({ path, as: "overformyndar-sekreterare", reads: "2028-03-03" });
  await page.getByRole("button", { name: "Lägg till mål" }).click();
  const wording = "Minst 97 procent av årsräkningarna är granskade senast i juni 2030.";
  await page.getByLabel("Målformulering").fill(wording);
  await page.getByText("Du läser en annan dag").waitFor();
  await page.getByRole("main").getByRole("button", { name: "Gå till i dag" }).click();
  await page.getByText("Allt är sparat").waitFor();
  expect(await page.getByLabel("Målformulering").inputValue()).toBe(wording);
  await page.reload();
  await settled(page);
  expect(await page.getByLabel("Målformulering").inputValue()).toBe(wording);

  const matter = await site.open({
    path: "/arende/body-goals/overformyndarnamnden/2030",
    as: "overformyndar-sekreterare",
  });
  await matter.getByRole("table", { name: "Ärendets versioner" }).getByText("15 maj 2028").waitFor();
});

test("E-1, TF 2: on the eve a visitor goes from the start page to what the council is to decide, and takes it along on two sheets", async () => {
  const page = await site.open({ path: "/", reads: "2027-11-10" });
  const awaiting = page.getByRole("region", { name: "Inför beslut" });
  await awaiting.getByText(/Föreslås av Kommunstyrelsen 29 oktober 2027, § 159/).waitFor();
  await awaiting.getByRole("link", { name: "Budget med flerårsplan 2028" }).click();
  await page.getByRole("heading", { level: 1, name: "Budget med flerårsplan 2028" }).waitFor();
  const bodies = page.getByRole("table", {
    name: "Organens ramar 2028, tkr, den största förändringen först",
  });
  await bodies.getByRole("row", { name: /^Socialnämnden/ }).waitFor();
  expect(await bodies.getByRole("row").nth(1).innerText()).toMatch(
    /^Socialnämnden\s+391.139\s+405.848\s+\+14.709/,
  );
  for (const question of [
    "Vad föreslås?",
    "Vad ändras, och för vem?",
    "Vad skiljer sig från planeringsförutsättningarna?",
    "Vad blir följden?",
    "Vilka mål berörs?",
    "Vad som ändras och varför",
    "Vilka alternativ finns?",
    "Hur har det kommit hit?",
    "Frågor och svar",
  ])
    await page.getByRole("heading", { level: 2, name: question }).waitFor();
  await page.getByText("Alla 3 finansiella mål nås alla år.").waitFor();
  await page.getByText(/^Kommunstyrelsen ställer sig bakom förslaget/).waitFor();
  await page.getByRole("link", { name: /^Den som har hemvård möter högst 12 olika personer/ }).waitFor();
  expect(await accessFaults(page)).toEqual([]);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(2);
  // On the sample's own day it is decided
  await page.evaluate(() => localStorage.removeItem("tillit.today"));
  await page.reload();
  await page.getByText("Inget väntar på beslut här").waitFor();
});

test("A-13: the sample's day is moved for all, from the strip, and back by the same button as all else", async () => {
  const page = await site.open({ path: "/", as: "kommunchef" });
  await strip(page).getByRole("button", { name: "Flytta dagen" }).click();
  await page.getByLabel("Exemplets dag").fill("2028-06-20");
  await page.getByRole("button", { name: "Flytta exemplets dag" }).click();
  await page.getByText("Exemplets dag är nu 20 juni 2028, för alla.").waitFor();
  await strip(page).getByText("Exemplets dag är 20 juni 2028").waitFor();

  const other = await site.open({ path: "/" });
  await strip(other).getByText("Exemplets dag är 20 juni 2028").waitFor();
  await strip(other).getByRole("button", { name: "Flytta dagen" }).click();
  await other.getByRole("link", { name: "Logga in för att flytta exemplets dag" }).waitFor();
  await other.keyboard.press("Escape");
  // For oneself alone any day can be read, and each page that does not show it says so
  await other.getByRole("button", { name: "Dag: i dag" }).click();
  await other.getByLabel("Läs som det var känt i slutet av dagen").fill("2027-09-01");
  await other.getByRole("button", { name: "Läs den dagen" }).click();
  await other.getByText(/^Du läser som det var känt den 1 september 2027/).waitFor();
  await other.getByRole("link", { name: "Vilka sidor visar inte dagen?" }).click();
  await other.getByRole("heading", { level: 1, name: "Vilka sidor visar inte dagen?" }).waitFor();
  await goOn(other, "/beslut/mandat");
  await other.getByText("Dagen överst gäller inte här. Registret visar varje rad").waitFor();
  await other.getByRole("button", { name: "Till i dag" }).click();
  await other.getByRole("button", { name: "Dag: i dag" }).waitFor();
  await strip(other).getByText("Exemplets dag är 20 juni 2028").waitFor();

  await page.getByRole("button", { name: "Ångra" }).click();
  await page.getByText("Exemplets dag är nu 15 maj 2028, för alla.").waitFor();
  await strip(page).getByText("Exemplets dag är 15 maj 2028").waitFor();
});

describe.each([1280, 390] as const)("T-1: the strip at %i px", (width) => {
  test("readable for all in both themes, with the day's form open, nothing outside the edge", async () => {
    const faults: string[] = [];
    const page = await site.open({ path: "/", as: "bildning-chef", reads: "2027-03-03", width, faults });
    await strip(page).getByRole("button", { name: "Flytta dagen" }).click();
    await page.getByRole("button", { name: "Flytta exemplets dag" }).waitFor();
    for (const theme of ["light", "dark"] as const) {
      await showIn(page, theme);
      expect(await accessFaults(page), theme).toEqual([]);
      if (process.env.TILLIT_SHOTS)
        await page.screenshot({ path: `${process.env.TILLIT_SHOTS}/strip-${width}-${theme}.png` });
    }
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { LedgerOutcome } from "../src/ledger/contract.ts";
import { accessFaults, openSite, type Site } from "./site.ts";

// In the spring of 2028 it is decided that two committees become one on 1 July, and that a unit moves to another administration
const WRITTEN_ON = "2028-05-15";
const DAY = "2028-07-01";
const EVE = "2028-06-30";
const [ENDED, GOES_ON] = ["kultur-och-fritidsnamnden", "bildningsnamnden"];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const read = async <T>(on: string, path: string, as = "ekonomichef"): Promise<T> => {
  const { status, json } = await site.astorp.call(as, on, "GET", path);
  expect(status, JSON.stringify(json)).toBe(200);
  return json as T;
};
const outcomeOn = (on: string) => read<LedgerOutcome>(on, "/ledger/outcome/2028?until=2028-04-30");
const used = ({ bodies, parts }: LedgerOutcome, id: string) =>
  [...bodies, ...parts].find(({ body }) => body === id)?.netCostTkr ?? 0;
const allocated = async (on: string, id: string) =>
  (await read<{ bodies: { body: string; allocationTkr: number }[] }>(on, "/budget/months/2028")).bodies.find(
    ({ body }) => body === id,
  )?.allocationTkr ?? 0;
const mine = async (on: string, as: string) =>
  (await read<{ thing: string; body: string }[]>(on, "/year/mine", as)).filter(({ body }) => body === ENDED);

test("R-1: a system manager writes it, sees what follows to whom, and registers it as one change", async () => {
  const page = await site.open({
    path: "/beslut/organisation/andra",
    as: "systemforvaltare",
    day: WRITTEN_ON,
  });
  await page.getByLabel("Vad heter ändringen?").fill("En nämnd för bildning och kultur");
  await page.getByLabel("Från vilken dag gäller den?").fill(DAY);
  await page.getByLabel("Vilket beslut ligger bakom?").fill("KF 2028-04-24 § 61");
  await page.getByLabel("Varför?").fill("En väg in för barn och unga");
  const add = async (sort: string) => {
    await page.getByLabel("Vad ska hända?").selectOption({ label: sort });
    await page.getByRole("button", { name: "Lägg till steget" }).click();
    return page.getByRole("group", { name: /^Steg/ }).last();
  };
  const merge = await add("slå ihop organ");
  await merge.getByLabel("Vilka går ihop?").selectOption(ENDED);
  await merge.getByLabel("Vilket blir de?").selectOption(GOES_ON);
  const rename = await add("ändra namn, ägarandel eller parter");
  await rename.getByLabel("Vilket organ?").selectOption(GOES_ON);
  await rename.getByLabel("Vad ska det heta?").fill("Bildnings- och kulturnämnden");
  const move = await add("flytta ett organ");
  await move.getByLabel("Vilket organ?", { exact: true }).selectOption("elevhalsan");
  await move.getByLabel("Till vilket organ?").selectOption("socialforvaltningen");
  await page.getByRole("button", { name: "Förhandsgranska" }).click();
  const follows = page.getByText(/går upp i Bildnings- och kulturnämnden/).locator("..");
  await follows.getByText(/\d+ mål/).waitFor();
  expect(await follows.innerText()).toMatch(/Internbudget \(\d\).*koden 500/s);
  await page.getByRole("region", { name: "Från och med 1 juli 2028" }).getByText("nytt namn").waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Registrera omorganisationen" }).click();
  await page.getByRole("heading", { name: "En nämnd för bildning och kultur" }).waitFor();
  // Until its day all is as it was
  await page.getByRole("treeitem", { name: /^Kultur- och fritidsnämnden/ }).waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await page.close();
});

test("R-1: on the day before all is where it was; on the day it is where it belongs, to the krona", async () => {
  const before = await outcomeOn(EVE);
  const givenBefore = (await allocated(EVE, ENDED)) + (await allocated(EVE, GOES_ON));
  const waiting = await mine(EVE, "kultur-chef");
  const page = await site.open({ path: "/beslut/organisation", as: "bildning-ordforande", day: DAY });
  await page.getByRole("treeitem", { name: /^Bildnings- och kulturnämnden/ }).waitFor();
  expect(await page.getByRole("treeitem", { name: /^Kultur- och fritidsnämnden/ }).count()).toBe(0);
  const after = await outcomeOn(DAY);
  // The committee has what both had, less the unit that has moved; the whole is the same
  const moved = used(before, "elevhalsan");
  expect(moved).toBeGreaterThan(0);
  const rounding = 2;
  const both = used(before, ENDED) + used(before, GOES_ON) - moved;
  expect(Math.abs(used(after, GOES_ON) - both)).toBeLessThanOrEqual(rounding);
  expect(Math.abs(used(after, "socialnamnden") - used(before, "socialnamnden") - moved)).toBeLessThanOrEqual(
    rounding,
  );
  expect(after.total.netCostTkr).toBe(before.total.netCostTkr);
  expect(after.bodies.some(({ body }) => body === ENDED)).toBe(false);
  expect(await allocated(DAY, GOES_ON)).toBe(givenBefore);
  // What waited goes on waiting, for those who go on with it
  expect(waiting.length).toBeGreaterThan(0);
  await page.close();
});

test("R-1: the goals of the ended committee stand with the one that goes on with it, and the figures say so", async () => {
  const goals = await read<{ goals: { body: string; wording: string }[] }>(EVE, "/goals/tree/2028");
  const own = goals.goals.find(({ body }) => body === ENDED);
  expect(own).toBeDefined();
  const page = await site.open({
    path: `/beslut/organisation/${GOES_ON}?ar=2028`,
    as: "bildning-chef",
    day: DAY,
  });
  const section = page.getByRole("region", { name: "Vilka mål gäller 2028?" });
  await section.getByText(own?.wording ?? "").waitFor();
  await page
    .getByText(/Organisationen ändrades 1 juli/)
    .first()
    .waitFor();
  await page.getByText("Tog över det som Kultur- och fritidsnämnden hade").waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await page.goto(`/mal?ar=2028&organ=${GOES_ON}`);
  await page
    .getByText(own?.wording ?? "")
    .first()
    .waitFor();
  await page.goto(`/beslut/organisation/${ENDED}?ar=2028`);
  await page.getByText("som fortsätter i").waitFor();
  await page.close();
});

test("R-1: the organisation is read in as a table by keyboard, and what differs is one reorganisation", async () => {
  const page = await site.open({
    path: "/beslut/organisation/tabell",
    as: "systemforvaltare",
    day: WRITTEN_ON,
  });
  await page
    .getByLabel("Klistra in listan")
    .fill("Namn;Slag;Hör till\nFritidsgården;enhet;Kultur- och fritidsförvaltningen\n");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("1 nytt organ").first().waitFor();
  await page.getByText(/Nya organ där ingen har uppdrag ännu/).waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await page.getByLabel("Vad heter ändringen?").fill("En fritidsgård");
  await page.keyboard.press("Tab");
  await page.keyboard.type("KF 2028-04-24 § 62");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Unga behöver en plats");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "En fritidsgård" }).waitFor();
  await page.close();
});

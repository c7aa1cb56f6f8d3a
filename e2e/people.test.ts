import { afterAll, beforeAll, expect, test } from "vitest";
import { choosePerson, goOn, openSite, type Site, settled } from "./site.ts";

const LAST = "2028-05-31";
const FIRST = "2028-06-01";
const KEEPER = "systemforvaltare";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const idOf = async (name: string): Promise<string> =>
  (await site.astorp.sql(`select person_id from platform.personal where value = '${name}'`)).rows[0]
    .person_id;
type Held = { thing: string; name: string; href: string | null };
const heldBy = async (person: string, day: string): Promise<string[]> =>
  ((await site.astorp.call(KEEPER, day, "GET", `/people/${person}/holdings`)).json as Held[]).map(
    ({ thing }) => thing,
  );

test("R-2: after an election a new period is brought in from a list, and those who sat sit until the day before", async () => {
  const faults: string[] = [];
  const page = await site.open({ path: "/beslut/personer/mandatperiod", as: KEEPER, faults });
  await page.getByLabel("Styrelse och nämnder").fill(FIRST);
  await page.getByLabel("Beslut", { exact: false }).first().fill("KF 2028-05-14 § 60");
  const list = page.getByLabel("Klistra in listan");
  await list.fill("Namn\tOrgan\tRoll\tParti\nNy ordförande\tBildningsnämnden\tkejsare\tS\n");
  await page.getByRole("button", { name: "Granska" }).click();
  await page.getByText("kejsare är ingen roll").waitFor();
  await list.fill(
    "Namn\tOrgan\tRoll\tParti\nNy ordförande\tBildningsnämnden\tordförande\tS\nNy vice\tBildningsnämnden\t1:e vice ordförande\tC\n",
  );
  await page.getByRole("button", { name: "Granska" }).click();
  await page.getByText("2 nya uppdrag · 2 nya personer · 1 uppdrag slutar").waitFor();
  await page.getByRole("button", { name: "Spara ändringen" }).click();
  await page.getByRole("button", { name: /^Ta tillbaka: Mandatperioden/ }).waitFor();

  const may = async (person: string, day: string) =>
    (
      (await site.astorp.call(person, day, "GET", "/may?action=decide:body-goals&body=bildningsnamnden"))
        .json as {
        allowed: boolean;
      }
    ).allowed;
  const chair = await idOf("Ny ordförande");
  expect([await may("bildning-ordforande", LAST), await may("bildning-ordforande", FIRST)]).toEqual([
    true,
    false,
  ]);
  expect(await may(chair, FIRST)).toBe(true);
  await site.astorp.moveDay("2028-05-15");

  await goOn(page, `/beslut/personer/${chair}`);
  await page.getByText("Ordförande (S)").waitFor();
  expect(await page.locator("main").innerText()).toContain("KF 2028-05-14 § 60");
  expect(faults).toEqual([]);
  await page.close();
});

test("R-2: a director leaves, and every goal, task and own list is where it should be before and after", async () => {
  const faults: string[] = [];
  const had = await heldBy("bildning-chef", LAST);
  const [goal = ""] = had.filter((thing) => /^body-goals:bildningsnamnden:2028\/[^/]+$/.test(thing));
  const page = await site.open({ path: "/beslut/personer", as: KEEPER, faults });
  await page.getByLabel("Sök", { exact: true }).fill("bildningschef");
  await page.getByRole("link", { name: "Bildningschef", exact: true }).click();
  await page.getByRole("button", { name: "Slutar …" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Sista dagen").fill(LAST);
  await drawer.getByText(/saker får ny ansvarig/).waitFor();
  await drawer.getByText("Kommunchef").first().waitFor();
  await drawer.getByRole("button", { name: "Avsluta alla uppdrag" }).click();
  await drawer.waitFor({ state: "hidden" });
  expect(await heldBy("bildning-chef", LAST)).toEqual(had);
  expect(await heldBy("bildning-chef", FIRST)).toEqual([]);
  expect(await heldBy("kommunchef", FIRST)).toEqual(expect.arrayContaining(had));

  // The post is filled from the same day: then nothing goes to the manager
  await goOn(page, "/beslut/personer");
  await page.getByRole("button", { name: "Ny person" }).click();
  await drawer.getByLabel("Namn").fill("Ny bildningschef");
  await choosePerson(drawer.getByLabel("Organ"), "bildningsförvaltningen");
  await drawer.getByLabel("Roll").selectOption({ label: "Förvaltningschef" });
  await drawer.getByLabel("Första dagen").fill(FIRST);
  await drawer.getByRole("button", { name: "Lägg till" }).click();
  await page.getByRole("heading", { level: 1, name: "Ny bildningschef" }).waitFor();
  const heir = await idOf("Ny bildningschef");
  expect(await heldBy("bildning-chef", LAST)).toEqual(had);
  expect(await heldBy(heir, FIRST)).toEqual(had);
  expect(await heldBy("kommunchef", FIRST)).toEqual(await heldBy("kommunchef", LAST));
  const { json } = await site.astorp.call(KEEPER, FIRST, "GET", "/people/ownerless");
  expect(json).toMatchObject({ ownerless: 0 });
  expect(faults).toEqual([]);
  await page.close();

  // Whoever takes over is told on the own list, looks it through, and ticks it off
  await site.astorp.moveDay(FIRST);
  const own = await site.open({ path: "/?ar=2028", as: heir, faults });
  await own.getByRole("link", { name: /saker efter Bildningschef/ }).click();
  await settled(own);
  await own.getByRole("heading", { name: /^Efter Bildningschef/ }).waitFor();
  await own.getByRole("button", { name: "Jag har sett det" }).click();
  await own.getByText("Du har inget att gå igenom").waitFor();
  await goOn(own, `/mal/bildningsnamnden/${goal.split("/")[1]}?ar=2028`);
  await own.locator("dl.facts").getByText("Ny bildningschef").first().waitFor();
  const list = (await site.astorp.call(heir, FIRST, "GET", "/year/mine")).json as { todo: string }[];
  expect(list.map(({ todo }) => todo)).not.toContain("take-over");
  expect(faults).toEqual([]);
  await own.close();
});

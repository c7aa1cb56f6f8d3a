import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults, openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const AGES = Array.from({ length: 101 }, (_, age) => (age === 100 ? "100+" : String(age)));

test("E-3, T-4: a table is read in, moved on by assumptions that are felt at once, decided, and used in the budget", async () => {
  const page = await site.open({ path: "/ekonomi/befolkning/kommunstyrelsen/2030", as: "ekonomichef" });
  await page.getByLabel("Källa", { exact: true }).fill("Egen framskrivning 2028");

  // A table with a fault is refused whole, and its cell is named
  const file = (cell: string) => ({
    name: "folkmangd.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      [
        '"region";"ålder";"kön";"2027"',
        ...["män", "kvinnor"].flatMap((sex) =>
          AGES.map((age) => `"Åstorp";"${age}";"${sex}";${age === "7" ? cell : 80}`),
        ),
      ].join("\r\n"),
      "latin1",
    ),
  });
  const choose = page.locator('input[type="file"]');
  await choose.setInputFiles(file("åttio"));
  await page.getByText("D9 ska vara en folkmängd i siffror, men är ”åttio”.").waitFor();
  await choose.setInputFiles(file("1 080"));
  await page.getByRole("heading", { name: "folkmangd.csv, Åstorp, innehåller" }).waitFor();
  await page.getByText("18\u00a0160").waitFor();
  await page.getByRole("button", { name: "Använd åren" }).click();
  await page.getByText("1 år är inlästa.").waitFor();

  // The picture follows what is written, before anything is stored
  const all = page.getByRole("img", { name: /^Alla åldrar: / });
  const before = await all.getAttribute("aria-label");
  await page.getByLabel("Nya bostäder 2028").fill("200");
  await expect.poll(() => all.getAttribute("aria-label")).not.toBe(before);
  await page.getByLabel("Barn per kvinna").fill("femton");
  await page.getByText("Skriv ett tal mellan 0 och 8.").waitFor();
  await page.getByLabel("Barn per kvinna").fill("1,55");
  await page.getByText("Allt är sparat").waitFor();
  expect(await accessFaults(page)).toEqual([]);
  const label = await all.getAttribute("aria-label");
  await page.reload();
  await all.waitFor();
  expect(await all.getAttribute("aria-label")).toBe(label);

  const body = { paragraph: "§ 60", reference: "KS 2028/70" };
  const decided = await site.astorp.decide(
    "ks-sekreterare",
    "2028-05-15",
    "population-forecast:kommunstyrelsen:2030",
    body,
  );
  expect(decided.status).toBe(200);
});

test("E-3, E-8: a budget takes its people from a version, says so where it is explained, and the choice can be undone", async () => {
  const day = "2028-05-15";
  const path = "/budget/budget/kommunfullmaktige/2028";
  const read = async () => (await site.astorp.call("ekonomichef", day, "GET", path)).json as Read;
  const from = (json: Read) => json.content.sources.find((source) => source.from)?.from?.version;
  expect(from(await read())).toBe(1);
  await site.astorp.decide("ks-sekreterare", day, "population-forecast:kommunstyrelsen:2028", {
    paragraph: "§ 61",
  });

  const page = await site.open({ path: "/ekonomi/befolkning?prognos=2028.2&mot=2028.1", as: "ekonomichef" });
  await page.getByRole("heading", { name: "Hur rätt har prognosen haft?" }).waitFor();
  await page.getByRole("heading", { name: "Hur hade antagandena träffat?" }).waitFor();
  await page.getByRole("button", { name: "Använd version 2 i Budget med flerårsplan 2028" }).click();
  await page.getByText("Budget med flerårsplan 2028 räknas nu på version 2.").waitFor();
  const used = await read();
  expect(from(used)).toBe(2);
  expect(used.version.state).toBe("draft");

  await page.getByRole("button", { name: "Ångra" }).click();
  await expect.poll(async () => from(await read())).toBe(1);

  const explained = await site.open({ path: "/ekonomi?ar=2027" });
  await explained.getByRole("link", { name: /^Förklara Bildningsnämnden, demografi/ }).click();
  const drawer = explained.getByRole("dialog", { name: "Förklara siffran" });
  await drawer.getByRole("link", { name: /^Förklara Grundskola/ }).click();
  await drawer
    .getByRole("link", { name: "Folkmängden kommer från befolkningsprognosen för 2027, version 1" })
    .click();
  await explained.getByRole("heading", { level: 1, name: "Befolkning" }).waitFor();
  expect(await explained.getByLabel("Prognos", { exact: true }).inputValue()).toBe("2027.1");
});

interface Read {
  readonly content: { readonly sources: readonly { readonly from?: { readonly version: number } }[] };
  readonly version: { readonly state: string };
}

import { afterAll, beforeAll, expect, test } from "vitest";
import { quiet } from "./quiet.ts";
import { goOn, openSite, type Site, settled } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("V-8, P-2: a plan from built to told of the board, a state written on a phone, and an employee's observation answered", async () => {
  const faults: string[] = [];
  const director = await site.open({
    path: "/mal/planer/kvidingebyggen-ab/2028/skriv",
    as: "vd-kvidinge",
  });
  // It stands on the year's decided goals before anything is written
  await director.getByRole("heading", { name: "Det här bygger planen på" }).waitFor();
  await director.getByLabel("Sammanfattning").fill("Hyresgästerna ska få sin felanmälan besvarad samma dag.");
  await director
    .getByRole("button", { name: /^Lägg till åtagande för / })
    .first()
    .click();
  const drawer = director.getByRole("dialog");
  await drawer.getByRole("button", { name: "Klar" }).click();
  await drawer.getByText("Fyll i det här.").first().waitFor();
  await drawer.getByLabel("Vad görs?").fill("Jour för felanmälan varje kväll");
  await drawer.getByLabel("Ansvarig").fill("VD, AB Kvidingebyggen");
  await drawer.getByRole("option", { name: /^VD, AB Kvidingebyggen/ }).click();
  await drawer.getByLabel("Klart senast").fill("2028-05-31");
  await drawer.getByLabel("Väntad effekt").fill("Ingen väntar över natten på varmvatten");
  await drawer.getByLabel("Kostnad, tkr").fill("240");
  await drawer.getByRole("button", { name: "Klar" }).click();
  await director.getByText("Allt är sparat").waitFor();
  await director.getByRole("button", { name: "Registrera beslut" }).click();
  const decision = director.getByRole("dialog");
  await decision.getByLabel("Paragraf").fill("3");
  await decision.getByLabel("Diarienummer").fill("KB 2028/4");
  await quiet(director);
  for (const why of await decision.getByLabel(/Skäl:/).all()) await why.fill("Avgjordes av direktören.");
  await decision.getByRole("button", { name: "Registrera beslutet" }).click();
  await director.getByText(/Beslutet är registrerat som nummer/).waitFor();

  // One minute on a phone: from the own list to what has come of it
  const phone = await site.open({ path: "/", as: "vd-kvidinge", width: 390, faults });
  await phone
    .getByRole("link", { name: /Jour för felanmälan/ })
    .first()
    .click();
  const course = phone.getByRole("dialog");
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
  await course.getByLabel("Läge", { exact: true }).selectOption("cancelled");
  await course.getByLabel("Vad gjordes, eller varför?").fill("Jouren köps av en granne i stället");
  await course.getByRole("button", { name: "Spara" }).first().click();
  await course.getByText("Läget är sparat").or(phone.getByText("Läget är sparat")).first().waitFor();

  // What changes is on the chair's list, and is noted at the meeting where the board was told
  const chair = await site.open({ path: "/", as: "kvidinge-ordforande", faults });
  await chair
    .getByRole("link", { name: /En ändring i verksamhetsplanen att anmäla/ })
    .first()
    .click();
  await chair.getByText("Jouren köps av en granne i stället").waitFor();
  await chair.getByLabel("Sammanträde den").fill("2028-05-15");
  await chair.getByRole("button", { name: "Notera att nämnden har fått veta" }).click();
  await chair.getByRole("heading", { name: "Sammanträdet 15 maj 2028" }).waitFor();
  await chair.getByText("Ingenting har ändrats sedan förra rapporten").waitFor();

  // From what the unit does up to the vision, and what one has noticed there
  const teacher = await site.open({
    path: "/min-enhet?ar=2028",
    as: "larare-bjornekulla",
    width: 390,
    faults,
  });
  await teacher.getByText("Söderåsstaden").first().waitFor();
  await teacher.getByText("Två vuxna till på skolgården varje rast").waitFor();
  await teacher.getByLabel("Iakttagelse, förbättring eller lärdom").fill("Lunchrasten är orolig");
  await teacher.getByLabel("Vad betyder det för invånarna?").fill("Barnen orkar mindre efter lunch");
  await teacher.getByRole("button", { name: "Lämna lärdomen" }).click();
  await teacher.getByText("Lunchrasten är orolig").last().waitFor();
  const head = await site.open({ path: "/", as: "rektor-bjornekulla", faults });
  await head
    .getByRole("link", { name: /Lunchrasten är orolig/ })
    .first()
    .click();
  const answer = head.locator("li", { hasText: "Lunchrasten är orolig" });
  await answer.getByRole("button", { name: "Svara" }).click();
  await answer.getByRole("textbox").fill("Två av oss äter före barnen från och med måndag.");
  await answer.getByRole("button", { name: /^Skicka/ }).click();
  await head.getByText("Två av oss äter före barnen").waitFor();
  await goOn(teacher, "/?ar=2028");
  await settled(teacher);
  await teacher.reload();
  await teacher
    .getByRole("link", { name: /Svar på din iakttagelse/ })
    .first()
    .click();
  await teacher.getByText("Två av oss äter före barnen").waitFor();
  expect(faults).toEqual([]);
});

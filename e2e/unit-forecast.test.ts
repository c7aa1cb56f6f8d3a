import { afterAll, beforeAll, test } from "vitest";
import { cellIn, saved, typeIn } from "./budget-year-sheet.ts";
import { choosePerson, enter, mustBeUsable, openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 180_000);
afterAll(() => site.close());

test("R-2, U-8: a unit's manager changes the forecast, sends it, and writes the plan that it opens; the level above takes it in", async () => {
  const head = await site.open({
    path: "/uppfoljning/enhetsprognos/hemvarden-norr/2028",
    as: "enhetschef-hemvard",
  });
  await enter(head.getByRole("button", { name: "Ändra och skicka igen" }));
  const sheet = head.getByRole("grid", { name: /^Prognos 2028/ });
  await typeIn(await cellIn(sheet, "Lokaler, energi och material", "Prognos helår"), "2600");
  // What deviates anew is explained before it can be sent
  const why = head.getByLabel(/^Lokaler, energi och material: .* över budget/);
  await why.fill("");
  await head.getByText("Förklara först varje avvikelse (1 kvar).").waitFor();
  await why.fill("Handskar och munskydd till sommarens vikarier.");
  await mustBeUsable(head);
  await enter(head.getByRole("button", { name: "Skicka prognosen" }));
  await saved(head);
  await head.getByRole("table", { name: /^Skickade prognoser/ }).waitFor();

  await head.getByRole("link", { name: "Till enhetens åtgärdsplan" }).press("Enter");
  await head.getByRole("button", { name: "Lägg till åtgärd" }).click();
  const drawer = head.getByRole("dialog", { name: "Åtgärd" });
  await drawer.getByLabel("Vad", { exact: true }).fill("Områdena delar en sommarpool");
  await drawer.getByLabel("Ger i år, tkr").fill("200");
  await drawer.getByLabel("Ger effekt").fill("2028-08-31");
  await choosePerson(drawer.getByLabel("Ansvarig"), "Enhetschef");
  await drawer.getByRole("button", { name: "Klar" }).click();
  await head.getByLabel("Konsekvenser").fill("Fler nya ansikten i juli, men ingen insats ställs in.");
  await head.getByLabel("Lyft resten till närmaste chef").click();
  await head
    .getByLabel("Vad behöver hen ta ställning till?")
    .fill("Resten ryms inte i enheten: hjälp med sommarens övertid.");
  await saved(head);
  await mustBeUsable(head);
  // A unit answers to its manager: there is no meeting whose members need a reason
  await head.getByRole("button", { name: "Lägg fram" }).click();
  await head.getByText("Förslaget är framlagt.").waitFor();
  await head.close();

  const above = await site.open({
    path: "/uppfoljning/atgardsplan/socialnamnden/2028",
    as: "social-chef",
  });
  await above
    .getByRole("table", { name: /^Enheternas åtgärdsplaner/ })
    .getByText("Resten ryms inte i enheten", { exact: false })
    .waitFor();
  await enter(above.getByRole("button", { name: "Ta in åtgärderna från Hemvården norr" }));
  await above
    .getByRole("table", { name: /^Åtgärder/ })
    .getByText("Områdena delar en sommarpool")
    .waitFor();
  await saved(above);
  await mustBeUsable(above);
  await above.close();
});

test("R-8: the finance director registers what a part-owned company tells, and all read it", async () => {
  await site.astorp.moveDay("2028-09-20");
  const page = await site.open({ path: "/uppfoljning/delagda/nsva/2028", as: "ekonomichef" });
  await page.getByLabel("Vad har hänt?").fill("Ett vattenverk projekteras.");
  await page.getByLabel("Resultat, tkr").fill("2900");
  await page.getByLabel("Eget kapital, tkr").fill("60400");
  await page.getByLabel("Hur hålls ägarnas krav?").fill("Taxan täcker kostnaderna.");
  await page.getByLabel("Hur stor är risken för ägaren?").selectOption("Förhöjd");
  await page.getByText("Risken är inte låg.", { exact: false }).waitFor();
  await page.getByLabel("Vad är risken, och vad kan den kosta?").fill("Vattenverket kräver borgen.");
  await page.getByText("Risken är inte låg.", { exact: false }).waitFor({ state: "hidden" });
  await mustBeUsable(page);
  await page.close();

  const open = await site.open({ path: "/uppfoljning?ar=2027", width: 390 });
  await open.getByRole("table", { name: /^Delägda bolags rapporter 2027/ }).waitFor();
  await mustBeUsable(open);
  await open.close();
});

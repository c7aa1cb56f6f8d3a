import { afterAll, beforeAll, expect, test } from "vitest";
import { astorp } from "../src/shell/testing/astorp.ts";
import { propose, register } from "./budget-year-people.ts";
import { goOn, mustBeUsable, openSite, type Site, sitDown } from "./site.ts";

const DAY = "2027-05-03";
const DECIDED = "2027-05-12";
/** The extra follow-up has begun. */
const BEGUN = "2027-07-02";

let site: Site;
beforeAll(async () => {
  site = await openSite(() => astorp());
});
afterAll(() => site.close());

test("A-13, U-5: the wheel is changed for next year by its owner, an extra follow-up is decided, and the committee's list shows it", async () => {
  const faults: string[] = [];
  const page = await site.open({ day: DAY, as: "kommunchef", path: "/arshjulet?ar=2027", faults });
  // The wheel in force is read, and changed for the year after
  await page.getByText("Kommunen har inte beslutat något eget årshjul").waitFor();
  await page.getByRole("button", { name: "Ändra årshjulet för 2028" }).click();
  await page.getByRole("heading", { level: 1, name: "Årshjulet från 2028" }).waitFor();
  // When the executive meets, as it was sent by its secretary
  await page.getByRole("button", { name: "Lägg till ett organ" }).click();
  const organ = page.getByRole("dialog", { name: "Lägg till ett organ" });
  await organ.getByLabel("Organ").fill("Kommunstyrelsen");
  await page.getByRole("option", { name: "Kommunstyrelsen", exact: false }).first().click();
  await organ.getByLabel("Sammanträdesdagar 2028").fill("2028-02-09\n24 maj\nsnart");
  await organ.getByText("Det här är inga dagar: snart").waitFor();
  await organ.getByLabel("Sammanträdesdagar 2028").fill("2028-02-09\n24 maj\n6 december");
  await organ.getByText("3 dagar: 9 feb., 24 maj, 6 dec.").waitFor();
  await organ.getByRole("button", { name: "Klart" }).click();
  // The situation analysis is due four weeks before its meeting in May
  await page.getByRole("button", { name: "Ändra Nulägesanalys" }).click();
  const step = page.getByRole("dialog", { name: "Ändra Nulägesanalys" });
  const due = step.getByRole("group", { name: "Senast", exact: true });
  await due.getByLabel("Hur dagen bestäms").selectOption({ label: "Räknat från ett sammanträde" });
  await due.getByLabel("Månad").selectOption({ label: "maj" });
  await due.getByText("26 april 2028", { exact: false }).waitFor();
  await step.getByRole("button", { name: "Klart" }).click();
  // What moves is told for the year and for an election year, and the executive's meetings go on in the same weeks
  const preview = page.getByRole("region", { name: "Vad flyttar sig?" });
  await preview.getByRole("region", { name: "2028", exact: true }).getByText("26 dagar senare").waitFor();
  await preview.getByRole("region", { name: "Valåret 2030" }).getByText("Nulägesanalys").first().waitFor();
  // A fault is told in place: it comes after what waits for it
  await page.getByRole("button", { name: "Ändra Förslag till ramar" }).click();
  const late = page.getByRole("dialog", { name: "Ändra Förslag till ramar" });
  await late
    .getByRole("group", { name: "Senast", exact: true })
    .getByLabel("Dag", { exact: true })
    .fill("20");
  await late
    .getByRole("group", { name: "Senast", exact: true })
    .getByLabel("Månad")
    .selectOption({ label: "april" });
  await late.getByRole("button", { name: "Klart" }).click();
  await page
    .getByRole("link", { name: /Förslag till ramar ska vara klart 2028-04-20, före Nulägesanalys/ })
    .waitFor();
  await mustBeUsable(page);
  await page.getByRole("button", { name: "Ändra Förslag till ramar" }).click();
  await late
    .getByRole("group", { name: "Senast", exact: true })
    .getByLabel("Dag", { exact: true })
    .fill("15");
  await late
    .getByRole("group", { name: "Senast", exact: true })
    .getByLabel("Månad")
    .selectOption({ label: "maj" });
  await late.getByRole("button", { name: "Klart" }).click();
  await page.getByText("Allt är sparat").waitFor();
  await propose(page);

  // The same hand adds a follow-up to the year that goes
  await goOn(page, "/arshjulet/extra/kommunstyrelsen/2027");
  await page.getByRole("button", { name: "Lägg till ett tillfälle" }).click();
  await page.getByLabel("Efter", { exact: true }).selectOption({ label: "juni" });
  await page.getByLabel("Senast", { exact: true }).fill("2027-08-20");
  await page.getByRole("checkbox", { name: "Kommunstyrelsen" }).uncheck();
  await page.getByLabel("Varför behövs den?").fill("Prognosen efter april visar underskott.");
  await page.getByText("Allt är sparat").waitFor();
  await propose(page);

  expect(faults).toEqual([]);

  // The executive decides on both
  await site.astorp.moveDay(DECIDED);
  await sitDown(page, "ks-sekreterare");
  await page.goto("/arende/year-wheel/kommunstyrelsen/2028");
  await register(page, { paragraph: "§ 61", reference: "KS 2027/61" });
  await goOn(page, "/arende/extra-occasions/kommunstyrelsen/2027");
  await register(page, { paragraph: "§ 62", reference: "KS 2027/62" });
  await goOn(page, "/arshjulet?ar=2028");
  await page.getByText("Beslutat av kommunen.").waitFor();
  await page
    .getByRole("row", { name: /Nulägesanalys med ekonomiska behov/ })
    .getByText("26 apr.")
    .waitFor();
  // On paper it is one A3
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(paper).toMatch(/\/MediaBox\s*\[0 0 84[12]\S* 119\d/);

  // And it stands on the committee's list, in English too, and leads to the report
  await site.astorp.moveDay(BEGUN);
  await sitDown(page, "bildning-chef");
  await page.goto("/?lang=en");
  const list = page.getByRole("region", { name: "My tasks" });
  await list.getByRole("link", { name: /Extra follow-up after June/ }).click();
  await page.getByRole("heading", { level: 1, name: /Extra follow-up 2027/ }).waitFor();
});

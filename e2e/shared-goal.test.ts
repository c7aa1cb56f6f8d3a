import { afterAll, beforeAll, expect, test } from "vitest";
import { astorp } from "../src/shell/testing/astorp.ts";
import { propose, register } from "./budget-year-people.ts";
import { saved } from "./budget-year-sheet.ts";
import { goOn, openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite(() => astorp("full"));
});
afterAll(() => site.close());

const PART = "Hembesök samma vecka som skolan hör av sig";

test("P-3, V-3, V-6: a goal is evaluated, another rests on a fact, and a part in a shared goal is decided and seen by the lead", async () => {
  const faults: string[] = [];
  const head = await site.open({
    path: "/mal/socialnamnden/2029/skriv",
    as: "social-chef",
    faults,
  });
  const ended = head.getByRole("region", { name: /^Sjukfrånvaron i hemvården är högst 8 procent/ });
  await ended.getByText("Sjukfrånvaro i hemvården: 8,9 procent, mål 8").waitFor();
  await ended.getByLabel("Hur gick det?").selectOption({ label: "Delvis" });
  await ended.getByLabel("Vad bygger bedömningen på?").fill("8,9 procent i augusti, från 10,1.");
  await head
    .getByLabel(/^Personkontinuiteten närmar sig målet/)
    .first()
    .check();
  await head.getByRole("button", { name: /^Skriv vår del i ”Högst 7,5 procent/ }).click();
  await head.getByLabel("Vad gör vi?").fill(PART);
  await head.getByLabel("Ansvarig för vår del").fill("Socialchef");
  await head.getByRole("option", { name: /^Socialchef/ }).click();
  await saved(head);
  await propose(head);

  const secretary = await site.open({
    path: "/arende/body-goals/socialnamnden/2029",
    as: "social-sekreterare",
  });
  await register(secretary, { paragraph: "§ 90", reference: "SN 2028/90" });

  const lead = await site.open({
    path: "/mal/bildningsnamnden/narvaro?ar=2029",
    as: "bildning-chef",
    faults,
  });
  const shared = lead.getByRole("region", { name: "Delat mål" });
  await shared.getByText(PART).waitFor();
  // What has been reported of the year's part stands beside it
  await goOn(lead, "/mal/bildningsnamnden/narvaro?ar=2028");
  await lead.getByRole("link", { name: "Har rapporterat (Delårsrapport 2028):" }).waitFor();
  // It is among the contributor's own, in the list of goals and on its page
  await goOn(lead, "/mal?ar=2029&organ=socialnamnden");
  await lead
    .getByRole("link", { name: /^Högst 7,5 procent/ })
    .first()
    .waitFor();

  const report = await site.open({
    path: "/uppfoljning/annual-report/socialnamnden/2028",
    as: "social-controller",
    faults,
  });
  await report.getByLabel("Vad har ni gjort, och vad har det lett till?").fill("45 familjer fick stöd.");
  await saved(report);
  expect(faults).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { astorp } from "../src/shell/testing/astorp.ts";
import { choosePerson, goOn, mustBeUsable, openSite, type Site } from "./site.ts";

const DAY = "2027-01-20";
const LATER = "2027-06-10";
const CLOSED = "2027-06-22";
const VISION = "vision:kommunfullmaktige:2028";
const TEXT = "Se över vilka lokaler som kan lämnas";

let site: Site;
beforeAll(async () => {
  site = await openSite(() => astorp());
  const { draft, proposeToCouncil } = site.astorp;
  await draft("kommunchef", DAY, "/goals/vision/kommunfullmaktige/2028", {
    name: "Söderåsstaden",
    text: "Här vågar vi pröva nytt.",
    validTo: "2030-12-31",
  });
  await proposeToCouncil(DAY, VISION);
});
afterAll(() => site.close());

test("R-6: an assignment from the council's decision to who does it, reported back on a phone, and closed", async () => {
  const faults: string[] = [];
  // The secretary registers what was decided, with what the council asked
  const secretary = await site.open({
    day: DAY,
    as: "kf-sekreterare",
    path: "/arende/vision/kommunfullmaktige/2028",
  });
  await secretary.getByRole("button", { name: "Registrera beslut" }).click();
  const decision = secretary.getByRole("dialog", { name: "Registrera beslut" });
  await decision.getByLabel("Paragraf").fill("12");
  await decision.getByLabel("Diarienummer").fill("KS 2027/12");
  await decision.getByRole("button", { name: "Lägg till uppdrag" }).click();
  await decision.getByRole("button", { name: "Registrera beslutet" }).click();
  await decision.getByText("Fyll i fältet").first().waitFor();
  await decision.getByLabel("Vad ska göras?").fill(TEXT);
  await choosePerson(decision.getByLabel("Vem får uppdraget?"), "Bildningsnämnden");
  await decision.getByLabel("Senast").fill("2027-06-30");
  await decision.getByLabel("Hur ska det återrapporteras?").fill("Skriftligt till mötet i juni");
  await decision.getByRole("button", { name: "Registrera beslutet" }).click();
  await secretary.getByText(/Beslutet är registrerat som nummer/).waitFor();
  await goOn(secretary, "/beslut/1");
  await secretary.getByRole("region", { name: "Uppdrag i beslutet" }).getByText("Gett").waitFor();

  // It is on the list of the director who answers for it, who reports back on a phone
  const director = await site.open({ day: LATER, as: "bildning-chef", path: "/", width: 390, faults });
  await director.getByRole("link", { name: TEXT }).first().click();
  await director.getByRole("button", { name: "Börja" }).click();
  await director.getByText("Uppdraget är påbörjat.").waitFor();
  await mustBeUsable(director);
  await director.getByRole("button", { name: "Återrapportera" }).click();
  const report = director.getByRole("dialog", { name: "Återrapportera" });
  await report.getByLabel("Vad har ni gjort?").fill("Två lokaler kan lämnas till nyår.");
  await report.getByLabel("Till vilket möte?").fill("2027-06-21");
  await report.getByRole("button", { name: "Återrapportera" }).click();
  await director.getByText("Uppdraget är återrapporterat till Kommunfullmäktige.").waitFor();

  // Then it is the council's, whose secretary closes it with the day of its decision
  const council = await site.open({ day: CLOSED, as: "kf-sekreterare", path: "/", faults });
  await council.getByRole("link", { name: TEXT }).first().click();
  await council.getByText("Två lokaler kan lämnas till nyår.").waitFor();
  await council.getByRole("button", { name: "Avsluta" }).click();
  const close = council.getByRole("dialog", { name: "Avsluta" });
  await close.getByLabel("Beslutat vid mötet").fill("2027-06-21");
  await close.getByLabel("Paragraf").fill("44");
  await close.getByRole("button", { name: "Avsluta" }).click();
  await council.getByText(/^Vid mötet 21 juni.*§ 44$/).waitFor();
  await goOn(council, "/uppdrag?organ=alla&lage=closed");
  await council.getByRole("link", { name: TEXT }).waitFor();
  expect(faults).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { propose, register } from "./budget-year-people.ts";
import { saved } from "./budget-year-sheet.ts";
import { goOn, openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 180_000);
afterAll(() => site.close());

const SIGNAL = "Allt fler barn tränar i privata hallar i grannkommunen.";
const LESSON = "När ledaren var densamma hela terminen kom fler flickor tillbaka.";
const NEED = "Fasta ledare i tre föreningshallar";

test("A-1: a signal that a teacher notes is gathered into the next external analysis, and shown on the projector", async () => {
  const teacher = await site.open({ path: "/mal/signaler", as: "larare-bjornekulla" });
  await teacher.getByRole("button", { name: "Lämna signalen" }).click();
  await teacher.getByText("Fyll i fältet.").first().waitFor();
  await teacher.getByLabel("Signal", { exact: true }).fill(SIGNAL);
  await teacher.getByLabel("Var såg du det?").fill("Samtal med vårdnadshavare");
  await teacher.getByRole("button", { name: "Lämna signalen" }).click();
  await teacher.getByText(/^Tack\. Signalen väntar/).waitFor();

  const chief = await site.open({ path: "/mal/analyser?ar=2030", as: "kommunchef" });
  await chief.getByRole("button", { name: "Börja på omvärldsanalysen" }).click();
  await chief.getByRole("button", { name: "Börja från 2029" }).click();
  const signal = chief.locator("#signaler li").filter({ hasText: SIGNAL });
  await signal.getByLabel("Ta in i trenden").selectOption({ label: "Årskullarna krymper" });
  await saved(chief);
  await goOn(chief, "/mal/analyser/omvarld/kommunstyrelsen/2030/visa");
  const stage = chief.getByRole("region", { name: /på bokslutsdagen$/ });
  await stage.getByText("1 av 3").waitFor();
  await chief.keyboard.press("ArrowRight");
  await stage.getByRole("heading", { name: "Årskullarna krymper" }).waitFor();

  await goOn(teacher, "/mal/analyser?ar=2030");
  await goOn(teacher, "/mal/signaler");
  const own = teacher.getByRole("listitem").filter({ hasText: SIGNAL });
  expect(await own.textContent()).toContain("Du");
});

test("A-2, N-3: a committee's analysis from empty to decided, with a lesson taken in and a need in the planning conditions", async () => {
  const employee = await site.open({ path: "/analys?ar=2028", as: "kultur-chef" });
  await employee.getByLabel("Iakttagelse, förbättring eller lärdom").fill(LESSON);
  await employee.getByLabel("Vad betyder det för invånarna?").fill("Fler barn har en aktivitet.");
  await employee.getByRole("button", { name: "Lämna lärdomen" }).click();
  await employee.getByText(/^Tack\./).waitFor();

  await goOn(employee, "/mal/analyser/nulage/kultur-och-fritidsnamnden/2030");
  await employee.getByLabel("Vad märker invånarna i dag?").fill("Fyra av tio barn har ingen aktivitet.");
  await employee.getByRole("button", { name: "Lägg till faktum i Resultat" }).click();
  await employee.getByLabel("Vad visar det?").fill("Lite färre än i fjol har en aktivitet.");
  await employee.getByLabel("Siffra som visar det").selectOption({ label: "Egen siffra, med källa" });
  await employee.getByLabel("Värde").fill("59");
  await employee.getByLabel("Enhet", { exact: true }).fill("procent");
  await employee.getByLabel("Källa", { exact: true }).fill("Enkät i årskurs 4–9");
  await employee.getByRole("button", { name: "Lägg till behov" }).click();
  await employee.getByLabel("Vad behövs, och varför?").fill(NEED);
  await employee.getByLabel("Belopp, tkr").fill("450");
  const lesson = employee.locator("#lardomar li").filter({ hasText: LESSON });
  await lesson.getByRole("button", { name: "Ta in" }).click();
  await employee.getByText("Allt är sparat").waitFor();
  // A lesson that is taken in has a use before anything can be decided
  await employee.getByText(/^Skriv hur lärdomen/).waitFor();
  await employee.getByLabel("Så används den").fill("Föreningsbidraget följer den som leder hela terminen.");
  await employee.getByText(/^Skriv hur lärdomen/).waitFor({ state: "hidden" });
  await saved(employee);
  await propose(employee);

  const secretary = await site.open({
    path: "/arende/situation-analysis/kultur-och-fritidsnamnden/2030",
    as: "kultur-sekreterare",
  });
  await register(secretary, { paragraph: "31", reference: "KFN 2028/31" });

  const economy = await site.open({
    path: "/ekonomi/indata/planning-conditions/kommunstyrelsen/2030",
    as: "ekonomichef",
  });
  const row = economy.getByRole("row").filter({ hasText: NEED });
  expect(await row.textContent()).toContain("Kultur- och fritidsnämnden, nulägesanalys 2030");
  await goOn(employee, "/analys?ar=2028");
  const became = employee.getByRole("listitem").filter({ hasText: LESSON });
  await became.getByText("Upptagen i nulägesanalys").first().waitFor();
});

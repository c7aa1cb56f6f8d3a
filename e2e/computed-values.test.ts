import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { astorp } from "../src/shell/testing/astorp.ts";
import { shot } from "./looks.ts";
import {
  accessFaults,
  choosePerson,
  goOn,
  openSite,
  type Site,
  settled,
  showIn,
  sitDown,
  widen,
} from "./site.ts";

const KF = "kommunfullmaktige";
const DECIDED = "2027-01-11";
const ON = "2027-05-10";
const FILE = join(import.meta.dirname, "../sample/ledger/astorp-2027-04.se");
const STAFF = [
  "Enhet;Månad;Kön;Åldersgrupp;Anställda;Årsarbetare;Sjuktimmar;Långtidstimmar;Ordinarie timmar",
  ...["2027-01", "2027-02", "2027-03", "2027-04"].flatMap((month) => [
    `Björnekullaskolan;${month};Kvinnor;30-49;40;36,5;400;100;6000`,
    `Björnekullaskolan;${month};Män;50-;12;11;40;0;1800`,
    `Hyllinge skola;${month};Kvinnor;-29;22;20;176;0;3300`,
    `Hyllinge skola;${month};Män;-29;3;3;20;0;450`,
  ]),
].join("\n");

let site: Site;
beforeAll(async () => {
  site = await openSite(() => astorp());
  await site.astorp.draft("kommunchef", DECIDED, `/goals/strategic-goals/${KF}/2027`, {
    goals: [
      {
        id: "vaxa",
        name: "Växa",
        text: "Fler klarar sig själva",
        agenda2030: [4],
        indicators: [
          {
            id: "sjuk",
            name: "Sjukfrånvaro i grundskolan",
            unit: "procent",
            source: "Lönesystemet",
            sourceKind: "staff-figures",
            baseline: 8,
            baselineYear: 2026,
            target: 6,
            direction: "down",
            frequency: "tertial",
            computed: { from: "staff-figures", of: "grundskola", measure: "sick-leave" },
          },
        ],
      },
    ],
  });
}, 180_000);
afterAll(() => site.close());

test("V-7, T-4: what is measured is said once; then its values stand computed from the accounts and the staff figures, and are accepted", async () => {
  const page = await site.open({
    day: DECIDED,
    as: "kommunchef",
    path: `/mal/inriktningsmal/${KF}/2027`,
  });
  await page.getByRole("button", { name: "Lägg till indikator" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Vad som mäts").fill("Personalkostnad per elev");
  await drawer.getByLabel("Enhet", { exact: true }).fill("kr");
  await drawer.getByLabel("Källa", { exact: true }).fill("Redovisningen");
  await drawer.getByLabel("Vad säger värdet något om?").selectOption("other");
  await drawer.getByLabel("Källans slag").selectOption("ledger");
  await drawer.getByLabel("Vad räknas ut?").selectOption("cost");
  await choosePerson(drawer.getByLabel(/^Vems\?/), "Björnekullaskolan");
  await drawer.getByLabel("Konton").fill("5, x");
  await drawer.getByLabel("Räknas i").selectOption("kr");
  await drawer.getByLabel("Per", { exact: true }).selectOption("number");
  await drawer.getByLabel("Antal vad?").fill("elever");
  await drawer.getByLabel("Hur ofta?").selectOption("tertial");
  await drawer.getByLabel("Utgångsläge", { exact: true }).fill("30 000");
  await drawer.getByLabel("Målvärde", { exact: true }).fill("29 000");
  await drawer.getByRole("button", { name: "Klart" }).click();
  await drawer.getByText(/Skriv vad kontona börjar med/).waitFor();
  await shot(page, "computed form");
  await drawer.getByLabel("Konton").fill("5");
  await drawer.getByRole("button", { name: "Klart" }).click();
  await page.getByText("Allt är sparat").waitFor();
  const decided = await site.astorp.decide("kf-sekreterare", DECIDED, `strategic-goals:${KF}:2027`);
  expect(decided.status, JSON.stringify(decided.json)).toBe(200);

  await site.astorp.moveDay(ON);
  const bytes = readFileSync(FILE);
  await site.astorp.call("ekonomichef", ON, "POST", "/ledger/imports", {
    file: { name: "astorp-2027-04.se", bytes },
  });
  await sitDown(page, "ekonomichef");
  await page.goto("/uppfoljning/personal?ar=2027");
  await page.getByText("Inga personaluppgifter för 2027").waitFor();
  const choose = async (name: string, text: string) => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Läs in en tabell" }).click();
    await (await chooser).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  };
  await choose("fel.csv", STAFF.replace("Hyllinge skola", "Hylinge skola"));
  await page.getByText(/det finns ingen enhet som heter ”Hylinge skola”/).waitFor();
  await choose("personal.csv", STAFF);
  await page.getByText("16 rader för 2 enheter.").waitFor();
  await shot(page, "staff preview");
  await page.getByRole("button", { name: "Spara uppgifterna" }).click();
  await page.getByText("Personaluppgifterna är sparade.").waitFor();
  await goOn(page, "/uppfoljning/personal?ar=2027&organ=hyllinge-skola");
  await page.getByRole("cell", { name: "Visas inte" }).first().waitFor();
  await goOn(page, "/uppfoljning/personal?ar=2027&organ=alla");
  await page.getByRole("heading", { name: "Hur stor är sjukfrånvaron?" }).waitFor();
  await shot(page, "staff 1280 light");
  await widen(page, 390);
  await showIn(page, "dark");
  await shot(page, "staff 390 dark");

  // The director takes what stands proposed on the own list, on a phone
  await sitDown(page, "kommunchef");
  await page.goto("/");
  await settled(page);
  const due = (name: string) => page.locator(".todo > li", { hasText: `Registrera värde: ${name}` });
  await page.locator("summary", { hasText: /^och \d+ till/ }).click();
  const sick = due("Sjukfrånvaro i grundskolan");
  await sick.locator("summary", { hasText: "Se kön och enheter" }).click();
  await sick.getByRole("button", { name: "Godta 5,5 procent" }).press("Enter");
  await page.getByText("Värdet 5,5 procent är sparat.").waitFor();
  await sick.waitFor({ state: "detached" });
  const cost = due("Personalkostnad per elev");
  await cost.getByLabel("Antal: elever").fill("400");
  await cost.locator("summary", { hasText: "Se kontona" }).click();
  await shot(page, "mine open 390 dark");
  expect(await accessFaults(page)).toEqual([]);
  await cost.locator("summary", { hasText: "Ange ett annat värde" }).click();
  await cost.getByLabel("Värde, kr").fill("29 500");
  await cost.getByRole("button", { name: "Spara", exact: true }).click();
  await cost.getByText("Skriv varför värdet är ett annat.").waitFor();
  await cost.getByLabel("Varför ett annat än källan ger?").fill("En faktura är fel bokförd.");
  await cost.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByText("Värdet 29 500 kr är sparat.").waitFor();

  // What has changed since is told where the value stands, and corrected with one button
  const moved = bytes
    .toString("latin1")
    .replace(/^#KSUMMA.*$/gm, "")
    .replaceAll('5610 {1 "311"}', '5610 {1 "100"}');
  await site.astorp.call("ekonomichef", ON, "POST", "/ledger/imports", {
    file: { name: "rattad.se", bytes: Buffer.from(moved, "latin1") },
  });
  await showIn(page, "light");
  await widen(page, 1280);
  // Somebody else has read them in: what the browser has of the value is read anew
  await page.goto(`/mal/${KF}/vaxa?ar=2027`);
  const changed = page.getByRole("note").filter({ hasText: "Källan har ändrats sedan värdet" });
  await changed.waitFor();
  await shot(page, "goal 1280 light");
  await changed.getByRole("button", { name: /^Rätta till/ }).press("Enter");
  await changed.waitFor({ state: "detached" });
  await page.locator("summary", { hasText: "Rättade värden" }).last().click();
  await page.getByRole("cell", { name: "Källan har ändrats" }).waitFor();
});

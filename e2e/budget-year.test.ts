import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  adjustAndDecide,
  internalBudget,
  pasteSplit,
  splitAndDecide,
  stripOn,
  trueUp,
} from "./budget-year-committees.ts";
import { type Explained, faultsOf, openEveryFigure } from "./budget-year-figures.ts";
import { countedPeople, decideAnnualReport } from "./budget-year-inputs.ts";
import { type At, propose, register } from "./budget-year-people.ts";
import { cellIn, newCellIn, numberOf, pasteIn, saved, typeIn } from "./budget-year-sheet.ts";
import { openSite, type Site, settled } from "./site.ts";

/** The year that is planned in 2028 and carried out in 2029: the first that the sample says nothing of. */
const YEAR = 2029;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Somebody who has signed in, or a resident, at a page on a day. */
const at: At = (day, as, path) => site.open({ day, as, path });

/** The steps follow on each other: where one fails, the rest have nothing to stand on. */
let broken: string | undefined;
const step = (name: string, run: () => Promise<void>) =>
  test(name, async ({ skip }) => {
    if (broken) skip(`efter ${broken}`);
    broken = name;
    await run();
    broken = undefined;
  });

step("E-3: people are counted, moved on by assumptions, and the forecast is decided", async () => {
  const path = `/ekonomi/befolkning/kommunstyrelsen/${YEAR}`;
  const page = await at("2028-05-16", "controller-ksf", path);
  await page.getByLabel("Källa", { exact: true }).fill("Folkmängden 2027 och egen framskrivning");
  await page.locator('input[type="file"]').setInputFiles(await countedPeople(site, 2027));
  await page.getByRole("heading", { name: "folkmangd-2027.csv, Åstorp, innehåller" }).waitFor();
  await page.getByRole("button", { name: "Använd åren" }).click();
  await page.getByLabel("Nya bostäder 2029").fill("40");
  await page.getByText("Allt är sparat").waitFor();
  await propose(page);
  await page.close();

  const executive = await at(
    "2028-05-17",
    "ks-sekreterare",
    `/arende/population-forecast/kommunstyrelsen/${YEAR}`,
  );
  await register(executive, { paragraph: "71", reference: "KS 2028/71" });
  await executive.close();
  const resident = await at("2028-05-17", undefined, `/ekonomi/befolkning?prognos=${YEAR}.1`);
  await resident.getByRole("heading", { level: 1, name: "Befolkning" }).waitFor();
  expect(await resident.getByLabel("Prognos", { exact: true }).inputValue()).toBe(`${YEAR}.1`);
  await resident.close();
});

const CONDITIONS = `planning-conditions/kommunstyrelsen/${YEAR}`;
const BUDGET = `budget/kommunfullmaktige/${YEAR}`;

step(
  "§2.4, E-2, E-3: the management group begins the year from last year's budget, and proposes planning conditions",
  async () => {
    const page = await at("2028-05-19", "ekonomichef", `/ekonomi/indata/${CONDITIONS}`);
    await page.getByRole("radio", { name: /^Budget med flerårsplan 2028/ }).check();
    await page.getByRole("heading", { name: "Så börjar året" }).waitFor();
    await page.getByRole("button", { name: "Börja med detta" }).click();
    const outcome = page.getByRole("region", { name: "Utfall av indata, tkr" });
    const before = await outcome.textContent();

    await page.getByRole("link", { name: "Verksamheter", exact: true }).click();
    const services = page.getByRole("grid", { name: "Verksamheter efter ålder" });
    await typeIn(await cellIn(services, "Grundskola", "Pris 2029, kr"), "139 900");
    await expect.poll(() => outcome.textContent()).not.toBe(before);

    await page.getByRole("link", { name: "Uppräkning", exact: true }).click();
    const indexation = page.getByRole("grid", { name: "Uppräkning" });
    const rate = await cellIn(indexation, /Kultur- och fritidsnämnden.*Löner/, "Uppräkning 2029");
    await typeIn(rate, "tre");
    await page.getByRole("alert").filter({ hasText: "”tre” är inget tal" }).waitFor();
    await page.keyboard.press("Escape");
    await typeIn(rate, "3,2");

    await page.getByRole("link", { name: "Justeringar", exact: true }).click();
    const adjustments = page.getByRole("grid", { name: "Justeringar" });
    await pasteIn(await newCellIn(adjustments, "Text"), [
      [
        "Läxhjälp på alla skolor",
        "Tas med",
        "Bildningsnämnden",
        "1 200",
        "",
        "",
        "Varaktig",
        "Fler klarar kraven i årskurs 9",
        "Bildningsförvaltningen",
        "Ledningsgruppen",
      ],
      [
        "Förlängda öppettider på biblioteket",
        "Prövas",
        "Kultur- och fritidsnämnden",
        "400",
        "",
        "",
        "Varaktig",
        "Fler lånar",
        "Kultur- och fritidsförvaltningen",
        "Ledningsgruppen",
      ],
    ]);
    await page.getByText("Allt är sparat").waitFor();
    await propose(page);
    await page.close();
  },
);

step(
  "§2.4: the executive decides the planning conditions, with preliminary allocations that everybody can read",
  async () => {
    const page = await at("2028-06-07", "ks-sekreterare", `/arende/${CONDITIONS}`);
    await register(page, { paragraph: "88", reference: "KS 2028/88", votes: [9, 4, 0] });
    await page.close();
    const resident = await at("2028-06-07", undefined, `/arende/${CONDITIONS}`);
    await resident
      .getByRole("table", { name: "Ramar, tkr" })
      .getByRole("row", { name: /^Bildningsnämnden/ })
      .waitFor();
    await resident.close();
  },
);

step("E-6: committees draft on the preliminary allocations, pasted from Excel", async () => {
  for (const [body, writer] of [
    ["bildningsnamnden", "bildning-controller"],
    ["socialnamnden", "social-controller"],
  ] as const) {
    const page = await at("2028-09-12", writer, internalBudget(body, YEAR));
    await page.getByText("Preliminär ram").waitFor();
    await pasteSplit(page, await stripOn(page, "Preliminär ram"));
    const decide = page.getByRole("button", { name: "Registrera beslut" });
    expect(await decide.getAttribute("aria-disabled")).toBe("true");
    await page.close();
  }
});

step("§2.4: the proposal is reviewed after the summer, from the planning conditions", async () => {
  const page = await at("2028-09-20", "ekonomichef", `/ekonomi/indata/${BUDGET}`);
  await page.getByRole("radio", { name: /^Planeringsförutsättningar 2029, version 1/ }).check();
  await page.getByRole("button", { name: "Börja med detta" }).click();
  await page.getByRole("link", { name: "Skatt och bidrag", exact: true }).click();
  const lines = page.getByRole("grid", { name: /^Skatt, bidrag och centrala poster/ });
  const cell = await cellIn(lines, "Skatteunderlag", "2029");
  const base = numberOf((await cell.locator(".cells-text").textContent()) ?? "");
  await typeIn(cell, String(base + 10_000));
  await page.getByRole("link", { name: "Justeringar", exact: true }).click();
  const adjustments = page.getByRole("grid", { name: "Justeringar" });
  await typeIn(await cellIn(adjustments, "Läxhjälp på alla skolor", "2029, tkr"), "900");
  await saved(page);
  await page.close();
});

const SCENARIOS = `/ekonomi/scenarier?ar=${YEAR}`;
const LOWER_TAX = "Lägre skatt";
const MORE_HANDS = "Fler händer i omsorgen";

/** A party's own scenario, open to be moved. */
async function scenarioOf(leader: string, name: string, party: string): Promise<Page> {
  const page = await at("2028-10-03", leader, SCENARIOS);
  await page.getByLabel("Namn").last().fill(name);
  await page.getByLabel("Partigrupp").last().fill(party);
  await page.getByRole("button", { name: "Gör scenariot" }).click();
  await page.getByRole("heading", { name: `Ändra: ${name}` }).waitFor();
  return page;
}

/** What the first party's scenario lacks of balance, as its own page says it. */
let missing = "";

step(
  "E-9: two parties make a scenario each, unseen by the other until it is shared, and set them side by side",
  async () => {
    const first = await scenarioOf("ks-ordforande", LOWER_TAX, "Gröna listan");
    await first.getByRole("textbox", { name: `Skattesats ${YEAR}, kr per 100 kr` }).fill("19,29");
    await saved(first);
    const second = await scenarioOf("social-ordforande", MORE_HANDS, "Blå listan");
    expect(await second.getByText(LOWER_TAX).count()).toBe(0);
    await second.locator("summary", { hasText: "Justeringar" }).click();
    await second.getByRole("button", { name: "Lägg till justering" }).click();
    await second.getByLabel("Vad: Ny justering").fill("Fler händer i hemvården");
    await second.getByLabel("Nämnd eller styrelse: Fler händer i hemvården").selectOption("socialnamnden");
    await second.getByLabel("Tkr för Fler händer i hemvården").fill("1 500");
    await saved(second);
    await first.reload();
    await settled(first);
    expect(await first.getByText(MORE_HANDS).count()).toBe(0);
    await second.getByRole("button", { name: "Dela" }).click();
    await second.getByText(`${MORE_HANDS} är delat`).waitFor();

    await first.reload();
    // Ticked once the address has it, a moment after the click
    await first.getByRole("checkbox", { name: `Jämför ${MORE_HANDS}` }).click();
    const frames = first.getByRole("table", { name: new RegExp(`^Ramar ${YEAR}`) });
    await frames.getByRole("columnheader", { name: MORE_HANDS }).waitFor();
    await frames
      .getByRole("row", { name: /^Socialnämnden/ })
      .getByText("+1\u00a0500")
      .waitFor();
    const result = first
      .getByRole("table", { name: /^Resultat/ })
      .getByRole("row", { name: new RegExp(`^${YEAR}`) });
    missing = /([\d\s]+) tkr saknas/.exec((await result.textContent()) ?? "")?.[1] ?? "";
    await first.getByRole("heading", { name: `Vad betyder mest för resultatet ${YEAR}?` }).waitFor();
    await first.getByRole("button", { name: "Dela" }).click();
    await first.getByText(`${LOWER_TAX} är delat`).waitFor();
    await Promise.all([first.close(), second.close()]);
  },
);

/** The finance director makes a shared scenario the draft of the budget. */
async function choose(day: string, name: string): Promise<Page> {
  const page = await at(day, "ekonomichef", SCENARIOS);
  await page.getByRole("button", { name: `Öppna ${name}` }).click();
  await page.getByRole("button", { name: "Gör till förslag" }).click();
  const said = page.getByText(`${name} är nu utkastet till budget ${YEAR}.`);
  await said.waitFor();
  // As long as somebody points at it, it stays
  await said.hover();
  return page;
}

step("E-7: a proposal out of balance is refused, with what is missing and what the law says", async () => {
  const finance = await choose("2028-10-16", LOWER_TAX);
  for (const [who, button] of [
    ["ekonomichef", "Lägg fram"],
    ["kf-sekreterare", "Registrera beslut"],
  ] as const) {
    const page = await at("2028-10-16", who, `/arende/${BUDGET}`);
    await page.getByText(`Budgeten ${YEAR} är inte i balans: ${missing} tkr saknas`).waitFor();
    await page.getByRole("link", { name: "KL 11:5" }).first().waitFor();
    const way = page.getByRole("button", { name: button });
    expect(await way.getAttribute("aria-disabled")).toBe("true");
    await page.close();
  }
  // The draft that was there is had back
  await finance.getByRole("button", { name: "Ångra" }).click();
  await settled(finance);
  await finance.close();
});

step("§2.4, E-9: the chosen scenario becomes the executive's proposal, with whose it was", async () => {
  await (await choose("2028-10-23", MORE_HANDS)).close();
  const page = await at("2028-10-25", "ekonomichef", `/arende/${BUDGET}`);
  await propose(page);
  await page.close();
});

/** The executive's own meeting, at which it decides what it proposes to the council (KL 11:8); its secretary registers it. */
async function proposedByExecutive(day: string): Promise<void> {
  const { status, json } = await site.astorp.proposeToCouncil(day, BUDGET.replaceAll("/", ":"));
  expect(status, JSON.stringify(json)).toBe(200);
}

step("§2.4, E-1: the council decides tax rate and budget in November", async () => {
  await proposedByExecutive("2028-10-31");
  const page = await at("2028-11-27", "kf-sekreterare", `/arende/${BUDGET}`);
  await page.getByText(`${YEAR}: 20,29`).waitFor();
  await register(page, {
    paragraph: "131",
    reference: "KS 2028/120",
    votes: [28, 12, 1],
  });
  await page.close();
});

const EDUCATION = { body: "bildningsnamnden", who: "bildning", year: YEAR };
const SOCIAL = { body: "socialnamnden", who: "social", year: YEAR };

step("E-6: the internal budgets are brought to the decided allocations, and are decided", async () => {
  const day = "2028-12-06";
  for (const committee of [EDUCATION, SOCIAL]) await adjustAndDecide(at, day, committee);
  for (const [body, who] of [
    ["kommunstyrelsen", "ks"],
    ["bygg-och-miljonamnden", "byggmiljo"],
    ["kultur-och-fritidsnamnden", "kultur"],
  ] as const)
    await splitAndDecide(at, day, { body, who, year: YEAR });
});

step("E-4: the demography is trued up in spring, with what was counted", async () => {
  const more = {
    Förskola: -6,
    Grundskola: 14,
    Fritidshem: 2,
    Gymnasieskola: 1,
    Hemvård: 4,
    "Särskilt boende": 0,
  };
  await trueUp(at, { year: YEAR, counted: "2029-04-11", decided: "2029-04-18", more });
});

step(
  "E-5: the council decides a supplementary budget with the annual report, and the true-up is in it",
  async () => {
    const page = await at("2029-04-19", "ekonomichef", `/ekonomi/steg?ar=${YEAR}`);
    await page.getByRole("button", { name: "Börja ny version med justeringarna" }).click();
    await page.getByText("Justeringarna är med i utkastet till ny version.").waitFor();
    await page.goto(`/ekonomi/indata/${BUDGET}?del=justeringar`);
    await settled(page);
    const adjustments = page.getByRole("grid", { name: "Justeringar" });
    await pasteIn(await newCellIn(adjustments, "Text"), [
      [
        "Introduktion av sommarvikarier",
        "Tas med",
        "Socialnämnden",
        "600",
        "",
        "",
        "Engångs",
        "Trygg sommar",
      ],
    ]);
    const note = page.getByRole("textbox", { name: "Vad som ändrats och varför" });
    await note.fill("Avstämningen i april, och introduktion av sommarens vikarier.");
    await saved(page);
    await propose(page);
    await page.close();

    await decideAnnualReport(site, YEAR - 1, "2029-04-23");
    await proposedByExecutive("2029-04-23");
    const council = await at("2029-04-23", "kf-sekreterare", `/arende/${BUDGET}`);
    await council.getByText(`Kompletteringsbudget: budgeten ${YEAR} är beslutad`).waitFor();
    expect(await council.getByText(`Årsredovisningen för ${YEAR - 1} är inte beslutad`).count()).toBe(0);
    await register(council, { paragraph: "52", reference: `KS ${YEAR}/45`, votes: [30, 11, 0] });
    await council.close();
  },
);

step("E-5, E-6: the committees see that their internal budgets are outdated, and adapt them", async () => {
  const page = await at("2029-05-02", "social-controller", `/ekonomi/internbudget/socialnamnden?ar=${YEAR}`);
  await page.getByText(/Ramen har ändrats sedan internbudgeten beslutades/).waitFor();
  await page.close();
  for (const committee of [EDUCATION, SOCIAL]) await adjustAndDecide(at, "2029-05-02", committee);
});

step("E-4: the demography is trued up in autumn, from what spring counted", async () => {
  const more = {
    Förskola: -4,
    Grundskola: 16,
    Fritidshem: 2,
    Gymnasieskola: 1,
    Hemvård: 5,
    "Särskilt boende": 1,
  };
  await trueUp(at, {
    year: YEAR,
    counted: "2029-09-20",
    decided: "2029-10-10",
    more,
    begin: async (page) => {
      await page.getByRole("button", { name: "Börja nästa avstämning" }).click();
      await page.getByLabel("Tillfälle").selectOption({ label: "Höst" });
      await page.getByLabel("Räknat den").fill("2029-09-15");
    },
  });
});

const LAST_DAY = "2029-10-20";

step(
  "§2.4: the thread of the year is seen whole, and its first version is compared with its last",
  async () => {
    const page = await at(LAST_DAY, undefined, `/ekonomi/steg?ar=${YEAR}`);
    await page.getByText(`Alla steg för ${YEAR} är tagna.`).waitFor();
    const from = page.getByLabel("Från", { exact: true });
    await from.selectOption({ value: `planning-conditions:kommunstyrelsen:${YEAR}@1` });
    await page
      .getByLabel("Till", { exact: true })
      .selectOption({ value: `budget:kommunfullmaktige:${YEAR}@2` });
    await page
      .getByRole("button", { name: /^Visa rader för Socialnämnden/ })
      .first()
      .click();
    const lines = page.getByRole("table", { name: new RegExp(`^Socialnämnden ${YEAR}`) }).first();
    for (const text of [
      "Fler händer i hemvården (Blå listan)",
      `Avstämning av demografin våren ${YEAR}: Hemvård`,
      "Introduktion av sommarvikarier",
    ])
      await lines.getByText(text).first().waitFor();
    await page.close();
  },
);

step(
  "E-8: a resident opens every figure, down to forecast, price, rate and decision; all parts sum",
  async () => {
    const explained: Explained[] = [];
    for (const year of [YEAR, YEAR + 1, YEAR + 2]) {
      const page = await at(LAST_DAY, undefined, `/ekonomi?ar=${YEAR}&planar=${year}`);
      explained.push(...(await openEveryFigure(page, explained)));
      await page.close();
    }
    expect(explained.flatMap(faultsOf)).toEqual([]);
    const places = explained.map(({ place }) => place);
    for (const year of [YEAR, YEAR + 1, YEAR + 2])
      for (const figure of ["socialnamnden", "bildningsnamnden.indexation", "bildningsnamnden.demography.0"])
        expect(places).toContain(`${year}.${figure}`);
    expect(places).toContain(`rad.result.${YEAR}`);
    expect(explained.some(({ text }) => text.includes("Introduktion av sommarvikarier"))).toBe(true);
  },
);

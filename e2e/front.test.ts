import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { house } from "../src/shell/chapters.ts";
import { focusOn, goOn, openSite, type Site, settled, theBrowser } from "./site.ts";

const MAX_FIRST_LOAD_BYTES = 285_000;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent,
  );

test("T-1: the start page needs at most 285 kB of JavaScript (gzip) the first time", async () => {
  const page = await site.open({ path: "/", width: 1280 });
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => entry.name)
      .filter((name) => name.endsWith(".js")),
  );
  const answers = await Promise.all(scripts.map((url) => page.request.get(url)));
  // Named by what it holds, so that nobody need ask for it again
  for (const answer of answers)
    expect(answer.headers()["cache-control"], answer.url()).toBe("public, max-age=31536000, immutable");
  const bytes = (await Promise.all(answers.map((answer) => answer.body()))).map(
    (body) => gzipSync(body).length,
  );
  const total = bytes.reduce((sum, size) => sum + size, 0);
  expect(bytes.length).toBeGreaterThan(3);
  expect(total).toBeLessThanOrEqual(MAX_FIRST_LOAD_BYTES);
  await page.close();
});

test("A-13: the figure is one stop by keyboard; arrow keys reach each part, which says what it is and leads to its page", async () => {
  const page = await site.open({ path: "/?ar=2027" });
  const wheel = page.getByRole("toolbar", { name: /2027/ });
  expect(await wheel.locator('[tabindex="0"]').count()).toBe(1);
  await page.locator(".calendar-link").focus();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toMatch(/^Vision: .+Beslutat$/);
  /** Goes a ring out, and all the way round it. */
  const ring = async () => {
    await page.keyboard.press("ArrowUp");
    const names = [(await focused(page)) ?? ""];
    for (;;) {
      await page.keyboard.press("ArrowRight");
      const name = (await focused(page)) ?? "";
      if (name === names[0]) return names;
      names.push(name);
    }
  };
  expect((await ring()).filter((name) => name.startsWith("Inriktningsmål"))).toHaveLength(3);
  expect((await ring()).filter((name) => name.startsWith("Nämndsmål")).length).toBeGreaterThan(6);
  expect((await ring()).length).toBeGreaterThan(3);
  expect((await ring()).filter((name) => /(^|\. )Uppföljning/.test(name)).length).toBeGreaterThan(4);
  expect((await ring()).filter((name) => /(^|\. )Planering/.test(name)).length).toBeGreaterThan(10);
  const last = await focused(page);
  await page.keyboard.press("Tab");
  expect(await focused(page)).toContain("Visa som lista");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe(last);

  for (const _ of ["follow-up", "plans", "goals"]) await page.keyboard.press("ArrowDown");
  const wording = (await focused(page))?.split(": ")[1]?.split(",")[0] ?? "";
  await page.locator(".panel-title").getByText(wording.slice(0, 20)).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/mal\/[a-z-]+\/[a-z0-9-]+/);
  await page.locator("h1").getByText(wording.slice(0, 20)).waitFor();
  await page.close();
});

test("A-13: a finger's first press on the figure tells of the part beside it, and the next one opens it", async () => {
  const context = await (await theBrowser()).newContext({
    baseURL: site.astorp.server.url,
    viewport: { width: 820, height: 1180 },
    locale: "sv-SE",
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto("/?ar=2027");
  const goal = page.locator(".figure .goal").first();
  await goal.tap();
  const tip = page.locator(".figure-tip");
  await tip.getByRole("link", { name: "Öppna" }).waitFor();
  const [told, pressed] = [await tip.boundingBox(), await goal.boundingBox()];
  expect(Math.abs((told?.y ?? 0) - (pressed?.y ?? 0))).toBeLessThan(60);
  expect((told?.x ?? 0) + (told?.width ?? 0)).toBeLessThanOrEqual(820);
  await page.keyboard.press("Escape");
  await tip.waitFor({ state: "detached" });
  await goal.tap();
  await tip.waitFor();
  await goal.tap();
  await page.waitForURL(/\/mal\/[a-z-]+\/[a-z0-9-]+/);
  await context.close();
});

test("A-13: the list under the figure holds the same steps and goals", async () => {
  const page = await site.open({ path: "/?ar=2027" });
  const steps = await page.locator(".figure .step").count();
  const goals = await page.locator(".figure .goal").count();
  await page.getByRole("button", { name: "Visa som lista" }).click();
  const tables = page.locator(".figure-list table");
  await tables.nth(1).waitFor();
  expect(await tables.nth(0).locator("tbody tr").count()).toBe(steps);
  expect(await tables.nth(1).locator("tbody tr").count()).toBe(goals);
  // What is measured stands there with its target and where it has gone, and a ring says the same
  const social = tables.nth(1).getByRole("row", { name: /Den som har hemvård/ });
  expect(await social.innerText()).toMatch(/personer[\s\S]*högst 12[\s\S]*bättre/);
  const ring = page.locator(".figure .goal[aria-label*='Den som har hemvård']");
  expect(await ring.getAttribute("aria-label")).toMatch(/personer → högst 12, bättre \(.*2027, jämfört med/);
  await page.close();
});

test("A-14: who signs in comes back to the page and sees what is theirs to do; who signs out does not", async () => {
  const page = await site.open({ path: "/mal?ar=2027" });
  await page.getByRole("link", { name: "Logga in" }).first().click();
  await page.getByRole("heading", { name: "Välj vem du vill vara" }).waitFor();
  await page.getByLabel("Sök roll eller organ").fill("ordförande bildningsnämnden");
  await page
    .getByRole("button", { name: /^Logga in som/ })
    .first()
    .click();
  await page.waitForURL(/\/mal\?ar=2027/);
  await page.getByRole("link", { name: "Åstorps kommun" }).click();
  await page.getByRole("heading", { name: "Mitt", exact: true }).waitFor();
  await page.getByRole("button", { name: /^Inloggad:/ }).click();
  await page.getByRole("button", { name: "Logga ut" }).click();
  await page.getByRole("heading", { name: "Just nu i kommunen" }).waitFor();
  await page.close();
});

const BODY = "Nämnd, styrelse eller bolag";

async function pick(page: Page, list: string, option: string) {
  await page.getByRole("combobox", { name: list, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

test("T-1: the chosen body and year follow along to every page and to the next visit", async () => {
  const page = await site.open({ path: "/", as: "bildning-chef" });
  await pick(page, BODY, "Socialnämnden");
  await pick(page, "År", "2027");
  await page.waitForURL(/organ=socialnamnden&ar=2027/);
  await page
    .getByRole("navigation", { name: "Kapitel" })
    .getByRole("link", { name: /Mål och plan/ })
    .click();
  await page.waitForURL(/\/mal\?organ=socialnamnden&ar=2027/);
  await page.goto("/");
  await page.waitForURL(
    (url) => url.search.includes("organ=socialnamnden") && url.search.includes("ar=2027"),
  );
  await pick(page, BODY, "Hela kommunen");
  await page.waitForURL(/organ=alla/);
  await page.close();
});

test("§4: one starts with one's own body, on every page and in its address; who leads the whole with the whole", async () => {
  const controller = await site.open({ path: "/ekonomi?ar=2027", as: "bildning-controller" });
  await controller.waitForURL(/organ=bildningsnamnden/);
  const frames = controller.getByRole("table", { name: /^Ramar per nämnd/ });
  await frames.waitFor();
  expect(await frames.locator("tbody tr").count()).toBe(1);
  expect(await frames.locator("tbody tr").first().textContent()).toContain("Bildningsnämnden");
  await goOn(controller, "/uppfoljning?ar=2027");
  await controller.getByRole("table", { name: /^Utfall mot budget/ }).waitFor();
  expect(await controller.getByRole("main").textContent()).not.toContain("Socialnämnden");
  await goOn(controller, "/analys?ar=2027");
  await controller.getByText("Lärdomar för Bildningsnämnden").waitFor();
  await goOn(controller, "/ekonomi/stallning?ar=2027");
  await controller.getByText("Här visas hela kommunen, inte Bildningsnämnden för sig.").waitFor();
  // A link that says the whole shows the whole, whoever opens it
  await goOn(controller, "/ekonomi?ar=2027&organ=alla");
  await frames.waitFor();
  expect(await frames.locator("tbody tr").count()).toBeGreaterThan(5);
  await controller.close();

  const leads = await site.open({ path: "/ekonomi?ar=2027", as: "ekonomichef" });
  await leads.waitForURL(/organ=alla/);
  await leads.close();
  const nobody = await site.open({ path: "/ekonomi?ar=2027" });
  await nobody.getByRole("combobox", { name: BODY }).getByText("Hela kommunen").waitFor();
  expect(nobody.url()).not.toContain("organ=");
  await nobody.close();
});

test("§4: arrow keys in the bar's lists load nothing until one chooses; Escape chooses nothing", async () => {
  const page = await site.open({ path: "/mal?ar=2027" });
  const bodies = page.getByRole("combobox", { name: BODY });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await bodies.focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Escape"])
    await page.keyboard.press(key);
  expect(await bodies.textContent()).toContain("Hela kommunen");
  await page.keyboard.type("soc");
  expect(page.url()).not.toContain("organ=");
  expect(asked).toEqual([]);
  await page.keyboard.press("Enter");
  await page.waitForURL(/organ=socialnamnden/);
  await page.getByRole("combobox", { name: "År", exact: true }).press("Enter");
  await page.keyboard.press("ArrowUp");
  expect(page.url()).toContain("ar=2027");
  await page.keyboard.press("Enter");
  await page.waitForURL(/ar=2028/);
  await page.close();
});

/** What Ctrl-K shows for some words, best first. */
async function found(page: Page, written: string): Promise<string[]> {
  await page.keyboard.press("Control+k");
  const field = page.getByRole("dialog").getByRole("combobox");
  await field.fill(written);
  const hint = page.getByRole("dialog").getByRole("status");
  await hint.getByText(/^(Pil upp|Up and down)/).waitFor();
  await settled(page);
  const options = await page.getByRole("dialog").getByRole("option").allTextContents();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  return options;
}

test("T-1: Ctrl-K finds a decision by its words and opens it by the keyboard alone", async () => {
  const page = await site.open({ path: "/" });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Sök sida/ }).waitFor();
  await page.keyboard.type("budget 2027");
  await page
    .getByRole("option", { name: /^Budget/ })
    .first()
    .waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/beslut\/\d+/);
  await page.close();
});

test("§4: Ctrl-K finds “sjukfrånvaro” by “frånvaro”, keeps to one kind, goes there and to all hits, by the keyboard alone", async () => {
  const page = await site.open({ path: "/?ar=2028" });
  const dialog = page.getByRole("dialog");
  const meant = dialog.getByRole("option", { name: /^Sjukfrånvaro i hemvården/ });
  const tabTo = async (name: RegExp, role: "button" | "link") => {
    const wanted = dialog.getByRole(role, { name }).and(page.locator(":focus"));
    for (let tabs = 0; tabs < 15 && (await wanted.count()) === 0; tabs++) await page.keyboard.press("Tab");
    await wanted.waitFor();
    await page.keyboard.press("Enter");
  };
  await page.keyboard.press("Control+k");
  await dialog.getByRole("combobox").waitFor();
  await page.keyboard.type("frånvaro");
  await meant.waitFor();
  expect(await meant.locator("mark").first().textContent()).toBe("Sjukfrånvaro");
  await tabTo(/^Mått/, "button");
  await dialog.getByRole("button", { name: /^Mått/, pressed: true }).waitFor();
  await dialog.getByRole("option", { name: /^Plan för intern kontroll/ }).waitFor({ state: "detached" });
  await meant.waitFor();
  const count = await dialog.getByRole("option").count();
  for (let steps = 0; steps < count && (await meant.getAttribute("aria-selected")) !== "true"; steps++)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/mal\/socialnamnden\//);

  await page.keyboard.press("Control+k");
  await dialog.getByRole("combobox").waitFor();
  await page.keyboard.type("frånvaro");
  await meant.waitFor();
  await tabTo(/^Visa alla \d+ träffar/, "link");
  await page.waitForURL(/\/sok\?/);
  await page.getByRole("heading", { level: 1, name: "Sök" }).waitFor();
  await page.getByRole("main").locator("mark").first().waitFor();
  await page.close();
});

test("§4: Ctrl-K knows every page in both languages, services too, and what a body runs before what others mention", async () => {
  const page = await site.open({ path: "/?ar=2028", as: "bildning-controller" });
  const school = await found(page, "skola");
  expect(school[0]).toMatch(/^Bildningsnämnden/);
  const at = (part: RegExp) => school.findIndex((option) => part.test(option));
  expect(at(/når kravnivån i läsning/)).toBeGreaterThan(0);
  // What others only mention comes after all that a school runs, or not among the first at all
  const mentioned = at(/skolans system tillgängliga/);
  expect(mentioned === -1 || at(/når kravnivån i läsning/) < mentioned).toBe(true);
  expect(school.filter((option) => /når kravnivån i läsning/.test(option))).toHaveLength(1);
  expect((await found(page, "financial position"))[0]).toMatch(/^Ekonomisk ställning/);
  expect((await found(page, "hemvård")).some((option) => /^HemvårdVerksamhet/.test(option))).toBe(true);
  await page.getByRole("button", { name: "In English" }).click();
  await page.getByRole("heading", { name: "My tasks", exact: true }).waitFor();
  await settled(page);
  expect((await found(page, "ekonomisk ställning"))[0]).toMatch(/^Financial position/);
  await page.close();
});

test("§4: the chapter that is open lists its pages and marks the one that one is at, in the phone's menu too", async () => {
  const page = await site.open({ path: "/ekonomi/steg?ar=2027", width: 390 });
  await page.getByRole("button", { name: "Meny" }).click();
  const menu = page.getByRole("navigation", { name: "Kapitel" });
  const names = await menu.locator(".side-pages a").allTextContents();
  expect(names).toEqual(
    expect.arrayContaining(["Ramar", "Ekonomisk ställning", "Budgetdokument", "Scenarier", "Internbudgetar"]),
  );
  expect(await menu.locator('[aria-current="page"]').allTextContents()).toEqual(["Steg och jämförelse"]);
  await menu.getByRole("link", { name: "Internbudgetar" }).click();
  await page.getByRole("heading", { name: "Internbudgetar 2027" }).waitFor();
  await page.close();
});

test("§4: what is decided, of every kind, is read by anybody at every address that it has", async () => {
  const page = await site.open({ path: "/?ar=2027" });
  const decided = (await (await page.request.get("/api/decisions")).json()) as {
    kind: string;
    body: string;
    year: number;
    key: string;
  }[];
  const { kinds } = house();
  const newest = new Map(decided.toReversed().map((one) => [one.kind, one]));
  expect(newest.size).toBeGreaterThan(14);
  const addresses = [...newest.values()].flatMap(({ kind, body, year, key }) => {
    const { own, write } = kinds.declared(kind).address;
    const matter = key ? "/arende/$kind/$body/$year/$key" : "/arende/$kind/$body/$year";
    return [own, write, matter]
      .filter((address) => address !== undefined)
      .map((address) => (address.includes("$year") ? address : `${address}?ar=${year}&organ=${body}`))
      .map((address) => address.replace("$kind", kind).replace("$body", body))
      .map((address) => address.replace("$year", String(year)).replace("$key", key));
  });
  const walls: string[] = [];
  for (const address of new Set(addresses)) {
    await goOn(page, address);
    const main = page.getByRole("main");
    // What is decided says by which decision
    await main
      .locator('a[href*="/beslut/"]')
      .first()
      .waitFor({ timeout: 15_000 })
      .catch(() => walls.push(address));
    if (/Inget är beslutat här än|inte påbörjat/.test((await main.textContent()) ?? "")) walls.push(address);
  }
  expect(walls).toEqual([]);
  await page.close();
});

test("T-1: English is one press away, and the page says which language it is in", async () => {
  const page = await site.open({ path: "/?ar=2027", width: 1280, theme: "dark" });
  await page.getByRole("button", { name: "In English" }).click();
  await page.getByRole("heading", { name: "Right now in the municipality" }).waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("en");
  // What a body is stands beside its name, and what is written in Swedish is marked as that
  await goOn(page, "/mal?ar=2027&lang=en");
  await page.getByText("Bildningsnämnden (Education Committee)").first().waitFor();
  expect(await page.locator('.goal-card a[lang="sv"]').count()).toBeGreaterThan(6);
  await goOn(page, "/?ar=2027&lang=en");
  await page.getByRole("button", { name: "På svenska" }).click();
  await page.getByRole("heading", { name: "Just nu i kommunen" }).waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("sv");
  await page.close();
});

test("T-1: what is decided is read without signing in also where it is written; what is not says so", async () => {
  const page = await site.open({ path: "/ekonomi/internbudget/socialnamnden/2028" });
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Beslut \d+/ })
    .waitFor();
  await page.getByRole("main").getByRole("link", { name: "Logga in för att skriva" }).waitFor();
  expect(await page.getByRole("main").locator("table, [role=grid]").count()).toBeGreaterThan(0);
  await goOn(page, "/mal/socialnamnden/2031/skriv");
  await page.getByText("Inget är beslutat här än").waitFor();
  await page.close();
});

test("T-1: the language is in the address: who is sent it reads it in the same, and an English browser gets English", async () => {
  const sent = await site.open({ path: "/beslut?ar=2027&lang=en" });
  expect(await sent.getAttribute("html", "lang")).toBe("en");
  await sent.getByRole("navigation").getByRole("link", { name: "Goals and plan" }).first().click();
  await sent.waitForURL(/\/mal\?.*lang=en/);
  await sent.close();
  const next = await site.open({ path: "/mal?ar=2027" }); // what somebody was sent is not what one has chosen
  expect(await next.getAttribute("html", "lang")).toBe("sv");
  await next.close();
  const english = await (await theBrowser()).newContext({ baseURL: site.astorp.server.url, locale: "en-GB" });
  const page = await english.newPage();
  await page.goto("/mal?ar=2027");
  await page.waitForURL(/lang=en/);
  await page.getByRole("button", { name: "På svenska" }).click();
  await page.waitForURL(/lang=sv/);
  await page.locator('html[lang="sv"]').waitFor();
  await page.goto("/beslut?ar=2027"); // chosen, so kept
  await page.locator('html[lang="sv"]').waitFor();
  await english.close();
});

test("A-13: another day is chosen in the sample, and the hand and the states follow", async () => {
  const page = await site.open({ path: "/?ar=2027", width: 1280 });
  expect(await page.locator(".hand").count()).toBe(0);
  const choose = page.getByRole("button", { name: /^Dag: / });
  await choose.press("Enter");
  const field = page.getByLabel("Läs som det var känt i slutet av dagen");
  await focusOn(field);
  await page.keyboard.press("Escape");
  await focusOn(choose);
  await page.keyboard.press("Enter");
  await field.fill("2027-03-01");
  await page.keyboard.press("Enter");
  await page.locator(".hand").waitFor();
  await focusOn(choose);
  await page.getByText("Du läser som det var känt den 1 mars 2027; gå till i dag för att skriva.").waitFor();
  await page.locator('.figure .step[data-state="to-come"]').first().waitFor();
  await page.getByRole("button", { name: "Till i dag" }).press("Enter");
  await focusOn(choose);
  await page.getByRole("button", { name: "Dag: i dag" }).waitFor();
  await page.close();
});

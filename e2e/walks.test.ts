import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { financialGoalOutcome, resultOf } from "../src/budget/base/rules/result.ts";
import { internalBudgetRoutes } from "../src/budget/internal/contract.ts";
import { budgetRoutes, getAllocation } from "../src/budget/matter/contract.ts";
import { getBeforeDecision, getDecision } from "../src/decisions/contract.ts";
import { listCounterProposals } from "../src/decisions/counter/contract.ts";
import { getGoalTree } from "../src/goals/contract.ts";
import { changeText, numberText } from "../src/kernel/format.ts";
import { getOutcome } from "../src/ledger/contract.ts";
import { listBodies } from "../src/organisation/contract.ts";
import { astorp } from "../src/shell/testing/astorp.ts";
import { quiet } from "./quiet.ts";
import { focusOn, openSite, type Site, settled } from "./site.ts";

/** The product's own sample: the budget for 2029 lies before the council, with a counter-budget and a reservation. */
const DAY = "2028-11-15";
const EVE = "2028-11-29";
const COUNCIL = "kommunfullmaktige";
const BUDGET_2029 = `budget:${COUNCIL}:2029`;

let site: Site;
beforeAll(async () => {
  site = await openSite(() => astorp("full"));
});
afterAll(() => site.close());

/** What the API says, against which what stands on the screen is held. */
async function told<R extends { readonly returns: z.ZodType }>(_: R, path: string) {
  const { status, json } = await site.astorp.call("ekonomichef", DAY, "GET", path);
  expect(status, path).toBe(200);
  return json as z.output<R["returns"]>;
}

const number = (value: number, decimals = 0) => spaced(numberText(value, "sv", decimals));
const change = (value: number) => spaced(changeText(value, "sv"));
/** As one reads it: any space is a space. */
const spaced = (text: string) => text.replace(/\s+/g, " ");
const textOf = async (what: Locator) => spaced(await what.innerText());

/** Nothing on the page reaches outside its right edge. */
async function fits(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, page.url()).toBeLessThanOrEqual(client);
}

const menu = (page: Page) => page.getByRole("navigation", { name: /^(Kapitel|Chapters)$/ });
const drawer = (page: Page) => page.getByRole("dialog");
/** Goes on by what one presses, and waits until what opened has been read. */
async function press(what: Locator): Promise<void> {
  await what.click();
  await settled(what.page());
}
async function explain(what: Locator, heading: string | RegExp): Promise<void> {
  await what.click();
  await drawer(what.page()).getByRole("heading", { level: 3, name: heading }).waitFor();
  await quiet(what.page());
}

test.concurrent("T-1: a CFO sees where a change comes from down to unit and account, moves the tax, and takes the budget along", async ({
  expect,
}) => {
  const page = await site.open({ path: "/", browser: { viewport: { width: 1366, height: 768 } } });
  await press(page.getByRole("link", { name: "Logga in" }).first());
  await page.getByLabel("Sök roll eller organ").fill("ekonomichef");
  await page.getByRole("button", { name: /^Logga in som Ekonomichef/ }).click();
  await page.getByRole("heading", { name: "Mitt", exact: true }).waitFor();
  await page.getByRole("combobox", { name: "År", exact: true }).click();
  await page.getByRole("option", { name: "2029", exact: true }).click();
  await press(menu(page).getByRole("link", { name: /^Ekonomi/ }));

  // A committee's change, to what somebody has put forward and why
  const { allocation, results } = await told(getAllocation, "/budget/allocation/2029");
  const [first] = allocation.years;
  const put = first?.lines.filter((one) => one.body === "bildningsnamnden" && one.step === "other") ?? [];
  const other = put.reduce((sum, { amountTkr }) => sum + amountTkr, 0);
  const row = page.getByRole("table", { name: /^Ramar per nämnd/ }).getByRole("row", { name: /^Bildnings/ });
  expect(await textOf(row)).toContain(`${change(other)} ${number(first?.frames.bildningsnamnden ?? 0)}`);
  const open = drawer(page);
  await explain(row.getByRole("link", { name: /övriga justeringar/ }), /^Övriga justeringar/);
  await explain(open.getByRole("link", { name: /^Förklara Frånvaroteam/ }), /Frånvaroteam/);
  const team = put.find(({ origin }) => "text" in origin && origin.text?.startsWith("Frånvaroteam"));
  expect(await textOf(open)).toContain(`${change(team?.amountTkr ?? 0)} tkr`);
  expect(await textOf(open)).toContain("Effekt");

  // Up again, to the year that it starts from, and from there to how the committee has split it
  await explain(open.getByRole("link", { name: /En nivå upp/ }), /^Övriga justeringar/);
  await explain(open.getByRole("link", { name: /En nivå upp/ }), "Bildningsnämnden: ram 2029");
  await explain(open.getByRole("link", { name: /^Förklara Ram 2028/ }), "Bildningsnämnden: ram 2028");
  await explain(
    open.getByRole("link", { name: /^Förklara Ramen i gällande budget 2028/ }),
    "Bildningsnämnden: ram 2028",
  );
  await press(open.getByRole("link", { name: "Så fördelas ramen: internbudgeten 2028" }));
  await page.getByRole("heading", { name: "Bildningsnämnden: internbudget 2028" }).waitFor();

  // To unit, account and row, and what is booked on it
  const { content } = await told(internalBudgetRoutes.get, "/budget/internal-budget/bildningsnamnden/2028");
  const split = page.getByRole("table", { name: /^Fördelning per verksamhet/ });
  await split.getByRole("button", { name: "Grundskola", exact: true }).click();
  await split.getByRole("button", { name: "Nyvångs skola" }).click();
  const rent = content.lines.find((one) => one.unit === "nyvangs-skola" && one.account === "6010");
  const rentRow = split.getByRole("row", { name: new RegExp(`^${rent?.name}.*6010`) });
  expect(await textOf(rentRow)).toContain(number(rent?.amountTkr ?? 0));
  const { parts } = await told(getOutcome, "/ledger/outcome/2028");
  const booked = page.getByRole("table", { name: /^Budget och utfall/ });
  await booked.getByRole("button", { name: "Grundskola", exact: true }).click();
  await booked.getByRole("button", { name: "Nyvångs skola" }).click();
  const nyvang = parts.find((one) => one.body === "nyvangs-skola");
  expect(await textOf(booked.getByRole("row", { name: /^Nyvångs skola/ }))).toContain(
    ` ${number(nyvang?.netCostTkr ?? 0)} `,
  );
  const staff = nyvang?.byAccountGroup.find(({ group }) => group === "5")?.netCostTkr ?? 0;
  expect(await textOf(booked.getByRole("row", { name: /^Personal/ }))).toContain(` ${number(staff)} `);

  // Lower tax: the result of each year, and which goals are missed
  await page.getByRole("combobox", { name: "År", exact: true }).click();
  await page.getByRole("option", { name: "2029", exact: true }).click();
  await press(menu(page).getByRole("link", { name: "Scenarier" }));
  await page.getByLabel("Namn").last().fill("Lägre skatt");
  await page.getByRole("button", { name: "Gör scenariot" }).click();
  await focusOn(page.getByRole("region", { name: "Lägre skatt", exact: true }));
  await page.getByRole("textbox", { name: /^Skattesats 2029/ }).fill("19,69");
  await page.getByText("Allt är sparat").waitFor();
  await focusOn(page.getByRole("textbox", { name: /^Skattesats 2029/ }));
  const draft = (await told(budgetRoutes.get, `/budget/budget/${COUNCIL}/2029`)).content;
  const now = page.locator(".scenario-now");
  const missed: string[] = [];
  for (const { year, resultTkr, taxTkr, taxAndGrantsTkr, lines = {} } of results) {
    const input = draft.resultInput.find((one) => one.year === year);
    if (!input) throw new Error(`inget underlag för ${year}`);
    const lost = resultOf(0, { ...input, taxRate: 19.69 }).taxTkr - taxTkr;
    await expect.poll(() => textOf(now)).toContain(`${number(resultTkr + lost)} ${change(lost)}`);
    const moved = {
      ...lines,
      tax: taxTkr + lost,
      taxAndGrants: taxAndGrantsTkr + lost,
      result: resultTkr + lost,
    };
    const goal = draft.financialGoals.find(({ id }) => id === "resultat");
    const after = goal && financialGoalOutcome(goal, { ...resultOf(0, input), year, lines: moved as never });
    if (after && !after.met) missed.push(`${year}: ${number(after.outcome ?? 0, 1)} %`);
  }
  expect(missed).toHaveLength(2);
  expect(await textOf(page.locator(".scenario-now-goals"))).toContain(
    `Nås inte: Resultatet är minst 1 procent av skatteintäkter, generella statsbidrag och utjämning. ${missed.join(", ")}`,
  );
  const name = page.getByRole("button", { name: "Öppna Lägre skatt" });
  await page.getByRole("button", { name: "Stäng scenariot" }).click();
  await focusOn(name);

  // The document, as a proposal and as a file
  await press(menu(page).getByRole("link", { name: "Budgetdokument" }));
  const total = Object.values(first?.frames ?? {}).reduce((sum, tkr) => sum + tkr, 0);
  const paper = page.locator(".paper");
  expect(await textOf(paper)).toContain(`till ${number(total)} tkr 2029`);
  await paper.getByText("Förslag, version 1").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "PDF", exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/2029.*\.pdf$/);
  await page.close();
});

test.concurrent("T-1: a councillor reads on the eve, in at most five taps, what is asked, for whom, at what cost, and what else there is", async () => {
  const page = await site.open({
    path: "/",
    reads: EVE,
    browser: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  });
  let taps = 0;
  const tap = async (what: Locator) => {
    taps += 1;
    await what.tap();
    await settled(page);
    await fits(page);
  };
  await fits(page);
  const asked = await told(getBeforeDecision, `/matters/${encodeURIComponent(BUDGET_2029)}/before-decision`);
  await tap(page.getByRole("link", { name: asked.title }));
  const main = page.getByRole("main");
  await page.getByRole("heading", { level: 1, name: asked.title }).waitFor();
  // What an alternative gives is computed on the page
  await main
    .getByText(/^Resultatet 2029 blir/)
    .first()
    .waitFor();
  const text = await textOf(main);

  // What is asked, and what it changes for whom
  const proposed = await told(getAllocation, "/budget/allocation/2029");
  const before = await told(getAllocation, "/budget/allocation/2028");
  const draft = (await told(budgetRoutes.get, `/budget/budget/${COUNCIL}/2029`)).content;
  expect(text).toContain(`Skattesatsen 2029 är ${number(draft.resultInput[0]?.taxRate ?? 0, 2)} %`);
  const [after] = proposed.allocation.years;
  const base = draft.input.base;
  for (const { id, name } of proposed.bodies) {
    const [was, will] = [base[id] ?? 0, after?.frames[id] ?? 0];
    const row = main.getByRole("row", { name: new RegExp(`^${name} `) }).first();
    expect(await textOf(row), name).toContain(`${number(was)} ${number(will)} ${change(will - was)}`);
  }
  expect(before.bodies).toHaveLength(proposed.bodies.length);
  expect(text).toMatch(/\+1 600 Frånvaroteam på högstadiet/);
  expect(text).toMatch(/−1 100 En klass färre i årskurs 1/);

  // What comes of it, year by year
  for (const goal of proposed.financialGoals) {
    const row = await textOf(
      main.getByRole("row", { name: new RegExp(`^${goal.text.slice(0, 30)}`) }).first(),
    );
    for (const { outcome } of goal.outcomes)
      expect(row, goal.text).toContain(outcome === null ? "Kan ej bedömas" : `${number(outcome, 1)} %`);
  }
  for (const { year, resultTkr } of proposed.results)
    expect(text).toMatch(new RegExp(`${year} \\+?${number(resultTkr)} `));

  // What else there is, and how it came here
  const counters = await told(
    listCounterProposals,
    `/matters/${encodeURIComponent(BUDGET_2029)}/counter-proposals`,
  );
  for (const { party, sentence } of counters.counterProposals) {
    expect(text).toContain(party);
    expect(text).toContain(spaced(sentence ?? ""));
  }
  expect(counters.counterProposals.length).toBeGreaterThan(0);
  expect(text).toMatch(/21 549 tkr/);
  const meeting = asked.layings.at(-1)?.meeting;
  expect(text).toContain(`${meeting?.votes?.for} röstade för, ${meeting?.votes?.against} mot`);
  for (const reserved of meeting?.reservations ?? []) expect(text).toContain(reserved);

  // A figure that one asks about, and back to where one was
  const [goal] = proposed.financialGoals;
  const figure = main.getByRole("link", { name: new RegExp(`^Förklara ${goal?.text.slice(0, 30)}.* 2029`) });
  await tap(figure.first());
  await drawer(page)
    .getByRole("heading", { level: 3, name: goal?.text ?? "" })
    .waitFor();
  await tap(drawer(page).getByRole("button", { name: "Stäng" }));
  await page.getByRole("heading", { level: 1, name: asked.title }).waitFor();
  await tap(main.getByText("Visa hela förslaget med tabellerna"));
  await main.getByRole("heading", { name: "Vad skiljer starten 2029 från planen i budget 2028?" }).waitFor();
  expect(taps).toBeLessThanOrEqual(5);
  await page.close();
});

test.concurrent("T-1: a resident on a phone finds the school, how its goal goes, what it gets and why, and a decision that can be trusted", async () => {
  const page = await site.open({ path: "/", width: 390 });
  const search = async (words: string) => {
    await page.getByRole("button", { name: /^Sök/ }).click();
    await drawer(page).getByRole("combobox").fill(words);
    await drawer(page)
      .getByRole("status")
      .getByText(/^Pil upp/)
      .waitFor();
    await quiet(page);
    return drawer(page).getByRole("option");
  };
  await fits(page);
  const found = await search("skola");
  const titles = (await found.allInnerTexts()).map(spaced);
  expect(titles[0]).toMatch(/^Bildningsnämnden/);
  const reading = titles.findIndex((title) => /når kravnivån i läsning/.test(title));
  const uptime = titles.findIndex((title) => /system tillgängliga/.test(title));
  expect(reading).toBeGreaterThan(0);
  expect(uptime === -1 || reading < uptime).toBe(true);
  await press(found.nth(reading));

  // How the goal goes, in value and trend
  const { goals } = await told(getGoalTree, "/goals/tree/2028");
  const goal = goals.find(({ id, body }) => id === "lasning" && body === "bildningsnamnden");
  const [indicator] = goal?.indicators ?? [];
  await page.getByRole("heading", { level: 1, name: goal?.wording ?? "" }).waitFor();
  const main = page.getByRole("main");
  const [latest] = (indicator?.values ?? []).toSorted((a, b) => b.day.localeCompare(a.day));
  expect(await textOf(main)).toContain(`${number(latest?.value ?? 0)} 15 juni 2028`);
  expect(await textOf(main.locator(".thread-stack"))).toMatch(/88 → mot minst 90 bättre/);
  await fits(page);

  // What the school gets, and why that changed
  await press((await search("bildningsnämnden")).first());
  await press(main.getByRole("link", { name: "Mål och plan" }));
  expect(await main.getByRole("button", { name: /^Skriv/ }).count()).toBe(0);
  const vision = main.getByRole("region", { name: "Vision" }).getByText("Söderåsstaden");
  expect(await legible(vision.first())).toBe(true);
  await page.getByRole("button", { name: "Meny" }).click();
  await press(menu(page).getByRole("link", { name: /^Ekonomi/ }));
  await fits(page);
  const { allocation } = await told(getAllocation, "/budget/allocation/2028");
  const frame = allocation.years[0]?.frames.bildningsnamnden ?? 0;
  const was = (await told(budgetRoutes.get, `/budget/budget/${COUNCIL}/2028`)).content.input.base;
  await main
    .getByRole("heading", {
      name: `Varför blev ramen 2028 ${number(frame - (was.bildningsnamnden ?? 0))} tkr högre än 2027?`,
    })
    .waitFor();
  const open = drawer(page);
  await explain(main.getByRole("link", { name: /^Förklara Bildningsnämnden, ram 2028/ }), /ram 2028$/);
  await explain(open.getByRole("link", { name: /^Förklara Övriga/ }), /^Övriga/);
  await explain(open.getByRole("link", { name: /^Förklara Fler speciallärare/ }), /Fler speciallärare/);
  expect(await textOf(open)).toContain("+1 500 tkr");
  expect(await textOf(open)).toContain("minst 90 procent når kravnivån i läsning");
  await fits(page);

  // The decision, in plain words, and that it is what was decided
  await press(open.getByRole("link", { name: /^Beslutad av Kommunfullmäktige/ }));
  const decision = Number(new URL(page.url()).pathname.split("/").at(-1));
  const { decision: decided } = await told(getDecision, `/decisions/${decision}`);
  await page.getByRole("heading", { level: 1, name: spaced(decided.sentence ?? "") }).waitFor();
  const differences = main.getByRole("table", { name: "Skillnader mot förslaget" });
  expect(await textOf(differences)).not.toMatch(/bildningsnamnden|2 028/);
  await fits(page);
  await main.getByRole("link", { name: "Kontrollera att inget har ändrats" }).click();
  await main.getByRole("button", { name: "Verifiera" }).click();
  await main.getByText(/Kedjan är hel: \d+ beslut är omräknade/).waitFor();
  await main.getByText(/Innehållet på sidan ger samma SHA-256/).waitFor();
  await fits(page);
  await page.close();
});

/** Whether a text's colour is another than that of what it stands on. */
const legible = (text: Locator) =>
  text.evaluate((element) => {
    const under = (one: Element | null): string => {
      const colour = one ? getComputedStyle(one).backgroundColor : "rgb(255, 255, 255)";
      return colour === "rgba(0, 0, 0, 0)" ? under(one?.parentElement ?? null) : colour;
    };
    return getComputedStyle(element).color !== under(element);
  });

test.concurrent("T-1: in English by the keyboard alone one reads goal, money and decision, and focus is always seen", async () => {
  const page = await site.open({ path: "/", browser: { locale: "en-GB" } });
  const key = (name: string) => page.keyboard.press(name);
  const bodies = (await told(listBodies, "/bodies")).flatMap(({ name, nameEn }) =>
    nameEn ? [name, nameEn] : [name],
  );
  const main = page.getByRole("main");
  /** Goes on with Tab until focus is where one wants to be, which is seen there. */
  const tabTo = async (what: Locator, way: "Tab" | "Shift+Tab" = "Tab") => {
    const there = what.and(page.locator(":focus"));
    for (let i = 0; i < MAX_TABS && (await there.count()) === 0; i++) await key(way);
    await there.waitFor({ timeout: 1000 });
    expect(await focusSeen(page), `${what}`).toBe(true);
  };
  const enter = async (what: Locator, way?: "Tab" | "Shift+Tab") => {
    await tabTo(what, way);
    await key("Enter");
    await settled(page);
    expect(await unmarked(page, bodies), page.url()).toEqual([]);
  };
  expect(await page.getAttribute("html", "lang")).toBe("en");
  expect(await unmarked(page, bodies)).toEqual([]);

  // Past the menu, and into the wheel, which is one stop
  await tabTo(page.getByRole("link", { name: "Skip to content" }));
  await key("Enter");
  await focusOn(main);
  const wheel = page.getByRole("toolbar", { name: /^The municipality's year 2028/ });
  await tabTo(wheel.getByRole("link", { name: /^Vision/ }));
  expect(await wheel.locator('[tabindex="0"]').count()).toBe(1);
  for (const _ of ["strategic goals", "goals"]) await key("ArrowUp");
  const reading = wheel.getByRole("link", { name: /når kravnivån i läsning/ });
  for (let i = 0; i < MAX_TABS && (await reading.and(page.locator(":focus")).count()) === 0; i++)
    await key("ArrowRight");
  await enter(reading);
  await page.waitForURL(/\/mal\/bildningsnamnden\/lasning/);
  await focusOn(main);
  expect(await main.getByRole("heading", { level: 1 }).getAttribute("lang")).toBe("sv");
  expect(await textOf(main)).toMatch(/88 → towards at least 90 better/);

  // Another body in the bar: arrows load nothing, what one chooses rules the next page
  const bar = page.getByRole("combobox", { name: "Committee, board or company" });
  await tabTo(bar, "Shift+Tab");
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await key("Enter");
  for (const _ of [1, 2, 3]) await key("ArrowDown");
  await key("ArrowUp");
  expect(loaded).toEqual([]);
  await page.keyboard.type("bild");
  await key("Enter");
  await page.waitForURL(/organ=bildningsnamnden/);
  await focusOn(bar);
  await enter(menu(page).getByRole("link", { name: /^Finance/ }));
  await page.getByRole("heading", { level: 1, name: "Finance" }).waitFor();
  await main.getByText("Bildningsnämnden (Education Committee)").first().waitFor();

  // The budget document, and a figure in it explained: down, and back to where one was
  await enter(main.getByRole("link", { name: "Read the budget document" }));
  expect(await main.locator(".paper").getAttribute("lang")).toBe("en");
  const figure = main.getByRole("link", { name: /^Explain Bildningsnämnden, 2028/ }).first();
  await tabTo(figure);
  await key("Enter");
  const open = drawer(page);
  await open.getByRole("heading", { name: "Explain the figure" }).waitFor();
  await tabTo(open.getByRole("link", { name: /^Explain Other adjustments/ }));
  await key("Enter");
  await focusOn(open.getByRole("heading", { level: 3, name: /^Other adjustments/ }));
  expect(await unmarked(page, bodies)).toEqual([]);
  await key("Escape");
  await open.waitFor({ state: "hidden" });
  await focusOn(figure);

  // A page by its name, written at once
  await key("Control+k");
  await page.keyboard.type("governing documents");
  await open.getByRole("option", { name: /^Governing documents/ }).waitFor();
  await key("Enter");
  await page.getByRole("heading", { level: 1, name: "Governing documents" }).waitFor();
  await settled(page);
  expect(await unmarked(page, bodies)).toEqual([]);
  expect(await main.getByText("Delegationsordning för bildningsnämnden").first().getAttribute("lang")).toBe(
    "sv",
  );

  // A decision by its words, which are Swedish
  await key("Control+k");
  await page.keyboard.type("säker skolväg");
  await open.getByRole("option", { name: /^Säker skolväg vid Björnekullaskolan: 1 400 tkr/ }).waitFor();
  await quiet(page);
  await key("Enter");
  await page.waitForURL(/\/beslut\/\d+/);
  await settled(page);
  expect(await main.getByRole("heading", { level: 1 }).getAttribute("lang")).toBe("sv");
  expect(await unmarked(page, bodies)).toEqual([]);

  // Signed in, a scenario that somebody has shared is opened and closed
  await enter(page.getByRole("link", { name: "Sign in" }).first(), "Shift+Tab");
  await tabTo(main.getByRole("button", { name: /Try a scenario/ }));
  await key("Enter");
  await page.waitForURL(/\/ekonomi\/scenarier/);
  await settled(page);
  const shared = main.getByRole("button", { name: "Open Mindre klasser" });
  await tabTo(shared);
  await key("Enter");
  await focusOn(page.getByRole("region", { name: "Mindre klasser", exact: true }));
  await quiet(page);
  await focusOn(page.getByRole("region", { name: "Mindre klasser", exact: true }));
  await tabTo(main.getByRole("button", { name: "Close the scenario" }));
  await key("Enter");
  await focusOn(shared);
  expect(await unmarked(page, bodies)).toEqual([]);
  await page.close();
});

/** More presses than this nobody makes for one thing on a page. */
const MAX_TABS = 90;

/** Whether what has focus is marked, and in sight. */
const focusSeen = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return false;
    const marks = [element, ...element.querySelectorAll("*")].map((one) => getComputedStyle(one));
    const box = element.getBoundingClientRect();
    const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return (
      inSight &&
      marks.some(
        ({ outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth }) =>
          (outlineStyle !== "none" && outlineWidth !== "0px") ||
          boxShadow !== "none" ||
          // In the wheel, a line round the part
          (stroke !== "none" && Number.parseFloat(strokeWidth) >= 3),
      )
    );
  });

/**
 * Texts with Swedish letters that are not marked as Swedish, but for what bodies and the municipality are called: a name is the same in
 * all languages (WCAG 3.1.2).
 */
async function unmarked(page: Page, names: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest("noscript, script, pre")) continue;
      if (parent.closest("[lang]")?.getAttribute("lang") === "en")
        found.push(walker.currentNode.textContent ?? "");
    }
    return found;
  });
  const longest = ["Åstorps kommun", ...names].sort((a, b) => b.length - a.length);
  return [...new Set(texts)].filter((text) =>
    /[åäö]/i.test(longest.reduce((left, name) => left.replaceAll(name, ""), text)),
  );
}

import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { BROWSER_FLAGS, browserAtHand } from "../e2e/browser.ts";
import { withUnits } from "../src/budget/allocation/testing/big-input.ts";
import { NO_CHANGES } from "../src/budget/live/rules/changes.ts";
import { readConfig } from "../src/platform/config.ts";
import { buildWeb } from "../src/shell/build-web.ts";
import { startServer } from "../src/shell/server.ts";
import { median, round } from "./measure.ts";

const UNITS = 400;
const DAY = "2026-10-20";
const GOAL = 60;
const MOVING_MS = 5000;
/** The mouse is moved more often than the screen is drawn. */
const EACH_MS = 8;
const STEP_PX = 3;
const BUDGET = join(import.meta.dirname, "../sample/year/content/budget-2027.json");

/** (b) The page of scenarios in a real browser: how often a moved slider's figures are computed and drawn, each second. */
export async function measureSlider(): Promise<void> {
  const executablePath = browserAtHand();
  if (!executablePath) {
    console.log("Reglage: hoppar över, ingen Chromium finns (TILLIT_BROWSER pekar ut en)");
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), "tillit-bench-"));
  await chmod(folder, 0o755);
  const config = readConfig({
    TILLIT_DATA: folder,
    TILLIT_SAMPLE: "organisation",
    TILLIT_LOG: "error",
    TILLIT_RATE: "0",
    PORT: "0",
  });
  await buildWeb(config.webFolder);
  const server = await startServer(config);
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  try {
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: { width: 1280, height: 900 },
      locale: "sv-SE",
    });
    await context.addInitScript((day) => localStorage.setItem("tillit.today", day), DAY);
    const send = async (as: string, method: "put" | "post", path: string, data: unknown) => {
      await context.request.post("/api/sign-in/sample", { data: { person: as } });
      const headers = { "tillit-today": DAY, ...(method === "put" ? { "if-none-match": "*" } : {}) };
      const reply = await context.request[method](`/api${path}`, { data, headers });
      if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`);
      return (await reply.json()) as { id: string };
    };
    const sample = JSON.parse(await readFile(BUDGET, "utf8"));
    const budget = { ...sample, sources: [], input: withUnits(sample.input, UNITS) };
    await send("ekonomichef", "put", "/budget/budget/kommunfullmaktige/2027", budget);
    const { id } = await send("ks-ordforande", "post", "/budget/scenarios/2027", {
      name: "Fyrahundra enheter",
      party: "",
      comment: "",
      base: { matter: "budget:kommunfullmaktige:2027", version: 1 },
      changes: NO_CHANGES,
    });
    const page = await context.newPage();
    await page.goto(`/ekonomi/scenarier?ar=2027&scenario=${id}`);
    const rows = [];
    const tax = page.getByRole("slider").first();
    rows.push({ reglage: "skattesats", ...(await moved(page, tax)) });
    await page
      .locator("summary", { hasText: /^(Pris|Priser)/ })
      .first()
      .click();
    const price = page.getByRole("slider", { name: /enhet-001/ }).first();
    rows.push({ reglage: `pris för en enhet, ${UNITS} reglage öppna`, ...(await moved(page, price)) });
    console.log(`Reglage: ${UNITS} enheter, ${budget.input.indexation.length} uppräkningar, 3 år, Chromium`);
    console.table(rows);
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Holds the slider's thumb with the mouse and moves it to and fro; the page counts its own frames. */
async function moved(page: Page, slider: ReturnType<Page["locator"]>): Promise<Record<string, unknown>> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error("the slider is not seen");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.evaluate(() => {
    // From the first move to the last: what comes before and after is not the page's time
    const seen = { frames: 0, drawn: 0, work: [] as number[], changed: false, first: 0, last: 0, upTo: 0 };
    const now = document.querySelector(".scenario-now");
    new MutationObserver(() => {
      seen.changed = true;
    }).observe(now ?? document.body, { subtree: true, characterData: true, childList: true });
    const frame = () => {
      seen.frames += 1;
      if (seen.changed) seen.drawn += 1;
      seen.changed = false;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    // From the event to when all that follows from it has been computed and put in the document
    addEventListener(
      "input",
      () => {
        const began = performance.now();
        if (seen.first === 0) Object.assign(seen, { first: began, frames: 0, drawn: 0 });
        Object.assign(seen, { last: began, upTo: seen.frames });
        const after = new MessageChannel();
        after.port1.onmessage = () => seen.work.push(performance.now() - began);
        after.port2.postMessage(0);
      },
      { capture: true },
    );
    Object.assign(window, { seen });
  });
  const session = await page.context().newCDPSession(page);
  // What the page's own thread takes of the processor, whatever else the machine does
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busyMs = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const busyBefore = await busyMs();
  const until = Date.now() + MOVING_MS;
  // To and fro by the same length each time, so that every move is to another value; the mouse never waits for the page
  const [left, width] = [box.x + 0.1 * box.width, 0.8 * box.width];
  const moves: Promise<void>[] = [];
  for (let turn = 0; Date.now() < until; turn++) {
    const along = (turn * STEP_PX) % (2 * width);
    moves.push(page.mouse.move(left + (along < width ? along : 2 * width - along), y));
    await new Promise((done) => setTimeout(done, EACH_MS));
  }
  await Promise.all(moves);
  await page.mouse.up();
  const busy = (await busyMs()) - busyBefore;
  const seen = await page.evaluate(() => {
    const { upTo, drawn, work, first, last } = (
      window as unknown as {
        seen: { upTo: number; drawn: number; work: number[]; first: number; last: number };
      }
    ).seen;
    return { frames: upTo, drawn, work, seconds: (last - first) / 1000 };
  });
  const drawn = seen.drawn / seen.seconds;
  return {
    "omräkningar ritade/s": round(drawn),
    "rörelser som nått sidan/s": round(seen.work.length / seen.seconds),
    "bildrutor/s": round(seen.frames / seen.seconds),
    "från rörelse till klar sida, ms": round(median(seen.work)),
    "processortid per ritad omräkning, ms": round(busy / seen.drawn),
    [`mål ${GOAL}/s`]: drawn >= GOAL * 0.97 ? "nått" : "ej nått",
  };
}

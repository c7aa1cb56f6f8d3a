import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { astorp } from "../src/shell/testing/astorp.ts";
import { toyChapter } from "../src/shell/testing/toy/chapter.ts";
import { twinTownKind } from "../src/shell/testing/toy/kinds.ts";
import { propose } from "./budget-year-people.ts";
import { buildPages } from "./setup.ts";
import { openSite, type Site } from "./site.ts";

// A kind of matter in one folder, with its line in the server's list and in the web's: all pages that it needs are the house's
const ID = "twin-town-agreement:kommunfullmaktige:2027:lerwick";
const PATH = "/toy/twin-town-agreement/kommunfullmaktige/2027/lerwick";
const content = { town: "Lerwick", sinceYear: 2020, responsible: "kommunchef" };
let site: Site;
let webFolder: string;

beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), "tillit-toy-"));
  await buildPages(webFolder, "src/shell/testing/toy/vite.config.ts");
  site = await openSite(() =>
    astorp("organisation", { more: [{ kinds: [twinTownKind], chapter: toyChapter }], webFolder }),
  );
  const give = (id: string, action: string, kinds: string, roles: string) =>
    `insert into organisation.mandate values ('1277', '${id}', '${action}:twin-town-agreement', '{${kinds}}', '{${roles}}', 'group', 'Prov', '§3.2', '2020-01-01', null);`;
  await site.astorp.sql(`select set_config('tillit.person', 'test', false), set_config('tillit.why', 'test', false);
    create table public.toy_told (told serial, town text, what text);
    grant select, insert on public.toy_told to ${site.astorp.runRole}; grant usage on public.toy_told_told_seq to ${site.astorp.runRole};
    ${give("toy-edit", "edit", "administration,executive", "municipal-director")}
    ${give("toy-decide", "decide", "council", "chair,secretary")}`);
  await site.astorp.draft("kommunchef", "2026-11-02", PATH, content);
});
afterAll(async () => {
  await site?.close();
  await rm(webFolder, { recursive: true, force: true });
});

test("P-4: what may be done with the kind is said in its own words, on the role's card and among the mandates", async () => {
  const page = await site.open({
    // There are more mandates than are shown at once
    path: "/beslut/mandat?verb=decide",
    day: "2026-11-02",
  });
  await page.getByText("Besluta vänortsavtal").first().waitFor();
  expect(await page.locator("main").innerText()).not.toContain("twin-town-agreement");
  await page.close();
});

test("A-14: the draft waits on the list, and its line leads to the page where it is written", async () => {
  const page = await site.open({ path: "/", as: "kommunchef", day: "2026-11-02" });
  await page.getByRole("link", { name: "Se över: Lerwick" }).click();
  await page.getByRole("heading", { name: "Skriv vänortsavtal" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/vanorter/kommunfullmaktige/2027/lerwick");
  await page.close();
});

test("R-5: it is proposed and decided on the page that every matter has", async () => {
  const path = "/arende/twin-town-agreement/kommunfullmaktige/2027/lerwick";
  const writer = await site.open({ path, as: "kommunchef", day: "2026-11-04" });
  await writer.getByText("Lerwick, vänort sedan 2020").waitFor();
  await propose(writer);
  await writer.getByText("Framlagt").first().waitFor();
  await writer.close();
  const { json } = await site.astorp.call("kf-ordforande", "2026-11-30", "GET", PATH);
  const { version } = json as { version: { number: number; revision: number; state: string } };
  expect(version.state).toBe("proposed");
  expect((await site.astorp.proposeToCouncil("2026-11-11", ID)).status).toBe(200);
  const decided = await site.astorp.call("kf-ordforande", "2026-11-30", "POST", "/decisions", {
    body: {
      matter: ID,
      version: version.number,
      revision: version.revision,
      decidedOn: "2026-11-30",
      paragraph: "§ 5",
      reference: "KS 9",
      sentence: "Lerwick blir vänort",
    },
  });
  expect(decided.status).toBe(200);
});

test("D-1, T-6: anyone reads it in the register, in the list of decisions, by its name in the search, and as it was decided", async () => {
  // Decided in November, it applies from the year that it is for
  const day = "2027-02-01";
  const register = await site.open({ path: "/dokument", day });
  await register.getByText("Vänortsavtal").first().waitFor();
  await register.close();
  const page = await site.open({ path: "/beslut", day });
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").locator("input").fill("vänort");
  await page.getByText("Vänortsavtal 2027").first().waitFor();
  await page.keyboard.press("Escape");
  await page.close();
  const open = await site.open({ path: "/arende/twin-town-agreement/kommunfullmaktige/2027/lerwick", day });
  await open.getByText("Lerwick, vänort sedan 2020").waitFor();
  await open.close();
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../src/shell/testing/astorp.ts";
import { identityProvider, type TestProvider } from "../src/shell/testing/identity-provider.ts";
import { accessFaults, openSite, type Site, settled } from "./site.ts";

let a: Astorp;
let site: Site;
let idp: TestProvider;
beforeAll(async () => {
  a = await astorp("organisation", { environment: { TILLIT_PROVIDER_NETWORKS: "loopback" } });
  site = await openSite(async () => a);
  idp = await identityProvider(a.server.url);
  idp.people.set("abc123", { name: "Rektor Från Katalogen", groups: ["Tillit rektorer"] });
});
afterAll(async () => {
  await idp?.stop();
  await site?.close();
});

test("T-2: the system manager sets up the municipality's own sign-in, and somebody comes in by it with a post, and out again at both", async () => {
  const page = await site.open({ path: "/beslut/inloggning", as: "systemforvaltare" });
  await page.getByRole("button", { name: "Lägg till en identitetstjänst" }).click();
  await page.getByLabel("Namn", { exact: true }).fill("Kommunens konto");
  await page.getByLabel("Utfärdare").fill(`${idp.issuer}/fel`);
  await page.getByLabel("Klientens id").fill(idp.clientId);
  await page.getByLabel("Klientens hemlighet").fill(idp.clientSecret);
  await page.getByLabel("Omfång (scope)").fill("openid profile groups");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  // A wrong address is told of, and mended in place
  const contact = page.getByRole("button", { name: "Prova kontakten" });
  await contact.click();
  await page.getByText("ingen beskrivning enligt OpenID Connect").waitFor();
  await page.getByLabel("Utfärdare").fill(idp.issuer);
  await page.getByRole("button", { name: "Spara", exact: true }).first().click();
  await page.getByText("Inställningarna är sparade").waitFor();
  await contact.click();
  await page.getByText("Tjänsten svarar").waitFor();

  await page.getByRole("button", { name: "Lägg till en regel" }).click();
  const rule = page.getByRole("dialog");
  await rule.getByLabel("Värde").fill("Tillit rektorer");
  await rule.getByLabel("Organ").selectOption({ label: "Björnekullaskolan" });
  await rule.getByLabel("Roll").selectOption({ label: "enhetschef" });
  await rule.getByLabel("Titel").fill("Rektor");
  await rule.getByRole("button", { name: "Spara i utkastet" }).click();
  await page.getByText("Rektor, Björnekullaskolan").waitFor();
  await page.getByRole("button", { name: "Pröva", exact: true }).click();
  await page.getByText("Namn Efternamn loggas in och läggs upp som en ny person.").waitFor();
  await page.getByRole("button", { name: "Sätt reglerna i kraft" }).click();
  await page.getByText(/^Gäller sedan/).waitFor();
  await page.getByRole("button", { name: "Visa på inloggningssidan" }).click();
  await page.getByText("Tjänsten står på inloggningssidan").waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await page.close();

  const visitor = await site.open({ path: "/logga-in?till=%2Fbeslut%2Fmandat" });
  await visitor.getByRole("button", { name: "Logga in med Kommunens konto" }).click();
  // The provider's own page
  await visitor.getByPlaceholder("Enter any login").fill("abc123");
  await visitor.getByPlaceholder("and password").fill("ett lösenord");
  await visitor.getByRole("button", { name: "Sign-in" }).click();
  await visitor.getByRole("button", { name: "Continue" }).click();
  await visitor.waitForURL((url) => url.pathname === "/beslut/mandat");
  await settled(visitor);
  await visitor.getByRole("button", { name: /Rektor/ }).click();
  await visitor.getByText("Rektor, Björnekullaskolan").waitFor();
  await visitor.getByRole("button", { name: "Logga ut" }).click();
  await visitor.getByRole("button", { name: "Yes, sign me out" }).click();
  await visitor.waitForURL((url) => url.pathname === "/logga-in");
  await settled(visitor);
  expect(await visitor.getByRole("link", { name: "Logga in" }).count()).toBeGreaterThan(0);

  // Says no there: told so, and the other ways in stay
  await visitor.getByRole("button", { name: "Logga in med Kommunens konto" }).click();
  await visitor.getByRole("link", { name: /Cancel/ }).click();
  await visitor.getByText("Inloggningen avbröts").waitFor();
  await visitor.getByRole("button", { name: /Visa alla/ }).waitFor();
});

test("T-5: the system manager sets up a service account; its token is shown once, works, and ends at once", async () => {
  const page = await site.open({ path: "/beslut/tjanstekonton", as: "systemforvaltare" });
  await page.getByRole("button", { name: "Lägg upp ett tjänstekonto" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Namn", { exact: true }).fill("Bokföringen");
  await form.getByLabel("Vad det är till för").fill("Läser in bokföringen varje natt");
  await form.getByLabel("Svarar för det").fill("Ekonomichef");
  await page
    .getByRole("option", { name: /^Ekonomichef/ })
    .first()
    .click();
  await form.getByLabel("Arbetar i organet").selectOption({ label: "Kommunstyrelseförvaltningen" });
  await form.getByLabel("Som", { exact: true }).selectOption({ label: "medarbetare" });
  await form.getByLabel("Läsa in bokföringen").check();
  // What the role may not, the account may not
  await form.getByRole("button", { name: "Lägg upp och visa nyckeln" }).click();
  await form.getByText(/Som medarbetare i Kommunstyrelseförvaltningen får man inte det/).waitFor();
  await form.getByLabel("Som", { exact: true }).selectOption({ label: "controller" });
  await form.getByRole("button", { name: "Lägg upp och visa nyckeln" }).click();
  const token = await page.getByRole("dialog").getByLabel("Nyckel", { exact: true }).inputValue();
  const asked = () =>
    fetch(`${a.server.url}/api/ledger/imports`, { headers: { authorization: `Bearer ${token}` } });
  expect((await asked()).status).toBe(403); // it may bring in and not read
  await page.getByRole("button", { name: "Jag har sparat nyckeln" }).click();
  expect(await accessFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Hantera Bokföringen" }).click();
  await page.getByRole("button", { name: "Avsluta genast" }).click();
  await page.getByText("Bokföringen är avslutat").waitFor();
  expect((await asked()).status).toBe(401);
});

import { budgetMenu } from "../../budget/pages/menu.ts";
import { controlMenu } from "../../control/pages/menu.ts";
import { decisionsMenu } from "../../decisions/pages/menu.ts";
import { documentsMenu } from "../../documents/pages/menu.ts";
import { followupMenu } from "../../followup/pages/menu.ts";
import { goalsMenu } from "../../goals/pages/menu.ts";
import { lessonsMenu } from "../../lessons/pages/menu.ts";
import { CROSSING_PAGE } from "../../organisation/accounts/elsewhere/page-address.ts";
import {
  FORGOTTEN_PAGE,
  LINK_PAGE,
  OWN_ACCOUNT_PAGE,
  REMINDERS_PAGE,
} from "../../organisation/accounts/kind.ts";
import { SETUP } from "../../organisation/setup/kind.ts";
import { plansInMenu } from "../../plans/pages/menu.ts";
import type { ChapterMenu } from "../../platform/ui/chapter-menu.ts";
import { wheelInMenu } from "../../year/pages/menu.ts";
import { SEARCH_PAGE } from "./search/search-path.ts";

/** The front door, with what belongs to no chapter. */
const startMenu: ChapterMenu = {
  id: "wheel",
  path: "/",
  names: { sv: "Årshjulet", en: "The year" },
  also: { sv: "start kalender mitt", en: "start home calendar wheel mine" },
  cite: "§2.4",
  pages: [
    { address: "/", names: { sv: "Årshjulet", en: "The year" } },
    ...wheelInMenu,
    {
      address: "/modellen",
      names: { sv: "Modellen och lagarna", en: "The model and the laws" },
      also: { sv: "styrmodell kommunallagen", en: "governance" },
      aside: true,
    },
    {
      address: "/oppna-data",
      names: { sv: "Öppna data och API", en: "Open data and API" },
      also: { sv: "csv ladda ner", en: "download" },
      aside: true,
    },
    {
      address: SEARCH_PAGE,
      names: { sv: "Sök", en: "Search" },
      also: { sv: "hitta leta", en: "find" },
      aside: true,
    },
    {
      address: "/dag",
      names: { sv: "Vilka sidor visar inte dagen?", en: "Which pages don't show the day?" },
      also: { sv: "datum tidigare som känt historik", en: "date earlier as known" },
      aside: true,
    },
    {
      address: "/kom-igang",
      names: { sv: "Kom igång", en: "Getting started" },
      also: { sv: "uppstart lägga upp flytta in", en: "set up move in" },
      to: { council: `edit:${SETUP.object}` },
    },
    {
      address: "/logga-in",
      names: { sv: "Logga in", en: "Sign in" },
      also: { sv: "byt roll", en: "change role" },
      aside: true,
    },
    {
      address: OWN_ACCOUNT_PAGE,
      names: { sv: "Mitt konto", en: "My account" },
      also: { sv: "lösenord nycklar sessioner inloggad", en: "password passkeys sessions" },
      to: "signed-in",
      aside: true,
    },
    {
      address: REMINDERS_PAGE,
      names: { sv: "Påminnelser", en: "Reminders" },
      also: { sv: "e-post brev kalender avsluta", en: "e-mail letters calendar unsubscribe" },
      aside: true,
    },
    {
      address: FORGOTTEN_PAGE,
      names: { sv: "Glömt lösenordet", en: "Forgotten the password" },
      aside: true,
    },
    {
      address: CROSSING_PAGE,
      names: { sv: "Byt kommun", en: "Change municipality" },
      aside: true,
    },
    { address: LINK_PAGE, names: { sv: "Välj lösenord", en: "Choose a password" }, aside: true },
  ],
};

/** What every employee opens first: why one does what one does (§1.1). */
const unitMenu: ChapterMenu = {
  id: "unit",
  path: "/min-enhet",
  names: { sv: "Min enhet", en: "My unit" },
  cite: "§1.1",
  pages: [
    {
      address: "/min-enhet",
      names: { sv: "Min enhet", en: "My unit" },
      also: { sv: "åtaganden iakttagelse varför", en: "actions observation why" },
      to: "signed-in",
    },
  ],
};

/** One's own unit, then the model's chapters in its order, each as it has declared itself. */
export const menu: readonly ChapterMenu[] = [
  unitMenu,
  startMenu,
  { ...goalsMenu, pages: [...goalsMenu.pages, ...plansInMenu] },
  budgetMenu,
  controlMenu,
  followupMenu,
  lessonsMenu,
  decisionsMenu,
  documentsMenu,
];

/** The chapter that an address lies in: under its own, or at one of its pages. */
export const chapterOf = (pathname: string): ChapterMenu | undefined =>
  menu.find((chapter) => chapter !== startMenu && isAt(chapter.path, pathname)) ??
  menu.find(({ pages }) => pages.some(({ address, aside }) => !aside && isAt(address, pathname)));

/** Whether an address is the one, or lies below it; all lies below the front door, which is only itself. */
const isAt = (address: string, pathname: string): boolean =>
  pathname === address || (address !== "/" && pathname.startsWith(`${address}/`));

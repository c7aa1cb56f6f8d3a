import { mandateObject } from "../rules/objects.ts";

/** Who has an account, and how it is opened. */
export const ACCOUNT = mandateObject({
  object: "account",
  names: { sv: "Konton", en: "Accounts" },
  definite: { sv: "kontona", en: "the accounts" },
  address: { all: "/beslut/konton", write: "/beslut/konton" },
});

/** Where a link to choose a password by leads; the token stands after "#", which no server and no log is told of. */
export const LINK_PAGE = "/konto/lank";
export const OWN_ACCOUNT_PAGE = "/konto";
/** Where one chooses how one is reminded: a page of the chapter on the year. */
export const REMINDERS_PAGE = "/konto/paminnelser";
export const FORGOTTEN_PAGE = "/konto/glomt";

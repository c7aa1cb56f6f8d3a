import { refuse } from "../../kernel/problem.ts";
import type { Config } from "../../platform/config.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Route } from "../../platform/http/contract.ts";
import { type Asked, type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { addressForLinks } from "../../platform/letters/own-address.ts";
import { postLetter, sendAgain } from "../../platform/letters/post.ts";
import { dropLetters, letterToSend, noteLetter } from "../../platform/letters/store.ts";
import {
  type Account,
  accountAt,
  accountBy,
  accountsOf,
  newAccount,
  noteInvited,
  readdress,
  setShut,
} from "../../platform/sign-in/account-store.ts";
import { newLink } from "../../platform/sign-in/links.ts";
import type { Seal } from "../../platform/sign-in/seal.ts";
import { dropFactors } from "../../platform/sign-in/second-factor.ts";
import { endSessions } from "../../platform/sign-in/sessions.ts";
import { ROLES, type Role } from "../rules/organisation.ts";
import { people, whoAsks } from "../store.ts";
import {
  AddressTaken,
  endSessionsOf,
  HasAccount,
  HasNoPost,
  inviteToAccount,
  type LinkView,
  listLocalAccounts,
  NoAccount,
  NoSuchLetter,
  NoSuchPerson,
  NotOneself,
  removeFactorsOf,
  sendAccountLink,
  sendLetterAgain,
  setFactorRoles,
  shutAccount,
} from "./contract.ts";
import { elsewhereHandlers } from "./elsewhere/routes.ts";
import { entryHandlers } from "./entry/routes.ts";
import { LINK_PAGE } from "./kind.ts";
import { CHANGED, INVITATION, RESET } from "./letters.ts";
import { listedAccounts } from "./listing.ts";
import { ownAccountHandlers } from "./own/routes.ts";
import { secondFactorRoles, storeFactorRoles } from "./roles.ts";

type Mailing = Pick<Config, "mail" | "publicUrl">;
type Keeping = Pick<Asked<unknown, unknown, unknown>, "tx" | "ctx">;

/** Local accounts: how one comes in, one's own, and those that the system manager keeps (T-2). */
export const accountHandlers = (config: Mailing, seal: Seal): Handler[] => [
  ...entryHandlers(config, seal),
  ...elsewhereHandlers,
  ...ownAccountHandlers(config, seal),
  handle(listLocalAccounts, async ({ tx, ctx, query }) => {
    await mustKeep({ tx, ctx }, listLocalAccounts);
    return listedAccounts(tx, ctx, query.text, { byMail: await lettersFrom(tx, config) });
  }),

  handle(inviteToAccount, async ({ tx, ctx, body, note }) => {
    await mustKeep({ tx, ctx }, inviteToAccount);
    const email = body.email.toLowerCase();
    const [person] = await people(tx, body.person);
    if (!person) refuse(NoSuchPerson);
    if (!person.posts.some(({ validTo }) => validTo === null || validTo >= ctx.today))
      refuse(HasNoPost, { params: { person: person.name } });
    const there = await accountAt(tx, email);
    if (there && there.personId !== person.id) refuse(AddressTaken);
    const [own] = await accountsOf(tx, person.id);
    if (own && own.passwordHash !== null) refuse(HasAccount, { params: { person: person.name } });
    // An address that was mistyped is mended as long as nobody has opened the account
    if (own && own.email !== email) await readdress(tx, own.account, email);
    if (own) await noteInvited(tx, own.account);
    const account = own?.account ?? (await newAccount(tx, ctx.municipality, { personId: person.id, email }));
    note({ kind: "invited", personId: person.id });
    return linkTo(tx, ctx, config, (await accountBy(tx, account)) as Account);
  }),

  handle(sendAccountLink, async ({ tx, ctx, params, note }) => {
    await mustKeep({ tx, ctx }, sendAccountLink);
    const account = await accountOf(tx, params.person);
    if (account.passwordHash === null) await noteInvited(tx, account.account);
    note({ kind: account.passwordHash === null ? "invited" : "link-asked", personId: params.person });
    return linkTo(tx, ctx, config, account);
  }),

  handle(shutAccount, async ({ tx, ctx, params, body: { shut }, note }) => {
    await mustKeep({ tx, ctx }, shutAccount);
    mustBeAnother(ctx, params.person);
    await accountOf(tx, params.person);
    const changed = await setShut(tx, params.person, shut);
    if (shut) await endSessions(tx, params.person);
    if (changed > 0) note({ kind: shut ? "account-shut" : "account-opened", personId: params.person });
    return { shut };
  }),

  handle(endSessionsOf, async ({ tx, ctx, params, note }) => {
    await mustKeep({ tx, ctx }, endSessionsOf);
    if ((await people(tx, params.person)).length === 0) refuse(NoSuchPerson);
    const keep = params.person === ctx.personId ? ctx.sessionToken : undefined;
    const ended = await endSessions(tx, params.person, { keep });
    if (ended > 0) note({ kind: "sessions-ended", personId: params.person });
    return { ended };
  }),

  handle(removeFactorsOf, async ({ tx, ctx, params, note }) => {
    await mustKeep({ tx, ctx }, removeFactorsOf);
    mustBeAnother(ctx, params.person);
    const account = await accountOf(tx, params.person);
    await dropFactors(tx, params.person);
    await endSessions(tx, params.person);
    note({ kind: "factor-removed", personId: params.person, reason: "system-manager" });
    if (await lettersFrom(tx, config)) {
      const about = { what: "factors-removed" as const, at: ctx.now.toISOString() };
      const to = { personId: params.person, account: account.account, about };
      await postLetter(tx, ctx.municipality, CHANGED, to, { offered: true });
    }
    return { removed: true as const };
  }),

  handle(setFactorRoles, async ({ tx, ctx, body, note }) => {
    await mustKeep({ tx, ctx }, setFactorRoles);
    await storeFactorRoles(tx, ctx.municipality, [...new Set(body.roles)]);
    note({ kind: "rights-changed", reason: "second-factor" });
    const stored = await secondFactorRoles(tx);
    return { roles: (Object.keys(ROLES) as Role[]).filter((role) => stored.includes(role)) };
  }),

  handle(sendLetterAgain, async ({ tx, ctx, params }) => {
    await mustKeep({ tx, ctx }, sendLetterAgain);
    const letter = await letterToSend(tx, params.letter);
    if (!letter || !["failed", "refused", "waiting"].includes(letter.state)) refuse(NoSuchLetter);
    await noteLetter(tx, params.letter, "waiting");
    await sendAgain(tx, params.letter);
    return { posted: true as const };
  }),
];

const mustKeep = async ({ tx, ctx }: Keeping, route: Route): Promise<void> => {
  (await whoAsks(tx, ctx)).mustBy(route);
};

/** Nobody shuts out the one who sits there: somebody must be able to open it again. */
function mustBeAnother(ctx: Context, person: string): void {
  if (person === ctx.personId) refuse(NotOneself);
}

async function accountOf(tx: Tx, person: string): Promise<Account> {
  const accounts = await accountsOf(tx, person);
  return accounts.find(({ passwordHash }) => passwordHash !== null) ?? accounts[0] ?? refuse(NoAccount);
}

/** Whether letters are sent from here and can lead back. */
const lettersFrom = async (tx: Tx, config: Mailing): Promise<boolean> =>
  config.mail !== undefined && (await addressForLinks(tx, config)) !== undefined;

/** A link to an account: in a letter, or where none are sent to the one who asks, this once. Links and letters before it end. */
async function linkTo(tx: Tx, ctx: Context, config: Mailing, account: Account): Promise<LinkView> {
  const kind = account.passwordHash === null ? INVITATION : RESET;
  await dropLetters(tx, account.account, [INVITATION.kind, RESET.kind]);
  if (!(await lettersFrom(tx, config)))
    return { link: `${LINK_PAGE}#${await newLink(tx, ctx.municipality, account)}`, email: account.email };
  const about = { account: account.account };
  const to = { personId: account.personId, account: account.account, about };
  await postLetter(tx, ctx.municipality, kind, to, { offered: true });
  return { link: null, email: account.email };
}

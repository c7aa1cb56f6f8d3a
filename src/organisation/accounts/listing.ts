import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { lettersByHand, lettersInTrouble } from "../../platform/letters/store.ts";
import { type Account, allAccounts } from "../../platform/sign-in/account-store.ts";
import { linksUntil } from "../../platform/sign-in/links.ts";
import { haveFactor } from "../../platform/sign-in/second-factor.ts";
import { countSessions } from "../../platform/sign-in/sessions.ts";
import { type Person, postsOn } from "../rules/organisation.ts";
import { people } from "../store.ts";
import { type AccountView, MAX_ACCOUNTS } from "./contract.ts";
import { RESET } from "./letters.ts";
import { secondFactorRoles } from "./roles.ts";

/** Who has an account and how it is opened, by name; those alone whose name, title or address a text is in. */
export async function listedAccounts(tx: Tx, ctx: Context, text: string, { byMail }: { byMail: boolean }) {
  const known = new Map((await people(tx)).map((person) => [person.id, person]));
  const roles = await secondFactorRoles(tx);
  const sought = text.trim().toLocaleLowerCase("sv");
  const all = (await allAccounts(tx)).map((account) => ({ account, person: known.get(account.personId) }));
  const titleOf = (person: Person | undefined) => (person && postsOn(person, ctx.today)[0]?.title) ?? "";
  const found = all
    .filter(({ account, person }) =>
      [account.email, person?.name ?? "", titleOf(person)].some((one) =>
        one.toLocaleLowerCase("sv").includes(sought),
      ),
    )
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), "sv"));
  const shown = found.slice(0, MAX_ACCOUNTS);
  const ids = shown.map(({ account }) => account.personId);
  const withFactor = await haveFactor(tx, ids);
  const sessions = await countSessions(tx, ids);
  const until = await linksUntil(tx);
  const accounts = shown.map(({ account, person }): AccountView => {
    const demanded = person && postsOn(person, ctx.today).some(({ role }) => roles.includes(role));
    const link = until.get(account.account);
    return {
      person: account.personId,
      name: person?.name ?? account.personId,
      title: titleOf(person),
      email: account.email,
      state: stateOf(account, link, ctx.now),
      invitedAt: account.invitedAt?.toISOString() ?? null,
      linkUntil: link && link > ctx.now ? link.toISOString() : null,
      passwordSetAt: account.passwordSetAt?.toISOString() ?? null,
      secondFactor: withFactor.has(account.personId) ? "has" : demanded ? "demanded" : "none",
      sessions: sessions.get(account.personId) ?? 0,
    };
  });
  const named = (person: string) => known.get(person)?.name ?? person;
  return {
    accounts,
    count: found.length,
    byMail,
    secondFactorRoles: roles,
    letters: (await lettersInTrouble(tx)).map(
      ({ letter, kind, personId, state, tries, fault, postedAt }) => ({
        letter,
        kind,
        person: personId,
        name: named(personId),
        state: state as "waiting" | "failed" | "refused",
        tries,
        fault: fault ?? "",
        postedAt: postedAt.toISOString(),
      }),
    ),
    asking: (await lettersByHand(tx, [RESET.kind])).map(({ personId, postedAt }) => ({
      person: personId,
      name: named(personId),
      askedAt: postedAt.toISOString(),
    })),
  };
}

const nameOf = ({ person, account }: { readonly person: Person | undefined; readonly account: Account }) =>
  person?.name ?? account.personId;

function stateOf(account: Account, link: Date | undefined, now: Date): AccountView["state"] {
  if (account.shutAt) return "shut";
  if (account.passwordHash !== null || account.joinedAt !== null) return "open";
  // One that is on its way in a letter has none yet
  return link !== undefined && link <= now ? "link-ended" : "invited";
}

import { z } from "zod";
import { filled } from "../../kernel/filled.ts";
import { dayText } from "../../kernel/format.ts";
import { machineClock, swedishDay, swedishTime } from "../../platform/clock.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { AnyLetterKind, LetterKind } from "../../platform/letters/letter-kind.ts";
import { accountBy } from "../../platform/sign-in/account-store.ts";
import { LINK_HOURS, type LinkSort, newLink } from "../../platform/sign-in/links.ts";
import { municipalityOf, personNames } from "../store.ts";
import { LINK_PAGE, OWN_ACCOUNT_PAGE } from "./kind.ts";
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = sv.letters;
const HOUR_MS = 3_600_000;

/** A moment as a letter says it: "7 december 2026 klockan 14:03". */
const moment = (at: Date): string => `${dayText(swedishDay(at), "sv")} klockan ${swedishTime(at)}`;

const OfAccount = z.object({ account: z.number().int() });

/** A letter with a link to choose a password by. The link is made as the letter is sent, and stands nowhere else. */
const linkLetter = (kind: LinkSort): LetterKind<z.output<typeof OfAccount>> => ({
  kind,
  about: OfAccount,
  async write(tx, { municipality, personId, about, base }) {
    const account = await accountBy(tx, about.account);
    const sort: LinkSort = account?.passwordHash === null ? "invitation" : "reset";
    // Opened meanwhile, passed to another, or shut: then there is nothing to open
    if (!account || account.personId !== personId || account.shutAt || sort !== kind) return undefined;
    const token = await newLink(tx, municipality, account);
    const until = new Date(machineClock.now().getTime() + LINK_HOURS[sort] * HOUR_MS);
    return letterIn(tx, kind, {
      municipality,
      personId,
      values: { link: `${base}${LINK_PAGE}#${token}`, until: moment(until), email: account.email },
    });
  },
});

export const INVITATION = linkLetter("invitation");
export const RESET = linkLetter("reset");

const CHANGES = ["password", "factors-removed"] as const;
const Changed = z.object({ what: z.enum(CHANGES), at: z.iso.datetime() });

/** Tells a person that something that opens the account has been changed: whoever did not do it knows at once. */
export const CHANGED: LetterKind<z.output<typeof Changed>> = {
  kind: "changed",
  about: Changed,
  write: (tx, { municipality, personId, about, base }) =>
    letterIn(tx, about.what, {
      municipality,
      personId,
      values: { at: moment(new Date(about.at)), page: `${base}${OWN_ACCOUNT_PAGE}` },
    }),
};

export const accountLetters: readonly AnyLetterKind[] = [INVITATION, RESET, CHANGED];

async function letterIn(
  tx: Tx,
  words: keyof typeof WORDS,
  {
    municipality,
    personId,
    values,
  }: {
    readonly municipality: string;
    readonly personId: string;
    readonly values: Readonly<Record<string, string>>;
  },
) {
  const own = await municipalityOf(tx, municipality);
  const all = { municipality: own.name, name: (await personNames(tx))(personId), ...values };
  const { subject, text } = WORDS[words];
  return { subject: filled(subject, all), text: filled(text, all) };
}

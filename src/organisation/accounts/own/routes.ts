import { Problem, refuse } from "../../../kernel/problem.ts";
import type { Config } from "../../../platform/config.ts";
import type { Tx } from "../../../platform/database/door.ts";
import {
  Answer,
  type Before,
  type Context,
  type Handler,
  handle,
  handleAfter,
} from "../../../platform/http/handle.ts";
import { addressForLinks } from "../../../platform/letters/own-address.ts";
import { postLetter } from "../../../platform/letters/post.ts";
import {
  type Account,
  accountsOf,
  hashPassword,
  storePassword,
} from "../../../platform/sign-in/account-store.ts";
import { forgetDevices } from "../../../platform/sign-in/devices.ts";
import { endLink } from "../../../platform/sign-in/links.ts";
import * as passkeys from "../../../platform/sign-in/passkeys.ts";
import { newRecoveryCodes, recoveryCodesLeft } from "../../../platform/sign-in/recovery-codes.ts";
import type { Seal } from "../../../platform/sign-in/seal.ts";
import { countCode, dropRecoveryWithLast, waysOf } from "../../../platform/sign-in/second-factor.ts";
import {
  endOneSession,
  endSessions,
  mustHaveProved,
  noteProved,
  openSessions,
} from "../../../platform/sign-in/sessions.ts";
import { totpAddress } from "../../../platform/sign-in/totp.ts";
import * as totp from "../../../platform/sign-in/totp-store.ts";
import { takeBack } from "../../../platform/sign-in/waits.ts";
import { checkPassword, type Entered, shortAddress } from "../../../platform/sign-in.ts";
import { signIn } from "../../signing-in.ts";
import { municipalityOf, personNames } from "../../store.ts";
import { mustBeStrong } from "../choosing.ts";
import { WrongCode } from "../entry/contract.ts";
import { CHANGED } from "../letters.ts";
import { mustHaveFactor } from "../roles.ts";
import {
  addPasskey,
  beginPasskey,
  beginTotp,
  changePassword,
  confirmTotp,
  endOtherSessions,
  endOwnSession,
  finishSetUp,
  getOwnAccount,
  LastFactor,
  NoOwnAccount,
  NoSuchPasskey,
  NoSuchSession,
  NothingToConfirm,
  proveOneself,
  removePasskey,
  removeTotp,
  renamePasskey,
  renewRecoveryCodes,
  WrongPresentPassword,
} from "./contract.ts";

const me = (ctx: Context): string => ctx.personId as string;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const opens = ({ passwordHash, joinedAt }: Account) => passwordHash !== null || joinedAt !== null;

/** The account that one opens with a password, or from another municipality; the first of several. Refuses who signs in in another way. */
const ownAccount = async (tx: Tx, ctx: Context): Promise<Account> =>
  (await accountsOf(tx, me(ctx))).find(opens) ?? refuse(NoOwnAccount);

/** Checks the password of whoever sits there, counted as at sign-in. */
async function presentPassword(
  { door, ctx, ip, note }: Pick<Before<unknown>, "door" | "ctx" | "ip" | "note">,
  password: string,
): Promise<Entered> {
  const { municipality, requestId } = ctx;
  const { email, passwordHash } = await door.read(municipality, (tx) => ownAccount(tx, ctx));
  if (passwordHash === null) refuse(NoOwnAccount);
  return checkPassword(door, { municipality, email, password, ip, device: undefined, requestId, note }).catch(
    (cause: unknown) => {
      if (cause instanceof Problem && cause.kind.code === "wrong-password") refuse(WrongPresentPassword);
      throw cause;
    },
  );
}

/** Codes for who has lost the second factor, made with the first of them. */
async function codesWithFirst(tx: Tx, ctx: Context): Promise<string[] | null> {
  return (await recoveryCodesLeft(tx, me(ctx))) > 0 ? null : newRecoveryCodes(tx, ctx.municipality, me(ctx));
}

/** Refuses to take away the only second factor of who must have one. */
async function mustNotBeLast(tx: Tx, ctx: Context): Promise<void> {
  const left = (await waysOf(tx, me(ctx))).filter((way) => way !== "recovery");
  if (left.length === 0 && (await mustHaveFactor(tx, me(ctx), ctx.standsOn))) refuse(LastFactor);
}

export const ownAccountHandlers = (config: Pick<Config, "mail" | "publicUrl">, seal: Seal): Handler[] => [
  handle(getOwnAccount, async ({ tx, ctx }) => {
    const accounts = await accountsOf(tx, me(ctx));
    const own = accounts.find(opens);
    const keys = await passkeys.passkeysOf(tx, me(ctx));
    const sessions = await openSessions(tx, me(ctx), ctx.sessionToken);
    return {
      name: (await personNames(tx))(me(ctx)),
      email: own?.email ?? null,
      joined: own !== undefined && own.passwordHash === null,
      passwordSetAt: iso(own?.passwordSetAt ?? null),
      totpSince: iso(await totp.totpSince(tx, me(ctx))),
      passkeys: keys.map(({ id, name, madeAt, usedAt }) => ({
        id,
        name,
        madeAt: madeAt.toISOString(),
        usedAt: iso(usedAt),
      })),
      recoveryCodesLeft: await recoveryCodesLeft(tx, me(ctx)),
      mustHaveFactor: await mustHaveFactor(tx, me(ctx), ctx.standsOn),
      sessions: sessions.map(({ startedAt, usedAt, ...session }) => ({
        ...session,
        startedAt: startedAt.toISOString(),
        usedAt: usedAt.toISOString(),
      })),
    };
  }),

  handleAfter(
    changePassword,
    (asked) => presentPassword(asked, asked.body.present),
    async ({ tx, ctx, body, note }, right) => {
      const own = await ownAccount(tx, ctx);
      if (own.passwordHash !== right.passwordHash) refuse(WrongPresentPassword);
      await mustBeStrong(tx, ctx, { password: body.password, email: own.email, personId: me(ctx) });
      await takeBack(tx, right.counted);
      await storePassword(tx, own.account, { passwordHash: await hashPassword(body.password) });
      await endLink(tx, own.account);
      const ended = await endSessions(tx, me(ctx), { keep: ctx.sessionToken });
      await forgetDevices(tx, [me(ctx)]);
      if (ctx.sessionToken) await noteProved(tx, ctx.sessionToken);
      note({ kind: "password-set", personId: me(ctx), address: shortAddress(own.email) });
      // Where no letters are sent there is nobody to hand this one over to
      if (config.mail !== undefined && (await addressForLinks(tx, config)) !== undefined) {
        const about = { what: "password" as const, at: ctx.now.toISOString() };
        const to = { personId: me(ctx), account: own.account, about };
        await postLetter(tx, ctx.municipality, CHANGED, to, { offered: true });
      }
      return { ended };
    },
  ),

  handleAfter(
    proveOneself,
    (asked) => presentPassword(asked, asked.body.password),
    async ({ tx, ctx }, right) => {
      await takeBack(tx, right.counted);
      if (ctx.sessionToken) await noteProved(tx, ctx.sessionToken);
      return { proved: true as const };
    },
  ),

  handle(beginTotp, async ({ tx, ctx }) => {
    const { email } = await ownAccount(tx, ctx);
    await mustHaveProved(tx, ctx.sessionToken);
    const secret = await totp.beginTotp(tx, seal, ctx.municipality, me(ctx));
    const { name } = await municipalityOf(tx, ctx.municipality);
    return { secret, address: totpAddress({ secret, issuer: `Tillit ${name}`, account: email }) };
  }),

  handleAfter(
    confirmTotp,
    ({ ctx, door, note }) =>
      countCode(door, {
        municipality: ctx.municipality,
        personId: me(ctx),
        requestId: ctx.requestId,
        note,
      }),
    async ({ tx, ctx, body, note }, { counted }) => {
      await ownAccount(tx, ctx);
      await mustHaveProved(tx, ctx.sessionToken);
      const how = await totp.confirmTotp(tx, seal, me(ctx), body.code.replace(/\s/g, ""), ctx.now);
      if (how === "none") refuse(NothingToConfirm);
      if (how === "wrong") refuse(WrongCode);
      await takeBack(tx, counted);
      note({ kind: "factor-added", personId: me(ctx), reason: "totp" });
      return { recoveryCodes: await codesWithFirst(tx, ctx) };
    },
  ),

  // By itself, when the codes that came with the first factor have been read: until then nothing else has opened
  handle(finishSetUp, async (asked) => {
    const { tx, ctx } = asked;
    if (!ctx.halfway || (await waysOf(tx, me(ctx))).length === 0) refuse(NothingToConfirm);
    const { person, session } = await signIn(asked, me(ctx));
    return new Answer(person, { session });
  }),

  handle(removeTotp, async ({ tx, ctx, note }) => {
    await mustHaveProved(tx, ctx.sessionToken);
    if (await totp.dropTotp(tx, me(ctx))) {
      await mustNotBeLast(tx, ctx);
      await dropRecoveryWithLast(tx, me(ctx));
      note({ kind: "factor-removed", personId: me(ctx), reason: "totp" });
    }
    return { removed: true as const };
  }),

  handle(beginPasskey, async ({ tx, ctx, from }) => {
    const { email } = await ownAccount(tx, ctx);
    await mustHaveProved(tx, ctx.sessionToken);
    const { name } = await municipalityOf(tx, ctx.municipality);
    const of = { personId: me(ctx), address: email, issuer: `Tillit ${name}`, from };
    return { ...(await passkeys.beginPasskey(tx, ctx.municipality, of)) };
  }),

  handle(addPasskey, async ({ tx, ctx, body, from, note }) => {
    await ownAccount(tx, ctx);
    await mustHaveProved(tx, ctx.sessionToken);
    const { name, answer: response } = body;
    await passkeys.addPasskey(tx, ctx.municipality, { personId: me(ctx), name, response, from });
    note({ kind: "factor-added", personId: me(ctx), reason: "passkey" });
    return { recoveryCodes: await codesWithFirst(tx, ctx) };
  }),

  handle(renamePasskey, async ({ tx, ctx, params, body }) => {
    if (!(await passkeys.namePasskey(tx, me(ctx), params.passkey, body.name))) refuse(NoSuchPasskey);
    return { name: body.name };
  }),

  handle(removePasskey, async ({ tx, ctx, params, note }) => {
    await mustHaveProved(tx, ctx.sessionToken);
    if (!(await passkeys.dropPasskey(tx, me(ctx), params.passkey))) refuse(NoSuchPasskey);
    await mustNotBeLast(tx, ctx);
    await dropRecoveryWithLast(tx, me(ctx));
    note({ kind: "factor-removed", personId: me(ctx), reason: "passkey" });
    return { removed: true as const };
  }),

  handle(renewRecoveryCodes, async ({ tx, ctx, note }) => {
    await mustHaveProved(tx, ctx.sessionToken);
    if ((await waysOf(tx, me(ctx))).length === 0) refuse(NothingToConfirm);
    note({ kind: "factor-added", personId: me(ctx), reason: "recovery" });
    return { recoveryCodes: await newRecoveryCodes(tx, ctx.municipality, me(ctx)) };
  }),

  handle(endOwnSession, async ({ tx, ctx, params, note }) => {
    if (!(await endOneSession(tx, me(ctx), params.session))) refuse(NoSuchSession);
    note({ kind: "sessions-ended", personId: me(ctx) });
    return { ended: true as const };
  }),

  handle(endOtherSessions, async ({ tx, ctx, note }) => {
    const ended = await endSessions(tx, me(ctx), { keep: ctx.sessionToken });
    if (ended > 0) note({ kind: "sessions-ended", personId: me(ctx) });
    return { ended };
  }),
];

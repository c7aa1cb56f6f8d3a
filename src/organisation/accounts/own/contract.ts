import { z } from "zod";
import { problemKind } from "../../../kernel/problem.ts";
import { route } from "../../../platform/http/contract.ts";
import { NoPost, PersonShape, SignInWait } from "../../contract.ts";
import { MAX_CODE, PasskeyRefused, WeakPassword, WebAuthnOptions, WrongCode } from "../entry/contract.ts";

const chapter = "organisation";

/** Who signs in in another way has nothing here to change. */
export const NoOwnAccount = problemKind("no-own-account", 409);
export const WrongPresentPassword = problemKind("wrong-present-password", 422);
export const ProveYourself = problemKind("prove-yourself", 428);
export const NothingToConfirm = problemKind("nothing-to-confirm", 409);
export const LastFactor = problemKind("last-factor", 409);
export const NoSuchSession = problemKind("no-such-session", 404);
export const NoSuchPasskey = problemKind("no-such-passkey", 404);
const TooManyPasskeys = problemKind("too-many-passkeys", 409);

const SessionView = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  usedAt: z.iso.datetime(),
  /** The network that it comes from, "192.0.2.0/24"; empty where that is not known. */
  network: z.string(),
  browser: z.string(),
  /** The one that is read with. */
  here: z.boolean(),
});

export const getOwnAccount = route({
  id: "getOwnAccount",
  method: "GET",
  path: "/own-account",
  chapter,
  summary: "Mitt konto: lösenord, andra steg, nycklar och var man är inloggad",
  whileSettingUp: true,
  kept: false,
  returns: z.object({
    name: z.string(),
    /** The local account's address; null for who signs in in another way. */
    email: z.string().nullable(),
    /** It is opened from another municipality's account, and has no password here. */
    joined: z.boolean(),
    passwordSetAt: z.iso.datetime().nullable(),
    totpSince: z.iso.datetime().nullable(),
    passkeys: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        madeAt: z.iso.datetime(),
        usedAt: z.iso.datetime().nullable(),
      }),
    ),
    recoveryCodesLeft: z.number().int(),
    /** Whether one of the person's posts must have a second factor here. */
    mustHaveFactor: z.boolean(),
    sessions: z.array(SessionView),
  }),
});

export type OwnAccount = z.output<typeof getOwnAccount.returns>;

export const changePassword = route({
  id: "changePassword",
  method: "POST",
  path: "/own-account/password",
  chapter,
  summary: "Byt lösenord; det som är öppet någon annanstans avslutas",
  allow: "anyone",
  onAnyDay: true,
  secret: true,
  body: z.object({ present: z.string().min(1).max(500), password: z.string().min(1).max(500) }),
  returns: z.object({ ended: z.number().int() }),
  problems: [NoOwnAccount, WrongPresentPassword, SignInWait, WeakPassword],
});

export const proveOneself = route({
  id: "proveOneself",
  method: "POST",
  path: "/own-account/proof",
  chapter,
  summary: "Visa med lösenordet vem man är, innan man ändrar hur kontot öppnas",
  allow: "anyone",
  whileSettingUp: true,
  onAnyDay: true,
  secret: true,
  body: z.object({ password: z.string().min(1).max(500) }),
  returns: z.object({ proved: z.literal(true) }),
  problems: [NoOwnAccount, WrongPresentPassword, SignInWait],
});

export const beginTotp = route({
  id: "beginTotp",
  method: "POST",
  path: "/own-account/totp",
  chapter,
  summary: "Börja med koder ur en app: hemligheten som appen läser in",
  allow: "anyone",
  whileSettingUp: true,
  onAnyDay: true,
  secret: true,
  returns: z.object({
    secret: z.string(),
    /** What the picture says: "otpauth://totp/…". */
    address: z.string(),
  }),
  problems: [NoOwnAccount, ProveYourself],
});

/** Recovery codes that have just been made, with the first factor; null where there were some already. */
const NewCodes = z.object({ recoveryCodes: z.array(z.string()).nullable() });

export const confirmTotp = route({
  id: "confirmTotp",
  method: "POST",
  path: "/own-account/totp/confirmation",
  chapter,
  summary: "Ta koderna i bruk med en första kod ur appen",
  allow: "anyone",
  whileSettingUp: true,
  onAnyDay: true,
  secret: true,
  body: z.object({ code: z.string().trim().min(1).max(MAX_CODE) }),
  returns: NewCodes,
  problems: [NoOwnAccount, ProveYourself, NothingToConfirm, WrongCode, SignInWait],
});

export const finishSetUp = route({
  id: "finishSetUp",
  method: "POST",
  path: "/own-account/set-up",
  chapter,
  summary: "Gå in, när det andra steg som rollen kräver har lagts till",
  allow: "anyone",
  whileSettingUp: true,
  onAnyDay: true,
  secret: true,
  returns: PersonShape,
  problems: [NothingToConfirm, NoPost],
});

export const removeTotp = route({
  id: "removeTotp",
  method: "DELETE",
  path: "/own-account/totp",
  chapter,
  summary: "Sluta med koder ur en app",
  allow: "anyone",
  onAnyDay: true,
  returns: z.object({ removed: z.literal(true) }),
  problems: [ProveYourself, LastFactor],
});

export const beginPasskey = route({
  id: "beginPasskey",
  method: "POST",
  path: "/own-account/passkeys/challenge",
  chapter,
  summary: "Vad webbläsaren gör en ny nyckel (passkey) av",
  allow: "anyone",
  whileSettingUp: true,
  onAnyDay: true,
  secret: true,
  returns: WebAuthnOptions,
  problems: [NoOwnAccount, ProveYourself, TooManyPasskeys],
});

const Base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const MAX_ID = 1400;
const MAX_PART = 60_000;
export const MAX_PASSKEY_NAME = 60;
const PasskeyName = z.string().trim().min(1).max(MAX_PASSKEY_NAME);

export const addPasskey = route({
  id: "addPasskey",
  method: "POST",
  path: "/own-account/passkeys",
  chapter,
  summary: "Spara en nyckel (passkey) som webbläsaren har gjort",
  allow: "anyone",
  whileSettingUp: true,
  onAnyDay: true,
  secret: true,
  body: z.object({
    name: PasskeyName,
    answer: z.object({
      id: Base64Url.max(MAX_ID),
      rawId: Base64Url.max(MAX_ID),
      type: z.literal("public-key"),
      response: z.object({
        clientDataJSON: Base64Url.max(MAX_PART),
        attestationObject: Base64Url.max(MAX_PART),
        transports: z.array(z.string().max(30)).max(10).optional(),
      }),
      clientExtensionResults: z.record(z.string().max(100), z.unknown()).default({}),
    }),
  }),
  returns: NewCodes,
  problems: [NoOwnAccount, ProveYourself, PasskeyRefused],
});

const OfPasskey = z.object({ passkey: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

export const renamePasskey = route({
  id: "renamePasskey",
  method: "PUT",
  path: "/own-account/passkeys/{passkey}",
  chapter,
  summary: "Ge en nyckel (passkey) ett annat namn",
  allow: "anyone",
  onAnyDay: true,
  params: OfPasskey,
  body: z.object({ name: PasskeyName }),
  returns: z.object({ name: z.string() }),
  problems: [NoSuchPasskey],
});

export const removePasskey = route({
  id: "removePasskey",
  method: "DELETE",
  path: "/own-account/passkeys/{passkey}",
  chapter,
  summary: "Ta bort en nyckel (passkey)",
  allow: "anyone",
  onAnyDay: true,
  params: OfPasskey,
  returns: z.object({ removed: z.literal(true) }),
  problems: [ProveYourself, NoSuchPasskey, LastFactor],
});

export const renewRecoveryCodes = route({
  id: "renewRecoveryCodes",
  method: "POST",
  path: "/own-account/recovery-codes",
  chapter,
  summary: "Tio nya reservkoder; de förra gäller inte längre",
  allow: "anyone",
  onAnyDay: true,
  secret: true,
  returns: z.object({ recoveryCodes: z.array(z.string()) }),
  problems: [ProveYourself, NothingToConfirm],
});

export const endOwnSession = route({
  id: "endOwnSession",
  method: "DELETE",
  path: "/own-account/sessions/{session}",
  chapter,
  summary: "Avsluta en inloggning på ett annat ställe",
  allow: "anyone",
  onAnyDay: true,
  params: z.object({ session: z.string().regex(/^[0-9a-f]{16}$/) }),
  returns: z.object({ ended: z.literal(true) }),
  problems: [NoSuchSession],
});

export const endOtherSessions = route({
  id: "endOtherSessions",
  method: "POST",
  path: "/own-account/sessions/end",
  chapter,
  summary: "Avsluta alla inloggningar utom den här",
  allow: "anyone",
  onAnyDay: true,
  returns: z.object({ ended: z.number().int() }),
});

import { z } from "zod";
import { problemKind } from "../../../kernel/problem.ts";
import { route } from "../../../platform/http/contract.ts";
import { NoPost, PersonShape, SignInWait, WrongPassword } from "../../contract.ts";

const chapter = "organisation";

export const WrongCode = problemKind("wrong-code", 401);
export const PasskeyRefused = problemKind("passkey-refused", 401);
export const NoSuchLink = problemKind("no-such-link", 404);
export const AccountShut = problemKind("account-shut", 403);
export const WeakPassword = problemKind("weak-password", 422);
const SignInFirst = problemKind("sign-in-first", 401);

/** Who has come in; or what whoever has given the password still has to do, and by which of the own ways. */
export const SignedIn = z.union([
  PersonShape,
  z.object({
    awaits: z.enum(["second-factor", "set-up"]),
    ways: z.array(z.enum(["totp", "passkey", "recovery"])),
  }),
]);

export const signInLocal = route({
  id: "signInLocal",
  method: "POST",
  path: "/sign-in/local",
  chapter,
  summary: "Logga in med e-post och lösenord; den som har ett andra steg ger det sedan",
  access: "public",
  secret: true,
  body: z.object({ email: z.email().max(254), password: z.string().min(1).max(500) }),
  returns: SignedIn,
  answerName: "SignedIn",
  problems: [NoPost, WrongPassword, SignInWait, AccountShut],
});

export const MAX_CODE = 40;

export const giveSecondFactor = route({
  id: "giveSecondFactor",
  method: "POST",
  path: "/sign-in/second-factor",
  chapter,
  summary: "Andra steget: koden ur appen, eller en reservkod",
  access: "public",
  secret: true,
  body: z.object({ code: z.string().trim().min(1).max(MAX_CODE) }),
  returns: PersonShape,
  problems: [SignInFirst, WrongCode, SignInWait, AccountShut, NoPost],
});

/** What a browser is told to do by WebAuthn: made and read by a library at each end. */
export const WebAuthnOptions = z.looseObject({ challenge: z.string() });

export const askForPasskey = route({
  id: "askForPasskey",
  method: "POST",
  path: "/sign-in/passkey/challenge",
  chapter,
  summary: "Vad webbläsaren ska underteckna för att logga in med en nyckel (passkey)",
  access: "public",
  secret: true,
  returns: WebAuthnOptions,
});

const Base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const MAX_ID = 1400;
const MAX_PART = 20_000;

/** What a browser answers with (WebAuthn's AuthenticationResponseJSON). */
const PasskeyAnswer = z.object({
  id: Base64Url.max(MAX_ID),
  rawId: Base64Url.max(MAX_ID),
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: Base64Url.max(MAX_PART),
    authenticatorData: Base64Url.max(MAX_PART),
    signature: Base64Url.max(MAX_PART),
    userHandle: Base64Url.max(MAX_ID).optional(),
  }),
  clientExtensionResults: z.record(z.string().max(100), z.unknown()).default({}),
});

export const signInPasskey = route({
  id: "signInPasskey",
  method: "POST",
  path: "/sign-in/passkey",
  chapter,
  summary: "Logga in med en nyckel (passkey): den är båda stegen i ett",
  access: "public",
  secret: true,
  body: z.object({ answer: PasskeyAnswer }),
  returns: PersonShape,
  problems: [PasskeyRefused, AccountShut, NoPost],
});

const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const lookAtLink = route({
  id: "lookAtLink",
  method: "POST",
  path: "/account-links/look",
  chapter,
  summary: "Vems konto en länk öppnar, och till när den gäller",
  access: "public",
  secret: true,
  body: z.object({ token: Token }),
  returns: z.object({
    sort: z.enum(["invitation", "reset"]),
    email: z.string(),
    name: z.string(),
    expiresAt: z.iso.datetime(),
  }),
  problems: [NoSuchLink],
});

export const openLink = route({
  id: "openAccountLink",
  method: "POST",
  path: "/account-links/use",
  chapter,
  summary: "Välj lösenord med en länk; länken är sedan förbrukad",
  access: "public",
  secret: true,
  body: z.object({ token: Token, password: z.string().min(1).max(500) }),
  returns: SignedIn,
  problems: [NoSuchLink, WeakPassword, NoPost],
});

export const askForNewPassword = route({
  id: "askForNewPassword",
  method: "POST",
  path: "/account-links/ask",
  chapter,
  summary: "Be om en länk till ett nytt lösenord; svaret är detsamma för en adress utan konto",
  access: "public",
  secret: true,
  body: z.object({ email: z.email().max(254) }),
  returns: z.object({
    asked: z.literal(true),
    /** False where no letters are sent from here: then the system manager hands over the link. */
    byMail: z.boolean(),
  }),
  problems: [SignInWait],
});

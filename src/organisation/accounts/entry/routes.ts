import { problemKind, refuse } from "../../../kernel/problem.ts";
import type { Config } from "../../../platform/config.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { sha256 } from "../../../platform/hash.ts";
import { Answer, type Handler, handle, handleAfter } from "../../../platform/http/handle.ts";
import { addressForLinks } from "../../../platform/letters/own-address.ts";
import { postLetter } from "../../../platform/letters/post.ts";
import { dropLetters, justPosted } from "../../../platform/letters/store.ts";
import { accountAt, hashPassword, isShut, storePassword } from "../../../platform/sign-in/account-store.ts";
import { forgetDevices } from "../../../platform/sign-in/devices.ts";
import { endLink, linkOf } from "../../../platform/sign-in/links.ts";
import * as passkeys from "../../../platform/sign-in/passkeys.ts";
import type { Seal } from "../../../platform/sign-in/seal.ts";
import { countCode, takeCode } from "../../../platform/sign-in/second-factor.ts";
import { senderOf } from "../../../platform/sign-in/sender.ts";
import { endSessions } from "../../../platform/sign-in/sessions.ts";
import { type Counted, countTry, forgetCount, waitInWords } from "../../../platform/sign-in/waits.ts";
import { checkPassword, entered, shortAddress } from "../../../platform/sign-in.ts";
import { SignInWait } from "../../contract.ts";
import { signIn } from "../../signing-in.ts";
import { personNames } from "../../store.ts";
import { mustBeStrong } from "../choosing.ts";
import { INVITATION, RESET } from "../letters.ts";
import {
  AccountShut,
  askForNewPassword,
  askForPasskey,
  giveSecondFactor,
  lookAtLink,
  openLink,
  signInLocal,
  signInPasskey,
} from "./contract.ts";
import { afterPassword } from "./stage.ts";

const SignInFirst = problemKind("sign-in-first", 401);

/** Every answer to who asks for a new password takes so long, whether there is an account or not. */
const ANSWER_MS = 400;
/** So long a letter is given to come before another goes to the same account. */
const BETWEEN_LETTERS_MINUTES = 5;

export const entryHandlers = (config: Pick<Config, "mail" | "publicUrl">, seal: Seal): Handler[] => [
  handleAfter(
    signInLocal,
    ({ body, ctx, ...asked }) =>
      checkPassword(asked.door, {
        ...body,
        ...asked,
        municipality: ctx.municipality,
        requestId: ctx.requestId,
      }),
    async (asked, right) => {
      const device = await entered(asked.tx, asked.ctx.municipality, right);
      return afterPassword(asked, right.personId, { device });
    },
  ),

  handleAfter(
    giveSecondFactor,
    async ({ ctx, door, note }) => {
      if (ctx.halfway?.stage !== "second-factor") return refuse(SignInFirst);
      const { personId } = ctx.halfway;
      const tried = await countCode(door, {
        municipality: ctx.municipality,
        personId,
        requestId: ctx.requestId,
        note,
      });
      // Told before it is looked at would be told too often, and after a refusal never: who is right is told of as signed in
      return { personId, tried, wrong: () => note({ kind: "code-failed", personId }) };
    },
    async (asked, { personId, tried, wrong }) => {
      const { tx, ctx, body, note } = asked;
      if (await isShut(tx, personId)) refuse(AccountShut);
      const way = await takeCode(tx, personId, body.code, { ...tried, now: ctx.now, seal }).catch(
        (cause: unknown) => {
          wrong();
          throw cause;
        },
      );
      if (way === "recovery") note({ kind: "recovery-used", personId });
      const { person, session } = await signIn(asked, personId);
      return new Answer(person, { session });
    },
  ),

  handle(askForPasskey, async ({ tx, ctx, from }) => ({
    ...(await passkeys.askForPasskey(tx, ctx.municipality, from)),
  })),

  handleAfter(
    signInPasskey,
    async ({ note }) =>
      () =>
        note({ kind: "passkey-failed" }),
    async (asked, failed) => {
      const personId = await passkeys
        .personByPasskey(asked.tx, asked.body.answer, asked.from)
        .catch((cause: unknown) => {
          failed();
          throw cause;
        });
      if (await isShut(asked.tx, personId)) refuse(AccountShut);
      const { person, session } = await signIn(asked, personId);
      return new Answer(person, { session });
    },
  ),

  handleAfter(
    lookAtLink,
    async ({ note }) =>
      () =>
        note({ kind: "link-refused" }),
    async ({ tx, body }, failed) => {
      const { account, sort, expiresAt } = await linkHere(tx, body.token, failed);
      const name = (await personNames(tx))(account.personId);
      return { sort, email: account.email, name, expiresAt: expiresAt.toISOString() };
    },
  ),

  handleAfter(
    openLink,
    async ({ note }) =>
      () =>
        note({ kind: "link-refused" }),
    async (asked, failed) => {
      const { tx, ctx, body, note } = asked;
      const { account } = await linkHere(tx, body.token, failed);
      const { personId, email } = account;
      await mustBeStrong(tx, ctx, { password: body.password, email, personId });
      await storePassword(tx, account.account, { passwordHash: await hashPassword(body.password) });
      await endLink(tx, account.account);
      await dropLetters(tx, account.account, [INVITATION.kind, RESET.kind]);
      // What is open may be somebody else's, and so may what knows the device
      await endSessions(tx, personId);
      await forgetDevices(tx, [personId]);
      await forgetCount(tx, { sort: "address", sha256: sha256(email) });
      note({ kind: "password-set", personId, address: shortAddress(email) });
      return afterPassword(asked, personId);
    },
  ),

  handleAfter(
    askForNewPassword,
    async ({ body, ctx, door, from, note }) => {
      const until = performance.now() + ANSWER_MS;
      const { municipality, requestId } = ctx;
      const email = body.email.toLowerCase();
      const sender = senderOf(from.ip);
      const counted: Counted[] = [
        { sort: "ask", sha256: sha256(`${sender} ${email}`) },
        { sort: "asker", sha256: sha256(sender) },
      ];
      const writer = { municipality, personId: "besökare", requestId };
      const waitS = await door.write(writer, "Ett nytt lösenord begärs", async (tx) => {
        const waitS = await countTry(tx, municipality, counted);
        if (waitS > 0) return waitS;
        const account = await accountAt(tx, email);
        note({
          kind: "link-asked",
          address: shortAddress(email),
          ...(account ? { personId: account.personId } : {}),
        });
        // An account that nobody has opened has its invitation; one that is shut has nothing
        if (!account?.passwordHash || account.shutAt) return 0;
        // Whoever asks from everywhere fills nobody's mailbox
        if (await justPosted(tx, account.account, RESET.kind, BETWEEN_LETTERS_MINUTES)) return 0;
        await dropLetters(tx, account.account, [RESET.kind]);
        const offered = config.mail !== undefined && (await addressForLinks(tx, config)) !== undefined;
        const to = {
          personId: account.personId,
          account: account.account,
          about: { account: account.account },
        };
        await postLetter(tx, municipality, RESET, to, { offered });
        return 0;
      });
      await new Promise((done) => setTimeout(done, Math.max(0, until - performance.now())));
      if (waitS > 0) refuse(SignInWait, { params: waitInWords(waitS), retryAfterS: waitS });
    },
    async ({ tx }) => ({
      asked: true as const,
      byMail: config.mail !== undefined && (await addressForLinks(tx, config)) !== undefined,
    }),
  ),
];

/** The link of a token; tells of one that leads nowhere. */
const linkHere = (tx: Tx, token: string, failed: () => void) =>
  linkOf(tx, token).catch((cause: unknown) => {
    failed();
    throw cause;
  });

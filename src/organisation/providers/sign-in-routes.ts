import { randomBytes } from "node:crypto";
import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import { sha256 } from "../../platform/hash.ts";
import {
  Answer,
  type Before,
  type Handler,
  handle,
  handleAfter,
  NotFound,
} from "../../platform/http/handle.ts";
import { isShut } from "../../platform/sign-in/account-store.ts";
import { answerOf, askProvider, type ProviderSaid } from "../../platform/sign-in/openid.ts";
import { closeAt, onwardFrom } from "../../platform/sign-in/provider-sessions.ts";
import { type IdentityProvider, identityProviders } from "../../platform/sign-in/providers.ts";
import { beginRound, takeRound } from "../../platform/sign-in/rounds.ts";
import { endSession } from "../../platform/sign-in.ts";
import { AccountShut } from "../accounts/entry/contract.ts";
import { signOut } from "../contract.ts";
import { signIn } from "../signing-in.ts";
import { arrive } from "./arriving.ts";
import { beginProvider, finishProvider, offeredProviders, REDIRECT_PATH, RoundLost } from "./contract.ts";
import { askedAs, type Outside, providerNamed } from "./routes.ts";
import { NO_RULES } from "./rules/claims.ts";
import { rulesOf } from "./store.ts";

/** A browser that is known already keeps what it is known by: several sign-ins may be under way in it. */
const KNOWN_BROWSER = /^[\w-]{43}$/;
const browserOf = (round: string | undefined): string =>
  round !== undefined && KNOWN_BROWSER.test(round) ? round : randomBytes(32).toString("base64url");

const writerOf = ({ ctx }: Pick<Before<unknown>, "ctx">) => ({
  municipality: ctx.municipality,
  personId: "besökare",
  requestId: ctx.requestId,
});

/** Signing in by a provider, and out (T-2): nothing waits for it in a transaction. */
export const providerSignInHandlers = (outside: Outside): Handler[] => [
  handle(offeredProviders, async ({ tx }) =>
    (await identityProviders(tx)).filter(({ offered }) => offered).map(({ id, name }) => ({ id, name })),
  ),
  handleAfter(
    beginProvider,
    async ({ params, ctx, door, origin, round }) => {
      const one = await door.read(ctx.municipality, (tx) => offeredNamed(tx, params.provider));
      const redirectUri = new URL(REDIRECT_PATH, origin).href;
      const asked = askedAs(outside, ctx.municipality, one);
      const { address, ...begun } = await askProvider(asked, redirectUri, outside.fetch);
      return { address, round: { ...begun, provider: one.id, redirectUri, browser: browserOf(round) } };
    },
    async ({ tx, ctx }, { address, round }) => {
      if (!(await beginRound(tx, ctx.municipality, round))) refuse({ code: "busy", status: 503 });
      return new Answer({ address }, { round: round.browser });
    },
  ),
  handleAfter(
    finishProvider,
    (asked) =>
      answered(asked, outside).catch((cause: unknown) => {
        asked.note({ kind: "sign-in-failed", reason: "provider" });
        throw cause;
      }),
    async (asked, { provider, person, said }) => {
      const { tx, ctx } = asked;
      // Whoever keeps the accounts has shut this one: it is shut whichever way one comes
      if (await isShut(tx, person)) refuse(AccountShut);
      const { person: shown, session } = await signIn(asked, person, { how: provider.id });
      await closeAt(tx, ctx.municipality, outside.seal, {
        tokenSha256: sha256(session),
        provider: provider.id,
        endsAt: said.endsAt,
        hint: said.idToken,
      });
      return new Answer(shown, { session });
    },
  ),
  handle(signOut, async ({ ctx, tx, note }) => {
    const onward = ctx.sessionToken
      ? await onwardFrom(tx, ctx.municipality, outside.seal, sha256(ctx.sessionToken))
      : null;
    if (ctx.sessionToken) await endSession(tx, ctx.sessionToken);
    if (ctx.personId) note({ kind: "signed-out", personId: ctx.personId });
    return new Answer({ signedOut: true as const, onward }, { session: null });
  }),
];

/** One that has been taken away from the page lets nobody in, not those either who were on their way. */
async function offeredNamed(tx: Tx, id: string): Promise<IdentityProvider> {
  const one = await providerNamed(tx, id);
  return one.offered ? one : refuse(NotFound, { params: { what: id } });
}

/**
 * Takes the round that an answer belongs to, which is then used; asks the provider for what it says; and takes in who it is. What the
 * provider takes back stays taken back, also where nobody gets in.
 */
async function answered(
  asked: Before<{ readonly query: string }>,
  outside: Outside,
): Promise<{
  readonly provider: IdentityProvider;
  readonly person: string;
  readonly said: ProviderSaid;
}> {
  const { body, ctx, door, round: browser } = asked;
  const state = new URLSearchParams(body.query).get("state");
  if (!state || !browser) refuse(RoundLost);
  const { round, provider } = await door.write(
    writerOf(asked),
    "Ett svar från en identitetstjänst prövas",
    async (tx) => {
      const round = await takeRound(tx, { state, browser });
      return { round, provider: round && (await offeredNamed(tx, round.provider)) };
    },
  );
  if (!round || !provider) return refuse(RoundLost);
  const leadsBack = `${new URL(round.redirectUri).origin}${REDIRECT_PATH}`;
  const said = await answerOf(
    askedAs(outside, ctx.municipality, provider),
    { query: body.query, round, leadsBack },
    outside.fetch,
  );
  const { issuer, subject, claims } = said;
  const arrived = await door.write(writerOf(asked), finishProvider.summary, async (tx) =>
    arrive(tx, ctx.municipality, {
      provider,
      subject: { issuer, subject },
      claims,
      rules: (await rulesOf(tx, provider.id)).inForce?.rules ?? NO_RULES,
      day: ctx.present,
    }),
  );
  if ("refused" in arrived) return refuse(arrived.refused, { params: { name: provider.name } });
  return { provider, person: arrived.person, said };
}

import { randomBytes } from "node:crypto";
import { INSTALLATION } from "../../../kernel/installation.ts";
import { refuse } from "../../../kernel/problem.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { sha256 } from "../../../platform/hash.ts";
import {
  Answer,
  type Before,
  type Context,
  type Handler,
  handleAfter,
} from "../../../platform/http/handle.ts";
import { isShut } from "../../../platform/sign-in/account-store.ts";
import {
  belongingsOf,
  dropBelonging,
  dropCrossings,
  homeOf,
  isJoined,
  newCrossing,
  type Somebody,
  setJoined,
  setNotJoined,
  storeBelonging,
  takeCrossingCode,
} from "../../../platform/sign-in/elsewhere.ts";
import { endLink, linkOf } from "../../../platform/sign-in/links.ts";
import { endSessions, mustHaveProved } from "../../../platform/sign-in/sessions.ts";
import { type StoredMunicipality, storedMunicipalities } from "../../installation/store.ts";
import { AccountShut, NoSuchLink } from "../entry/contract.ts";
import { afterPassword } from "../entry/stage.ts";
import {
  beginCrossing,
  CrossingLost,
  getElsewhere,
  giveCrossing,
  joinElsewhere,
  leaveElsewhere,
  NotAtHome,
  NotElsewhere,
  takeCrossing,
} from "./contract.ts";
import { CROSSING_PAGE } from "./page-address.ts";

type Asking = Pick<Before<unknown>, "door" | "ctx">;

/** Who sits there, as whom one signs in: here, or where the session has come from. */
async function identityOf({ door, ctx }: Asking): Promise<Somebody> {
  const home = await door.read(ctx.municipality, (tx) => homeOf(tx, ctx.sessionToken));
  return home ?? { code: ctx.municipality, person: ctx.personId ?? "" };
}

/** Where somebody can go on to: everywhere but here, home among it. */
async function elsewhereOf(asking: Asking, home: Somebody): Promise<readonly Somebody[]> {
  const all = await asking.door.read(INSTALLATION, (tx) => belongingsOf(tx, home));
  return [home, ...all].filter(({ code }) => code !== asking.ctx.municipality);
}

/** The page of another municipality's that leads on, on its own name in the net; null for one without, or that is paused. */
function pageAt(one: StoredMunicipality | undefined, origin: string, mark: string): string | null {
  if (!one || one.paused || one.host === null) return null;
  const url = new URL(CROSSING_PAGE, origin);
  url.hostname = one.host;
  url.hash = mark;
  return url.href;
}

const writer = (municipality: string, { requestId }: Context, personId: string) => ({
  municipality,
  personId,
  requestId,
});

/** Refuses one who has come from another municipality, and one who has not just shown who it is. */
async function mustBeHome({ door, ctx }: Asking): Promise<Somebody> {
  const own = await door.read(ctx.municipality, async (tx) => {
    if (await homeOf(tx, ctx.sessionToken)) refuse(NotAtHome);
    await mustHaveProved(tx, ctx.sessionToken);
    return { code: ctx.municipality, person: ctx.personId ?? "" };
  });
  return own;
}

/** One account, several municipalities (T-3): joined by an invitation's link, and changed between by a code that is used once. */
export const elsewhereHandlers: Handler[] = [
  handleAfter(
    getElsewhere,
    async (asked) => {
      const { door, ctx, origin } = asked;
      const home = await identityOf(asked);
      const there = await elsewhereOf(asked, home);
      const all = there.length === 0 ? [] : await storedMunicipalities(door);
      const municipalities = there.flatMap(({ code }) => {
        const one = all.find((own) => own.code === code);
        const address = pageAt(one, origin, `fran.${ctx.municipality}`);
        return one && address ? [{ code, name: one.name, address }] : [];
      });
      return { municipalities, home: home.code === ctx.municipality };
    },
    async (_asked, found) => found,
  ),

  handleAfter(
    joinElsewhere,
    async (asked) => {
      const { door, ctx, body, note } = asked;
      const home = await mustBeHome(asked);
      const { host, token } = readLink(body.link);
      const one = (await storedMunicipalities(door)).find(({ hosts }) => hosts.includes(host));
      // Another municipality's, by its own name: what there is in which is told to nobody who has no link
      if (!one || one.code === ctx.municipality || one.paused) return refuse(NoSuchLink);
      await door.write(
        writer(one.code, ctx, "besökare"),
        "Ett konto öppnas från en annan kommun",
        async (tx) => {
          const { account, sort } = await linkOf(tx, token);
          if (sort !== "invitation") refuse(NoSuchLink);
          await endLink(tx, account.account);
          await setJoined(tx, account.account);
          const there = { code: one.code, person: account.personId };
          // Should this be stored and the rest not, it opens nothing: the account there says that it is joined
          await door.write(writer(INSTALLATION, ctx, "installation"), "Två konton är en persons", (own) =>
            storeBelonging(own, home, there),
          );
        },
      );
      note({ kind: "factor-added", personId: home.person, reason: "elsewhere" });
      return { code: one.code, name: one.name };
    },
    async (_asked, joined) => joined,
  ),

  handleAfter(
    leaveElsewhere,
    async (asked) => {
      const { door, ctx, params, note } = asked;
      const home = await mustBeHome(asked);
      const person = await door.write(
        writer(INSTALLATION, ctx, "installation"),
        "Två konton är inte längre en persons",
        (tx) => dropBelonging(tx, home, params.code),
      );
      if (person === undefined) return refuse(NotElsewhere);
      await door.write(
        writer(params.code, ctx, "besökare"),
        "Ett konto öppnas inte längre från en annan kommun",
        async (tx) => {
          await setNotJoined(tx, person);
          await dropCrossings(tx, person);
          await endSessions(tx, person);
        },
      );
      note({ kind: "factor-removed", personId: home.person, reason: "elsewhere" });
      return { left: true as const };
    },
    async (_asked, left) => left,
  ),

  handleAfter(
    beginCrossing,
    async ({ door, ctx, body, origin, round }) => {
      if (ctx.personId !== undefined) return { address: null, browser: undefined };
      const from = (await storedMunicipalities(door)).find(({ code }) => code === body.from);
      const browser = round !== undefined && /^[\w-]{43}$/.test(round) ? round : newBrowser();
      const address = pageAt(from, origin, `till.${ctx.municipality}.${sha256(browser)}`);
      return address === null ? refuse(CrossingLost) : { address, browser };
    },
    async (_asked, { address, browser }) => new Answer({ address }, { round: browser }),
  ),

  handleAfter(
    giveCrossing,
    async (asked) => {
      const { door, ctx, body, origin } = asked;
      const home = await identityOf(asked);
      const there = (await elsewhereOf(asked, home)).find(({ code }) => code === body.to);
      const one = there && (await storedMunicipalities(door)).find(({ code }) => code === body.to);
      if (!there || !one) return refuse(NotElsewhere);
      const { person } = there;
      const token = await door.write(
        writer(one.code, ctx, "besökare"),
        "Någon byter hit från en annan kommun",
        async (tx) =>
          (await isOpenTo(tx, there, home))
            ? newCrossing(tx, one.code, { person, home, browserSha256: body.browser })
            : refuse(NotElsewhere),
      );
      const address = pageAt(one, origin, `klar.${token}`);
      return address === null ? refuse(NotElsewhere) : { address };
    },
    async (_asked, given) => given,
  ),

  handleAfter(
    takeCrossing,
    // Used up whatever comes of it: in a transaction of its own
    async ({ door, ctx, body, round, note }) => {
      const came = await door.write(
        writer(ctx.municipality, ctx, "besökare"),
        "En kod från en annan kommun tas",
        (tx) => takeCrossingCode(tx, body.token, round ?? ""),
      );
      if (!came) note({ kind: "link-refused", reason: "crossing" });
      return came ?? refuse(CrossingLost);
    },
    async (asked, { person, home }) => {
      const { tx, ctx } = asked;
      if (await isShut(tx, person)) refuse(AccountShut);
      const came = home.code === ctx.municipality ? undefined : home;
      return afterPassword(asked, person, { how: "elsewhere", ...(came ? { home: came } : {}) });
    },
  ),
];

const newBrowser = (): string => randomBytes(32).toString("base64url");

/** Whether one who has shown who it is at home may come in: back home, or where the account is joined; never one that is shut. */
const isOpenTo = async (tx: Tx, { code, person }: Somebody, home: Somebody): Promise<boolean> =>
  !(await isShut(tx, person)) && (code === home.code || (await isJoined(tx, person)));

/** The host and the token of an invitation's link, as its letter has it. */
function readLink(text: string): { readonly host: string; readonly token: string } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return { host: url?.hostname.toLowerCase() ?? "", token: url?.hash.slice(1) ?? "" };
}

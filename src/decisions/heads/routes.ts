import { dayText } from "../../kernel/format.ts";
import { refuse } from "../../kernel/problem.ts";
import { municipalityOf } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { sha256 } from "../../platform/hash.ts";
import { Answer, type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { addressOfPerson } from "../../platform/sign-in/address.ts";
import { headNow, headsByDay } from "../rules/heads.ts";
import { headsFeed } from "../rules/heads-feed.ts";
import { lastOfDays, linksAfter, saidByDay } from "../store/chain.ts";
import { headWords } from "../words.ts";
import {
  askForHeadLetters,
  endHeadLetters,
  getChainFile,
  getHeadLetters,
  getHeads,
  getHeadsFeed,
  HEADS_PAGE,
  MailNotSetUp,
  NoAddress,
  NoLetters,
} from "./contract.ts";
import { subscribe, subscriber, unsubscribe, unsubscribeByToken } from "./store.ts";

/** The chain as it is told outside the house (R-5): its head now and by day, and all of it but the content. */
export const headHandlers = ({ mail: offered }: { readonly mail: boolean }): Handler[] => [
  handle(getHeads, async ({ tx, ctx }) => {
    const registered = await lastOfDays(tx);
    return { now: headNow(registered), days: headsByDay(registered, ctx.present) };
  }),

  handle(getChainFile, async ({ query, tx, ctx }) => ({
    municipality: ctx.municipality,
    head: headNow(await lastOfDays(tx)),
    links: await linksAfter(tx, query.after, query.limit),
  })),

  handle(getHeadsFeed, async ({ tx, ctx }) => {
    const { code, name } = await municipalityOf(tx, ctx.municipality);
    const words = headWords(ctx.language);
    const days = headsByDay(await lastOfDays(tx), ctx.present);
    const said = await saidByDay(tx, days.at(-1)?.day ?? ctx.present);
    const feed = headsFeed(days, {
      words: {
        said: (day) => said.get(day) ?? [],
        title: words.feed.replace("{{municipality}}", name),
        author: name,
        entry: (day) => words.of.replace("{{day}}", dayText(day, ctx.language)),
      },
      id: (of) => `urn:uuid:${uuidOf(`${code} heads ${of}`)}`,
      page: HEADS_PAGE,
      now: ctx.now.toISOString(),
    });
    return new Answer(new TextEncoder().encode(feed), { filename: "huvuden.atom" });
  }),

  handle(getHeadLetters, ({ tx, ctx }) => lettersOf(tx, ctx, offered)),

  handle(askForHeadLetters, async ({ body: { wanted }, tx, ctx }) => {
    const personId = ctx.personId as string;
    if (!wanted) await unsubscribe(tx, personId);
    else {
      if (!offered) refuse(MailNotSetUp);
      if ((await addressOfPerson(tx, personId)) === undefined) refuse(NoAddress);
      await subscribe(tx, ctx.municipality, personId, ctx.present);
    }
    return lettersOf(tx, ctx, offered);
  }),

  handle(endHeadLetters, async ({ body: { token }, tx }) => {
    if (!(await unsubscribeByToken(tx, token))) refuse(NoLetters);
    return { ended: true as const };
  }),
];

async function lettersOf(tx: Tx, ctx: Context, offered: boolean) {
  const personId = ctx.personId as string;
  const asked = await subscriber(tx, personId);
  return {
    offered,
    address: (await addressOfPerson(tx, personId)) ?? null,
    wanted: asked !== undefined,
    fault: asked?.fault ?? null,
  };
}

/** The same name for the same thing, as a UUID of version 8 (RFC 9562). */
function uuidOf(text: string): string {
  const hash = sha256(text);
  const variant = ((Number.parseInt(hash[16] as string, 16) & 3) | 8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

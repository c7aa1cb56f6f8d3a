import { dayText } from "../../kernel/format.ts";
import { municipalityOf } from "../../organisation/store.ts";
import { sha256 } from "../../platform/hash.ts";
import { Answer, type Handler, handle } from "../../platform/http/handle.ts";
import { headNow, headsByDay } from "../rules/heads.ts";
import { headsFeed } from "../rules/heads-feed.ts";
import { lastOfDays, linksAfter } from "../store/chain.ts";
import { headWords } from "../words.ts";
import { getChainFile, getHeads, getHeadsFeed } from "./contract.ts";

/** Where a head is checked: a page of the municipality's own. */
const PAGE = "/beslut/kedjan";

/** The chain as it is told outside the house (R-5): its head now and by day, and all of it but the content. */
export const headHandlers = (): Handler[] => [
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
    const feed = headsFeed(headsByDay(await lastOfDays(tx), ctx.present), {
      words: {
        title: words.feed.replace("{{municipality}}", name),
        author: name,
        entry: (day) => words.of.replace("{{day}}", dayText(day, ctx.language)),
      },
      id: (of) => `urn:uuid:${uuidOf(`${code} heads ${of}`)}`,
      page: PAGE,
      now: ctx.now.toISOString(),
    });
    return new Answer(new TextEncoder().encode(feed), { filename: "huvuden.atom" });
  }),
];

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

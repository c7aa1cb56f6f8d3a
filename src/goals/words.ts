import type { Context } from "../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv: sv.waiting, en: en.waiting };

/** What waits, in the reader's language. */
export const words = (ctx: Pick<Context, "language">): typeof sv.waiting => WORDS[ctx.language];

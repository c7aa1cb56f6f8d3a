import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Paper } from "../../kernel/paper.ts";
import { sha256 } from "../hash.ts";
import { WorkThread } from "../threads/work-thread.ts";
import type { Sheet } from "./workbook-content.ts";

/** One document to make; a template's `data` is JSON. `file`: the bytes that it is, such as open data as CSV. */
export type Order =
  | { readonly form: "pdf"; readonly template: string; readonly data: string }
  | { readonly form: "word"; readonly paper: Paper }
  | {
      readonly form: "workbook";
      readonly title: string;
      readonly creator: string;
      readonly sheets: readonly Sheet[];
    }
  | { readonly form: "file"; readonly bytes: Uint8Array };

/** An annual report of a hundred pages takes less than a second. */
export const TIME_LIMIT_MS = 20_000;
/** Documents that may wait at the same time, half of them by people who have not signed in. They hold their orders in memory. */
export const MAX_WAITING = 24;
/** Documents that one who asks may have under way at the same time. */
export const MAX_BY_ONE = 4;

const press = new WorkThread<Order, Uint8Array>(new URL("./press-thread.ts", import.meta.url), {
  timeMs: TIME_LIMIT_MS,
  memoryMb: 1024,
  waiting: MAX_WAITING,
  waitingByOne: MAX_BY_ONE,
  waitingByVisitors: MAX_WAITING / 2,
});

/** What beside an order decides its bytes: how documents are made and look, and with what. */
const MADE_WITH = [
  "paper.typ",
  "typesetter.ts",
  "fonts.ts",
  "signs.ts",
  "word-file.ts",
  "workbook-file.ts",
  "timeless.ts",
  "../../kernel/format.ts",
  "../../kernel/paper.ts",
  "../../../package-lock.json",
];
const PRESS = sha256(
  MADE_WITH.map((file) => readFileSync(join(import.meta.dirname, file), "utf8")).join("\n"),
);

/** The hash of all that a document's bytes come from: two orders with the same hash give the same bytes. */
export const orderHash = (order: Order): string =>
  order.form === "file" ? sha256(order.bytes) : sha256(`${PRESS}\n${JSON.stringify(order)}`);

/**
 * Makes a document in a thread of its own; those who ask for the same at the same time wait for one making. `same` tells it from
 * others. Throws NotDone: `fault` when the template or its data is wrong.
 */
export const print = async (
  order: Order,
  { timeMs = TIME_LIMIT_MS, same }: { readonly timeMs?: number; readonly same?: string | undefined } = {},
): Promise<Uint8Array> => (order.form === "file" ? order.bytes : press.do(order, { timeMs, same }));

import type { Paper } from "../../kernel/paper.ts";
import { WorkThread } from "../threads/work-thread.ts";
import type { Sheet } from "./workbook-content.ts";

/** One document to make; a template's `data` is JSON. */
export type Order =
  | { readonly form: "pdf"; readonly template: string; readonly data: string }
  | { readonly form: "word"; readonly paper: Paper }
  | {
      readonly form: "workbook";
      readonly title: string;
      readonly creator: string;
      readonly sheets: readonly Sheet[];
    };

/** An annual report of a hundred pages takes less than a second. */
export const TIME_LIMIT_MS = 20_000;
/** Documents that may wait at the same time: each holds one of the twenty connections to the database while it waits. */
export const MAX_WAITING = 8;

const press = new WorkThread<Order, Uint8Array>(new URL("./press-thread.ts", import.meta.url), {
  timeMs: TIME_LIMIT_MS,
  memoryMb: 1024,
  waiting: MAX_WAITING,
  waitingByOne: 4,
});

/** Makes a document in a thread of its own. Throws NotDone: `fault` when the template or its data is wrong. */
export const print = (order: Order, timeMs: number = TIME_LIMIT_MS): Promise<Uint8Array> =>
  press.do(order, { timeMs });

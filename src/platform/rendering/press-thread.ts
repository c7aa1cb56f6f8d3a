import { parentPort } from "node:worker_threads";
import type { Job, Made, Order } from "./press.ts";

/** The thread in which documents are made (see press.ts). What each form needs is fetched when it is first asked for. */
async function make(order: Order): Promise<Uint8Array> {
  switch (order.form) {
    case "pdf":
      return (await import("./typesetter.ts")).typeset(order.template, order.data);
    case "word":
      return (await import("./word-file.ts")).wordFile(order.paper);
    case "workbook":
      return (await import("./workbook-file.ts")).workbookFile(order.title, order.creator, order.sheets);
  }
}

const answer = (made: Made) => parentPort?.postMessage(made);
let last: Promise<void> = Promise.resolve();

parentPort?.on("message", ({ number, order }: Job) => {
  // One at a time, in the order in which they came: each has all of the time that it is given
  last = last
    .then(() => make(order))
    .then(
      (bytes) => answer({ number, bytes }),
      (cause: unknown) => answer({ number, fault: cause instanceof Error ? cause.message : String(cause) }),
    )
    .then(() => undefined);
});

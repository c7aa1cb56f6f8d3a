import { serveJobs } from "../threads/serve-jobs.ts";
import type { Order } from "./press.ts";

/** The thread in which documents are made (see press.ts). What each form needs is fetched when it is first asked for. */
serveJobs(async (order: Exclude<Order, { form: "file" }>): Promise<Uint8Array> => {
  switch (order.form) {
    case "pdf":
      return (await import("./typesetter.ts")).typeset(order.template, order.data);
    case "word":
      return (await import("./word-file.ts")).wordFile(order.paper);
    case "workbook":
      return (await import("./workbook-file.ts")).workbookFile(order.title, order.creator, order.sheets);
  }
});

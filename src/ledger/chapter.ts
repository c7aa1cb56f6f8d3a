import { ledgerCodes } from "../organisation/ledger-codes.ts";
import type { Chapter } from "../platform/chapter.ts";
import { importsUntil } from "./store/accounts.ts";
import { importThatDiffers } from "./store/rows-hash.ts";

/** §2.5: each import with the hash of its file and of its rows, and which unit a code is counted to (U-7, T-4). */
export const ledgerChapter: Chapter = {
  chapter: "ledger",
  restsOn: ["ledger.import", "ledger.body_dimension", "organisation.ledger_code"],
  setup: async (tx, { today }) => [
    {
      step: "ledger",
      count: (await ledgerCodes(tx)).length,
      enough: (await importsUntil(tx, today)).length > 0,
    },
  ],
  async importDiffers(tx, municipality) {
    const id = await importThatDiffers(tx, municipality);
    return id === undefined ? undefined : { table: "ledger.import", key: JSON.stringify([id]) };
  },
};

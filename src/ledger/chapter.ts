import type { Chapter } from "../platform/chapter.ts";
import { importThatDiffers } from "./store/rows-hash.ts";

/** §2.5: each import with the hash of its file and of its rows, and which unit a code is counted to (U-7, T-4). */
export const ledgerChapter: Chapter = {
  chapter: "ledger",
  restsOn: ["ledger.import", "organisation.ledger_code"],
  async importDiffers(tx, municipality) {
    const id = await importThatDiffers(tx, municipality);
    return id === undefined ? undefined : { table: "ledger.import", key: JSON.stringify([id]) };
  },
};

import { sql } from "kysely";
import { matterKind } from "../../../decisions/matter-kinds.ts";
import { remark } from "../../../kernel/remark.ts";
import { twinTownRoutes } from "./contract.ts";

/** What followed, as it followed: proposed and adopted tell in the transaction that they belong to. */
const tell = (tx: Parameters<ReturnType<typeof sql>["execute"]>[0], town: string, what: string) =>
  sql`insert into public.toy_told (town, what) values (${town}, ${what})`.execute(tx);

export const twinTownKind = matterKind(twinTownRoutes, {
  complete: async ({ content }) => ({ ...content, town: content.town.trim() }),
  remarks: async ({ content }) =>
    content.town === "Atlantis" ? [remark("stops", "wheel-nobody-acts", "§3.2", { step: content.town })] : [],
  facts: ({ content, matter }) => ({
    occasion: content.sinceYear < matter.year ? "renewed" : "first",
    validTo: `${matter.year + 3}-12-31` as `${number}-${number}-${number}`,
  }),
  proposed: async ({ tx, content }) => void (await tell(tx, content.town, "proposed")),
  adopted: async ({ tx, content }, _version, decision) =>
    void (await tell(tx, content.town, `adopted by ${decision}`)),
});

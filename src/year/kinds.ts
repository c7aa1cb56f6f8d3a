import { matterKind } from "../decisions/matter-kinds.ts";
import { YEAR_WHEEL } from "./contract.ts";
import { wheelRemarks } from "./rules/check-wheel.ts";

export const yearWheelKind = matterKind({
  sort: YEAR_WHEEL,
  remarks: async ({ content }) => wheelRemarks(content.steps),
});

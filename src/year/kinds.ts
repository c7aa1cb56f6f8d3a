import { matterKind } from "../decisions/matter-kinds.ts";
import { yearWheelRoutes } from "./contract.ts";
import { wheelRemarks } from "./rules/check-wheel.ts";

export const yearWheelKind = matterKind(yearWheelRoutes, {
  remarks: async ({ content, kinds }) =>
    wheelRemarks(
      content.steps,
      kinds.all.map(({ routes }) => routes.kind),
    ),
});

/** What can be decided of §2.4 itself. */
export const yearKinds = [yearWheelKind];

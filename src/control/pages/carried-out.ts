import type { ControlsInHand } from "../contract.ts";
import type { CarriedOut } from "../rules/carried-out.ts";

/** All that was registered of a body's controls, as the rules read it. */
export const carriedOut = (of: ControlsInHand | undefined): CarriedOut[] =>
  (of?.controls ?? []).flatMap((row) => row.carriedOut.map((one) => ({ ...one, control: row.control })));

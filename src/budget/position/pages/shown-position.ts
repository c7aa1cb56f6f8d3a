import type { z } from "zod";
import type { Position } from "../../base/rules/position.ts";
import type { PositionView } from "../contract.ts";

/** The position that the page shows. */
export type ShownPosition = z.output<typeof PositionView>;
/** One with its statements. */
export type Whole = ShownPosition & { readonly statements: Position };

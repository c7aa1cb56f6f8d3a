import type { z } from "zod";
import type { PositionView } from "../contract-position.ts";
import type { Position } from "../rules/position.ts";

/** The position that the page shows. */
export type ShownPosition = z.output<typeof PositionView>;
/** One with its statements. */
export type Whole = ShownPosition & { readonly statements: Position };

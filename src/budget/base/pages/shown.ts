import type { z } from "zod";
import type { AllocationView } from "../contract.ts";

/** The allocation that the page shows. */
export type Shown = z.output<typeof AllocationView>;

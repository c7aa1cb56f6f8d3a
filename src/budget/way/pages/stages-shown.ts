import type { z } from "zod";
import type { Comparison } from "../compare/contract.ts";
import type { getStages, getTrueUps } from "../contract.ts";

/** What the pages of the stages show, as the routes answer it. */
export type Stages = z.output<(typeof getStages)["returns"]>;
export type TrueUpsView = z.output<(typeof getTrueUps)["returns"]>;
export type Compared = z.output<typeof Comparison>;
export type ComparedYear = Compared["years"][number];
export type ComparedBody = ComparedYear["bodies"][number];

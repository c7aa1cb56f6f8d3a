import { z } from "zod";
import type { Position } from "./position.ts";

/** The three statements as they were computed when the draft was saved. */
export const ComputedPosition = z
  .custom<Position>((value) => typeof value === "object" && value !== null)
  .meta({ description: "Resultat, kassaflöde och balans per år; räknas av servern", type: "object" });

import type { z } from "zod";
import { useApi } from "../../platform/ui/use-api.ts";
import { type getSession, listBodies, getSession as sessionRoute } from "../contract.ts";

export type Session = z.output<(typeof getSession)["returns"]>;
export type BodyView = z.output<(typeof listBodies)["returns"]>[number];

/** Who has signed in, where, and what day it is there; undefined until it is known. */
export const useSession = (): Session | undefined => useApi(sessionRoute, {}).data;

const NONE: readonly BodyView[] = [];

/** The group's organisation; empty until it is known. */
export const useBodies = (): readonly BodyView[] => useApi(listBodies, {}).data ?? NONE;

/** Gives a body's name for its id. */
export function useBodyName(): (id: string) => string {
  const bodies = useBodies();
  return (id) => bodies.find((body) => body.id === id)?.name ?? id;
}

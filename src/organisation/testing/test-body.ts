import type { Body, BodyKind } from "../rules/organisation.ts";

/** A body that is called as its id, since before anything that a test asks about. */
export const testBody = (id: string, kind: BodyKind, parent: string | null): Body => ({
  id,
  kind,
  name: id,
  parent,
  validFrom: "2019-01-01",
  validTo: null,
});

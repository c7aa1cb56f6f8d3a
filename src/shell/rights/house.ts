import { ASSIGNMENT } from "../../decisions/assignments/kind.ts";
import { RECEIVERS } from "../../decisions/assignments/rules/assignment.ts";
import { GOVERNING_DOCUMENT } from "../../documents/kind.ts";
import { house } from "../chapters.ts";
import type { HouseOfRights } from "./table.ts";

/** The house as it is built: all its routes, kinds of matter, and what is held of them. */
export function houseOfRights(): HouseOfRights {
  const { kinds, chapters, handlers } = house();
  const held = [...new Set(chapters.flatMap(({ holds }) => holds ?? []))];
  return {
    routes: handlers.map(({ route }) => route),
    kinds,
    held: [
      ...held.map((object) => {
        const kind = kinds.declared(object);
        return { object, name: kind.names.sv, bodies: kind.bodies };
      }),
      { object: GOVERNING_DOCUMENT.object, name: GOVERNING_DOCUMENT.names.sv },
      { object: ASSIGNMENT.object, name: ASSIGNMENT.names.sv, bodies: RECEIVERS },
    ],
  };
}

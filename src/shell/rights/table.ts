import type { Kinds } from "../../decisions/matter-kinds.ts";
import type { Day } from "../../kernel/day.ts";
import type { Mandate } from "../../organisation/rules/mandate.ts";
import { mayBy } from "../../organisation/rules/may.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import type { Allow, Route } from "../../platform/http/contract.ts";
import {
  COLUMNS,
  holderOf,
  MODEL_ORGANISATION,
  POSITIONS,
  RELATIONS,
  type Relation,
  relation,
  seatOf,
} from "./positions.ts";

/** A row of docs/rights.csv: what a route does, and which positions may. */
export interface RightsRow {
  readonly method: string;
  readonly path: string;
  readonly what: string;
  /** What of: a kind of matter's name, or a case; empty where the route has one right. */
  readonly about: string;
  /** By the column's name: "ja", "nej", or whose it may be ("egen nämnd, egen förvaltning"). */
  readonly cells: Readonly<Record<string, string>>;
  /** Who besides, or who alone. */
  readonly besides: string;
  /** By what section of the model or the law, and why; written by hand. */
  readonly ground: string;
}

export const keyOf = ({ method, path, about }: Pick<RightsRow, "method" | "path" | "about">): string =>
  `${method} ${path}${about ? ` (${about})` : ""}`;

export const YES = "ja";
export const NO = "nej";
/** Whoever writes the matter: the same cells as the row of its writing. */
export const AS_WRITER = "den som skriver ärendet";
/** Whoever registers its decision: the same cells as the row of that. */
export const AS_REGISTRAR = "den som registrerar organets beslut";
/** What a cell says of a right that is as another's for each kind of matter; undefined for those that are not. */
export const asAnother = ({ allow }: Right): string | undefined => {
  if (allow?.action.startsWith("write:")) return AS_WRITER;
  return allow?.action.startsWith("register:") ? AS_REGISTRAR : undefined;
};

export const BESIDES = {
  none: "",
  asked: "även den som ombetts",
  holder: "även den som ansvarar och närmaste chef",
  own: "bara ens eget",
} as const;

/** One right of a route, with the actions that it asks for in a body: any of them is enough. */
export interface Right {
  readonly route: Route;
  readonly about: string;
  readonly allow: Allow | undefined;
  readonly actions: readonly string[];
  /** The kinds of body that it can be about. */
  readonly among: readonly string[] | undefined;
}

/** What the table is made of: the house's routes and kinds of matter. */
export interface HouseOfRights {
  readonly routes: readonly Route[];
  readonly kinds: Kinds;
  /** The kinds and objects of which somebody has a thing: what is handed over and followed after its decision. */
  readonly held: readonly {
    readonly object: string;
    readonly name: string;
    readonly bodies?: readonly string[];
  }[];
}

/** All rights of a route, one for each kind of matter where it serves them all. */
export function rightsOf(route: Route, { kinds, held }: HouseOfRights): Right[] {
  const { allow } = route;
  if (allow === undefined || allow === "anyone")
    return [{ route, about: "", allow: undefined, actions: [], among: undefined }];
  const all = [allow].flat() as Allow[];
  return all.flatMap((one): Right[] => {
    const verb = one.action.split(":")[0];
    if (one.action === "decide:*")
      return kinds.all.map(({ routes: { kind } }) => ({
        route,
        about: kind.names.sv,
        allow: one,
        actions: [`decide:${kind.kind}`],
        among: kind.bodies,
      }));
    if (one.action === "keep:*")
      return held.map(({ object, name, bodies }) => ({
        route,
        about: name,
        allow: one,
        actions: [`edit:${object}`],
        among: bodies,
      }));
    if (one.action === "settle:*") {
      const carried = kinds.all.filter(({ things }) => things).map(({ routes }) => routes.kind);
      return [
        {
          route,
          about: "",
          allow: one,
          actions: carried.map(({ kind }) => `edit:${kind}`),
          among: [...new Set(carried.flatMap(({ bodies }) => bodies))],
        },
      ];
    }
    if (verb === "write" || verb === "register")
      return [{ route, about: "", allow: one, actions: [], among: undefined }];
    const kind = kinds.find(one.action.split(":")[1] ?? "")?.routes.kind;
    const severalKinds = all.length > 1 && kind !== undefined;
    return [
      {
        route,
        about: one.where ?? (severalKinds ? kind.names.sv : ""),
        allow: one,
        actions: [one.action],
        among: one.among,
      },
    ];
  });
}

/** The bodies of an organisation that a right can be asked of. */
export function targetsOf<B extends Pick<Body, "id" | "kind">>(right: Right, bodies: readonly B[]): B[] {
  const { allow, among } = right;
  if (!allow || asAnother(right)) return [];
  if (allow.of !== "body") return bodies.filter(({ kind }) => kind === allow.of).slice(0, 1);
  return bodies.filter(({ kind }) => kind !== "audit" && (among === undefined || among.includes(kind)));
}

/** A cell from what was answered for each body: "ja" for all, "nej" for none, otherwise whose. */
export function cellOf(
  answers: readonly { readonly relation: Relation; readonly allowed: boolean }[],
): string {
  if (answers.every(({ allowed }) => allowed)) return YES;
  const given = RELATIONS.filter((relation) =>
    answers.some((one) => one.allowed && one.relation === relation),
  );
  return given.length === 0 ? NO : given.join(", ");
}

export const whatOf = ({ summary }: Route): string => summary.replace(/ \([^()]*§[^()]*\)$/, "");

export const besidesOf = ({ allow }: Right): string => BESIDES[allow?.besides ?? "none"];

/** What the running rules give by the mandates of a day: a row for each right of each route, in the order of the routes. */
export function rightsTable(house: HouseOfRights, mandates: readonly Mandate[], day: Day): RightsRow[] {
  // What a municipality has given to one body or post of its own is no position's
  const general = mandates.filter((mandate) => mandate.body == null && mandate.post == null);
  const may = mayBy(MODEL_ORGANISATION, general);
  const executive = MODEL_ORGANISATION.find(({ kind }) => kind === "executive")?.id ?? "";
  return house.routes.flatMap((route) =>
    rightsOf(route, house).map((right): RightsRow => {
      const cell = (position: (typeof POSITIONS)[number]): string => {
        if (route.access === "public" || !right.allow) return YES;
        const another = asAnother(right);
        if (another !== undefined) return another;
        const person = holderOf(position);
        const ask = (action: string, body: string) => may(person, action, { body }, day).allowed;
        const settles = right.allow.action === "settle:*";
        const answers = targetsOf(right, MODEL_ORGANISATION).flatMap((target) => {
          const is = relation(MODEL_ORGANISATION, seatOf(position), target);
          const ofTarget = right.actions.filter(
            (action) =>
              !settles ||
              house.kinds.find(action.slice("edit:".length))?.routes.kind.bodies.includes(target.kind),
          );
          const allowed = ofTarget.some(
            (action) => ask(action, target.id) || (settles && ask(action, executive)),
          );
          return is === undefined ? [] : [{ relation: is, allowed }];
        });
        return cellOf(answers);
      };
      return {
        method: route.method,
        path: route.path,
        what: whatOf(route),
        about: right.about,
        cells: Object.fromEntries(
          COLUMNS.map((name) => {
            const position = POSITIONS.find((one) => one.name === name);
            return [name, position ? cell(position) : route.access === "public" ? YES : NO];
          }),
        ),
        besides: besidesOf(right),
        ground: "",
      };
    }),
  );
}

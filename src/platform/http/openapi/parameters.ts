import { z } from "zod";
import type { Texts } from "../../texts.ts";
import type { Route } from "../contract.ts";
import type { Example, Say } from "./about.ts";
import { pascal } from "./refusals.ts";
import type { Json } from "./shapes.ts";

const PLACE = "#/components/parameters/";

export interface Parameters {
  /** An operation's parameters, by reference where others have the same; nothing where it has none. */
  of(route: Route): { readonly parameters?: readonly Json[] };
  /** `components.parameters`: what the operations asked for so far lead to. */
  readonly components: Record<string, Json>;
}

/** What stands in an address, and what any write, or any read of what can be edited, may say beside its own. */
export function parametersIn(
  texts: Texts,
  say: Say,
  examples: Readonly<Record<string, Example>>,
): Parameters {
  const components: Record<string, Json> = {};
  const named = (name: string, parameter: Json): Json => {
    components[name] ??= parameter;
    // Another's parameter has the name: this one stands where it is used
    return same(components[name], parameter) ? { $ref: PLACE + name } : parameter;
  };
  const own = (place: "path" | "query", schema: z.ZodType | undefined, example: Json | undefined): Json[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = formOf(schema);
    return Object.entries(properties).map(([name, { example: given, ...shape }]) => {
      const description = texts("sv", `api.parameter.${name}`);
      const value = example?.[name] ?? given;
      return named(pascal(name) + (place === "query" ? "Asked" : ""), {
        name,
        in: place,
        ...(description ? { description } : {}),
        ...(place === "path" || required.includes(name) ? { required: true } : {}),
        schema: shape,
        ...(value === undefined ? {} : { example: value }),
      });
    });
  };
  const headers = headersIn(say);
  return {
    components,
    of(route) {
      const example = examples[route.id];
      const parameters = [
        ...own("path", route.params, example?.params),
        ...own("query", route.query, example?.query),
        ...headerNames(route).map((name) => named(name, headers[name])),
      ];
      return parameters.length > 0 ? { parameters } : {};
    },
  };
}

/** Apart from the example: one is enough for all that are otherwise the same. */
const same = ({ example: _a, ...a }: Json, { example: _b, ...b }: Json): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

function formOf(schema: z.ZodType): { properties?: Record<string, Json>; required?: string[] } {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as ReturnType<typeof formOf>;
}

type Header = "IfMatch" | "NothingThere" | "IfNoneMatch" | "IdempotencyKey" | "Why";

function headersIn(say: Say): Record<Header, Json> {
  const header = (name: string, text: string, schema: Json): Json => ({
    name,
    in: "header",
    description: say(`api.header.${text}`),
    schema,
  });
  return {
    IfMatch: header("If-Match", "if-match", { type: "string", examples: ['"v1r2"'] }),
    NothingThere: header("If-None-Match", "nothing-there", { type: "string", const: "*" }),
    IfNoneMatch: header("If-None-Match", "if-none-match", { type: "string", examples: ['"v1r2"'] }),
    IdempotencyKey: header("Idempotency-Key", "idempotency-key", {
      type: "string",
      minLength: 1,
      maxLength: 200,
    }),
    Why: header("Tillit-Why", "why", { type: "string", maxLength: 500 }),
  };
}

function headerNames(route: Route): Header[] {
  const write = route.method !== "GET";
  return [
    ...((route.editable ? (write ? ["IfMatch", "NothingThere"] : ["IfNoneMatch"]) : []) as Header[]),
    ...((write && route.access === "signed-in" ? ["IdempotencyKey", "Why"] : []) as Header[]),
  ];
}

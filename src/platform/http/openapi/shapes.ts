import { z } from "zod";

export type Json = { [key: string]: unknown };
type Io = "input" | "output";

/** A shape that an operation takes in or gives out. `name`: what it is called when it is big enough and nobody has named it. */
export interface AskedShape {
  readonly schema: z.ZodType;
  readonly io: Io;
  readonly name: string;
}

export interface Shapes {
  /** `components.schemas`: what the asked shapes lead to, by name. */
  readonly components: Readonly<Record<string, Json>>;
  /** The JSON Schema of an asked shape: a reference, or the shape itself where it is small. */
  of(asked: AskedShape): Json;
}

const PLACE = "#/components/schemas/";
/** Characters of JSON up to which a shape without a name of its own stands where it is used. */
const SMALL = 250;
/** Only what has parts is worth a name of its own; a day or an id is shorter as it is. */
const HAS_PARTS = ["object", "union", "array", "record", "tuple", "intersection"];

/**
 * Zod's shapes as JSON Schema 2020-12 with names (OpenAPI 3.1). A shape with defaults is one thing to send and another to
 * read: where the two differ, and both are used, what is sent is called `…Input`.
 */
export function shapesOf(named: ReadonlyMap<z.ZodType, string>, asked: readonly AskedShape[]): Shapes {
  const registry = z.registry<{ id: string }>();
  const idOf = new Map<z.ZodType, string>();
  const known = new Set<string>();
  const add = (schema: z.ZodType, id: string) => {
    if (idOf.has(schema) || known.has(id)) return;
    idOf.set(schema, id);
    known.add(id);
    registry.add(schema, { id });
  };
  for (const [schema, name] of named) if (HAS_PARTS.includes(schema._zod.def.type)) add(schema, name);
  const own = new Set<string>();
  for (const { schema, name } of asked) {
    if (idOf.has(schema)) continue;
    if (known.has(name)) throw new Error(`Two shapes are called ${name}`);
    own.add(name);
    add(schema, name);
  }

  const forms = { input: formsOf(registry, "input"), output: formsOf(registry, "output") };
  const differ = differing(forms.input, forms.output);
  const small = new Set([...own].filter((id) => isSmall(forms.output[id]) && isSmall(forms.input[id])));
  const used = usedForms(
    forms,
    asked.map(({ schema, io }) => ({ io, id: idOf.get(schema) as string })),
  );
  const nameOf = (id: string, io: Io): string => {
    if (!differ.has(id) || !(used.input.has(id) && used.output.has(id))) return id;
    const plain = id.replace(/Input$/, "");
    return io === "input" ? `${plain}Input` : plain;
  };
  const written = (form: Json, io: Io): Json =>
    mapped(form, (ref) => (small.has(ref) ? undefined : PLACE + nameOf(ref, io)), forms[io]);

  const components: Record<string, Json> = {};
  for (const io of ["output", "input"] as const)
    for (const id of used[io]) {
      if (small.has(id)) continue;
      const name = nameOf(id, io);
      if (name in components && differ.has(id) && name !== id)
        throw new Error(`Two shapes are called ${name}`);
      components[name] ??= written(forms[io][id] as Json, io);
    }
  return {
    components: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
    of({ schema, io }) {
      const id = idOf.get(schema) as string;
      return small.has(id) ? written(forms[io][id] as Json, io) : { $ref: PLACE + nameOf(id, io) };
    },
  };
}

const isSmall = (form: Json | undefined): boolean => JSON.stringify(form).length <= SMALL;

/** Every registered shape by its id, with references to each other. */
function formsOf(registry: z.core.$ZodRegistry<{ id: string }>, io: Io): Record<string, Json> {
  const { schemas } = z.toJSONSchema(registry, {
    io,
    unrepresentable: "any",
    uri: (id) => PLACE + id,
    override: ({ jsonSchema }) => {
      // What is answered may come to hold more: a reader that refuses what it doesn't know would break
      if (jsonSchema.additionalProperties === false && io === "output")
        delete jsonSchema.additionalProperties;
      // Zod's "readonly" is of the program's own values; in OpenAPI it would forbid sending them
      delete jsonSchema.readOnly;
      // Bounds that say no more than that a number is exact
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if ("example" in jsonSchema) {
        jsonSchema.examples = [jsonSchema.example];
        delete jsonSchema.example;
      }
      // The names of a record's parts are any text, unless their pattern says otherwise
      if (isPlainText(jsonSchema.propertyNames)) delete jsonSchema.propertyNames;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _draft, $id: _place, ...form }]) => [id, form as Json]),
  );
}

const isPlainText = (names: unknown): boolean => JSON.stringify(names) === '{"type":"string"}';

/** The ids that a form refers to. */
function refsIn(form: unknown): string[] {
  const found = JSON.stringify(form).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return [...new Set([...found].map(([, id]) => id as string))];
}

/** The shapes that are not the same to send and to read, by themselves or by what they refer to. */
function differing(input: Record<string, Json>, output: Record<string, Json>): Set<string> {
  const ids = Object.keys(input);
  const found = new Set(ids.filter((id) => JSON.stringify(input[id]) !== JSON.stringify(output[id])));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const id of ids) if (refsIn(input[id]).some((ref) => found.has(ref))) found.add(id);
  }
  return found;
}

function usedForms(
  forms: Record<Io, Record<string, Json>>,
  asked: readonly { readonly io: Io; readonly id: string }[],
): Record<Io, Set<string>> {
  const used = { input: new Set<string>(), output: new Set<string>() };
  const go = (io: Io, id: string): void => {
    if (used[io].has(id)) return;
    used[io].add(id);
    for (const ref of refsIn(forms[io][id])) go(io, ref);
  };
  for (const { io, id } of asked) go(io, id);
  return used;
}

/** A form with its references turned to their places; `undefined` for a reference puts the shape itself there. */
function mapped(
  form: unknown,
  place: (id: string) => string | undefined,
  forms: Readonly<Record<string, Json>>,
): Json {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    const { $ref } = value as { $ref?: unknown };
    if (typeof $ref !== "string")
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
    const id = $ref.slice(PLACE.length);
    const to = place(id);
    return to === undefined ? walk(forms[id]) : { ...value, $ref: to };
  };
  return walk(form) as Json;
}

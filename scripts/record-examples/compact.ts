import { z } from "zod";

const MAX_TEXT = 100;
const FEW = 2;

/**
 * A value of a shape, shortened: one thing of a list, two of what is kept by name, the beginning of a long text. What no
 * longer has the shape after that comes back as it was.
 */
export function compact(schema: z.ZodType, value: unknown): unknown {
  const short = shortened(schema, value);
  return schema.safeParse(short).success ? short : value;
}

// biome-ignore lint/suspicious/noExplicitAny: Zod's own definitions, of any sort
type Def = any;

function shortened(schema: z.ZodType, value: unknown): unknown {
  const def = schema._zod.def as Def;
  switch (def.type) {
    case "optional":
    case "nullable":
    case "default":
    case "readonly":
      return value === null || value === undefined ? value : shortened(def.innerType, value);
    case "pipe":
      return shortened(def.in, value);
    case "union": {
      const fits = (def.options as z.ZodType[]).find((option) => option.safeParse(value).success);
      return fits ? shortened(fits, value) : value;
    }
    case "array": {
      const list = value as unknown[];
      const few = list.slice(0, typeof list[0] === "object" ? 1 : FEW);
      const kept = schema.safeParse(list).success && !schema.safeParse(few).success ? list : few;
      return kept.map((one) => shortened(def.element, one));
    }
    case "record": {
      const few = Object.entries(value as object).slice(0, FEW);
      return Object.fromEntries(few.map(([key, one]) => [key, shortened(def.valueType, one)]));
    }
    case "object":
      return Object.fromEntries(
        Object.entries(value as object).map(([key, one]) => [
          key,
          key in def.shape ? shortened(def.shape[key], one) : one,
        ]),
      );
    case "string":
      return typeof value === "string" && value.length > MAX_TEXT ? begun(schema, value) : value;
    case "custom":
    case "unknown":
      return untyped(value);
    default:
      return value;
  }
}

function begun(schema: z.ZodType, text: string): string {
  const short = `${text.slice(0, MAX_TEXT).replace(/\s+\S*$/, "")} …`;
  return schema.safeParse(short).success ? short : text;
}

/** What has no shape that the contract knows: one thing of each list, two of what is kept by year or age. */
function untyped(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(untyped);
  if (typeof value === "string") return value.length > MAX_TEXT ? begun(z.string(), value) : value;
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value);
  const numbered = parts.length > 0 && parts.every(([key]) => /^\d+$/.test(key));
  return Object.fromEntries(
    (numbered ? parts.slice(0, FEW) : parts).map(([key, one]) => [key, untyped(one)]),
  );
}

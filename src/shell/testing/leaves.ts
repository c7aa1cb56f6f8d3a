import type { AnyMatterKind } from "../../decisions/matter-kinds.ts";

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly innerType?: unknown;
  readonly out?: unknown;
  readonly options?: readonly unknown[];
  readonly valueType?: unknown;
  readonly entries?: Readonly<Record<string, string>>;
}

/** What a kind's content ends in: the fields, and the choices that can stand in one. `not`: fields at the top that are left out. */
export function leavesOf(
  { routes }: AnyMatterKind,
  not: readonly string[] = [],
): { readonly fields: ReadonlySet<string>; readonly choices: ReadonlySet<string> } {
  const fields = new Set<string>();
  const choices = new Set<string>();
  const walk = (schema: unknown, field: string): void => {
    const { def } = schema as { readonly def: Def };
    const { type, shape, element, innerType, out, options, valueType, entries } = def;
    if (type === "custom") return;
    if (shape) {
      for (const [name, of] of Object.entries(shape)) if (field !== "" || !not.includes(name)) walk(of, name);
      return;
    }
    const within = element ?? innerType ?? out ?? valueType;
    if (within || options) {
      for (const one of options ?? [within]) walk(one, field);
      return;
    }
    fields.add(field);
    if (entries) for (const choice of Object.values(entries)) choices.add(choice);
  };
  walk(routes.content, "");
  return { fields, choices };
}

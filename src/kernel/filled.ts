import { ownValue } from "./own-value.ts";

/** A text with its places filled in: "{{name}}" becomes the value of that name, and nothing where there is none. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(ownValue(values, name) ?? ""));

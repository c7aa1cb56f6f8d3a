import { ownValue } from "../../kernel/own-value.ts";

/** A change of what is stored, in the words of JSON Patch (RFC 6902): places are written "/input/adjustments/-". */
export interface Change {
  readonly op: "add" | "replace";
  readonly path: string;
  readonly value: unknown;
}

/** A copy with the changes made, one after the other; a place that is not there is a fault in the steps. */
export function patched(content: unknown, changes: readonly Change[]): unknown {
  const copy = structuredClone(content);
  for (const { op, path, value } of changes) {
    const parts = path.split("/").slice(1);
    const last = parts.pop();
    const holder = parts.reduce<unknown>(
      (at, part) => ownValue(at as Record<string, unknown> | undefined, part),
      copy,
    );
    if (last === undefined || typeof holder !== "object" || holder === null)
      throw new Error(`nothing stands at ${path}`);
    if (Array.isArray(holder) && op === "add")
      holder.splice(last === "-" ? holder.length : Number(last), 0, value);
    else if (op === "replace" && !Object.hasOwn(holder, last)) throw new Error(`nothing stands at ${path}`);
    else Object.defineProperty(holder, last, { value, enumerable: true, writable: true, configurable: true });
  }
  return copy;
}

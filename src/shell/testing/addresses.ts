import { extractText } from "unpdf";
import { z } from "zod";
import type { Route } from "../../platform/http/contract.ts";
import { unzipped } from "../../platform/rendering/testing/unzipped.ts";

const propertiesOf = (schema: z.ZodType | undefined): string[] =>
  schema
    ? Object.keys(
        (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }).properties as object) ?? {},
      )
    : [];

/**
 * The addresses that a route can have, by what is known of what it may be asked about: with all that it takes, the last of it in each
 * way, and with nothing that it need not have.
 */
export function addressesOf(
  route: Route,
  known: Readonly<Record<string, readonly (string | number)[]>>,
): string[] {
  const path = route.path.replace(/\{(\w+)\}/g, (_all, name) =>
    encodeURIComponent(String(known[name]?.[0] ?? "x")),
  );
  const queries = [""];
  const asked = propertiesOf(route.query).filter((name) => known[name]);
  for (const last of known[asked.at(-1) ?? ""] ?? [])
    queries.push(
      `?${asked.map((name, i) => `${name}=${encodeURIComponent(i === asked.length - 1 ? last : (known[name]?.[0] ?? ""))}`).join("&")}`,
    );
  return queries.map((query) => `/api${path}${query}`);
}

/** What an answer says in words: of a PDF its text, of an Office document what is in its parts. */
export async function textOf(headers: Record<string, unknown>, bytes: Buffer): Promise<string> {
  const type = String(headers["content-type"]);
  if (type.includes("pdf")) return (await extractText(new Uint8Array(bytes), { mergePages: true })).text;
  if (type.includes("officedocument")) return Object.values(unzipped(bytes)).join(" ");
  return bytes.toString("utf8");
}

import { z } from "zod";
import { ownValue } from "../../../kernel/own-value.ts";
import { route } from "../../../platform/http/contract.ts";

/** A part of the document that this page looks into without knowing its shape. */
export type Part = { readonly [key: string]: unknown };

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description?: string;
}
interface Content {
  readonly [type: string]: {
    readonly schema?: Part;
    readonly example?: unknown;
    readonly examples?: Readonly<Record<string, Reference>>;
  };
}
interface Reference {
  readonly $ref: string;
}
interface DescribedOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Part[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Reference | { readonly content?: Content }>>;
}

/** The API's own description (OpenAPI), as far as the page reads it. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly components: Part;
  readonly "x-limits": { readonly requestsPerMinute: number; readonly bodyBytes: number };
  readonly "x-data-licence": { readonly name: string; readonly url: string };
}

/** Where the description is read; it is no operation of its own. */
export const getDescription = route({
  id: "getDescription",
  method: "GET",
  path: "/openapi.json",
  chapter: "shell",
  summary: "API:ts beskrivning",
  access: "public",
  returns: z.custom<Description>(),
});

/** An operation with its references followed. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly chapter: string;
  readonly summary: string;
  readonly about: string;
  /** Anybody may ask. */
  readonly open: boolean;
  readonly parameters: readonly Parameter[];
  /** Media type of the answer. */
  readonly type: string;
  readonly body: unknown;
  readonly answer: unknown;
  /** Status and what may be refused. */
  readonly refusals: readonly { readonly status: string; readonly about: string }[];
}

/** All operations, in the document's order. */
export function operationsIn(description: Description): Operation[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Operation => {
      const answer = followed<{ content?: Content }>(description, operation.responses["200"]);
      const [type = ""] = Object.keys(answer?.content ?? {});
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        chapter: operation.tags[0] ?? "",
        summary: operation.summary,
        about: operation.description,
        open: operation.security.some((way) => Object.keys(way).length === 0),
        parameters: (operation.parameters ?? []).map((one) => followed<Parameter>(description, one)),
        type,
        body: exampleIn(description, operation.requestBody?.content),
        answer: exampleIn(description, answer?.content),
        refusals: Object.entries(operation.responses)
          .filter(([status]) => !/^[23]/.test(status))
          .map(([status, response]) => ({
            status,
            about: followed<{ description: string }>(description, response).description,
          })),
      };
    }),
  );
}

function exampleIn(description: Description, content: Content | undefined): unknown {
  const [media] = Object.values(content ?? {});
  const [shared] = Object.values(media?.examples ?? {});
  return media?.example ?? (shared ? followed<{ value: unknown }>(description, shared).value : undefined);
}

/** A part, or what it refers to ("#/components/…"). */
function followed<T>(description: Description, part: unknown): T {
  const { $ref } = part as Partial<Reference>;
  if (!$ref) return part as T;
  return $ref
    .slice(2)
    .split("/")
    .reduce<Part>((at, key) => ownValue(at, key) as Part, description as unknown as Part) as T;
}

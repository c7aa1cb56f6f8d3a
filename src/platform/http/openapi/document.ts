import { DATA_LICENCE } from "../../open-data.ts";
import type { Texts } from "../../texts.ts";
import type { Route } from "../contract.ts";
import { ProblemBody } from "../problems.ts";
import { programActions } from "../program-access.ts";
import type { ApiAbout, Say } from "./about.ts";
import { parametersIn } from "./parameters.ts";
import { pascal, refusalsIn } from "./refusals.ts";
import { type AskedShape, type Json, shapesOf } from "./shapes.ts";

const MB = 1_000_000;
const JSON_TYPE = "application/json";
/** Types of file that are text; the others are bytes. */
const TEXT_TYPES = /^text\/|json$|xml$/;

/**
 * The API as OpenAPI 3.1, from the contracts: each shape once, by name; each refusal by name; an example an operation. The
 * texts are Swedish, as the problems' are.
 */
export function apiDocument(about: ApiAbout): Json {
  const { routes, texts, version, cookie, publicUrl } = about;
  const say = sayer(texts);
  const asked = routes.flatMap((route) => Object.values(askedOf(route)));
  const problem = { schema: ProblemBody, io: "output", name: "Problem" } as const;
  const shapes = shapesOf(about.shapes, [...asked, problem]);
  shapes.of(problem);
  const refusals = refusalsIn(texts, say("api.any-refusal"));
  const parameters = parametersIn(texts, say, about.examples);
  const shown = answersShown(about);
  const operation = (route: Route): Json => ({
    operationId: route.id,
    tags: [route.chapter],
    summary: route.summary,
    description: descriptionOf(route, say),
    security: [
      ...(route.access === "signed-in" ? [] : [{}]),
      { session: [] },
      ...(programMay(route) ? [{ program: [] }] : []),
    ],
    ...parameters.of(route),
    ...requestBody(route, about, shapes.of),
    responses: { ...answersOf(route, shapes.of, say, shown), ...refusals.of(route) },
  });
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[`/api${route.path}`] ??= {};
    Object.assign(paths[`/api${route.path}`] as Json, { [route.method.toLowerCase()]: operation(route) });
  }
  const chapters = [...new Set(routes.map((route) => route.chapter))];
  return {
    openapi: "3.1.1",
    info: {
      title: "Tillit",
      version,
      summary: say("api.summary"),
      description: say("api.about"),
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      ...(publicUrl ? { contact: { name: say("api.contact"), url: new URL(PAGE, publicUrl).href } } : {}),
    },
    externalDocs: { url: publicUrl ? new URL(PAGE, publicUrl).href : PAGE, description: say("api.page") },
    servers: [{ url: publicUrl ? new URL(publicUrl).origin : "/", description: say("api.server") }],
    "x-limits": about.limits,
    "x-data-licence": DATA_LICENCE,
    tags: chapters.map((name) => ({ name, description: say(`api.chapter.${name}`) })),
    paths,
    components: {
      schemas: shapes.components,
      responses: sorted(refusals.responses),
      examples: sorted({ ...refusals.examples, ...shown.shared }),
      parameters: sorted(parameters.components),
      headers: { ETag: { description: say("api.etag"), schema: { type: "string" } } },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: cookie, description: say("api.session") },
        program: { type: "http", scheme: "bearer", description: say("api.program") },
      },
    },
  };
}

/** Whether there is anything that a program could be given to ask it by. */
const programMay = (route: Route): boolean => programActions(route)?.some(() => true) ?? true;

/** The page that tells people of the API. */
const PAGE = "/oppna-data";

function sayer(texts: Texts): Say {
  return (key, params) => {
    const text = texts("sv", key, params);
    if (text === undefined) throw new Error(`No text ${key}`);
    return text;
  };
}

const sorted = (parts: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What a route takes in and gives out, each with a name for where it has none of its own. */
function askedOf(route: Route): { body?: AskedShape; answer?: AskedShape } {
  return {
    ...(route.body ? { body: { schema: route.body, io: "input", name: `${pascal(route.id)}Body` } } : {}),
    ...(route.produces
      ? {}
      : {
          answer: {
            schema: route.returns,
            io: "output",
            name: route.answerName ?? `${pascal(route.id)}Answer`,
          },
        }),
  };
}

/** In a sentence or two: who may ask, and what a file may be. */
function descriptionOf(route: Route, say: Say): string {
  const write = route.method !== "GET";
  return [
    say(`api.access.${route.access === "public" ? "public" : write ? "write" : "read"}`),
    ...(route.upload ? [say("api.upload", { mb: Math.floor(route.upload.maxBytes / MB) })] : []),
  ].join(" ");
}

type ShapeOf = (asked: AskedShape) => Json;

function requestBody(route: Route, { examples }: ApiAbout, shapeOf: ShapeOf): Json {
  const { body } = askedOf(route);
  if (body)
    return {
      requestBody: {
        required: true,
        content: { [JSON_TYPE]: { schema: shapeOf(body), ...exampleOf(examples[route.id]?.body) } },
      },
    };
  if (!route.upload) return {};
  const file = { type: "string", contentMediaType: "application/octet-stream" };
  return {
    requestBody: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: { type: "object", properties: { file }, required: ["file"] },
          ...exampleOf(examples[route.id]?.body),
        },
      },
    },
  };
}

const exampleOf = (value: unknown): Json => (value === undefined ? {} : { example: value });

interface Shown {
  /** An operation's example answer, by reference where others answer in the same shape. */
  of(route: Route): Json;
  /** Those that several operations refer to, by name. */
  readonly shared: Readonly<Record<string, Json>>;
}

/** Example answers; operations that answer in one shape share the first that there is of it. */
function answersShown({ routes, examples }: ApiAbout): Shown {
  const byShape = Map.groupBy(
    routes.filter((route) => !route.produces && examples[route.id]),
    (route) => route.returns,
  );
  const shared: Record<string, Json> = {};
  for (const [first, ...others] of byShape.values())
    if (first && others.length > 0) shared[first.id] = { value: examples[first.id]?.answer };
  return {
    shared,
    of(route) {
      const [first] = byShape.get(route.returns) ?? [];
      return first && first.id in shared
        ? { examples: { sample: { $ref: `#/components/examples/${first.id}` } } }
        : exampleOf(examples[route.id]?.answer);
    },
  };
}

function answersOf(route: Route, shapeOf: ShapeOf, say: Say, shown: Shown): Json {
  const { answer } = askedOf(route);
  const schema = answer
    ? shapeOf(answer)
    : TEXT_TYPES.test(route.produces as string)
      ? { type: "string" }
      : { type: "string", contentMediaType: route.produces };
  return {
    200: {
      description: say(answer ? "api.answer" : "api.file"),
      ...(route.editable ? { headers: { ETag: { $ref: "#/components/headers/ETag" } } } : {}),
      content: {
        [route.produces ?? JSON_TYPE]: { schema, ...shown.of(route) },
      },
    },
    ...(route.editable && route.method === "GET" ? { 304: { description: say("api.unchanged") } } : {}),
  };
}

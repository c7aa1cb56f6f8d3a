import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { addLesson } from "../lessons/contract.ts";
import type { Route } from "../platform/http/contract.ts";
import { programActions } from "../platform/http/program-access.ts";
import { readExamples } from "./api/describe.ts";
import { house } from "./chapters.ts";
import { type Astorp, astorp } from "./testing/astorp.ts";
import { cookieOf, raw } from "./testing/raw.ts";

let a: Astorp;
let auditor: string;
beforeAll(async () => {
  a = await astorp();
  auditor = await cookieOf(a.server.app, "revisor");
  // What the routes about a matter that is there need
  await a.draft("kommunchef", "2027-01-20", "/goals/vision/kommunfullmaktige/2030", {
    name: "Vision",
    text: "Pröva nytt.",
    validTo: "2030-12-31",
  });
  const lesson = await a.call("rektor-bjornekulla", "2027-01-20", "POST", "/analysis/lessons", {
    body: {
      ...(least(schemaOf(addLesson.body as z.ZodType)) as object),
      body: "bjornekullaskolan",
      year: 2027,
    },
  });
  knownIds["/analysis/lessons/{id}"] = (lesson.json as { id: string }).id;
});
afterAll(() => a.stop());

const routes: readonly Route[] = house().handlers.map((handler) => handler.route);
const writes = routes.filter((route) => route.method !== "GET");
const named = (list: readonly Route[]) =>
  list.map((route) => [`${route.method} ${route.path}`, route] as const);

/** Paths of things with an id, and the id of one that is there. */
const knownIds: Record<string, string> = { "/matters/{id}": "vision:kommunfullmaktige:2030" };

/** The matter that is there, and its body, where a route asks for such. */
const KNOWN: Record<string, unknown> = {
  body: "bildningsnamnden",
  matter: "vision:kommunfullmaktige:2030",
  decidedOn: "2027-01-20",
};

/** The least that a schema takes: written from its JSON Schema, so that a new route is asked without being named here. */
// biome-ignore lint/suspicious/noExplicitAny: a JSON Schema
function least(schema: any, name = ""): unknown {
  if (name in KNOWN && schema.type === "string") return KNOWN[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.example !== undefined) return schema.example;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return least(choices.find((one: { type?: string }) => one.type === "null") ?? choices[0], name);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one: unknown) => least(one)));
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((key: string) => [key, least(schema.properties[key], key)]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => least(schema.items));
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, 1);
    case "boolean":
      return false;
    case "null":
      return null;
    case "string":
      if (schema.format === "email") return "ingen@astorp.example";
      if (schema.format === "date") return "2027-01-20";
      if (schema.pattern?.includes("§")) return "§ 1";
      if (schema.pattern?.includes("\\d{4}")) return "2027";
      if (schema.pattern?.startsWith("^[0-9]")) return "1";
      return "a".repeat(Math.max(schema.minLength ?? 1, 1));
    default:
      return {};
  }
}
const schemaOf = (type: z.ZodType) => z.toJSONSchema(type, { io: "input", unrepresentable: "any" });

function urlOf(route: Route, body?: string): string {
  const params = (route.params ? least(schemaOf(route.params)) : {}) as Record<string, unknown>;
  for (const [path, id] of Object.entries(knownIds)) if (route.path.startsWith(path)) params.id = id;
  if (body && "body" in params) params.body = body;
  if ("year" in params) params.year = 2027;
  return `/api${route.path.replace(/\{(\w+)\}/g, (_all, name) => encodeURIComponent(String(params[name])))}`;
}

/** What holds together in ways that no JSON Schema tells. */
const FROM_EXAMPLE = ["putProvider", "makeServiceAccount", "setHandoverKey"];
const examples = readExamples();

function bodyOf(route: Route): { body?: object | Buffer; headers: Record<string, string> } {
  const seen = route.editable ? { "if-none-match": "*" } : {};
  const sent = FROM_EXAMPLE.includes(route.id) ? examples[route.id]?.body : undefined;
  if (sent) return { body: sent as object, headers: { ...seen } };
  if (!route.upload)
    return { ...(route.body ? { body: least(schemaOf(route.body)) as object } : {}), headers: { ...seen } };
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="f.se"\r\n\r\n`;
  return {
    body: Buffer.from(`${head}#FLAGGA 0\r\n--x--\r\n`),
    headers: { "content-type": "multipart/form-data; boundary=x" },
  };
}

const PUBLIC_WRITES = [
  "signInSample",
  "signInLocal",
  "giveSecondFactor",
  "askForPasskey",
  "signInPasskey",
  "lookAtLink",
  "openAccountLink",
  "askForNewPassword",
  "beginCrossing",
  "takeCrossing",
  "beginProvider",
  "finishProvider",
  "signOut",
  "checkWording",
  "endHeadLetters",
  "endReminders",
  "askFirstAddress",
  "openFirstAddress",
  "signInOperator",
  "signOutOperator",
];

describe("T-2: who has not signed in is asked to, on every route that is not public", () => {
  test.each(named(routes.filter((route) => route.access === "signed-in")))("%s", async (_name, route) => {
    const reply = await raw(a.server.app, route.method, urlOf(route), bodyOf(route));
    expect(reply.json).toMatchObject({ status: 401, code: "sign-in-first" });
    // The session of another time, or of nobody
    const old = await raw(a.server.app, route.method, urlOf(route), {
      headers: { cookie: "tillit_session=gammal" },
    });
    expect(old.status).toBe(401);
  });
  test("the writes that are public are these and no others", () => {
    expect(
      writes
        .filter((route) => route.access === "public")
        .map((route) => route.id)
        .sort(),
    ).toEqual(PUBLIC_WRITES.sort());
  });
});

/** Whoever may not do a thing asks one who may, and deals with the own requests: no mandate is needed (requests.integration.test.ts). */
const REQUESTS = ["makeRequest", "answerRequest", "withdrawRequest", "seeRequest"];

describe("P-4, R-3: who has no mandate is told why, by which section, and who may, on every route that writes", () => {
  // Who has signed in to the sample moves its day, asks for letters, says how to be reminded, asks others, notes signals and risks, and has a list read that is not kept: that is nobody's mandate
  const UNMANDATED = [
    "moveSampleDay",
    "askForHeadLetters",
    "chooseReminders",
    "tickTakenOver",
    "noteSignal",
    "noticeRisk",
    "readSampleList",
    ...REQUESTS,
  ];
  // A thing's owner may, whom no mandate names: of what is not there nobody can be told (course, carried-out and assignment tests hold it)
  const OF_AN_OWNER = [
    "handOver",
    "writeCourse",
    "registerCarriedOut",
    "takeBackCarriedOut",
    "checkMeasure",
    "drawSample",
    "addEvidence",
    "removeEvidence",
    "tellAssignment",
    "answerAssignment",
  ];
  const mandated = writes.filter(
    (route) =>
      route.of !== "installation" &&
      route.access === "signed-in" &&
      ![...UNMANDATED, ...OF_AN_OWNER].includes(route.id) &&
      // One's own account is nobody else's to mandate
      !route.path.startsWith("/own-account"),
  );
  beforeAll(() => a.moveDay("2027-01-20"));
  test.each(named(mandated))("%s", async (_name, route) => {
    const { body, headers } = bodyOf(route);
    const asked = new Set<string>();
    // Some matters are a committee's, some the council's, some an administration's or a unit's: for one of them somebody may
    for (const about of [
      "bildningsnamnden",
      "kommunfullmaktige",
      "kommunstyrelsen",
      "bildningsforvaltningen",
      "bjornekullaskolan",
      "bjornekulla-fastighets-ab",
      "bjornekullaskolan",
    ]) {
      const query = route.query
        ? `?${new URLSearchParams(least(schemaOf(route.query)) as Record<string, string>)}`
        : "";
      const reply = await raw(a.server.app, route.method, `${urlOf(route, about)}${query}`, {
        ...(body ? { body } : {}),
        headers: { ...headers, cookie: auditor },
      });
      expect(reply.json).toMatchObject({
        status: 403,
        code: "may-not",
        cite: expect.stringMatching(/^(§|KL |LKBR )/),
      });
      // The nearest by name, where somebody holds a post that may
      const { ask = [], nearest } = reply.json;
      for (const who of nearest ? [nearest.name] : ask) expect(reply.json.detail).toContain(who);
      for (const who of ask) asked.add(who);
    }
    expect(asked.size).toBeGreaterThan(0);
  });
});

describe("T-5: public reads answer anybody", () => {
  const NEEDS_SOMETHING = [404, 422]; // what is asked for is not there, or the question lacks its object
  test.each(named(routes.filter((route) => route.access === "public" && route.method === "GET")))(
    "%s",
    async (_name, route) => {
      const query = route.query
        ? new URLSearchParams(least(schemaOf(route.query)) as Record<string, string>)
        : "";
      const { status } = await raw(a.server.app, "GET", `${urlOf(route)}?${query}`);
      expect([200, ...NEEDS_SOMETHING]).toContain(status);
    },
  );
});

describe("T-5: the API describes itself", () => {
  // biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document
  let api: any;
  beforeAll(async () => {
    api = (await raw(a.server.app, "GET", "/api/openapi.json")).json;
  });
  // biome-ignore lint/suspicious/noExplicitAny: an operation
  const operations = (): [string, string, any][] =>
    Object.entries(api.paths).flatMap(([path, item]) =>
      Object.entries(item as object).map(
        ([method, operation]) => [path, method, operation] as [string, string, unknown],
      ),
    );

  /** What a reference leads to. */
  // biome-ignore lint/suspicious/noExplicitAny: a part of the document
  const leadsTo = (reference: string): any => {
    const path = reference.replace(/^#\//, "").split("/");
    return path.reduce((at, key) => at?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], api);
  };
  // biome-ignore lint/suspicious/noExplicitAny: a part of the document
  const told = (part: any) => (part.$ref ? leadsTo(part.$ref) : part);

  test("as OpenAPI 3.1, with what the standard demands of a document", () => {
    expect(api.openapi).toMatch(/^3\.1\.\d+$/);
    expect(api.info).toMatchObject({ title: "Tillit", version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    for (const [path, method, operation] of operations()) {
      expect(path).toMatch(/^\//);
      expect(["get", "put", "post", "delete"]).toContain(method);
      expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^([1-5]\d\d|[1-5]XX|default)$/);
        expect(told(response).description, `${method} ${path} ${status}`).toBeTypeOf("string");
      }
      const inPath = (path.match(/\{(\w+)\}/g) ?? []).map((name) => name.slice(1, -1)).sort();
      const declared = (operation.parameters ?? []).map(told).filter((p: { in: string }) => p.in === "path");
      expect(declared.map((p: { name: string }) => p.name).sort(), path).toEqual(inPath);
      for (const parameter of declared) expect(parameter.required).toBe(true);
    }
  });

  test.each(["br", "gzip"])(
    "packed as %s for who takes it, and not sent again to who has it",
    async (encoding) => {
      const { app } = a.server;
      const whole = await app.inject({ url: "/api/openapi.json" });
      const packed = await app.inject({ url: "/api/openapi.json", headers: { "accept-encoding": encoding } });
      expect(packed.headers).toMatchObject({ "content-encoding": encoding, vary: "accept-encoding" });
      const unpacked = encoding === "br" ? brotliDecompressSync : gunzipSync;
      expect(unpacked(packed.rawPayload).toString("utf8")).toBe(whole.payload);
      expect(packed.rawPayload.length).toBeLessThan(whole.rawPayload.length / 5);
      const refused = await app.inject({
        url: "/api/openapi.json",
        headers: { "accept-encoding": `${encoding};q=0, identity` },
      });
      expect(refused.headers["content-encoding"]).toBeUndefined();
      const again = await app.inject({
        url: "/api/openapi.json",
        headers: { "if-none-match": String(packed.headers.etag) },
      });
      expect([again.statusCode, again.payload]).toEqual([304, ""]);
    },
  );

  test("every contract is there, once, under its own name", () => {
    const ids = operations().map(([, , operation]) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    // What is the installation's own is nobody's who reads a municipality's
    const own = routes.filter(({ of }) => of !== "installation");
    expect([...ids].sort()).toEqual(own.map((route) => route.id).sort());
    for (const route of own)
      expect(api.paths[`/api${route.path}`]?.[route.method.toLowerCase()]?.operationId).toBe(route.id);
  });

  test("every reference leads somewhere, and the session is declared", () => {
    const references = JSON.stringify(api).match(/"\$ref":"[^"]+"/g) ?? [];
    for (const reference of new Set(references))
      expect(leadsTo(reference.slice(8, -1)), reference).toBeDefined();
    expect(api.components.securitySchemes.session).toMatchObject({ type: "apiKey", in: "cookie" });
    for (const [path, , operation] of operations()) {
      const route = routes.find((one) => one.id === operation.operationId);
      expect(operation.security, path).toEqual([
        ...(route?.access === "signed-in" ? [] : [{}]),
        { session: [] },
        ...(route && programActions(route)?.length !== 0 ? [{ program: [] }] : []),
      ]);
    }
  });
});

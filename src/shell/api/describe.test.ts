import { brotliCompressSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Route } from "../../platform/http/contract.ts";
import { SESSION_COOKIE } from "../../platform/http/cookies.ts";
import { describeApi, houseRoutes, readExamples } from "./describe.ts";

/** What the document may come to as it stands, and on the wire. In bytes. */
const MAX_BYTES_AN_OPERATION = 3_100;
const MAX_PACKED_BYTES_AN_OPERATION = 300;

const routes: readonly Route[] = houseRoutes();
const examples = readExamples();
const LIMITS = { requestsPerMinute: 1200, bodyBytes: 1_048_576 };
const ABOUT = { version: "1.2.3", cookie: SESSION_COOKIE, publicUrl: undefined, limits: LIMITS };
const RECORD = "Kör npm run examples";

// biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document
let api: any;
// biome-ignore lint/suspicious/noExplicitAny: an operation
let operations: Record<string, any>;
beforeAll(async () => {
  api = JSON.parse(JSON.stringify(await describeApi(ABOUT)));
  operations = Object.fromEntries(
    Object.values(api.paths)
      .flatMap((item) => Object.values(item as object))
      .map((operation) => [operation.operationId, operation]),
  );
});

/** What a reference leads to. */
const at = (ref: string) =>
  ref
    .slice(2)
    .split("/")
    .reduce((part, key) => part?.[key], api);

describe.each(routes.map((route) => [route.id, route] as const))("T-5: %s", (id, route) => {
  test("is described: who may ask, in which chapter, and what it may be refused by, by name", () => {
    const operation = operations[id];
    expect(operation.security).toContainEqual({ session: [] });
    // A public one is asked without anything; what a program may be given is asked by a token too
    expect(operation.security.some((one: object) => Object.keys(one).length === 0)).toBe(
      route.access === "public",
    );
    expect(api.tags).toContainEqual({ name: operation.tags[0], description: expect.stringMatching(/§/) });
    expect(operation.summary).not.toBe("");
    const refused = Object.entries<{ $ref: string }>(operation.responses).filter(
      ([status]) => !/^[23]/.test(status),
    );
    expect(refused.length).toBeGreaterThan(1);
    const codes = refused.flatMap(([status, { $ref }]) => {
      expect($ref, status).toMatch(/^#\/components\/responses\/\w+$/);
      const { content, description } = at($ref);
      expect(description).not.toBe("");
      const told = Object.keys(content["application/problem+json"].examples);
      for (const code of told) {
        const { value } = at(`#/components/examples/${code}`);
        expect(value).toMatchObject({ code, ...(status === "default" ? {} : { status: Number(status) }) });
      }
      return told;
    });
    expect(codes).toEqual(expect.arrayContaining(route.problems.map((problem) => problem.code)));
  });

  test("has an example, of what its contract takes and gives", () => {
    const example = examples[id];
    expect(example, RECORD).toBeDefined();
    if (!example) return;
    for (const [part, schema] of [
      ["params", route.params],
      ["query", route.query],
      ["body", route.body],
      ["answer", route.produces ? undefined : route.returns],
    ] as const) {
      if (!schema) continue;
      if (part !== "query") expect(example[part], `${part}. ${RECORD}`).toBeDefined();
      expect(schema.safeParse(example[part] ?? {}).error?.issues ?? [], `${part}. ${RECORD}`).toEqual([]);
    }
    const { content } = operations[id].responses["200"];
    const [answer] = Object.values<{ example?: unknown; examples?: object }>(content);
    if (!route.produces) expect(answer?.example ?? answer?.examples).toBeDefined();
  });
});

test("T-5: there are examples of these operations and no others", () => {
  expect(Object.keys(examples).sort(), RECORD).toEqual(routes.map((route) => route.id).sort());
});

test("T-5: each shape stands once, and the document is no larger than it must be", () => {
  const text = JSON.stringify(api);
  expect(text.length).toBeLessThan(routes.length * MAX_BYTES_AN_OPERATION);
  expect(brotliCompressSync(text).length).toBeLessThan(routes.length * MAX_PACKED_BYTES_AN_OPERATION);
  // Two kinds of matter may have the same content, and are two things all the same
  const forms = Object.entries(api.components.schemas)
    .filter(([name]) => !name.endsWith("Matter"))
    .map(([, schema]) => JSON.stringify(schema));
  expect(new Set(forms).size).toBe(forms.length);
  expect(Object.keys(api.components.schemas)).toEqual(
    expect.arrayContaining([
      "Problem",
      "Remark",
      "May",
      "Decision",
      "DecisionInput",
      "Budget",
      "BudgetMatter",
    ]),
  );
});

test("T-5: what has a default need not be sent, and is always there to be read", () => {
  const { DecisionInput, Decision } = api.components.schemas;
  expect(DecisionInput.required).not.toContain("votes");
  expect(Decision.required).toContain("votes");
});

test("T-5: an installation with an address of its own says so", async () => {
  const own = (await describeApi({ ...ABOUT, publicUrl: "https://tillit.example.se/" })) as typeof api;
  expect(own.servers).toEqual([expect.objectContaining({ url: "https://tillit.example.se" })]);
  expect(own.info.contact.url).toBe("https://tillit.example.se/oppna-data");
  expect(own.info.version).toBe("1.2.3");
});

import type { FastifyInstance } from "fastify";
import { houseRoutes, readExamples } from "../../src/shell/api/describe.ts";
import { type RawReply, raw } from "../../src/shell/testing/raw.ts";

export type HouseRoute = ReturnType<typeof houseRoutes>[number];
type Given = Readonly<Record<string, unknown>>;

/** Each route of the house with what the sample's own year asked it with. */
export const askedRoutes = (): {
  readonly route: HouseRoute;
  readonly example: { params: Given; query: Given; body?: unknown };
}[] => {
  const examples = readExamples();
  return houseRoutes().map((route) => {
    const { params = {}, query = {}, body } = examples[route.id] ?? {};
    return { route, example: { params, query, ...(body === undefined ? {} : { body }) } };
  });
};

/** Asks a route as it was asked in the sample's year; a file where it takes one. `params`: instead of the example's. */
export function asking(
  app: FastifyInstance,
  { route, example }: ReturnType<typeof askedRoutes>[number],
  { params = {}, headers = {} }: { params?: Given; headers?: Record<string, string> },
): Promise<RawReply> {
  const all = { ...example.params, ...params };
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(all[name] ?? "x")),
  );
  const query = new URLSearchParams(
    Object.entries(example.query).map(([name, value]) => [name, String(value)]),
  );
  const seen: Record<string, string> =
    route.editable && route.method === "PUT" ? { "if-none-match": "*" } : {};
  const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="f.se"\r\n\r\n#FLAGGA 0\r\n--x--\r\n`;
  return raw(app, route.method, `/api${path}?${query}`, {
    headers: {
      ...seen,
      ...(route.upload ? { "content-type": "multipart/form-data; boundary=x" } : {}),
      ...headers,
    },
    ...(route.upload ? { body: file } : example.body === undefined ? {} : { body: example.body as object }),
  });
}

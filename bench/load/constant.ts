import { readFileSync } from "node:fs";
import Fastify from "fastify";

// The least that the same answers can cost: a Fastify that has them as constants, and does nothing else.

const answers = new Map(
  (JSON.parse(readFileSync(process.argv[2] as string, "utf8")) as [string, string][]).map(
    ([address, body]) => [address, Buffer.from(body)],
  ),
);
const app = Fastify();
app.get("/*", (request, reply) =>
  reply.type("application/json; charset=utf-8").send(answers.get(request.url)),
);
console.log(`Tillit är igång: ${await app.listen({ port: 0, host: "127.0.0.1" })}`);

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inNetwork, isPublic, outsideFetch } from "./outside.ts";

let server: Server;
let at: string;
beforeAll(async () => {
  server = createServer((request, reply) => {
    if (request.url === "/large") return void reply.end(Buffer.alloc(1_000_001));
    if (request.url === "/moved") return void reply.writeHead(302, { location: "/" }).end();
    if (request.url === "/nothing") return void reply.writeHead(204).end();
    request.pipe(reply);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));

const inner = outsideFetch(["loopback"]);
const outer = outsideFetch([]);

test("T-2: what is fetched from outside has a size, and a redirect is not followed", async () => {
  expect(await (await inner(at, { method: "POST", body: "åäö" })).text()).toBe("åäö");
  expect((await inner(`${at}/nothing`)).status).toBe(204);
  expect((await inner(`${at}/moved`)).status).toBe(302);
  await expect(inner(`${at}/large`)).rejects.toMatchObject({ reason: "too-large" });
});

test("T-2: an inner network is never asked but where whoever runs Tillit has named it, by whatever name it is called", async () => {
  const { port } = new URL(at);
  for (const host of [
    "127.0.0.1",
    "localhost",
    "2130706433",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "169.254.169.254",
    "10.0.0.1",
  ]) {
    await expect(outer(`https://${host}:${port}/`), host).rejects.toMatchObject({ reason: "inner-address" });
    await expect(outer(`http://${host}:${port}/`), host).rejects.toMatchObject({ reason: "not-https" });
  }
  await expect(outer("file:///etc/passwd")).rejects.toMatchObject({ reason: "not-https" });
  expect((await inner(`http://localhost:${port}/`)).status).toBe(200);
});

test("T-2: one that is gone, and one whose name nobody knows, are told apart", async () => {
  await expect(inner("http://127.0.0.1:1/")).rejects.toMatchObject({ reason: "away" });
  await expect(inner("https://finns-inte.invalid/")).rejects.toMatchObject({ reason: "unknown-host" });
});

test.each([
  ["192.0.2.1", false], // for documentation, nobody's
  ["130.237.28.40", true],
  ["2001:6b0:1::200", true],
  ["fe80::1", false],
  ["64:ff9b::7f00:1", false], // 127.0.0.1 by NAT64
  ["100.64.0.1", false],
  ["0.0.0.0", false],
])("T-2: %s is on the open internet: %s", (address, open) => {
  expect(isPublic(address)).toBe(open);
});

test("T-2: a network is an address, a range or a name", () => {
  expect(inNetwork("10.1.2.3", "10.0.0.0/8")).toBe(true);
  expect(inNetwork("11.1.2.3", "10.0.0.0/8")).toBe(false);
  expect(inNetwork("10.1.2.3", "uniquelocal")).toBe(true);
  expect(inNetwork("10.1.2.3", "fd00::/8")).toBe(false);
  expect(inNetwork("fd00::1", "fd00::/8")).toBe(true);
  expect(inNetwork("192.0.2.1", "192.0.2.1")).toBe(true);
  expect(inNetwork("::1", "loopback")).toBe(true);
});

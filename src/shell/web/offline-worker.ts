import type { ClearCopies, Copy, KeepCopy } from "../../platform/ui/offline/copies.ts";
import { COPIES_CACHE, COPY_HEADER, MAX_COPIES, unread, withCopy } from "../../platform/ui/offline/copies.ts";

/*
 * Reads documents without a connection: what the page has asked to keep is answered when the server can't be reached, and never otherwise.
 * What is kept is asked for without saying who one is, so that it is what everybody may read. It is registered by a page that keeps
 * something (useKeepCopy) and is gone when somebody signs out (clearCopies).
 */

/** What a worker has of its own; the rest of the client is made for a window. */
interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchedEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface ToldEvent extends WorkerEvent {
  readonly data: KeepCopy | ClearCopies;
  readonly ports: readonly MessagePort[];
}
interface Worker {
  skipWaiting(): Promise<void>;
  addEventListener(type: "install", listener: (event: WorkerEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchedEvent) => void): void;
  addEventListener(type: "message", listener: (event: ToldEvent) => void): void;
}
const worker = self as unknown as Worker;

const PAGE = "/";
const INDEX = "/offline-copies";

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  const isPage = request.mode === "navigate";
  if (isPage && pathname.startsWith("/api/")) return;
  event.respondWith(fetch(request).catch((cause) => copyOf(isPage ? PAGE : request.url, cause)));
});

/** The copy of an address, or the fault that there is no connection. */
async function copyOf(address: string, cause: unknown): Promise<Response> {
  // Never opened here: a request that is broken off at sign-out would make it anew
  const copy = await caches.match(address, { cacheName: COPIES_CACHE, ignoreVary: true });
  if (!copy) throw cause;
  return copy;
}

/** One at a time: two windows may ask at once. */
let under: Promise<unknown> = Promise.resolve();

/** How many times somebody has signed out: what was asked for before is nobody's any more. */
let signedOut = 0;

worker.addEventListener("message", (event) => {
  const [port] = event.ports;
  const told = event.data;
  if (told?.kind === "clear") signedOut += 1;
  else if (told?.kind !== "keep") return;
  const before = signedOut;
  const act = async (): Promise<unknown> =>
    told.kind === "clear" ? caches.delete(COPIES_CACHE) : keep(told, () => signedOut !== before);
  under = under.then(act).then(
    () => port?.postMessage(true),
    // Not everybody's, or the connection went: the copy that was there stays
    () => port?.postMessage(false),
  );
  event.waitUntil(under);
});

async function keep({ path, data, files, language, from }: KeepCopy, isOver: () => boolean): Promise<void> {
  const answers = await Promise.all(data.map((address) => publicAnswer(address, language)));
  const page = await asked(new Request(PAGE, { credentials: "omit" }));
  const text = await page.clone().text();
  if (isOver()) throw new Error("signed out");
  let cache = await caches.open(COPIES_CACHE);
  const before = await cache.match(PAGE);
  if (before && (await before.text()) !== text) {
    // The client is another: what it was to read with the old one is not for it
    await caches.delete(COPIES_CACHE);
    cache = await caches.open(COPIES_CACHE);
  }
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll(files.filter((file) => !there.has(file)));
  await Promise.all(
    answers.map(async (answer, i) => cache.put(data[i] as string, await marked(answer, from))),
  );
  await cache.put(PAGE, page);
  const copies = await copiesIn(cache);
  const after = withCopy(copies, { path, data }, MAX_COPIES);
  await cache.put(INDEX, Response.json(after));
  await Promise.all(unread(copies, after).map((address) => cache.delete(address, { ignoreVary: true })));
}

const publicAnswer = (address: string, language: string): Promise<Response> =>
  asked(new Request(address, { credentials: "omit", headers: { "accept-language": language } }));

async function asked(request: Request): Promise<Response> {
  const answer = await fetch(request);
  if (!answer.ok) throw new Error(`${answer.status} ${request.url}`);
  return answer;
}

/** The same answer, saying that it is a copy and from when. */
async function marked(answer: Response, from: string): Promise<Response> {
  const headers = new Headers(answer.headers);
  headers.set(COPY_HEADER, from);
  headers.delete("content-encoding");
  return new Response(await answer.blob(), { headers });
}

async function copiesIn(cache: Cache): Promise<readonly Copy[]> {
  return ((await (await cache.match(INDEX))?.json()) as readonly Copy[] | undefined) ?? [];
}

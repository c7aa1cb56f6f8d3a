import { Pool } from "undici";

/** What was answered, and how long it took from the question to the last byte. */
export interface Given {
  readonly status: number;
  readonly ms: number;
  readonly etag: string | undefined;
  readonly text: string;
}

/** One person's browser, or a visitor's: connections of its own, and the cookie that it was given. */
export class Browser {
  readonly #pool: Pool;
  #cookie = "";

  constructor(url: string, connections: number) {
    this.#pool = new Pool(url, { connections, pipelining: 1 });
  }

  async signIn(person: string): Promise<void> {
    if (person === "") return;
    const { statusCode, headers, body } = await this.#pool.request({
      method: "POST",
      path: "/api/sign-in/sample",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ person }),
    });
    if (statusCode !== 200) throw new Error(`${person}: ${await body.text()}`);
    await body.dump();
    this.#cookie = String(headers["set-cookie"]).split(";")[0] ?? "";
  }

  async ask(
    method: "GET" | "PUT",
    path: string,
    rest: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<Given> {
    const from = performance.now();
    const headers: Record<string, string> = { "accept-language": "sv-SE,sv", ...rest.headers };
    if (this.#cookie) headers.cookie = this.#cookie;
    if (rest.body !== undefined) headers["content-type"] = "application/json";
    const reply = await this.#pool.request({ method, path: `/api${path}`, headers, body: rest.body ?? null });
    const text = await reply.body.text();
    const etag = reply.headers.etag;
    return {
      status: reply.statusCode,
      ms: performance.now() - from,
      etag: typeof etag === "string" ? etag : undefined,
      text,
    };
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

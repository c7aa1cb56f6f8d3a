import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply } from "fastify";
import { sha256 } from "../hash.ts";

interface Packed {
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/**
 * Serves a large text that is the same for everybody as long as the server runs: made and compressed once, when it is first
 * asked for, and answered with 304 to who has it already.
 */
export function serveText(
  app: FastifyInstance,
  path: string,
  type: string,
  text: () => Promise<string>,
): void {
  let packed: Promise<Packed> | undefined;
  app.get(path, async (request, reply) => {
    packed ??= text()
      .then(pack)
      .catch((cause: unknown) => {
        packed = undefined; // what went wrong once may go well the next time
        throw cause;
      });
    const { etag, ...forms } = await packed;
    reply.header("etag", etag).header("cache-control", "no-cache").header("vary", "accept-encoding");
    if (request.headers["if-none-match"]?.includes(etag)) return reply.code(304).send();
    return sendAs(reply.type(type), forms, request.headers["accept-encoding"]);
  });
}

function sendAs(reply: FastifyReply, forms: Omit<Packed, "etag">, accepted: string | string[] | undefined) {
  const form = (["br", "gzip"] as const).find((name) => takes(String(accepted ?? ""), name));
  return form ? reply.header("content-encoding", form).send(forms[form]) : reply.send(forms.plain);
}

/** Whether a client that sent this Accept-Encoding takes an encoding: named, and not with the weight nought. */
const takes = (accepted: string, encoding: string): boolean =>
  accepted.split(",").some((one) => {
    const [name, weight] = one.trim().split(/\s*;\s*q=/i);
    return name === encoding && Number(weight ?? 1) > 0;
  });

async function pack(text: string): Promise<Packed> {
  const plain = Buffer.from(text);
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    promisify(gzip)(plain),
  ]);
  return { etag: `"${sha256(text).slice(0, 32)}"`, plain, br, gzip: zipped };
}

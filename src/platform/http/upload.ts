import { createHash } from "node:crypto";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { Problem, problemKind, refuse } from "../../kernel/problem.ts";
import type { Tell } from "../intake/progress.ts";
import type { Upload } from "./handle.ts";
import { TooLarge } from "./problems.ts";

const FIELD = "file";
const MAX_NAME = 200;
const FileMissing = problemKind("file-missing", 415);
const OneFileOnly = problemKind("one-file-only", 422);
const BrokenUpload = problemKind("broken-upload", 400);

/**
 * The one file of a request, in the field `file`. Refuses what is not multipart/form-data, another field, a second file,
 * more bytes than `maxBytes`, and what ends in the middle.
 */
export async function uploadOf(request: FastifyRequest, maxBytes: number, tell?: Tell): Promise<Upload> {
  if (!request.isMultipart()) refuse(FileMissing);
  const parts = request.files({ limits: { fileSize: maxBytes, files: 2 } });
  const first = await next(parts);
  if (!first || first.fieldname !== FIELD) refuse(FileMissing);
  const { bytes, sha256 } = await wholeOf(first, maxBytes, (bytes) =>
    tell?.({ stage: "receiving", share: shareOf(request, bytes) }),
  );
  const second = await next(parts);
  if (second) {
    second.file.resume();
    refuse(OneFileOnly);
  }
  return { filename: nameOf(first), bytes, sha256 };
}

/**
 * All bytes in a buffer of their own, that can be handed over; hashed as they come, so that nobody waits for it at the end. The
 * buffer grows in place: a large file is never held twice.
 */
async function wholeOf(
  part: MultipartFile,
  maxBytes: number,
  received: (bytes: number) => void,
): Promise<{ bytes: Uint8Array; sha256: string }> {
  const hash = createHash("sha256");
  const buffer = new ArrayBuffer(0, { maxByteLength: maxBytes });
  const bytes = new Uint8Array(buffer);
  let length = 0;
  try {
    for await (const piece of part.file as AsyncIterable<Buffer>) {
      hash.update(piece);
      if (length + piece.length > buffer.byteLength)
        buffer.resize(Math.min(maxBytes, Math.max(length + piece.length, buffer.byteLength + GROWS_BY)));
      bytes.set(piece, length);
      length += piece.length;
      received(length);
    }
  } catch (cause) {
    throw brokenOr(cause);
  }
  if (part.file.truncated) refuse(TooLarge, { params: { maxMb: Math.floor(maxBytes / 1_000_000) } });
  buffer.resize(length);
  return { bytes, sha256: hash.digest("hex") };
}
const GROWS_BY = 1_048_576;

/** Of what the sender has said that it will send; null where it has not. */
function shareOf(request: FastifyRequest, bytes: number): number | null {
  const all = Number(request.headers["content-length"]);
  return all > 0 ? Math.min(1, bytes / all) : null;
}

async function next(parts: AsyncIterator<MultipartFile>): Promise<MultipartFile | undefined> {
  try {
    const { value, done } = await parts.next();
    return done ? undefined : value;
  } catch (cause) {
    throw brokenOr(cause);
  }
}

/** What the multipart reader says of a body that can't be read has no code of its own; the limits' refusals have. */
const brokenOr = (cause: unknown): unknown =>
  cause instanceof Error && !("code" in cause) ? new Problem(BrokenUpload) : cause;

/** The name as it is shown: without signs that are not seen or that turn the text round. */
const nameOf = (part: MultipartFile): string =>
  // A part without a name of its own comes without one, whatever its type says
  ((part.filename as string | undefined) ?? "").replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, MAX_NAME);

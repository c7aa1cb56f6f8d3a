import { PassThrough, pipeline, Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";

/** Most of what there is to win, at half the time of the usual level. */
const GZIP_LEVEL = 4;

/** The library's types speak of the browser's streams; Node's are the same, but for iteration and the type's name. */
const asIterable = (stream: unknown) => stream as AsyncIterable<Uint8Array>;
const asStream = (source: AsyncIterable<Uint8Array>) =>
  ReadableStream.from(source) as unknown as globalThis.ReadableStream<Uint8Array>;

/** Packs (gzip) and seals (age, X25519) to whoever has the other half of a key. */
export async function* sealedTo(
  recipient: string,
  source: AsyncIterable<Buffer>,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const packed = through(source, createGzip({ level: GZIP_LEVEL }));
  yield* asIterable(await encrypter.encrypt(asStream(packed)));
}

/** What `sealedTo` sealed, unpacked. Throws where the key is another's, or the file is changed or cut off. */
export async function* unsealedBy(
  identity: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const text = asIterable(await decrypter.decrypt(asStream(source)));
  yield* through(text, createGunzip()) as AsyncIterable<Buffer>;
}

/** What comes out of a stream; a fault before it is one of it. */
function through(source: AsyncIterable<Uint8Array>, by: NodeJS.ReadWriteStream): AsyncIterable<Uint8Array> {
  const out = new PassThrough();
  pipeline(Readable.from(source, { objectMode: false }), by, out, () => {}); // a fault is heard of where it is read
  return out;
}

import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { PassThrough, Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ReadableStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { ownValue } from "../../../kernel/own-value.ts";
import { ToldError } from "../../told.ts";
import { BackupFault } from "./format.ts";

/** Most of what there is to win, at half the time of the usual level. */
const GZIP_LEVEL = 4;
const AGE = "age-encryption.org/v1";

export interface FileWritten {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a text into a file that did not exist, packed with gzip and, where there is a password, encrypted with age
 * (age-encryption.org: scrypt, ChaCha20-Poly1305 in pieces of 64 kB, so that a change or a cut is found). The file has another
 * name (`.part`) until it is whole and on disk; what fails leaves nothing. Throws a ToldError where the file exists.
 */
export async function writeSealed(
  file: string,
  text: AsyncIterable<Buffer>,
  password: string | undefined,
  signal?: AbortSignal,
): Promise<FileWritten> {
  await refuseExisting(file);
  const part = `${file}.part`;
  await makePart(part);
  const hash = createHash("sha256");
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(
      Readable.from(text, { objectMode: false }),
      createGzip({ level: GZIP_LEVEL }),
      password === undefined ? new PassThrough() : encrypted(password),
      count,
      createWriteStream(part, { flags: "r+", flush: true }),
      signal ? { signal } : {},
    );
    await refuseExisting(file); // somebody may have made it meanwhile
    await rename(part, file);
    await syncFolder(dirname(file));
  } catch (cause) {
    await rm(part, { force: true });
    throw fileFault(file, cause);
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Only we write in it, and only we may read it: it holds everything. */
async function makePart(part: string): Promise<void> {
  try {
    await (await open(part, "wx", 0o600)).close();
  } catch (cause) {
    throw fileFault(part, cause);
  }
}

async function refuseExisting(file: string): Promise<void> {
  if (await stat(file).catch(() => undefined))
    throw new ToldError(`${file} finns redan, och skrivs inte över: välj ett annat namn.`);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const encrypted = (password: string) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(password);
    yield* asIterable(await encrypter.encrypt(asStream(source)));
  };

/** The library's types speak of the browser's streams; Node's are the same, but for iteration and the type's name. */
const asIterable = (stream: unknown) => stream as AsyncIterable<Uint8Array>;
const asStream = (source: AsyncIterable<Uint8Array>) =>
  ReadableStream.from(source) as unknown as globalThis.ReadableStream<Uint8Array>;

/** Whether a file needs a password; throws a ToldError where it can't be read or is nothing that we write. */
export async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file, "r").catch((cause) => {
    throw fileFault(file, cause);
  });
  try {
    const start = Buffer.alloc(AGE.length);
    const { bytesRead } = await handle.read(start, 0, start.length, 0).catch((cause) => {
      throw fileFault(file, cause);
    });
    if (start.subarray(0, bytesRead).toString("latin1") === AGE) return true;
    if (start[0] === 0x1f && start[1] === 0x8b) return false;
    throw new BackupFault(`${file} är ingen säkerhetskopia från Tillit.`);
  } finally {
    await handle.close();
  }
}

/** The text of a file that `writeSealed` wrote. Throws BackupFault where the password is wrong or the file broken or cut off. */
export async function* readSealed(file: string, password: string | undefined): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 262_144 });
  const reading = pipeline(
    createReadStream(file, { highWaterMark: 262_144 }),
    password === undefined ? new PassThrough() : decrypted(password),
    gunzip,
  );
  reading.catch(() => {}); // heard of where it is read
  try {
    yield* gunzip as AsyncIterable<Buffer>;
    await reading;
  } catch (cause) {
    throw cause instanceof ToldError ? cause : readFault(file, cause);
  } finally {
    gunzip.destroy();
  }
}

const decrypted = (password: string) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(password);
    const text = await decrypter.decrypt(asStream(source)).catch((cause) => {
      if (cause instanceof Error && cause.message.includes("no identity matched"))
        throw new BackupFault(WRONG);
      throw cause;
    });
    yield* asIterable(text);
  };
const WRONG = "Lösenordet är fel: säkerhetskopian går inte att läsa med det.";

function readFault(file: string, cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? "";
  if (code === "Z_BUF_ERROR")
    return new BackupFault(`${file} är avkortad: slutet saknas. Använd en annan kopia.`);
  if (!code || code.startsWith("Z_"))
    return new BackupFault(
      `${file} är skadad eller avkortad, och går inte att läsa. Använd en annan kopia.`,
      {
        cause,
      },
    );
  return fileFault(file, cause);
}

function fileFault(file: string, cause: unknown): unknown {
  const why = ownValue(WHY, (cause as NodeJS.ErrnoException).code ?? "");
  return why === undefined ? cause : new ToldError(`${file} ${why}.`, { cause });
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "finns inte, eller så finns inte mappen",
  ENOTDIR: "går inte att nå, för något i sökvägen är en fil",
  EISDIR: "är en mapp: ange en fil",
  EACCES: "får inte läsas eller skrivas av den som kör programmet",
  EPERM: "får inte läsas eller skrivas av den som kör programmet",
  EEXIST: "finns redan: en annan säkerhetskopia pågår, eller blev avbruten. Ta bort filen om ingen pågår",
  EROFS: "går inte att skriva, för disken är skrivskyddad",
  ENOSPC: "gick inte att skriva, för disken är full: inget har lämnats kvar",
  EDQUOT: "gick inte att skriva, för utrymmet är slut: inget har lämnats kvar",
  ENAMETOOLONG: "har ett för långt namn",
};

import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";

/** A passkey's holder as WebAuthn has it, in software: makes keys and signs with them as a phone does. */
export interface Authenticator {
  /** Answers what `beginPasskey` asks for. */
  create(options: { readonly challenge: string }, how?: How): object;
  /** Answers what `askForPasskey` asks for. */
  get(options: { readonly challenge: string }, how?: How): object;
}

interface How {
  /** Another page than the municipality's own, as a false one has. */
  readonly origin?: string;
  /** Whether its person unlocked it. */
  readonly verified?: boolean;
}

const b64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString("base64url");
const digest = (bytes: Uint8Array | string): Buffer => createHash("sha256").update(bytes).digest();

/** CBOR of what an attestation is made of: small whole numbers, texts, bytes and maps. */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Buffer {
  const head = (major: number, length: number): Buffer => {
    if (length < 24) return Buffer.from([(major << 5) | length]);
    if (length < 256) return Buffer.from([(major << 5) | 24, length]);
    return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
  };
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map)
    return Buffer.concat([
      head(5, value.size),
      ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one as number)]),
    ]);
  return Buffer.concat([head(2, value.length), value]);
}

const USER_PRESENT = 1;
const USER_VERIFIED = 4;
const HAS_KEY = 64;

export function newAuthenticator(host: string): Authenticator {
  const id = randomBytes(32);
  let keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } | undefined;
  let counter = 0;
  const own = `http://${host}`;
  const said = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authData = (flags: number, more: Uint8Array = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    const name = host.replace(/:\d+$/, "");
    return Buffer.concat([digest(name), Buffer.from([flags]), count, more]);
  };
  const answer = (response: object) => ({
    id: b64(id),
    rawId: b64(id),
    type: "public-key",
    clientExtensionResults: {},
    response,
  });
  return {
    create({ challenge }, { origin = own, verified = true } = {}) {
      keys ??= generateKeyPairSync("ec", { namedCurve: "P-256" });
      const { x, y } = keys.publicKey.export({ format: "jwk" });
      const cose = cbor(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x as string, "base64url")],
          [-3, Buffer.from(y as string, "base64url")],
        ]),
      );
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const flags = USER_PRESENT | HAS_KEY | (verified ? USER_VERIFIED : 0);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData(flags, credential)],
      ]);
      return answer({
        clientDataJSON: b64(said("webauthn.create", challenge, origin)),
        attestationObject: b64(cbor(attestation)),
        transports: ["internal"],
      });
    },
    get({ challenge }, { origin = own, verified = true } = {}) {
      if (!keys) throw new Error("there is no passkey here yet");
      const client = said("webauthn.get", challenge, origin);
      const data = authData(USER_PRESENT | (verified ? USER_VERIFIED : 0));
      const signature = createSign("sha256")
        .update(Buffer.concat([data, digest(client)]))
        .sign(keys.privateKey);
      return answer({
        clientDataJSON: b64(client),
        authenticatorData: b64(data),
        signature: b64(signature),
      });
    },
  };
}

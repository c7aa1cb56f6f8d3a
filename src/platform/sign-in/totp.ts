import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** RFC 6238 as all authenticator apps have it: SHA-1, six digits, half a minute. */
export const TOTP_DIGITS = 6;
const STEP_S = 30;
/** RFC 4226 asks for as many bits as the hash has. */
const SECRET_BYTES = 20;
/** A clock may be a step before or after ours. */
const SKEW_STEPS = 1;

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BITS_A_SIGN = 5;

/** RFC 4648's base32, without the signs that fill it up. */
export function base32(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= BITS_A_SIGN) {
      bits -= BITS_A_SIGN;
      text += BASE32[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + BASE32[(held << (BITS_A_SIGN - bits)) & 31] : text;
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const sign of text) {
    const value = BASE32.indexOf(sign);
    if (value < 0) throw new RangeError("not base32");
    held = (held << BITS_A_SIGN) | value;
    bits += BITS_A_SIGN;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}

export const newTotpSecret = (): string => base32(randomBytes(SECRET_BYTES));

/** RFC 4226: the code of a counter. */
export function hotp(secret: string, counter: number, digits = TOTP_DIGITS): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac("sha1", fromBase32(secret)).update(moving).digest();
  const at = (mac[mac.length - 1] as number) & 15;
  const code = (mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits;
  return String(code).padStart(digits, "0");
}

/** The step of time that it is. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_S);

/**
 * The step of time whose code it is: this one, or one before or after it, and later than the last that was taken. Undefined where it
 * is none of them: a code is right once.
 */
export function stepOf(secret: string, code: string, now: Date, lastStep: number): number | undefined {
  const present = stepAt(now);
  let found: number | undefined;
  // All of them, however many are right: the time taken tells nothing
  for (let step = present - SKEW_STEPS; step <= present + SKEW_STEPS; step++)
    if (same(hotp(secret, step), code) && step > lastStep) found ??= step;
  return found;
}

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** What an authenticator app reads from the picture: whose code it is, and of what. */
export function totpAddress({
  secret,
  issuer,
  account,
}: {
  readonly secret: string;
  readonly issuer: string;
  readonly account: string;
}): string {
  // A colon parts the two, and must not stand in either
  const label = [issuer, account].map((one) => encodeURIComponent(one.replaceAll(":", " "))).join(":");
  const query = new URLSearchParams({
    secret,
    issuer,
    algorithm: "SHA1",
    digits: String(TOTP_DIGITS),
    period: String(STEP_S),
  });
  return `otpauth://totp/${label}?${query.toString().replaceAll("+", "%20")}`;
}

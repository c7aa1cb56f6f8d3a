import type { FastifyReply } from "fastify";
import type { Config } from "../config.ts";
import { KNOWN_DAYS } from "../sign-in/devices.ts";
import type { Answer } from "./handle.ts";

export const SESSION_COOKIE = "tillit_session";
/** So long a session lasts at most, in the database and in the browser. */
export const SESSION_HOURS = 12;
const HOUR_SECONDS = 3600;
/** By which a browser is known again at sign-in (`platform/sign-in/devices.ts`); it opens nothing. */
export const DEVICE_COOKIE = "tillit_device";

/** By which a browser is known again when its person comes back from an identity provider; it opens nothing. */
export const ROUND_COOKIE = "tillit_round";
export const ROUND_MINUTES = 15;

/** Gives a browser what an answer says that it is to keep, or takes it away. */
export function setCookies(
  reply: FastifyReply,
  { session, device, round }: Pick<Answer<unknown>, "session" | "device" | "round">,
  { publicUrl }: Config,
): void {
  const kept = {
    httpOnly: true,
    sameSite: "strict",
    secure: publicUrl?.startsWith("https:") ?? false,
  } as const;
  if (session !== undefined)
    reply.setCookie(SESSION_COOKIE, session ?? "", {
      ...kept,
      path: "/",
      maxAge: session ? SESSION_HOURS * HOUR_SECONDS : 0,
    });
  if (device !== undefined)
    reply.setCookie(DEVICE_COOKIE, device, {
      ...kept,
      path: "/api/sign-in",
      maxAge: KNOWN_DAYS * 24 * HOUR_SECONDS,
    });
  if (round !== undefined)
    reply.setCookie(ROUND_COOKIE, round, { ...kept, path: "/api/sign-in", maxAge: ROUND_MINUTES * 60 });
}

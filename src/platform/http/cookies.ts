import type { FastifyReply } from "fastify";
import type { Config } from "../config.ts";
import type { Answer } from "./handle.ts";

export const SESSION_COOKIE = "tillit_session";
const SESSION_SECONDS = 12 * 3600;
/** By which a browser is known again at sign-in (`platform/sign-in/devices.ts`); it opens nothing. */
export const DEVICE_COOKIE = "tillit_device";
const DEVICE_SECONDS = 180 * 24 * 3600;

/** Gives a browser what an answer says that it is to keep, or takes it away. */
export function setCookies(
  reply: FastifyReply,
  { session, device }: Pick<Answer<unknown>, "session" | "device">,
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
      maxAge: session ? SESSION_SECONDS : 0,
    });
  if (device !== undefined)
    reply.setCookie(DEVICE_COOKIE, device, { ...kept, path: "/api/sign-in", maxAge: DEVICE_SECONDS });
}

import type { FastifyReply } from "fastify";
import type { Config } from "../config.ts";
import { KNOWN_DAYS } from "../sign-in/devices.ts";
import type { Answer } from "./handle.ts";

export const SESSION_COOKIE = "tillit_session";
/** The operator's session (T-3): another than a municipality's, which may be open on the same name. */
export const OPERATOR_COOKIE = "tillit_operator";
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
  { session, operator, device, round }: Pick<Answer<unknown>, "session" | "operator" | "device" | "round">,
  { publicUrl }: Config,
): void {
  const kept = {
    httpOnly: true,
    sameSite: "strict",
    secure: publicUrl?.startsWith("https:") ?? false,
  } as const;
  for (const [name, token, path] of [
    [SESSION_COOKIE, session, "/"],
    [OPERATOR_COOKIE, operator, "/api/installation"],
  ] as const)
    if (token !== undefined)
      reply.setCookie(name, token ?? "", {
        ...kept,
        path,
        maxAge: token ? SESSION_HOURS * HOUR_SECONDS : 0,
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

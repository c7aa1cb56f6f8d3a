import { createTransport } from "nodemailer";
import type { Config } from "./config.ts";

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A letter that its receiver's server will never take, with what it said: to send it again is of no use. */
export class Refused extends Error {}

export interface Mail {
  /** Hands a letter to the mail server. Throws Refused, and what else went wrong: then it may be tried again. */
  send(letter: Letter): Promise<void>;
}

const CONNECT_MS = 10_000;
const SEND_MS = 30_000;

/** Mail as this installation sends it; undefined where it is not set up. */
export function mailOf({ mail }: Pick<Config, "mail">): Mail | undefined {
  if (!mail) return undefined;
  const transport = createTransport({
    ...serverOf(mail.smtp),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SEND_MS,
    // A letter is text alone: nothing of it is read from files or fetched
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from: mail.from, to: { name: "", address: to }, subject, text });
      } catch (cause) {
        const { responseCode = 0, response = "" } = cause as { responseCode?: number; response?: string };
        throw responseCode >= 500 ? new Refused(response, { cause }) : cause;
      }
    },
  };
}

/** The server in an address such as "smtps://user:password@mail.example:465". */
function serverOf(smtp: string) {
  const { protocol, hostname, port, username, password } = new URL(smtp);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username === ""
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

import { createTransport } from "nodemailer";
import type { Config } from "./config.ts";

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same to look at, for those whose program shows it. */
  readonly html?: string | undefined;
  /** Where a program of mail ends letters of this sort by one press (RFC 8058). */
  readonly unsubscribe?: string | undefined;
  /** "letter-7.1764547200000": by this a letter that is sent anew is the same to whoever had it already. */
  readonly id?: string | undefined;
}

/** A letter that its receiver's server will never take, with what it said: to send it again is of no use. */
export class Refused extends Error {}

export interface Mail {
  /** Hands a letter to the mail server. Throws Refused, and what else went wrong: then it may be tried again. */
  send(letter: Letter): Promise<void>;
}

/** How long the mail server may take to answer, and to take a letter in. */
const WAITS = { connectMs: 10_000, sendMs: 30_000 };

/** Mail as this installation sends it; undefined where it is not set up. */
export function mailOf(
  { mail }: Pick<Config, "mail">,
  { connectMs, sendMs }: typeof WAITS = WAITS,
): Mail | undefined {
  if (!mail) return undefined;
  const domain = mail.from.slice(mail.from.lastIndexOf("@") + 1);
  const transport = createTransport({
    ...serverOf(mail.smtp),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: sendMs,
    // A letter is what it says: nothing of it is read from files or fetched
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html, unsubscribe, id }) {
      try {
        await transport.sendMail({
          from: mail.from,
          to: { name: "", address: to },
          subject,
          text,
          ...(html === undefined ? {} : { html }),
          ...(id === undefined ? {} : { messageId: `<${id}@${domain}>` }),
          ...(unsubscribe === undefined ? {} : { headers: oneClick(unsubscribe) }),
        });
      } catch (cause) {
        const { responseCode = 0, response = "" } = cause as { responseCode?: number; response?: string };
        throw responseCode >= 500 ? new Refused(response, { cause }) : cause;
      }
    },
  };
}

const oneClick = (address: string) => ({
  "List-Unsubscribe": { prepared: true, value: `<${address}>` },
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

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

import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came, headers and all. */
  readonly raw: string;
  /** What is read: quoted-printable undone. */
  readonly text: string;
}

/** A mail server that takes letters in, and refuses those whom it is told to. */
export interface MailServer {
  readonly url: string;
  readonly received: Received[];
  /** What becomes of a letter that has come in: answered at once, after a while, or taken and the answer lost. */
  answers: "at-once" | "lost" | { readonly afterMs: number };
  /** What it says to whom; it takes the letters of all others. */
  refuses: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** With the connections that it has open, to be cut off. */
type Dropping = SMTPServer & { readonly connections: ReadonlySet<{ readonly _socket: Socket }> };

export async function startMailServer(): Promise<MailServer> {
  const received: Received[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const code = server.refuses[address];
      done(
        code === undefined ? null : Object.assign(new Error("Ingen sådan brevlåda"), { responseCode: code }),
      );
    },
    onData(stream, session, done) {
      let raw = "";
      stream.on("data", (part) => {
        raw += part;
      });
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw,
          text: read(raw),
        });
        if (server.answers === "lost") for (const { _socket } of smtp.connections) _socket.destroy();
        else if (server.answers === "at-once") done();
        else setTimeout(done, server.answers.afterMs).unref();
      });
    },
  }) as Dropping;
  await new Promise<void>((done) => smtp.listen(0, "127.0.0.1", done));
  const server: MailServer = {
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    received,
    answers: "at-once",
    refuses: {},
    close: () => new Promise((done) => smtp.close(() => done())),
  };
  return server;
}

const read = (raw: string): string =>
  Buffer.from(
    raw
      .split("\r\n\r\n")
      .slice(1)
      .join("\r\n\r\n")
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

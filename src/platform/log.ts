import { Writable } from "node:stream";
import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";
import pretty from "pino-pretty";
import type { Config } from "./config.ts";

/** The cookie is a key, and what the database says of a refused row is the row's content. */
const NOT_LOGGED = ["req.headers.cookie", "err.detail", "err.where"];

/**
 * The server's log: JSON lines for programs, short lines for people. In text, `info` is told by the start itself, so that
 * the log holds what a person should look at: warnings and errors.
 */
export function makeLog(
  config: Pick<Config, "logLevel" | "logFormat">,
  output: { write(text: string): unknown } = process.stdout,
): FastifyBaseLogger {
  if (config.logFormat === "json")
    return pino({ level: config.logLevel, redact: NOT_LOGGED }, output) as FastifyBaseLogger;
  const level = config.logLevel === "info" ? "warn" : config.logLevel;
  const people = pretty({
    colorize: false,
    translateTime: "SYS:HH:MM:ss",
    ignore: "pid,hostname,reqId",
    sync: true,
    destination: new Writable({
      write(chunk, _encoding, done) {
        output.write(String(chunk));
        done();
      },
    }),
  });
  return pino({ level, redact: NOT_LOGGED }, people) as FastifyBaseLogger;
}

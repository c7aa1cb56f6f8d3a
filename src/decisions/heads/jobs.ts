import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { dayText } from "../../kernel/format.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { type Clock, machineClock, municipalDay } from "../../platform/clock.ts";
import type { Config } from "../../platform/config.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Job } from "../../platform/jobs/job.ts";
import { type Mail, mailOf, Refused } from "../../platform/mail.ts";
import { isOpen, sampleFor } from "../../platform/sample-doors.ts";
import { addressOfPerson } from "../../platform/sign-in/address.ts";
import { type DayHead, headsByDay, headText } from "../rules/heads.ts";
import { lastOfDays, saidByDay } from "../store/chain.ts";
import { headWords } from "../words.ts";
import { HEADS_PAGE } from "./contract.ts";
import { noteSent, waitingFor } from "./store.ts";

interface Own {
  readonly name: string;
  readonly host: string | null;
  readonly sample: boolean;
  readonly sample_today: string | null;
}

/**
 * Sends the head of the day that has just ended, after midnight in Sweden, to those who have asked for it. Nobody gets
 * the same twice, however often a turn is begun anew; none where mail is not set up.
 */
export const headJobs = (config: Config, clock: Clock = machineClock): readonly Job[] => [
  {
    name: "send-head",
    cron: "15 0 * * *",
    async run({ door, municipality, signal }) {
      const mail = mailOf(config);
      if (!mail) return;
      const { own, head, waiting, said } = await door.read(municipality, async (tx) => {
        const own = await ownOf(tx, municipality);
        const open = isOpen(sampleFor(config, own));
        const today = municipalDay({ open, sampleDay: own.sample_today }, clock.now());
        const [head] = headsByDay(await lastOfDays(tx), today);
        if (!head) return { own, waiting: [], said: [] };
        const said = (await saidByDay(tx, head.day)).get(head.day) ?? [];
        const asked = await waitingFor(tx, head.day);
        const addressed = asked.map(async (one) => ({ ...one, to: await addressOfPerson(tx, one.personId) }));
        return { own, head, said, waiting: await Promise.all(addressed) };
      });
      if (!head) return;
      const failed: unknown[] = [];
      for (const { personId, token, to } of waiting) {
        signal.throwIfAborted();
        if (to === undefined) continue; // the account is gone; with another the letters go on
        const fault = await sent(mail, letterOf(head, { to, token, own, config, said })).catch(
          (cause: unknown) => {
            failed.push(cause);
          },
        );
        if (fault === undefined) continue;
        const writer = { municipality, personId: "installation", requestId: "send-head" };
        await door.write(writer, "Dagens huvud är skickat", (tx) => noteSent(tx, personId, head.day, fault));
      }
      // What may go better in a while is tried again, for those who have not had theirs
      if (failed.length > 0) throw new AggregateError(failed, `${failed.length} brev kunde inte skickas`);
    },
  },
];

/** Null when it is sent; what the receiver's server said when it will never take it. */
async function sent(mail: Mail, letter: Parameters<Mail["send"]>[0]): Promise<string | null> {
  try {
    await mail.send(letter);
    return null;
  } catch (cause) {
    if (cause instanceof Refused) return cause.message;
    throw cause;
  }
}

function letterOf(
  head: DayHead,
  {
    to,
    token,
    own,
    config,
    said,
  }: { to: string; token: string; own: Own; config: Config; said: readonly string[] },
) {
  const words = headWords("sv");
  const base = own.host ? `https://${own.host}` : (config.publicUrl ?? "");
  const page = `${base.replace(/\/$/, "")}${HEADS_PAGE}`;
  const values: Readonly<Record<string, string>> = {
    municipality: own.name,
    day: dayText(head.day as Day, "sv"),
    head: headText(head),
    said: said.length === 0 ? "" : `${words["letter-said"]}\n${said.join("\n")}\n\n`,
    page,
    end: `${page}?avsluta=${token}`,
  };
  const filled = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => ownValue(values, name) ?? "");
  return { to, subject: filled(words["letter-subject"]), text: filled(words["letter-text"]) };
}

async function ownOf(tx: Tx, municipality: string): Promise<Own> {
  const { rows } = await sql<Own>`select name, host, sample, sample_today from platform.municipality
    where municipality_id = ${municipality}`.execute(tx);
  return rows[0] as Own;
}

import { sql } from "kysely";
import { z } from "zod";
import { addDays, type Day } from "../../kernel/day.ts";
import { filled } from "../../kernel/filled.ts";
import { dayText } from "../../kernel/format.ts";
import { DayText } from "../../organisation/contract.ts";
import { type Clock, machineClock, municipalDay } from "../../platform/clock.ts";
import type { Config } from "../../platform/config.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Job } from "../../platform/jobs/job.ts";
import type { LetterKind } from "../../platform/letters/letter-kind.ts";
import { postLetter } from "../../platform/letters/post.ts";
import { isOpen, sampleFor } from "../../platform/sample-doors.ts";
import { addressOfPerson } from "../../platform/sign-in/address.ts";
import { type DayHead, headsByDay, headText } from "../rules/heads.ts";
import { lastOfDays, saidByDay } from "../store/chain.ts";
import { headWords } from "../words.ts";
import { HEADS_PAGE } from "./contract.ts";
import { noteSent, subscriber, waitingFor } from "./store.ts";

interface Own {
  readonly name: string;
  readonly sample: boolean;
  readonly sample_today: string | null;
}

const OfDay = z.object({ day: DayText });

/** The head of a day by mail: written when it is sent, as the chain then is, with the link that ends the letters. */
export const HEAD: LetterKind<z.output<typeof OfDay>> = {
  kind: "head",
  about: OfDay,
  async write(tx, { municipality, personId, about: { day }, base }) {
    const asked = await subscriber(tx, personId);
    const [head] = headsByDay(await lastOfDays(tx), addDays(day, 1));
    // Ended meanwhile by who had asked
    if (!asked || !head) return undefined;
    const own = await ownOf(tx, municipality);
    const said = (await saidByDay(tx, day)).get(day) ?? [];
    return letterOf(head, { token: asked.token, own, base, said });
  },
  // What is tried again is not told of yet: then the letters of that day are on their way
  settled: (tx, { personId, about: { day } }, fault) => noteSent(tx, personId, day, fault),
};

/**
 * Posts the head of the day that has just ended, after midnight in Sweden, to those who have asked for it. Nobody gets
 * the same twice, however often a turn is begun anew; none where mail is not set up.
 */
export const headJobs = (config: Config, clock: Clock = machineClock): readonly Job[] => [
  {
    name: "send-head",
    cron: "15 0 * * *",
    async run({ door, municipality }) {
      if (!config.mail) return;
      const writer = { municipality, personId: "installation", requestId: "send-head" };
      await door.write(writer, "Dagens huvud skickas", async (tx) => {
        const own = await ownOf(tx, municipality);
        const open = isOpen(sampleFor(config, own));
        const today = municipalDay({ open, sampleDay: own.sample_today }, clock.now());
        const [head] = headsByDay(await lastOfDays(tx), today);
        if (!head) return;
        const day = head.day as Day;
        for (const { personId } of await waitingFor(tx, day)) {
          if ((await addressOfPerson(tx, personId)) === undefined) continue; // with another account the letters go on
          await postLetter(tx, municipality, HEAD, { personId, about: { day } }, { offered: true });
          await noteSent(tx, personId, day, null);
        }
      });
    },
  },
];

function letterOf(
  head: DayHead,
  {
    token,
    own,
    base,
    said,
  }: {
    readonly token: string;
    readonly own: Own;
    readonly base: string;
    readonly said: readonly string[];
  },
) {
  const words = headWords("sv");
  const page = `${base}${HEADS_PAGE}`;
  const values: Readonly<Record<string, string>> = {
    municipality: own.name,
    day: dayText(head.day as Day, "sv"),
    head: headText(head),
    said: said.length === 0 ? "" : `${words["letter-said"]}\n${said.join("\n")}\n\n`,
    page,
    end: `${page}?avsluta=${token}`,
  };
  return { subject: filled(words["letter-subject"], values), text: filled(words["letter-text"], values) };
}

async function ownOf(tx: Tx, municipality: string): Promise<Own> {
  const { rows } = await sql<Own>`select name, sample, sample_today from platform.municipality
    where municipality_id = ${municipality}`.execute(tx);
  return rows[0] as Own;
}

import type { Config } from "../config.ts";
import type { Door } from "../database/door.ts";
import type { Job } from "../jobs/job.ts";
import { type Mail, mailOf, Refused } from "../mail.ts";
import { addressOfAccount, addressOfPerson } from "../sign-in/address.ts";
import type { AnyLetterKind, LetterText } from "./letter-kind.ts";
import { addressForLinks } from "./own-address.ts";
import { SEND_LETTER } from "./post.ts";
import { letterToSend, noteLetter, type StoredLetter } from "./store.ts";

/** A mail server that is away over a night: tried a dozen times in some six hours. */
const TRIES = 12;

interface Written {
  readonly of: StoredLetter;
  readonly kind: AnyLetterKind;
  readonly letter: LetterText & { readonly to: string; readonly id: string };
}

/**
 * Sends one letter. Each try is one transaction that writes it, the sending, and one that notes how it went. What the mail server has
 * taken is not sent again, also where that could not be noted at once; where its answer was lost, or the server died before it was noted,
 * the letter is sent once more with the same Message-ID. What is refused for good is told of on the letter and stops no other.
 */
export function letterJob(
  config: Config,
  kinds: readonly AnyLetterKind[],
  mail: Mail | undefined = mailOf(config),
): Job<{ letter: number }> {
  /** What the mail server has taken and nobody could note. */
  const taken = new Set<string>();
  return {
    ...SEND_LETTER,
    tries: TRIES,
    async run({ door, municipality, signal, data: { letter }, last }) {
      const writer = { municipality, personId: "installation", requestId: SEND_LETTER.name };
      const written = await writeLetter(door, writer, letter, { config, kinds, mail });
      if (!written || !mail) return;
      const { id } = written.letter;
      signal.throwIfAborted();
      let fault: string | null = null;
      try {
        if (!taken.has(id)) await mail.send(written.letter);
        taken.add(id);
      } catch (cause) {
        const said = cause instanceof Error ? cause.message : String(cause);
        if (!(cause instanceof Refused) && !last) {
          await door.write(writer, "Ett brev kunde inte skickas än", (tx) =>
            noteLetter(tx, letter, "waiting", { fault: said, tried: true }),
          );
          throw cause;
        }
        fault = said || "okänt fel";
        await settle(cause instanceof Refused ? "refused" : "failed");
        // The queue's own count tells of what has been tried as often as it may
        if (!(cause instanceof Refused)) throw cause;
        return;
      }
      await settle("sent");
      taken.delete(id);

      async function settle(state: "sent" | "refused" | "failed") {
        if (!written) return;
        const { kind, of } = written;
        await door.write(writer, "Ett brev är skickat, eller går inte att skicka", async (tx) => {
          await noteLetter(tx, letter, state, { fault, tried: true });
          await kind.settled?.(
            tx,
            { municipality, personId: of.personId, about: kind.about.parse(of.about) },
            fault,
          );
        });
      }
    },
  };
}

/** The letter as it is to be sent; undefined where it is not to be, which is noted. */
async function writeLetter(
  door: Door,
  writer: Parameters<Door["write"]>[0],
  letter: number,
  {
    config,
    kinds,
    mail,
  }: {
    readonly config: Config;
    readonly kinds: readonly AnyLetterKind[];
    readonly mail: Mail | undefined;
  },
): Promise<Written | undefined> {
  return door.write(writer, "Ett brev skrivs", async (tx) => {
    const of = await letterToSend(tx, letter);
    if (!of || !["waiting", "failed", "refused"].includes(of.state)) return undefined;
    const kind = kinds.find((one) => one.kind === of.kind);
    if (!kind) throw new Error(`no chapter writes letters of the sort ${of.kind}`);
    const base = await addressForLinks(tx, config);
    if (!mail || base === undefined) {
      await noteLetter(tx, letter, "by-hand");
      return undefined;
    }
    const { personId, account } = of;
    const to =
      account === null ? await addressOfPerson(tx, personId) : await addressOfAccount(tx, account, personId);
    const text =
      to === undefined
        ? undefined
        : await kind.write(tx, {
            municipality: writer.municipality,
            personId,
            about: kind.about.parse(of.about),
            base,
          });
    if (to === undefined || text === undefined) {
      await noteLetter(tx, letter, "no-longer");
      return undefined;
    }
    // The same at each try, and another's nowhere: numbers begin anew where a backup is put back
    const id = `letter-${writer.municipality}-${letter}.${of.postedAt.getTime()}`;
    return { of, kind, letter: { to, id, ...text } };
  });
}

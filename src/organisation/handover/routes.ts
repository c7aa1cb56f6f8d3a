import { Readable } from "node:stream";
import { Encrypter } from "age-encryption";
import { INSTALLATION } from "../../kernel/installation.ts";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import type { Door, Tx } from "../../platform/database/door.ts";
import { Answer, type Context, type Handler, handle, handleAfter } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { storeEvents } from "../../platform/http/security-log.ts";
import { postJob } from "../../platform/jobs/post.ts";
import { mustHaveProved } from "../../platform/sign-in/sessions.ts";
import { NoSuchMunicipality } from "../installation/contract.ts";
import { storedMunicipalities } from "../installation/store.ts";
import { people, whoAsks } from "../store.ts";
import {
  fetchHandover,
  fetchHandoverOf,
  getHandoverOf,
  getHandovers,
  HandoverUnderWay,
  type HandoverView,
  NoHandoverKey,
  NoSuchFile,
  orderHandover,
  setHandoverKey,
} from "./contract.ts";
import { HANDOVER_JOB } from "./jobs.ts";
import {
  type Handover,
  handoverBy,
  handoverKey,
  hasPieces,
  lastHandover,
  lockHandovers,
  newHandover,
  piecesOf,
  storeHandoverKey,
  takeAway,
  toldHandovers,
} from "./store.ts";

/** The municipality's own data as one file: the operator orders it and hands it over, and cannot read it (T-3). */
export const handoverHandlers: Handler[] = [
  handle(getHandovers, async ({ tx, ctx }) => {
    (await whoAsks(tx, ctx)).mustBy(getHandovers);
    const key = await handoverKey(tx);
    const [by] = key ? await people(tx, key.setBy) : [];
    return {
      key: key
        ? { recipient: key.recipient, setBy: by?.name ?? key.setBy, setAt: key.setAt.toISOString() }
        : null,
      handovers: (await toldHandovers(tx)).map(shown),
    };
  }),

  handle(setHandoverKey, async ({ tx, ctx, body, note }) => {
    (await whoAsks(tx, ctx)).mustBy(setHandoverKey);
    await mustHaveProved(tx, ctx.sessionToken);
    mustSeal(body.recipient);
    await storeHandoverKey(tx, ctx.municipality, { recipient: body.recipient, setBy: ctx.personId ?? "" });
    note({ kind: "handover-key", reason: body.recipient });
    return body;
  }),

  handleAfter(
    fetchHandover,
    async ({ door, ctx, params }) => {
      await door.read(ctx.municipality, async (tx) => (await whoAsks(tx, ctx)).mustBy(fetchHandover));
      return fileOf(door, ctx.municipality, params.handover, ctx);
    },
    async (_asked, file) => file,
  ),

  handleAfter(
    getHandoverOf,
    async ({ door, params }) => {
      await mustBeThere(door, params.code);
      return door.read(params.code, async (tx) => {
        const last = await lastHandover(tx);
        return { hasKey: (await handoverKey(tx)) !== undefined, last: last ? shown(last) : null };
      });
    },
    async (_asked, told) => told,
  ),

  handleAfter(
    orderHandover,
    async ({ door, params: { code }, ctx }) => {
      const name = await mustBeThere(door, code);
      const writer = { municipality: code, personId: "installation", requestId: ctx.requestId };
      return door.write(writer, "Den driftansvarige beställer en utlämning", async (tx) => {
        await lockHandovers(tx, code);
        const key = await handoverKey(tx);
        if (!key) return refuse(NoHandoverKey, { params: { name } });
        const before = await lastHandover(tx);
        if (before && ["waiting", "working"].includes(before.state))
          refuse(HandoverUnderWay, { params: { name } });
        // One file is kept at a time
        if (before?.state === "ready") await takeAway(tx, before.id, { state: "ended" });
        const id = await newHandover(tx, code, key.recipient);
        await postJob(tx, HANDOVER_JOB, { handover: id }, id);
        await storeEvents(tx, code, [{ kind: "handover-ordered", reason: key.recipient, ...writer }]);
        return shown((await handoverBy(tx, id)) as Handover);
      });
    },
    async ({ note, params }, made) => {
      note({ kind: "handover-ordered", reason: params.code });
      return made;
    },
  ),

  handleAfter(
    fetchHandoverOf,
    async ({ door, ctx, params }) => {
      await mustBeThere(door, params.code);
      return fileOf(door, params.code, params.handover, ctx);
    },
    async (_asked, file) => file,
  ),
];

/** Refuses a key that looks like one and is none: a sign is wrong, which a file that could be opened by nobody would tell too late. */
function mustSeal(recipient: string): void {
  try {
    new Encrypter().addRecipient(recipient);
  } catch {
    refuse(BadInput, { remarks: [remark("stops", "not-a-handover-key", "§3", {}, "recipient")] });
  }
}

const shown = ({ recipient: _key, orderedAt, keptUntil, ...told }: Handover): HandoverView => ({
  ...told,
  orderedAt: orderedAt.toISOString(),
  keptUntil: keptUntil?.toISOString() ?? null,
});

/** The name of a municipality that there is. */
async function mustBeThere(door: Door, code: string): Promise<string> {
  const found = (await storedMunicipalities(door)).find((one) => one.code === code);
  return found?.name ?? refuse(NoSuchMunicipality, { params: { code } });
}

/** The sealed file, and a line of its fetching in the municipality's own log; the operator's in the installation's too. */
async function fileOf(door: Door, code: string, id: string, ctx: Context): Promise<Answer<Readable>> {
  const found = await door.read(code, async (tx: Tx) => {
    const one = await handoverBy(tx, id);
    return one?.state === "ready" && (await hasPieces(tx, id)) ? one : undefined;
  });
  if (!found) refuse(NoSuchFile);
  const event = { kind: "handover-fetched", reason: id, requestId: ctx.requestId } as const;
  const personId = ctx.personId ?? "";
  const operators = ctx.municipality === INSTALLATION;
  const note = (municipality: string, who: string) =>
    door.write({ municipality, personId: who, requestId: ctx.requestId }, "Utlämningen hämtas", (tx) =>
      storeEvents(tx, municipality, [{ ...event, personId: who }]),
    );
  await note(code, operators ? "installation" : personId);
  if (operators) await note(INSTALLATION, personId);
  const day = found.orderedAt.toISOString().slice(0, 10);
  return new Answer(Readable.from(piecesOf(door, code, id)), {
    filename: `tillit-${code}-${day}.tar.gz.age`,
  });
}

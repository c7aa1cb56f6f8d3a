import { randomInt } from "node:crypto";
import { Readable } from "node:stream";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import { namesOfPeople } from "../../organisation/store.ts";
import { sha256 } from "../../platform/hash.ts";
import { Answer, type Handler, handle, handleAfter, handleFile } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { storeEvents } from "../../platform/http/security-log.ts";
import { NotCarriedOut } from "../contract.ts";
import { carriesOut, mustCarryOut } from "../facts/carry-out.ts";
import { registeredOn } from "../store.ts";
import {
  addEvidence,
  drawSample,
  EvidenceFull,
  EvidenceNotYours,
  EvidenceThere,
  fetchEvidence,
  getControlEvidence,
  NoEvidence,
  readSampleList,
  removeEvidence,
  SamplesFull,
} from "./contract.ts";
import { controlEvidence, readerOf, reportOf } from "./facts.ts";
import type { EvidenceRead } from "./intake.ts";
import type { ListRead } from "./list-intake.ts";
import { EVIDENCE_LIMITS, fetchedName } from "./rules/evidence.ts";
import { draw, listText, MAX_SEED, rowsOf, SAMPLE_LIMITS } from "./rules/sampling.ts";
import {
  bytesKept,
  evidenceBy,
  evidenceBytes,
  evidenceOf,
  removeEvidence as removeFile,
  samplesOf,
  storeEvidence,
  storeSample,
} from "./store.ts";

const CITE = "§2.3";
const MEGABYTE = 1_000_000;

/** §2.3, K-4: what a control is carried out with: samples drawn at random, and files that show what was found. */
export const evidenceHandlers: Handler[] = [
  handle(getControlEvidence, async ({ params, ctx, tx }) => controlEvidence(tx, ctx, params)),

  handleFile(
    readSampleList,
    { module: new URL("./list-intake.ts", import.meta.url), prepare: async () => null },
    async (_asked, { rows, left }: ListRead) => ({ rows: [...rows], left }),
  ),

  handle(drawSample, async ({ params, body, ctx, tx }) => {
    const { by } = await mustCarryOut(tx, ctx, params);
    const rows = body.rows.flatMap(rowsOf);
    if (rows.length < body.size)
      refuse(BadInput, {
        cite: CITE,
        remarks: [
          remark("stops", "sample-larger-than-list", CITE, { size: body.size, rows: rows.length }, "size"),
        ],
      });
    if ((await samplesOf(tx, params, ctx.today)).length >= SAMPLE_LIMITS.drawsAControl)
      refuse(SamplesFull, { params: { max: SAMPLE_LIMITS.drawsAControl } });
    const seed = randomInt(1, MAX_SEED + 1);
    const sample = {
      id: crypto.randomUUID(),
      listName: body.listName,
      listRows: rows.length,
      listSha256: sha256(listText(rows)),
      seed,
      drawn: draw(rows.length, body.size, seed).map((place) => ({ place, row: rows[place - 1] as string })),
      by,
      on: ctx.today,
    };
    await storeSample(tx, ctx.municipality, { ...params, matter: reportOf(params) }, sample);
    return { ...sample, by: (await namesOfPeople(tx))(by) };
  }),

  handleFile(
    addEvidence,
    {
      module: new URL("./intake.ts", import.meta.url),
      // Who may not is told before the file is read
      prepare: async ({ query, ctx, tx }) => {
        await carriesOut(tx, ctx, query);
        return null;
      },
    },
    async ({ query, upload: { filename, sha256 }, ctx, tx }, { sort, bytes }: EvidenceRead) => {
      const { time, ground = null, ...at } = query;
      const { by } = await mustCarryOut(tx, ctx, at);
      const done = (await registeredOn(tx, at, ctx.today)).find(
        (one) => one.control === at.control && one.time === time,
      );
      if (!done) refuse(NotCarriedOut, { params: { time } });
      const there = (await evidenceOf(tx, at, ctx.today)).filter(
        (one) => one.time === time && one.removed === null,
      );
      if (there.some((one) => one.sha256 === sha256)) refuse(EvidenceThere, { params: { filename } });
      if (there.length >= EVIDENCE_LIMITS.aTime)
        refuse(EvidenceFull, {
          params: { max: EVIDENCE_LIMITS.aTime, maxMb: EVIDENCE_LIMITS.bytesAYear / MEGABYTE },
        });
      if ((await bytesKept(tx, at)) + bytes.length > EVIDENCE_LIMITS.bytesAYear)
        refuse(EvidenceFull, {
          params: { max: EVIDENCE_LIMITS.aTime, maxMb: EVIDENCE_LIMITS.bytesAYear / MEGABYTE },
        });
      const file = {
        ...at,
        id: crypto.randomUUID(),
        time,
        filename: filename.trim() === "" ? "underlag" : filename.trim(),
        sort,
        size: bytes.length,
        sha256,
        ground,
        by,
        on: ctx.today,
        removed: null,
      };
      await storeEvidence(tx, ctx.municipality, reportOf(at), file, bytes);
      return controlEvidence(tx, ctx, at);
    },
  ),

  handleAfter(
    fetchEvidence,
    async ({ params: { evidence: id }, ctx, door }) => {
      const file = await door.read(ctx.municipality, async (tx) => {
        const found = await evidenceBy(tx, id);
        if (!found || found.removed !== null) refuse(NoEvidence, { params: { evidence: id } });
        if (!(await readerOf(tx, ctx, found)).file(found)) refuse(EvidenceNotYours, { cite: CITE });
        return found;
      });
      const personId = ctx.personId ?? "";
      const writer = { municipality: ctx.municipality, personId, requestId: ctx.requestId };
      // Nothing of it is given before it is noted who opens it
      await door.write(writer, "Ett underlag öppnas", (tx) =>
        storeEvents(tx, ctx.municipality, [
          {
            kind: "evidence-opened",
            personId,
            reason: `${reportOf(file)}/${file.control}/${file.time}/${id}`,
            requestId: ctx.requestId,
          },
        ]),
      );
      return new Answer(Readable.from(evidenceBytes(door, ctx.municipality, id)), {
        filename: fetchedName(file.filename, file.sort),
      });
    },
    async (_asked, file) => file,
  ),

  handle(removeEvidence, async ({ params: { evidence: id }, body, ctx, tx }) => {
    const found = await evidenceBy(tx, id);
    if (!found) refuse(NoEvidence, { params: { evidence: id } });
    const { by } = await mustCarryOut(tx, ctx, found);
    if ((await evidenceBy(tx, id))?.removed !== null) refuse(NoEvidence, { params: { evidence: id } });
    await removeFile(tx, id, { by, on: ctx.today, reason: body.reason });
    return controlEvidence(tx, ctx, found);
  }),
];

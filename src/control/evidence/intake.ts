import { refuse } from "../../kernel/problem.ts";
import { textOfBytes } from "../../kernel/text-of-bytes.ts";
import type { FileReader } from "../../platform/intake/reader.ts";
import { archiveParts } from "../../platform/intake/unpacked-size.ts";
import { EvidenceRuns, EvidenceTooLarge, NotEvidence } from "./contract.ts";
import {
  archiveSort,
  beginsAs,
  EVIDENCE_LIMITS,
  type EvidenceSort,
  isText,
  pdfRuns,
} from "./rules/evidence.ts";

export interface EvidenceRead {
  readonly sort: EvidenceSort;
  readonly bytes: Uint8Array;
}

const END_OF_PDF = 1024;

/** Looks into a file: what it is by what it holds (K-4). Refuses what is of another sort, broken, or runs something. */
const read: FileReader<unknown, EvidenceRead> = async (bytes) => ({ sort: await sortOf(bytes), bytes });
export default read;

async function sortOf(bytes: Uint8Array): Promise<EvidenceSort> {
  if (bytes.length === 0) refuse(NotEvidence);
  const begins = beginsAs(bytes);
  if (begins === "archive") {
    const parts = await archiveParts(bytes, EVIDENCE_LIMITS.unpackedBytes);
    if (parts === "too-large")
      refuse(EvidenceTooLarge, { params: { maxMb: EVIDENCE_LIMITS.unpackedBytes / 1_000_000 } });
    const sort = parts === "broken" ? undefined : archiveSort(parts);
    return sort ?? refuse(NotEvidence);
  }
  if (begins === "pdf") {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    if (!text.slice(-END_OF_PDF).includes("%%EOF")) refuse(NotEvidence);
    if (pdfRuns(text)) refuse(EvidenceRuns);
  }
  if (begins === "text" && !isText(textOfBytes(bytes))) refuse(NotEvidence);
  return begins;
}

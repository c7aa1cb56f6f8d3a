import type { Day } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { type DocumentType, type Level, levelsOf } from "./register.ts";

const CITE = "§3.3";

export interface DocumentFacts {
  readonly type: DocumentType;
  readonly level: Level;
  readonly body: string;
  readonly owner: string;
  readonly decision: number | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly reviewBy: Day | null;
}

/** What is known where a document is registered. */
export interface DocumentSurroundings {
  readonly bodies: readonly string[];
  readonly people: readonly string[];
  /** Whether the decision that the document names is in the chain. */
  readonly decisionKnown: boolean;
  /** The level of the body whose decision it is, where it is in the chain. */
  readonly decidedAt?: Level | undefined;
}

/** Why a governing document can't be registered as it is (D-1): nothing ownerless, nothing decided by nobody. */
export function documentFaults(document: DocumentFacts, known: DocumentSurroundings): Remark[] {
  const { type, level, body, owner, decision, validFrom, validTo, reviewBy } = document;
  const faults: Remark[] = [];
  if (!levelsOf(type).includes(level))
    faults.push(remark("stops", `document-level-${levelsOf(type).join("-")}`, CITE, { level }, "level"));
  if (!known.bodies.includes(body))
    faults.push(remark("stops", "document-unknown-body", CITE, { body }, "body"));
  if (!known.people.includes(owner))
    faults.push(remark("stops", "document-unknown-owner", CITE, { person: owner }, "owner"));
  if (decision !== null && !known.decisionKnown)
    faults.push(remark("stops", "document-unknown-decision", CITE, { decision }, "decision"));
  if (known.decidedAt !== undefined && known.decidedAt !== level)
    faults.push(remark("stops", "document-decided-elsewhere", CITE, { decision: decision ?? 0 }, "decision"));
  if (validTo !== null && validTo < validFrom)
    faults.push(remark("stops", "document-ends-before", CITE, { validFrom, validTo }, "validTo"));
  if (reviewBy !== null && (reviewBy < validFrom || (validTo !== null && reviewBy > validTo)))
    faults.push(remark("stops", "document-review-outside", CITE, { reviewBy }, "reviewBy"));
  return faults;
}

export interface LawFacts {
  readonly bodies: readonly string[];
  readonly documents: readonly string[];
  readonly exerciseOfAuthority: boolean;
  readonly appeal: string | null;
}

/** Why an external law can't be registered as it is (D-2): where authority is exercised, the way of appeal is said. */
export function lawFaults(
  law: LawFacts,
  known: { readonly bodies: readonly string[]; readonly documents: readonly string[] },
): Remark[] {
  const faults = law.bodies.flatMap((body, i) =>
    known.bodies.includes(body)
      ? []
      : [remark("stops", "document-unknown-body", CITE, { body }, `bodies.${i}`)],
  );
  for (const [i, document] of law.documents.entries())
    if (!known.documents.includes(document))
      faults.push(remark("stops", "law-unknown-document", CITE, { document }, `documents.${i}`));
  if (law.exerciseOfAuthority && law.appeal === null)
    faults.push(remark("stops", "law-without-appeal", CITE, {}, "appeal"));
  return faults;
}

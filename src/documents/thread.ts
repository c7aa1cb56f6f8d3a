import { decisionNumbered } from "../decisions/store/chain.ts";
import { bodyThing } from "../decisions/thread/rules/sorts.ts";
import type { Kept, ThreadThing, Tie } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { ExternalLaw, GoverningDocument } from "./contract.ts";
import { EXTERNAL_LAW, GOVERNING_DOCUMENT } from "./kind.ts";
import { documentPage, documentSource, lawPage, lawSource } from "./sources.ts";

/** What documents and laws hang in (V-9): the bodies that they are for, the matter that a document was decided in, the laws that govern it. */
export async function documentTies({ source, kind, body, content }: Kept, tx: Tx): Promise<Tie[]> {
  if (kind === EXTERNAL_LAW.object) {
    const { bodies, documents } = content as ExternalLaw;
    return [
      ...bodies.map((one) => ({ from: source, to: bodyThing(one), sort: "concerns" })),
      ...documents.map((id) => ({ from: documentSource(id), to: source, sort: "governed-by" })),
    ];
  }
  if (kind !== GOVERNING_DOCUMENT.object) return [];
  const { decision } = content as GoverningDocument;
  const decided = decision === null ? undefined : await decisionNumbered(tx, decision);
  return [
    { from: source, to: bodyThing(body), sort: "concerns" },
    ...(decided ? [{ from: source, to: decided.version.matter.id, sort: "decided-by" }] : []),
  ];
}

/** A document or a law as it stands in the thread. */
export function documentThings({ source, kind, content }: Kept): ThreadThing[] {
  const { title } = content as { readonly title: string };
  if (kind === EXTERNAL_LAW.object)
    return [{ thing: source, what: "law", name: title, href: lawPage(source.slice(lawSource("").length)) }];
  if (kind !== GOVERNING_DOCUMENT.object) return [];
  return [
    {
      thing: source,
      what: "document",
      name: title,
      href: documentPage(source.slice(documentSource("").length)),
    },
  ];
}

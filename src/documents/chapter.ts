import { addDays } from "../kernel/day.ts";
import { holders } from "../organisation/holdings.ts";
import type { Chapter } from "../platform/chapter.ts";
import type { GoverningDocument } from "./contract.ts";
import { documentPage, documentRow, documentSource, documentsFound, lawsFound } from "./found.ts";
import { GOVERNING_DOCUMENT } from "./kind.ts";
import { WARN_DAYS, warningOn } from "./rules/register.ts";
import { registeredDocuments } from "./store.ts";

/** §3.3: governing documents have an owner, are looked over in time, and are found by their titles (D-1). */
export const documentsChapter: Chapter = {
  chapter: "documents",
  restsOn: ["documents.governing_document", "documents.external_law"],
  async waiting(tx, ctx) {
    const has = await holders(tx, ctx.today);
    const own = (await registeredDocuments(tx)).filter(
      ({ id, document }) => (has.get(documentSource(id))?.person ?? document.owner) === ctx.personId,
    );
    return own.flatMap(({ id, document }) => {
      if (warningOn(document, ctx.today) === null) return [];
      const days = [document.validTo, document.reviewBy].filter((day) => day !== null).sort();
      const due = days[0];
      if (due === undefined) return [];
      return [
        {
          thing: documentSource(id),
          todo: "review" as const,
          name: document.title,
          language: "sv" as const,
          cite: "§3.3",
          body: document.body,
          year: Number(due.slice(0, 4)),
          from: addDays(due, -WARN_DAYS),
          due,
          late: due < ctx.today,
          href: documentPage(id),
        },
      ];
    });
  },
  async holdings({ source, kind, body, content }) {
    if (kind !== GOVERNING_DOCUMENT.object) return [];
    const { owner, title } = content as GoverningDocument;
    return [
      {
        thing: source,
        what: "document",
        person: owner,
        body,
        name: title,
        href: documentPage(source.slice(documentSource("").length)),
      },
    ];
  },
  async ties({ source, content }) {
    const { decision } = content as GoverningDocument;
    return decision === null ? [] : [{ from: source, to: `decision:${decision}`, sort: "decided-by" }];
  },
  async searchRows({ source, content }) {
    return [documentRow(source, content as GoverningDocument)];
  },
  foundBeside: [documentsFound, lawsFound],
};

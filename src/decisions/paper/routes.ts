import { refuse } from "../../kernel/problem.ts";
import { Answer, type Handler, handle } from "../../platform/http/handle.ts";
import { versionToPrint } from "../facts/printed.ts";
import type { Kinds } from "../matter-kinds.ts";
import { NoMatter } from "../rules/no-matter.ts";
import { getMatterPdf, getMatterWord, NoPaper } from "./contract.ts";
import { matterDocument, paperFilename } from "./document.ts";

/** §3.2, T-1: what is decided of any kind that has a paper, as PDF and Word. */
export const paperHandlers = (kinds: Kinds): Handler[] =>
  [
    { route: getMatterPdf, form: "pdf", ending: "pdf" } as const,
    { route: getMatterWord, form: "word", ending: "docx" } as const,
  ].map(({ route, form, ending }) =>
    handle(route, async ({ params: { id }, query, ctx, tx }) => {
      const version = await versionToPrint(tx, ctx, id, query.version);
      const kind = version && kinds.find(version.matter.kind);
      if (!kind) refuse(NoMatter, { params: { matter: id } });
      if (!kind.paper) refuse(NoPaper, { params: { what: kind.routes.kind.names[ctx.language] } });
      return new Answer(matterDocument(tx, ctx, kind, version, form), {
        filename: paperFilename(kind.routes.kind, version, ending),
      });
    }),
  );

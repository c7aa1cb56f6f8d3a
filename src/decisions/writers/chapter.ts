import { isFrozen } from "../../kernel/version.ts";
import type { Chapter, Waiting } from "../../platform/chapter.ts";
import type { Kinds } from "../matter-kinds.ts";
import { matterPath, placeOfMatter, writeAddress } from "../rules/kind.ts";
import { asOnDay } from "../rules/seen.ts";
import { headsOf } from "../store/versions.ts";
import { mattersAsked } from "./store.ts";

const MAX_ASKED = 20;

/** §3.2: what one has been asked to write waits until it is proposed, or its last day has passed. */
export const writersChapter = (kinds: Kinds): Chapter => ({
  chapter: "decisions",
  async waiting(tx, ctx) {
    if (ctx.personId === undefined) return [];
    const lines: Waiting[] = [];
    for (const asked of (await mattersAsked(tx, ctx.personId, ctx.today)).slice(0, MAX_ASKED)) {
      const place = placeOfMatter(asked.matter);
      const kind = place && kinds.find(place.kind)?.routes.kind;
      if (!place || !kind) continue;
      const [head] = asOnDay(await headsOf(tx, asked.matter), ctx.today);
      // A matter that was decided before is to be written anew
      const written =
        head && (head.state === "proposed" || (isFrozen(head.state) && head.writtenOn >= asked.from));
      if (written) continue;
      lines.push({
        thing: asked.matter,
        todo: "write",
        name: kind.names[ctx.language],
        language: ctx.language,
        cite: "§3.2",
        body: place.body,
        year: place.year,
        from: asked.from,
        due: asked.to,
        late: false,
        href: writeAddress(kind, place) ?? matterPath(place),
        kind: kind.kind,
      });
    }
    return lines;
  },
});

import { latestOfAll } from "../../../decisions/store/versions.ts";
import type { Chapter } from "../../../platform/chapter.ts";
import { type TwinTownAgreement, twinTownRoutes } from "./contract.ts";
import { TWIN_TOWN_AGREEMENT } from "./kind.ts";

/** The toy's declaration: an agreement that is proposed waits for its responsible person to look it over. */
export const toyChapter: Chapter = {
  chapter: "toy",
  async waiting(tx, ctx) {
    const all = await latestOfAll(tx, { kind: TWIN_TOWN_AGREEMENT.kind }, ctx.today);
    return all.flatMap((version) => {
      const { town, responsible } = twinTownRoutes.read(version);
      if (version.state !== "draft" || responsible !== ctx.personId) return [];
      const { id, body, year } = version.matter;
      return [
        {
          thing: id,
          todo: "review" as const,
          name: town,
          language: "sv" as const,
          cite: "§3.2",
          body,
          year,
          from: null,
          due: ctx.today,
          late: false,
          href: `/vanorter/${body}/${year}/${version.matter.key}`,
        },
      ];
    });
  },
  async holdings({ source, body, content }) {
    const { town, responsible } = content as TwinTownAgreement;
    return [{ thing: source, what: "agreement", person: responsible, body, name: town }];
  },
  async ties({ source, body }) {
    return [{ from: source, to: `body:${body}`, sort: "belongs-to" }];
  },
  async searchRows({ source, content }) {
    const { town } = content as TwinTownAgreement;
    return [{ thing: source, title: town, text: "vänort", href: TWIN_TOWN_AGREEMENT.address.all }];
  },
};

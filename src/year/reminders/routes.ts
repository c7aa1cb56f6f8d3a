import { refuse } from "../../kernel/problem.ts";
import { whoAsks } from "../../organisation/store.ts";
import type { Config } from "../../platform/config.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { addressOfPerson } from "../../platform/sign-in/address.ts";
import {
  chooseReminders,
  endReminders,
  getReminders,
  ReminderLinkUnknown,
  setReminders,
} from "./contract.ts";
import { isSigned, linkParts } from "./signed-link.ts";
import { choiceByLink, choiceOf, settingOf, storeChoice, storeSetting } from "./store.ts";

/** How one wants to be reminded. */
export function reminderHandlers({ mail }: Pick<Config, "mail">): Handler[] {
  const shown = async (tx: Tx, ctx: Context) => {
    const personId = ctx.personId as string;
    const { how, weekday, language, without } = await choiceOf(tx, personId);
    return {
      offered: mail !== undefined,
      address: (await addressOfPerson(tx, personId)) ?? null,
      choice: { how, weekday, language, without: [...without] },
      setting: await settingOf(tx),
    };
  };
  return [
    handle(getReminders, ({ tx, ctx }) => shown(tx, ctx)),

    handle(chooseReminders, async ({ tx, ctx, body }) => {
      await storeChoice(tx, ctx.municipality, { ...body, personId: ctx.personId as string });
      return shown(tx, ctx);
    }),

    handle(setReminders, async ({ tx, ctx, body }) => {
      (await whoAsks(tx, ctx)).mustBy(setReminders);
      await storeSetting(tx, ctx.municipality, body);
      return body;
    }),

    handle(endReminders, async ({ tx, ctx, params: { link } }) => {
      const said = linkParts(link) ?? refuse(ReminderLinkUnknown);
      const choice = await choiceByLink(tx, said.linkId);
      if (!choice || !isSigned(link, choice)) return refuse(ReminderLinkUnknown);
      const { ends } = said;
      const without = ends === "all" ? choice.without : [...new Set([...choice.without, ends])];
      await storeChoice(tx, ctx.municipality, {
        ...choice,
        without,
        how: ends === "all" ? "never" : choice.how,
      });
      return { ended: ends };
    }),
  ];
}

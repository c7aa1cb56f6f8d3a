import type { Chapter } from "../platform/chapter.ts";
import { ledgerCodes } from "./ledger-codes.ts";
import { requestsWaiting } from "./requests/facts.ts";
import { allBodies, allMandates, inOffice } from "./store.ts";

/** §3: who may decide, as whom and in what body, is what every decision rests on. */
export const organisationChapter: Chapter = {
  chapter: "organisation",
  // The model gives each municipality an organisation and mandates to begin with: that they have been gone through, somebody says
  setup: async (tx, { today }) => [
    { step: "organisation", count: (await allBodies(tx)).length, enough: false },
    { step: "people", count: (await inOffice(tx, today)).length, enough: false },
    { step: "mandates", count: (await allMandates(tx)).length, enough: false },
  ],
  bodiesInUse: async (tx) =>
    (await ledgerCodes(tx)).flatMap(({ periods }) => periods.map(({ body }) => body)),
  restsOn: [
    "organisation.body",
    "organisation.body_placing",
    "organisation.succession",
    "organisation.mandate",
    "organisation.post",
  ],
  waiting: requestsWaiting,
};

import type { Chapter } from "../platform/chapter.ts";
import { requestsWaiting } from "./requests/facts.ts";

/** §3: who may decide, as whom and in what body, is what every decision rests on. */
export const organisationChapter: Chapter = {
  chapter: "organisation",
  restsOn: [
    "organisation.body",
    "organisation.body_placing",
    "organisation.succession",
    "organisation.mandate",
    "organisation.post",
  ],
  waiting: requestsWaiting,
};

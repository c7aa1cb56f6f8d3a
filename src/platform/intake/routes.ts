import { refuse } from "../../kernel/problem.ts";
import { type Handler, handle } from "../http/handle.ts";
import { getFileProgress, NoFileUnderWay } from "./contract.ts";
import { progressOf } from "./progress.ts";

export const intakeHandlers: Handler[] = [
  handle(getFileProgress, async ({ params, ctx }) => {
    const { municipality, personId = "" } = ctx;
    return progressOf({ municipality, personId, key: params.key }) ?? refuse(NoFileUnderWay);
  }),
];
